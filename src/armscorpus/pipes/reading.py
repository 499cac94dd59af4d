"""What the stages know of a document so far: its sentences and words, and the figures being read.

The stages share one `Reading`, kept in `doc._.armscorpus`: each fills in what later stages need.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

from armscorpus.lexicon.phrases import WORD
from armscorpus.models import Claim, Event, Modality, Noun, Period, PeriodMatch, QuantityMatch, Source, Span

if TYPE_CHECKING:
    from armscorpus.pipes.attribution import Attribution
    from armscorpus.pipes.predicates import Predicate
    from armscorpus.pipes.scene import Scene


class Word(NamedTuple):
    """A word or a mark of punctuation; `lower` is in lower case, with a straight apostrophe."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(slots=True, eq=False)
class Figure:
    """A claim in the making: a quantity of the catalogue, and what the stages found out about it.

    `rules` names the rule behind each field, `implied` the fields that the words do not state, `spans` where the
    words are that do.
    """

    quantity: QuantityMatch
    sentence: Sentence
    topics: tuple[str, ...]
    span: Span
    thing: str | None = None
    noun: Noun | None = None
    antecedent: Figure | None = None
    donor: Figure | None = None
    is_weak: bool = False
    predicate: Predicate | None = None
    event: Event | None = None
    supplier: str | None = None
    recipient: str | None = None
    attribution: Attribution | None = None
    source: Source | None = None
    period: Period = Period()  # noqa: RUF009 - frozen
    modality: Modality = Modality.ASSERTED
    rules: dict[str, str] = field(default_factory=dict)
    implied: set[str] = field(default_factory=set)
    spans: dict[str, Span] = field(default_factory=dict)

    def settle(self, name: str, value: object, rule: str, *, implied: bool = False) -> None:
        """Set a field, with the rule that found it."""
        setattr(self, name, value)
        self.rules[name] = rule
        if implied:
            self.implied.add(name)
        else:
            self.implied.discard(name)

    @property
    def end(self) -> int:
        """The end of the counted noun phrase, or of the quantity where there is none."""
        return max(self.span.end, self.noun.end if self.noun and self.noun.start >= self.span.start else 0)


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
        return [
            Word(match.start(), match.end(), match[0], match[0].lower().replace("’", "'"))
            for match in WORD.finditer(self.source, self.start, self.end)
        ]

    @property
    def text(self) -> str:
        """The words of the sentence as written."""
        return self.source[self.start : self.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that starts at or after a character of the text."""
        return bisect_left(self._starts, offset)


@dataclass(eq=False)
class Reading:
    """The stages' common ground about one document; `text` is its text, `whole_text` that of the article."""

    text: str
    published: str | None = None
    whole_text: str = ""
    quantities: list[QuantityMatch] = field(default_factory=list)
    periods: list[PeriodMatch] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    scenes: dict[int, Scene] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences, in order."""
        return [
            Sentence(self.text, index, start, end, paragraph, item)
            for index, (start, end, paragraph, item) in enumerate(find_sentences(self.text))
        ]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds a character of the text."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def sentences_before(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield the earlier sentences of the same paragraph, nearest first."""
        for earlier in reversed(self.sentences[: sentence.index]):
            if earlier.paragraph != sentence.paragraph:
                return
            yield earlier

    def introducer(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence, ending with a colon, that introduces the list of an item."""
        if not sentence.is_item:
            return None
        for earlier in reversed(self.sentences[: sentence.index]):
            if not earlier.is_item:
                return earlier if earlier.text.rstrip().endswith(":") else None
        return None

    def periods_in(self, start: int, end: int) -> list[PeriodMatch]:
        """Return the periods that lie between two offsets."""
        first = bisect_left(self._period_starts, start)
        last = bisect_left(self._period_starts, end)
        return self.periods[first:last]

    @cached_property
    def _period_starts(self) -> list[int]:
        return [period.start_char for period in self.periods]


# The reading; the text of the whole article where the document is an excerpt of it.
Doc.set_extension("armscorpus", default=None, force=True)
Doc.set_extension("armscorpus_text", default=None, force=True)


def reading_of(doc: Doc) -> Reading:
    """Return the reading of a document, begun where no stage has begun it."""
    if doc._.armscorpus is None:
        text = doc.text
        doc._.armscorpus = Reading(text, whole_text=doc._.armscorpus_text or text)
    reading: Reading = doc._.armscorpus
    return reading


_ITEM = re.compile(r"\s*(?:[•●▪◦‣*–—-]|\d{1,2}[.)])\s+")
_BREAK = re.compile(r"[ \t\xa0]*\n\s*(?![a-zà-öø-ÿ])|[ \t\xa0]*\n\s*\n\s*")
_STOP = re.compile(
    r"""
    [.!?…]+ [»”"’)\]]* (?:\s[»”])?         # the end, with its closing quotation mark
    (?:\s?\d{1,2}(?=\.?\s|\.?$))?            # a footnote call: « en Ukraine 1. »
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
            yield begin, stop.end(), paragraph, marker is not None
            begin = _after_space(text, stop.end(), end)
        if begin < end:
            yield begin, end, paragraph, marker is not None


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
