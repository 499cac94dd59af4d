"""The stage that finds out to whom each figure is ascribed.

An attribution reaches the figures of its part of the sentence (parts are divided by semicolons). Without one, the last
source of the paragraph, or of the sentence that introduces the list, carries over; never backwards.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import Source
from armscorpus.pipes.attribution import Attribution, Manner, find_attributions, is_about_itself
from armscorpus.pipes.names import find_acronyms, find_full_name
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of, outlets, read_source
from armscorpus.pipes.verbs import find_verb_groups

Doc.set_extension("armscorpus_attributions", getter=lambda doc: reading_of(doc).attributions, force=True)


@Language.factory(
    "armscorpus_sources",
    requires=["doc._.armscorpus_figures", "doc._.armscorpus_periods"],
    assigns=["doc._.armscorpus_attributions"],
)
def create_sources(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it finds the attributions and gives each figure its source."""
    return annotate_sources


def annotate_sources(doc: Doc) -> Doc:
    """Find the attributions of a document and give each figure its source."""
    reading = reading_of(doc)
    _Sources(reading).settle()
    return doc


# Nouns that with an adjective are a name: « le renseignement ukrainien », « l'armée russe ».
_OWN_NAMES = frozenset(
    {"renseignement", "armée", "état-major", "marine", "gouvernement", "ministère", "parquet", "défense"}
)


class _Sources:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.figures: dict[int, list[Figure]] = {}
        for figure in reading.figures:
            self.figures.setdefault(figure.sentence.start, []).append(figure)
        self.acronyms = find_acronyms(reading.whole_text) if reading.figures else {}
        self.long_forms = {long_form.lower(): acronym for acronym, long_form in self.acronyms.items()}
        self.by_sentence: dict[int, list[Attribution]] = {}
        self.named: list[tuple[SourcePhrase, Source]] = []
        self.sources: dict[int, Source | None] = {}

    def settle(self) -> None:
        paragraphs = {figure.sentence.paragraph for figure in self.reading.figures}
        introducers = {paragraph - 1 for paragraph in paragraphs}
        for sentence in self.reading.sentences:
            if sentence.paragraph in paragraphs | introducers:
                self._read(sentence)
                for figure in self.figures.get(sentence.start, ()):
                    self._attribute(figure)

    def _read(self, sentence: Sentence) -> None:
        """Find the attributions of a sentence, and what each of their sources is called."""
        attributions = find_attributions(
            sentence,
            [self.words_of(figure) for figure in self.figures.get(sentence.start, ())],
            [
                (sentence.word_at(period.start_char), sentence.word_at(period.end_char))
                for period in self.reading.periods_in(sentence.start, sentence.end)
            ],
        )
        self.by_sentence[sentence.start] = attributions
        self.reading.attributions += attributions
        for attribution in attributions:
            self.sources[id(attribution)] = self._source(attribution)

    @staticmethod
    def words_of(figure: Figure) -> tuple[int, int]:
        """Return the range of words of a figure in its sentence."""
        return figure.sentence.word_at(figure.span.start), figure.sentence.word_at(figure.span.end)

    def _attribute(self, figure: Figure) -> None:
        own = _reaching(figure, self.words_of(figure), self.by_sentence[figure.sentence.start])
        if own and self.sources[id(own)]:
            figure.attribution = own
            figure.settle("source", self.sources[id(own)], f"source.{own.manner}")
            if own.name_span:
                figure.spans["source"] = own.name_span
            return
        carried = self._carried(figure.sentence)
        if carried:
            figure.settle("source", carried, "source.carried_over", implied=True)

    def _carried(self, sentence: Sentence) -> Source | None:
        for earlier in self._context(sentence):
            for attribution in reversed(self.by_sentence.get(earlier.start, ())):
                source = self.sources[id(attribution)]
                if source and not is_about_itself(attribution):
                    return source
        return None

    def _context(self, sentence: Sentence) -> Iterator[Sentence]:
        """Yield the earlier sentences of the paragraph, nearest first, then the one that introduces the list."""
        yield from self.reading.sentences_before(sentence)
        introducer = self.reading.introducer(sentence)
        if introducer:
            yield introducer

    def _source(self, attribution: Attribution) -> Source | None:
        """Return the record of a source, in the longest form of its name; None where nobody is named."""
        phrase = attribution.source
        if phrase is None:
            source = self._antecedent(attribution)
        elif phrase.is_anaphoric or (phrase.is_definite and self._is_generic(phrase)):
            source = self._earlier(phrase) or self._record(phrase)
        else:
            source = self._record(phrase)
        if source is None:
            return None
        if attribution.via and attribution.via != source.name:
            source = source.model_copy(update={"via": attribution.via})
        if phrase:
            self.named.append((phrase, source))
        return source

    @staticmethod
    def _is_generic(phrase: SourcePhrase) -> bool:
        """Whether a source is only « le ministre », « l'institut britannique »: a noun, at most with an adjective."""
        plain = phrase.noun is not None and not phrase.person and phrase.acronym is None
        return (
            plain
            and phrase.last - phrase.first <= 2
            and phrase.name == phrase.name.lower()
            and phrase.noun not in _OWN_NAMES
        )

    def _record(self, phrase: SourcePhrase) -> Source:
        name, acronym = phrase.name, phrase.acronym
        if phrase.person:
            return Source(name=find_full_name(self.reading.whole_text, name), acronym=None)
        if name in self.acronyms:
            return Source(name=self.acronyms[name], acronym=name)
        return Source(name=name, acronym=acronym or self.long_forms.get(name.lower()))

    def _earlier(self, phrase: SourcePhrase) -> Source | None:
        """Return the last source that a noun can mean: « le même service » a body, « le ministre » a person."""
        wants_person = nouns_of("person").find([phrase.noun or ""], 0) is not None
        for earlier, source in reversed(self.named):
            if phrase.noun and earlier.noun == phrase.noun and not self._is_generic(earlier):
                return source
        like = load(Attributions).likeness.get(phrase.noun or "", ())
        for _, source in reversed(self.named):
            if any(word in split_words(source.name or "") for word in like):
                return source
        for earlier, source in reversed(self.named):
            if earlier.person == wants_person and not outlets().find(
                [word.lower() for word in earlier.name.split()], 0
            ):
                return source
        return None

    def _antecedent(self, attribution: Attribution) -> Source | None:
        """Return whom « a-t-il ajouté » means: who begins this or an earlier sentence, or the last source."""
        sentence = attribution.sentence
        subject = self._subject(sentence, attribution.first)
        if subject:
            return self._record(subject)
        for earlier in self.reading.sentences_before(sentence):
            for other in reversed(self.by_sentence.get(earlier.start, ())):
                if source := self.sources.get(id(other)):
                    return source.model_copy(update={"via": None})
            subject = self._subject(earlier, len(earlier.words))
            if subject:
                return self._record(subject)
        return self.named[-1][1].model_copy(update={"via": None}) if self.named else None

    def _subject(self, sentence: Sentence, before: int) -> SourcePhrase | None:
        """Return the person with which a sentence begins: « Un responsable européen doute de ces chiffres »."""
        words = sentence.words[:before]
        others = self.by_sentence.get(sentence.start, ())
        if not words or any(other.manner == Manner.VERB_BEFORE for other in others):
            return None
        stops = frozenset(group.first for group in find_verb_groups(words) if not group.is_bare)
        source = read_source(words, 0, stops)
        if source and source.last < len(words) and words[source.last].lower == "," and not source.person:
            inner = read_source(words, source.last + 1, stops)
            source = inner if inner and inner.person and source.noun else source
        if source and (source.person or (source.noun and nouns_of("person").find([source.noun], 0))):
            return source
        return None


