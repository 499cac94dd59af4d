"""A sentence laid out for its attributions: verbs, figures, dates, and the sources that begin at a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.gazetteer import gazetteer
from armscorpus.pipes.outlets import outlet_at, via_openers, via_prepositions
from armscorpus.pipes.phrase_bounds import verb_stops
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of, read_source
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, insertions, verb_forms
from armscorpus.pipes.words import Word

QUOTES = frozenset({"«", "»", "“", "”", '"'})
_BREAKS = frozenset({",", ";", ":", "»", "”", ")", "–", "—"})
_BEHIND_PARTICIPLE = frozenset({"par", "sur", "à", "au", "en", "de", "du", "dans"})


class Clues:
    """A sentence with the words of its figures and dates.

    `losses` are the first words of figures of losses, `bare` of those without a noun (« donne 150 000 »).
    """

    def __init__(
        self,
        sentence: Sentence,
        figures: Sequence[tuple[int, int]],
        dates: Sequence[tuple[int, int]],
        losses: frozenset[int] = frozenset(),
        bare: frozenset[int] = frozenset(),
    ) -> None:
        self.sentence = sentence
        self.words: list[Word] = sentence.words
        self.lowers = [word.lower for word in self.words]
        self.figures, self.dates, self.losses, self.bare = figures, dates, losses, bare
        inside = frozenset(index for first, last in figures for index in range(first, last))
        self.groups = sentence.groups(inside)
        self.stops = inside | verb_stops(self.words, self.groups) | {first for first, _ in dates}

    def lower(self, index: int) -> str:
        """Return a word in lower case; nothing outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def after_dates(self, index: int) -> int:
        """Return the index after dates, adverbs and the like: « a indiqué mercredi X »."""
        while index < len(self.words):
            date = next((last for first, last in self.dates if first == index), None)
            if date is not None:
                index = date
            elif (inserted := insertions().find(self.lowers, index)) is not None:
                index = inserted[0]
            elif self.lowers[index] == "au" and self.lower(index + 1) != "total":
                break  # « a confié au Monde X »
            elif self.lowers[index] in grammar().adverbs or self.lowers[index].endswith("ment"):
                index += 1
            else:
                break
        return index

    def after_audience(self, index: int) -> int:
        """Return the index after dates and those spoken to: « a confié à Al-Jazira », « a dit à la presse »."""
        index = self.after_dates(index)
        opened = via_prepositions().find(self.lowers, index) if index < len(self.words) else None
        if opened is None:
            return index
        outlet = outlet_at(self.words, opened[0])
        if outlet:
            return self.after_dates(outlet[0])
        audience = read_source(self.words, opened[0], self.stops)
        after = self.after_dates(audience.last) if audience else index
        return after if self.lower(after) in grammar().determiners else index

    def source_at(self, index: int, end: int | None = None) -> SourcePhrase | None:
        """Return the source that begins at a word, after dates and adverbs; `end` cuts the sentence."""
        index = self.after_dates(index)
        words = self.words[:end]
        source = read_source(words, index, self.stops) if index < len(words) else None
        return self._with_author(source, len(words)) if source else None

    def _with_author(self, source: SourcePhrase, end: int) -> SourcePhrase:
        """Return who published what a source is: « des chiffres rendus publics par le ministère »."""
        if source.noun is None or source.person or nouns_of("publication").find([source.noun], 0) is None:
            return source
        by = self._after_participle(source.last)
        is_brought = source.last < end and via_openers().find(self.lowers, source.last) is not None
        if self.lower(by) != "par" or by + 1 >= end or is_brought:
            return source
        author = read_source(self.words[:end], by + 1, self.stops)
        known = author is not None and self.can_speak(author)
        return replace(author, first=source.first) if author and known else source

    def _after_participle(self, index: int) -> int:
        """Return the index after « rendus publics », « établi » and dates, where they begin at a word."""
        made = next((group.last for group in self.groups if group.first == index and group.is_bare), index)
        if self.lower(index).startswith("rendu") and self.lower(index + 1).startswith("publi"):
            made = index + 2
        return self.after_dates(made)

    def speaker_at(self, index: int, end: int | None = None) -> SourcePhrase | None:
        """Return the source that begins at a word if it can speak, with the name of the person that it describes."""
        source = self.source_at(index, end)
        return self.with_person(source, end) if source and self.can_speak(source) else None

    def can_speak(self, source: SourcePhrase) -> bool:
        """Whether a noun phrase names somebody: a person, a body, a state or what stands for it."""
        if source.person or source.is_anaphoric or source.is_latter or source.acronym or source.noun:
            return True
        start = source.first
        if start == 0 and _frames().find(self.lowers, 0):
            return False
        if source.name[:1].isupper() and not self.words[start].text[:1].isupper():
            return True
        if start == 0 and self._begins_with_participle():
            return False
        if self.words[start].text[:1].isupper() and (start or not gazetteer().find(self.lowers, start)):
            return self.lowers[start] not in grammar().pronouns
        named = gazetteer().find(self.lowers, start)
        if named is not None:
            return named[1].kind not in {"place", "demonym"}
        return find_institution(source.name) is not None

    def _begins_with_participle(self) -> bool:
        """Whether a sentence begins with a participle: « Joint par téléphone, », « Interrogé là-dessus, »."""
        first = self.lowers[0]
        if first.endswith(("é", "ée", "és", "ées")) and self.lower(1) in _BEHIND_PARTICIPLE:
            return True
        forms = verb_forms().get(first, ())
        return bool(forms) and all(form.tense == Tense.PARTICIPLE for form in forms)

    def is_known(self, source: SourcePhrase) -> bool:
        """Whether a noun phrase surely names somebody who speaks, and not a thing that begins with a capital."""
        if (
            source.person
            or source.noun
            or source.is_latter
            or find_institution(source.acronym or source.name)
        ):
            return True
        if gazetteer().find(self.lowers, source.first):
            return True
        return source.first > 0 and topic_of(source.name) is None

    def with_person(self, source: SourcePhrase, end: int | None = None) -> SourcePhrase:
        """Return the name that follows a function, where one does.

        For example « Le ministre sud-coréen de la Défense, Shin Won-sik, maintient ».
        """
        words = self.words[:end]
        described = source.noun is not None and not source.person
        if not described or source.last + 1 >= len(words) or self.lowers[source.last] != ",":
            return source
        inner = read_source(words, source.last + 1, self.stops)
        if inner and inner.person and inner.first == source.last + 1:
            return replace(inner, first=source.first, noun=source.noun)
        return source

    def after_apposition(self, source: SourcePhrase) -> int:
        """Return the index after what explains a source: « X, chef du renseignement ukrainien (GUR), »."""
        last = source.last
        while self.lower(last) == "," and last + 1 < len(self.words):
            start = last + 1 + (self.lower(last + 1) in grammar().determiners)
            if not self._explains(start, source):
                break
            end = self._apposition_end(start)
            if end is None:
                break
            last = end
        return last

    def _explains(self, start: int, source: SourcePhrase) -> bool:
        if start >= len(self.words):
            return False
        if self.lower(start) in {"de", "du", "d'"} and source.person and start + 1 < len(self.words):
            start += 1 + (self.lower(start + 1) in {"la", "l'", "le"})
        speaker = nouns_of("speaker").find(self.lowers, start) if start < len(self.words) else None
        is_age = self.lower(start + 1) == "ans"
        is_name = self.words[start].text[:1].isupper() and source.noun is not None and not source.person
        return bool(speaker) or is_age or is_name

    def _apposition_end(self, start: int) -> int | None:
        """Return the end of an apposition, None where the words turn out to be a clause."""
        for index in range(start, len(self.words)):
            lower = self.lowers[index]
            if any(group.first == index and group.is_finite for group in self.groups):
                return None
            if lower in {",", ";", ":", "»", "”"} or (lower == "." and index == len(self.words) - 1):
                return index
            if any(first == index for first, _ in self.figures):
                return None
        return len(self.words)

    def begins_clause(self, index: int) -> bool:
        """Whether a clause may begin at a word: at the start, or after punctuation or a quotation mark."""
        return index == 0 or self.lowers[index - 1] in _BREAKS | QUOTES

    def has_figure(self, first: int, last: int | None = None) -> bool:
        """Whether a figure begins between two words."""
        end = len(self.words) if last is None else last
        return any(first <= start < end for start, _ in self.figures)


@cache
def _frames() -> PhraseTable[bool]:
    """Return the words with which a sentence opens and that name nobody: « Là-bas », « Côté russe »."""
    words = (*load(Attributions).frame.words, *grammar().adverbs)
    return PhraseTable((word, True) for word in words)


@cache
def _idioms() -> frozenset[tuple[str, str]]:
    verbs = (lemma for entry in load(Attributions).verb for lemma in entry.lemmas)
    return frozenset((verb, noun) for verb, _, noun in (lemma.partition(" ") for lemma in verbs) if noun)


def idiom_end(clues: Clues, group: VerbGroup) -> int | None:
    """Return the index after a verb that says with another word; None where it does not.

    For example « fait état de 300 », « a fait savoir le ministère », « en est à 4 350 ».
    """
    if group.lemma == "être" and clues.lower(group.first - 1) == "en":
        return group.last if clues.lower(group.last) == "à" else None
    if (group.lemma, clues.lower(group.last)) in _idioms():
        return group.last + 1
    last = clues.lower(group.last - 1)  # « a fait valoir », whose infinitive need not be known
    return group.last if any((link.lemma, last) in _idioms() for link in group.links) else None
