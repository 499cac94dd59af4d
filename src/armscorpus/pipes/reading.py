"""What the stages know of a document so far: its sentences and words, and the figures being read.

The stages share one `Reading`, kept in `doc._.armscorpus`: each fills in what later stages need.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from armscorpus.models import Claim, Event, Modality, Noun, Period, PeriodMatch, QuantityMatch, Source, Span
from armscorpus.pipes.attribution import Attribution
from armscorpus.pipes.gazetteer import parties_named
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.sentences import Sentence, find_sentences


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


_MEMORY = 20  # sentences of a paragraph that still matter
_MEMORY_SPAN = 2_000  # characters over which they do


def _sentence_index(attribution: Attribution) -> int:
    return attribution.sentence.index


def _begin(quantity: QuantityMatch) -> int:
    return quantity.start


def _start(figure: Figure) -> int:
    return figure.quantity.start


@dataclass(eq=False)
class Reading:
    """The stages' common ground about one document.

    `text` is its text, `whole_text` that of the article, `title` the title of it where that is apart.
    """

    text: str
    published: str | None = None
    whole_text: str = ""
    title: str = ""
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
    def lower_text(self) -> str:
        """The text of the article in lower case, with plain spaces."""
        return (self.whole_text or self.text).lower().replace("\xa0", " ").replace("\u202f", " ")

    @cached_property
    def known(self) -> frozenset[str]:
        """The parties that the article names unmistakably."""
        return parties_named(f"{self.title}\n{self.whole_text or self.text}")

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds a character of the text."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def sentences_before(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield the earlier sentences of the same paragraph, nearest first, as far back as a reader remembers."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _MEMORY), -1):
            earlier = self.sentences[index]
            if earlier.paragraph != sentence.paragraph or sentence.start - earlier.end > _MEMORY_SPAN:
                return
            yield earlier

    def quantities_in(self, start: int, end: int) -> list[QuantityMatch]:
        """Return the quantities that begin between two offsets."""
        first = bisect_left(self.quantities, start, key=_begin)
        return self.quantities[first : bisect_left(self.quantities, end, key=_begin)]

    def paragraph(self, paragraph: int) -> list[Sentence]:
        """Return the sentences of a paragraph."""
        first = bisect_left(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        return self.sentences[
            first : bisect_right(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        ]

    def attributions_in(self, sentence: Sentence) -> list[Attribution]:
        """Return the attributions of a sentence."""
        first = bisect_left(self.attributions, sentence.index, key=_sentence_index)
        return self.attributions[first : bisect_right(self.attributions, sentence.index, key=_sentence_index)]

    def index_of(self, figure: Figure) -> int:
        """Return the position of a figure among all."""
        return bisect_left(self.figures, figure.quantity.start, key=_start)

    def figures_in(self, sentence: Sentence) -> list[Figure]:
        """Return the figures of a sentence, in order."""
        first = bisect_left(self.figures, sentence.start, key=_start)
        return self.figures[first : bisect_left(self.figures, sentence.end, key=_start)]

    def figure_before(self, figure: Figure) -> Figure | None:
        """Return the figure before another in the text."""
        index = self.index_of(figure)
        return self.figures[index - 1] if index else None

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


# The reading; the article of the document (an ArticleRef), and its whole text where the document is an excerpt of it.
Doc.set_extension("armscorpus", default=None, force=True)
Doc.set_extension("armscorpus_article", default=None, force=True)
Doc.set_extension("armscorpus_text", default=None, force=True)


def reading_of(doc: Doc) -> Reading:
    """Return the reading of a document, begun where no stage has begun it."""
    if doc._.armscorpus is None:
        text = doc.text
        article = doc._.armscorpus_article
        doc._.armscorpus = Reading(
            text, whole_text=doc._.armscorpus_text or text, title=(article.title if article else None) or ""
        )
    reading: Reading = doc._.armscorpus
    return reading
