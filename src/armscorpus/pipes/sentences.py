"""The paragraphs and sentences of a text, and what the stages read in a sentence once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from armscorpus.pipes.verbs import VerbGroup, find_verb_groups
from armscorpus.pipes.words import Word, read_words


@dataclass(eq=False)
class Sentence:
    """A sentence of a document, in characters of its text `source`.

    `index` and `paragraph` count from 0 in the document, `is_item` is True in a list.
    """

    source: str
    index: int
    start: int
    end: int
    paragraph: int
    is_item: bool

    @cached_property
    def words(self) -> list[Word]:
        """The words and the punctuation, whatever the tokens of the document are."""
        return read_words(self.source, self.start, self.end)

    def groups(self, opaque: frozenset[int]) -> list[VerbGroup]:
        """Return the verb groups, none of which is looked for at the indexes in `opaque`; kept for the next stage."""
        if opaque not in self._groups:
            self._groups[opaque] = find_verb_groups(self.words, opaque)
        return self._groups[opaque]

    @cached_property
    def _groups(self) -> dict[frozenset[int], list[VerbGroup]]:
        return {}

    @property
    def text(self) -> str:
        """The words of the sentence as written."""
        return self.source[self.start : self.end]

    @property
    def is_question(self) -> bool:
        """Whether it asks something."""
        return self.text.rstrip(' \xa0*_»”"').endswith("?")

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after a character of the text."""
        return bisect_left(self._starts, offset)


_LONGEST = 1_500  # characters
_ITEM = re.compile(r"\s*(?:[•●▪◦‣*–—-]|\d{1,2}[.)])\s+")
_BREAK = re.compile(r"[ \t\xa0]*\n\s*(?![a-zà-öø-ÿ])|[ \t\xa0]*\n\s*\n\s*")
_STOP = re.compile(
    r"""
    [.!?…]+ [»”"’)\]]* (?:\s[»”])?         # the end, with its closing quotation mark
    (?:\s?\d{1,2}(?=\.?\s+[-–—]?[«“"(\[]?\s*[A-ZÀ-ÖØ-Þ]|\.?$))?  # a footnote call: « en Ukraine 1. »
    (?=\s+ [-–—]? [«“"(\[]? \s* [A-ZÀ-ÖØ-Þ0-9])
    | [\w»] \s \d{1,2}\. (?=\s+[A-ZÀ-ÖØ-Þ])  # « vers la Russie 1. »
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b[A-ZÀ-ÖØ-Þ]|\b(?:MM?|Mme|Mmes|Mgr|Dr|Pr|St|Ste|gén|col|cap|lt|env|art|av|fig|vol|éd|cf|ex|p|pp|no|n°|"
    r"janv|févr?|avr|juil|sept|oct|nov|déc|etc))\.$"
)


def find_sentences(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield (start, end, paragraph, is an item of a list) for each sentence of a text.

    A line that starts with a lower-case letter goes on with the line before it.
    """
    for paragraph, (start, end) in enumerate(find_paragraphs(text)):
        marker = _ITEM.match(text, start, end)
        begin = start
        for stop in _STOP.finditer(text, start, end):
            if stop.start() < begin or _ABBREVIATION.search(text, max(begin, stop.end() - 8), stop.end()):
                continue
            for piece in _pieces(text, begin, stop.end()):
                yield *piece, paragraph, marker is not None
            begin = _after_space(text, stop.end(), end)
        for piece in _pieces(text, begin, end):
            yield *piece, paragraph, marker is not None


def _pieces(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or the pieces of one too long to have been written: a table, a dump.

    What is read in a sentence may take the square of its length.
    """
    while end - begin > _LONGEST:
        limit = begin + _LONGEST
        cut = max(
            text.rfind(", ", begin, limit), text.rfind("; ", begin, limit), text.rfind("\n", begin, limit)
        )
        cut = cut + 1 if cut > begin else limit
        yield begin, cut
        begin = _after_space(text, cut, end)
    if begin < end:
        yield begin, end


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each paragraph of a text, without the white space around it."""
    start, end = _after_space(text, 0, len(text)), len(text.rstrip())
    for match in _BREAK.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


_DATELINE = re.compile(
    r"\s*[A-ZÀ-ÖØ-Þ][\w’' -]{1,40}(?:\s\([^()]{2,30}\))?(?:,[^.()–—]{0,40})?\s*\([^()]{2,30}\)\s*[–—-]\s"
)


def find_dateline(sentence: Sentence) -> int:
    """Return the number of words of the dateline with which a sentence begins: « SÉOUL, 17 juin (AOP) – »."""
    match = _DATELINE.match(sentence.source, sentence.start, sentence.end)
    return sentence.word_at(match.end()) if match else 0
