"""The stage that finds out to whom each figure is ascribed.

An attribution reaches the figures of its part of the sentence (parts are divided by semicolons). Without one, the last
source of the paragraph, or of the sentence that introduces the list, carries over; never backwards, unless the next
sentence names the origin of the figure (« Le décompte est de l'ONU. »).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import Event, Source
from armscorpus.pipes.antecedents import Antecedents, Naming, is_generic
from armscorpus.pipes.attribution import (
    Attribution,
    Manner,
    find_attributions,
    is_about_itself,
    is_denial,
)
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.names import find_acronyms, find_full_name, is_surname
from armscorpus.pipes.outlets import outlet_name
from armscorpus.pipes.reach import find_reaching
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase
from armscorpus.pipes.speakers import describe
from armscorpus.pipes.vocabulary import event_nouns, is_loss

Doc.set_extension("armscorpus_attributions", getter=lambda doc: reading_of(doc).attributions, force=True)

_LOSS_REACH = 3  # words behind a figure among which « tués », « détruits » stands


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


class _Sources:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.figures: dict[int, list[Figure]] = {}
        for figure in reading.figures:
            self.figures.setdefault(figure.sentence.start, []).append(figure)
        self.acronyms = find_acronyms(reading.whole_text) if reading.figures else {}
        self.long_forms = {long_form.lower(): acronym for acronym, long_form in self.acronyms.items()}
        self.by_sentence: dict[int, list[Attribution]] = {}
        self.antecedents = Antecedents(reading, self.by_sentence)
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
        figures = self.figures.get(sentence.start, ())
        attributions = find_attributions(
            sentence,
            [words_of(figure) for figure in figures],
            [
                (sentence.word_at(period.start_char), sentence.word_at(period.end_char))
                for period in self.reading.periods_in(sentence.start, sentence.end)
            ],
            frozenset(words_of(figure)[0] for figure in figures if _is_of_losses(figure)),
            frozenset(words_of(figure)[0] for figure in figures if figure.antecedent),
        )
        self.by_sentence[sentence.start] = attributions
        self.reading.attributions += attributions
        for attribution in attributions:
            source = self.sources[id(attribution)] = self._source(attribution)
            if source:
                self.antecedents.remember(attribution, source)
            if attribution.manner == Manner.ORIGIN and source and (attribution.first == 0 or not figures):
                self._carry_back(sentence, attribution, source)

    def _attribute(self, figure: Figure) -> None:
        own = find_reaching(figure.sentence, words_of(figure), self.by_sentence[figure.sentence.start])
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
                if is_denial(attribution):
                    return None
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

    def _carry_back(self, sentence: Sentence, attribution: Attribution, source: Source) -> None:
        """Give the figures of the sentence before their origin, which this one names."""
        before = next(self.reading.sentences_before(sentence), None)
        for figure in self.figures.get(before.start, ()) if before else ():
            own = figure.attribution
            if figure.source is None or (own and is_about_itself(own)):
                figure.settle("source", source, f"source.{attribution.manner}")

    def _source(self, attribution: Attribution) -> Source | None:
        """Return the record of a source, in the longest form of its name; None where nobody is named."""
        source = self._named(attribution)
        if source and attribution.via and attribution.via != source.name:
            return source.model_copy(update={"via": attribution.via})
        return source

    def _named(self, attribution: Attribution) -> Source | None:
        phrase, sentence = attribution.source, attribution.sentence
        found: Source | Naming | None = None
        if phrase is None or _is_letter(phrase):
            found = self.antecedents.of_pronoun(attribution)
        elif phrase.is_latter:
            found = self.antecedents.of_latter(sentence)
        elif phrase.is_anaphoric or (phrase.is_definite and is_generic(phrase)):
            found = self.antecedents.of_noun(phrase, sentence)
        if isinstance(found, Source):
            return found
        if found:
            return describe(self._record(found.phrase), found.phrase, found.sentence, found.phrase.last)
        if phrase is None or phrase.is_latter:
            return None
        return describe(self._record(phrase), phrase, sentence, attribution.last)

    def _record(self, phrase: SourcePhrase) -> Source:
        """Return what a source is called: a person in full, an acronym with its long form."""
        name, acronym = phrase.name, phrase.acronym
        if phrase.person or is_surname(name):
            return Source(name=find_full_name(self.reading.whole_text, name))
        if name in self.acronyms:
            return Source(name=self.acronyms[name], acronym=name)
        return Source(name=outlet_name(name) or name, acronym=acronym or self.long_forms.get(name.lower()))


def _is_letter(phrase: SourcePhrase) -> bool:
    """Whether a source is only what somebody wrote: « souligne la réponse »."""
    return (
        phrase.is_definite and phrase.name == phrase.noun and phrase.noun in load(Attributions).letter.words
    )


def _is_of_losses(figure: Figure) -> bool:
    """Whether those counted are dead, or the things lost: « 1 100 morts », « 40 civils tués »."""
    if "pertes" in figure.topics or _is_complement_of_loss(figure):
        return True
    last = words_of(figure)[1]
    return any(is_loss(word.lower) for word in figure.sentence.words[last : last + _LOSS_REACH])


def _is_complement_of_loss(figure: Figure) -> bool:
    """Whether a noun of loss governs a figure: « la perte de 12 chars », « l'interception de 46 drones »."""
    first, lowers = words_of(figure)[0], [word.lower for word in figure.sentence.words]
    noun = (
        event_nouns().get(lowers[first - 2])
        if first > 1 and lowers[first - 1] in {"de", "d'", "des"}
        else None
    )
    return noun is not None and noun.event == Event.LOSS
