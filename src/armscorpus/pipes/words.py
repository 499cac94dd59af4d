"""The words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armscorpus.lexicon.phrases import WORD


class Word(NamedTuple):
    """A word or a mark of punctuation; `lower` is in lower case, with a straight apostrophe."""

    start: int
    end: int
    text: str
    lower: str


def read_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words and the punctuation between two characters of a text."""
    return [
        Word(match.start(), match.end(), match[0], match[0].lower().replace("’", "'"))
        for match in WORD.finditer(text, start, len(text) if end is None else end)
    ]


def text_of(words: Sequence[Word], first: int, last: int) -> str:
    """Return words as written, with the spaces that they have in the text."""
    parts = [words[first].text]
    for before, word in zip(words[first : last - 1], words[first + 1 : last], strict=True):
        parts += [" " * (word.start > before.end), word.text]
    return "".join(parts)
