"""Names as they are compared: without case, accents, articles, punctuation and French endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SILENT = {
    "a",
    "au",
    "aux",
    "d",
    "de",
    "des",
    "du",
    "en",
    "et",
    "for",
    "l",
    "la",
    "le",
    "les",
    "of",
    "on",
    "the",
}
_SILENT |= {"un", "une"}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the words of a text in lower case, without accents and punctuation, one space apart."""
    decomposed = unicodedata.normalize("NFKD", text).lower()
    return _NOT_WORD.sub(" ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()


@lru_cache(maxsize=65536)
def stems(text: str) -> tuple[str, ...]:
    """Return the words of a text without articles and prepositions, nor the endings of gender and number."""
    return tuple(stem(word) for word in fold(text).split() if word not in _SILENT)


def stem(word: str) -> str:
    """Return a folded word without the endings of gender and number: « tués », « tuée » → « tu »."""
    singular = word.rstrip("sx") if len(word) > 3 else word
    return singular.rstrip("e") if len(singular) > 2 else singular
