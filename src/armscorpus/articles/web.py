"""A web page → draft: the body that trafilatura finds, and what the page declares of itself."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from armscorpus.articles.drafts import Draft, parse_metadata
from armscorpus.articles.encoding import decode, find_declared
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.articles.web_dates import find_published

ROOT = re.compile(r"<html\b", re.IGNORECASE)

NOT_THE_ARTICLE = ["//nav", "//aside", "//footer", "//form"]
"""What trafilatura would take for text on a short page, where it falls back on the whole."""

NO_GUESSES = {"original_date": True, "extensive_search": False}
"""`find_published` finds the date; trafilatura's may be a comment's, or filled up from the date of today."""


def read_page(data: bytes) -> Draft:
    """Return the body of the article on a page, a line a paragraph, as trafilatura makes it.

    Spaces that do not break have become plain ones there; letters are as they were. Raises UnreadableError
    where there is no article.
    """
    import trafilatura
    from trafilatura.settings import Document

    html = decode(data, declared=find_declared(data))
    tree = trafilatura.load_html(html if ROOT.search(html) else f"<html><body>{html}</body></html>")
    if tree is None:
        raise UnreadableError("not a web page")
    published = find_published(tree)
    page = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        prune_xpath=NOT_THE_ARTICLE,
        date_extraction_params=NO_GUESSES,
    )
    if not isinstance(page, Document) or not page.text:
        raise UnreadableError("no text of an article on this page")
    publisher = _name(page.sitename, page.url)
    fields = {"title": page.title, "publisher": publisher, "published": published, "url": page.url}
    return Draft(text=page.text, metadata=parse_metadata(fields))


def _name(site: str | None, url: str | None) -> str | None:
    """Return the name of the site, unless it is only the host of the address, for want of a name."""
    return None if site and url and site in urlsplit(url).netloc else site
