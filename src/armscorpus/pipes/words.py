"""The words of a sentence."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word or a mark of punctuation; `lower` is in lower case, with a straight apostrophe."""

    start: int
    end: int
    text: str
    lower: str
