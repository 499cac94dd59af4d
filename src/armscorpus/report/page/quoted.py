"""Figures that the page sets against one another, with the sentences of the articles that give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from armscorpus.models import Article, Claim, Modality
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.formats import Language
from armscorpus.report.numbers import render_quantity
from armscorpus.report.typography import typeset
from armscorpus.untrusted import visible

MOST = 300
"""Characters of a sentence that are quoted at most."""


class Side(NamedTuple):
    """One of two figures that disagree, in words; `day` says for when it is."""

    claim: str
    figure: str
    source: str
    day: str
    is_denied: bool


class Quoted(NamedTuple):
    """A sentence of an article, empty where its text is not known, and the figures in it that a finding concerns."""

    sentence: str
    article: str
    sides: list[Side]


def sentence_of(why: str, language: Language) -> str:
    """Return a reason as a sentence of the page, with its typography."""
    text = typeset(why).replace("'", "’") if language is Language.FRENCH else why
    return visible(text[:1].upper() + text[1:])


def side_of(claim: Claim, language: Language) -> Side:
    """Return a claim as one of several figures that are compared, in words."""
    day = render_period(claim.period, language) or render_published(claim.article.published, language)
    figure = render_quantity(claim.quantity, language)
    is_denied = claim.modality is Modality.NEGATED
    return Side(claim.id, figure, visible(short_source(claim) or claim.article.path), visible(day), is_denied)


def short_source(claim: Claim) -> str:
    """Return what a claim's article calls its source, or else who publishes it; empty where neither is known."""
    return attributed(claim) or claim.article.publisher or ""


def attributed(claim: Claim) -> str:
    """Return the acronym or the name of a source; empty where the article names none."""
    source = claim.source
    return (source and (source.acronym or source.name)) or ""


def quote(claims: Iterable[Claim], articles: Mapping[str, Article], language: Language) -> tuple[Quoted, ...]:
    """Return the sentences that hold some claims, each once, with the figures in it."""
    by_sentence: dict[object, Quoted] = {}
    for claim in claims:
        place = claim.evidence.sentence if claim.evidence else claim.span
        article = claim.article
        empty = Quoted(_sentence(claim, articles), visible(article.title or article.path), [])
        by_sentence.setdefault((article.id, place), empty).sides.append(side_of(claim, language))
    return tuple(by_sentence.values())


def _sentence(claim: Claim, articles: Mapping[str, Article]) -> str:
    """Return the sentence of a claim; of a very long one what stands round the figure."""
    article = articles.get(claim.article.id)
    if article is None or claim.evidence is None:
        return ""
    start, end = claim.evidence.sentence
    first = max(start, min(claim.span.start - MOST // 2, end - MOST))
    last = min(end, first + MOST)
    text = " ".join(visible(article.text[first:last]).split())
    return f"{'…' if first > start else ''}{text}{'…' if last < end else ''}"