def _reaching(figure: Figure, words: tuple[int, int], attributions: list[Attribution]) -> Attribution | None:
    """Return the attribution of its sentence that reaches a figure; None where none does."""
    lowers = [word.lower for word in figure.sentence.words]
    parts = [index for index, lower in enumerate(lowers) if lower == ";"]
    part = bisect_left(parts, words[0])
    here = [other for other in attributions if bisect_left(parts, other.first) == part]
    left = sorted((other for other in here if _place(other) < words[0]), key=_place)
    right = [other for other in here if _place(other) >= words[1] and _reaches_back(other, words, lowers)]
    if right and (not left or _is_spent(left[-1], figure, words) or ":" in lowers[left[-1].last : words[0]]):
        return right[0]
    if left:
        return left[-1]
    earlier = [other for other in attributions if bisect_left(parts, other.first) < part]
    closing = [
        other
        for other in attributions
        if other.last >= len(lowers) - 1 and other.first >= words[1] and lowers[other.first - 1] == ","
    ]
    return earlier[-1] if earlier else closing[0] if len(attributions) == 1 and closing else None


def _place(attribution: Attribution) -> int:
    """Return the word at which an attribution takes effect: that of its verb, or its first."""
    if attribution.manner == Manner.VERB_BEFORE and attribution.group:
        return attribution.group.first
    return attribution.first


def _reaches_back(attribution: Attribution, words: tuple[int, int], lowers: list[str]) -> bool:
    """Whether an attribution after a figure reaches it: not from within a relative clause that it closes."""
    if attribution.manner in {Manner.VERB_BEFORE, Manner.RELATIVE}:
        return attribution.manner == Manner.RELATIVE
    before = lowers[attribution.first - 1]
    if before in {",", "»", "”", '"', "(", "–", "—", ")"}:
        return True
    return not any(
        lower in {"dont", "qui", "tandis", "mais"} for lower in lowers[words[1] : attribution.first]
    )


def _is_spent(attribution: Attribution, figure: Figure, words: tuple[int, int]) -> bool:
    """Whether an attribution before a figure belongs to another figure before it: « 300, selon A, et 200, selon B »."""
    if attribution.manner in {Manner.VERB_BEFORE, Manner.RELATIVE}:
        return False
    if attribution.manner == Manner.VERB_AFTER:
        return True
    lowers = [word.lower for word in figure.sentence.words]
    return (
        attribution.first > 0
        and lowers[attribution.first - 1] == ","
        and any(lower.isdigit() for lower in lowers[: attribution.first])
    )
