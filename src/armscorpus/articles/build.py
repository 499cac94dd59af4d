"""Draft → Article, if the text is one and in French."""

from __future__ import annotations

import hashlib

from armscorpus.articles.drafts import Draft, Metadata, check_characters
from armscorpus.articles.language import find_foreign_language, is_french_code
from armscorpus.articles.published import find_dateline
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.models import Article


def article_id(text: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def build_article(path: str, draft: Draft, folder: Metadata, given: Metadata) -> Article:
    """Return the article, with what its own file says, then its folder, then its first line, then the caller.

    Raises UnreadableError for a text that is empty, cannot be stored or is not French.
    """
    text = draft.text
    check_characters("text", text)
    if not text.strip():
        raise UnreadableError("no text")
    dateline = Metadata(published=find_dateline(text))
    metadata = draft.metadata.or_else(folder).or_else(dateline).or_else(given)
    _check_language(text, metadata.lang)
    return Article(id=article_id(text), path=path, text=text, **metadata.model_dump())


def _check_language(text: str, declared: str | None) -> None:
    if declared is not None and not is_french_code(declared):
        raise UnreadableError(f"declared to be in {declared!r}, not French")
    if language := find_foreign_language(text):
        raise UnreadableError(f"text in {language}, not French")
