"""The date of publication that a web page declares; one that could only be guessed is not looked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from armscorpus.articles.published import LONGEST, parse_published
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.lexicon import load
from armscorpus.lexicon.schema import PressWords

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ARTICLE_TYPES = ("Article", "Posting", "WebPage")
"""How the types of articles end in schema.org (`NewsArticle`, `BlogPosting`), the most exact first."""

META_NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "publication_date",
    "publish-date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "date",
)

COMMENTS = "starts-with(@id, 'comment') or starts-with(@class, 'comment')"
# The head of the site, unlike that of the article, may say what day it is
SITE = "self::header[not(ancestor::article or ancestor::main or .//h1)]"
ASIDE = f"ancestor-or-self::*[self::nav or self::aside or self::footer or {SITE} or {COMMENTS}]"
# In a sentence, <time> is the time of something else
IS_TIME = "self::time[not(ancestor::p)] or @itemprop='datePublished'"
IS_DATE = "contains(@class, 'date') or contains(@class, 'publi')"
MARKED = f"//body//*[{IS_TIME} or {IS_DATE}][not({ASIDE})]"
TEXTS = f"//body//text()[normalize-space() and not(ancestor::script or ancestor::style or {ASIDE})]"
ADDRESSES = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"

MODIFIED = re.compile("modif|updat", re.IGNORECASE)

# « lundi 12 mai 2025 à 8 h », but not a title with a date in it
BEGINS_WITH_DATE = re.compile(r"\W*(?:[^\W\d_]+\W+)?\d")

DATED_ADDRESS = re.compile(r"/(?P<date>(?:19|20)\d\d/[01]\d(?:/[0-3]\d)?)/")


def find_published(tree: HtmlElement) -> str | None:
    """Return the date of publication that the page declares, YYYY-MM-DD or YYYY-MM, or None."""
    for value in _candidates(tree):
        try:
            return parse_published(value)
        except UnreadableError:
            continue
    return None


def _candidates(tree: HtmlElement) -> Iterator[str]:
    """Yield what may be the date, from what is written for machines to what is shown to readers."""
    yield from _structured(tree)
    yield from _meta(tree)
    yield from _marked(tree)
    yield from _announced(tree)
    yield from (match["date"] for url in tree.xpath(ADDRESSES) if (match := DATED_ADDRESS.search(url)))


def _structured(tree: HtmlElement) -> Iterator[str]:
    """Yield `datePublished` of the articles in JSON-LD; of comments and images it means something else."""
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    objects = [item for script in scripts for item in _objects(script)]
    for ending in ARTICLE_TYPES:
        yield from (
            date
            for item in objects
            if _has_type(item, ending) and isinstance(date := item.get("datePublished"), str)
        )


def _objects(source: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON document, outer ones first; none if it is not JSON."""
    try:
        pending = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            yield value
            pending += reversed(value.values())
        elif isinstance(value, list):
            pending += reversed(value)


def _has_type(item: dict[str, Any], ending: str) -> bool:
    types = item.get("@type")
    return any(str(name).endswith(ending) for name in (types if isinstance(types, list) else [types]))


def _meta(tree: HtmlElement) -> Iterator[str]:
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        contents.setdefault(name.lower(), element.get("content", ""))
    yield from (contents[name] for name in META_NAMES if name in contents)


def _marked(tree: HtmlElement) -> Iterator[str]:
    """Yield what elements marked up as dates say, in the order of the page."""
    for element in tree.xpath(MARKED):
        if not MODIFIED.search(f"{element.get('itemprop')} {element.get('class')}"):
            yield element.get("datetime") or element.get("content") or ""
            text = " ".join(element.text_content().split())
            if len(text) <= LONGEST and BEGINS_WITH_DATE.match(text):
                yield text


def _announced(tree: HtmlElement) -> Iterator[str]:
    """Yield what follows « Publié le » where a line begins so."""
    cues = load(PressWords).publication_cues
    texts = [" ".join(text.split()) for text in tree.xpath(TEXTS)]
    for number, text in enumerate(texts):
        cue = next((cue for cue in cues if text.lower().startswith(cue)), None)
        if cue is not None and len(text) <= LONGEST:
            yield " ".join([text, *texts[number + 1 : number + 3]])[len(cue) :][:LONGEST].strip(" :")
