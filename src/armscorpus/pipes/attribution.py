"""Attributions in a sentence: « selon X », « X affirme que », « …, a indiqué X », « cité par Y »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import Modality, Span
from armscorpus.pipes.gazetteer import gazetteer
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of, outlets, read_source
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_nouns, event_verbs, grammar, modal_verbs, reporting_verbs
from armscorpus.pipes.words import Word

_ACTING = frozenset({"annoncer", "confirmer", "dévoiler"})
_CONNECTORS = frozenset(
    {"quand", "lorsque", "si", "mais", "et", "or", "car", "puis", "puisque", "«", "“", '"'}
)
_QUOTES = frozenset({",", "»", "”", '"', ")"})


class Manner(StrEnum):
    """How an attribution is made; it decides how far it reaches."""

    PREPOSITION = "preposition"
    VERB_BEFORE = "verb_before"
    VERB_AFTER = "verb_after"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution in a sentence: the words [first, last) that make it, and the source that it names.

    `source` is None where only a pronoun or an impersonal « on » names it. `via` is the outlet. `group` is the verb
    of saying, `governs` True where that verb has the figure for its object.
    """

    sentence: Sentence
    first: int
    last: int
    manner: Manner
    source: SourcePhrase | None
    via: str | None = None
    group: VerbGroup | None = None

    @property
    def span(self) -> Span:
        """The words of the attribution in the text."""
        words = self.sentence.words
        return Span(words[self.first].start, words[self.last - 1].end)

    @property
    def name_span(self) -> Span | None:
        """The words that name the source."""
        if self.source is None:
            return None
        words = self.sentence.words
        return Span(words[self.source.first].start, words[self.source.last - 1].end)


@cache
def _openers() -> PhraseTable[bool]:
    return PhraseTable((word, True) for entry in load(Attributions).preposition for word in entry.words)


@cache
def _via_openers() -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in load(Attributions).via.before)


@cache
def _via_at() -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in load(Attributions).via.at)


def find_attributions(
    sentence: Sentence, figures: Sequence[tuple[int, int]], dates: Sequence[tuple[int, int]]
) -> list[Attribution]:
    """Return the attributions of a sentence, in order; `figures` and `dates` are ranges of its words."""
    return _Reader(sentence, figures, dates).read()


class _Reader:
    def __init__(
        self, sentence: Sentence, figures: Sequence[tuple[int, int]], dates: Sequence[tuple[int, int]]
    ) -> None:
        self.sentence = sentence
        self.words: list[Word] = sentence.words
        self.lowers = [word.lower for word in self.words]
        self.figures, self.dates = figures, dates
        inside = frozenset(index for first, last in figures for index in range(first, last))
        self.groups = sentence.groups(inside)
        starts = {group.first for group in self.groups if not group.is_bare}
        self.stops = inside | starts | {first for first, _ in dates}

    def read(self) -> list[Attribution]:
        found = [*self._by_preposition(), *self._by_verb(), *self._by_agent(), *self._by_conclusion()]
        found.sort(key=lambda attribution: attribution.first)
        return [self._with_via(attribution) for attribution in found]

    def _by_preposition(self) -> Iterator[Attribution]:
        index = 0
        while index < len(self.words):
            opened = _openers().find(self.lowers, index)
            source = self._source_from(opened[0]) if opened else None
            if opened is None or source is None or self._is_manner(opened[0]):
                index += 1
                continue
            source = self._person_in_apposition(source)
            last = self._with_apposition(source)
            yield Attribution(self.sentence, index, last, Manner.PREPOSITION, source)
            index = last

    def _is_manner(self, index: int) -> bool:
        """Whether « selon » introduces no source: « selon que », « selon les cas », « selon laquelle »."""
        return self.lowers[index] in grammar().relatives or self.lowers[index : index + 2] == ["les", "cas"]

    def _source_from(self, index: int) -> SourcePhrase | None:
        index = self._skip_dates(index)
        return read_source(self.words, index, self.stops) if index < len(self.words) else None

    def _skip_dates(self, index: int) -> int:
        """Return the index after dates, adverbs and words to an audience: « a indiqué mercredi X »."""
        while index < len(self.words):
            date = next((last for first, last in self.dates if first == index), None)
            if date is not None:
                index = date
            elif self.lowers[index] in grammar().adverbs or self.lowers[index].endswith("ment"):
                index += 1
            else:
                break
        return index

    def _with_apposition(self, source: SourcePhrase) -> int:
        """Return the index after what explains the source: « X, chef du renseignement ukrainien (GUR), »."""
        last = source.last
        while last < len(self.words) and self.lowers[last] == "," and last + 1 < len(self.words):
            start = last + 1
            if self.lowers[start] in grammar().determiners:
                start += 1
            speaker = nouns_of("speaker").find(self.lowers, start) if start < len(self.words) else None
            age = self.lowers[start + 1 : start + 2] == ["ans"]
            named = self.words[start].text[:1].isupper() if start < len(self.words) else False
            if not (speaker or age or (named and source.noun and not source.person)):
                break
            end = self._apposition_end(start)
            if end is None:
                break
            last = end
        return last

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

    def _by_verb(self) -> Iterator[Attribution]:
        for group in self.groups:
            if not group.is_finite or not (_speaks(group) or _is_count_idiom(group, self.lowers)):
                continue
            attribution = self._after(group) or self._before(group)
            if attribution:
                yield attribution

    def _by_agent(self) -> Iterator[Attribution]:
        """Yield the agent of a passive verb of saying: « documentés par des enquêtes internationales »."""
        for group in self.groups:
            by = self._skip_dates(group.last)
            if group.is_passive and group.lemma in reporting_verbs() and self.lowers[by : by + 1] == ["par"]:
                source = self._source_from(by + 1)
                if source and self._names_speaker(source) and not outlets().find(self.lowers, source.first):
                    yield Attribution(
                        self.sentence, group.first, source.last, Manner.PREPOSITION, source, None, group
                    )

    def _by_conclusion(self) -> Iterator[Attribution]:
        """Yield whose conclusion a sentence announces: « C'est la conclusion de l'OSC : »."""
        if self.lowers[:2] not in (["c'", "est"], ["c'", "était"]):
            return
        published = nouns_of("publication").find(self.lowers, 3) if len(self.lowers) > 4 else None
        source = self._source_from(3) if published else None
        if source and source.noun != (published or (0, ""))[1]:
            yield Attribution(self.sentence, 0, self._with_apposition(source), Manner.PREPOSITION, source)

    def _after(self, group: VerbGroup) -> Attribution | None:
        """Return the attribution of a verb that comes after what is said: « …, a indiqué mercredi le NIS »."""
        if group.lemma not in reporting_verbs():
            return None
        start = group.first
        while start > 0 and self.lowers[start - 1] in grammar().clitics:
            start -= 1
        before = self.lowers[start - 1] if start else ""
        inverted = self._inverted_pronoun(group)
        if inverted:
            last = max(group.last, inverted + 1)
            end = self._skip_dates(last)
            place = self._place_of_on(end) if self.lowers[inverted].endswith("on") else None
            return Attribution(
                self.sentence,
                group.first,
                place.last if place else end,
                Manner.VERB_AFTER,
                place,
                None,
                group,
            )
        if before not in _QUOTES and start != 0:
            return None
        source = self._source_from(group.last)
        if source is None or not (self._names_speaker(source) or self._is_noun_phrase(group)):
            return None
        source = self._person_in_apposition(source)
        return Attribution(
            self.sentence, group.first, self._with_apposition(source), Manner.VERB_AFTER, source, None, group
        )

    def _is_noun_phrase(self, group: VerbGroup) -> bool:
        """Whether a determiner follows a verb of saying that nothing else completes: « racontent des commerçants »."""
        index = self._skip_dates(group.last)
        return (
            index < len(self.lowers)
            and self.lowers[index] in grammar().determiners
            and group.lemma in reporting_verbs()
        )

    def _inverted_pronoun(self, group: VerbGroup) -> int | None:
        for index in range(group.first, min(group.last + 1, len(self.words))):
            if self.lowers[index].startswith("-") and self.lowers[index].rsplit("-", 1)[-1] in {
                "il",
                "elle",
                "ils",
                "elles",
                "on",
            }:
                return index
        return None

    def _place_of_on(self, index: int) -> SourcePhrase | None:
        """Return the capital in « estime-t-on à Séoul »."""
        if index < len(self.words) and self.lowers[index] in {"à", "au", "en"}:
            return read_source(self.words, index + 1, self.stops)
        return None

    def _before(self, group: VerbGroup) -> Attribution | None:
        """Return the attribution of a verb after its subject.

        For example « Le NIS affirme que », « L'OTAN avance trois millions ».
        """
        if not self._takes_object(group):
            return None
        relative = group.first and self.lowers[group.first - 1] in {"dont", "que", "qu'"}
        if relative and group.lemma == "citer":
            return None
        if relative:
            source = self._source_from(group.last)
            if source is None or not self._names_speaker(source):
                return None
            return Attribution(
                self.sentence, group.first - 1, source.last, Manner.RELATIVE, source, None, group
            )
        source = self._subject_before(group)
        if source is None or (self._may_act(group) and not self._is_observer(source)):
            return None
        last = min(self._with_apposition(source), group.first)
        return Attribution(self.sentence, source.first, last, Manner.VERB_BEFORE, source, None, group)

    def _takes_object(self, group: VerbGroup) -> bool:
        """Whether what follows is said: « que », a colon, an infinitive, or the figure itself."""
        if any(link.lemma in reporting_verbs() for link in group.links) or _denies(group):
            return True
        index = self._skip_dates(group.last)
        after = self.lowers[index] if index < len(self.words) else ""
        if after in {"que", "qu'", ":", "«", "“", '"'} or "que" in self.lowers[index : index + 6]:
            return True
        if ":" in self.lowers[group.last :] and self.lowers[group.first - 1] in {"l'", "le"}:
            return True
        if after in grammar().determiners and event_nouns().get(" ".join(self.lowers[index + 1 : index + 2])):
            return True
        if _is_count_idiom(group, self.lowers):
            return True
        number_verb = reporting_verbs().get(group.lemma, False)
        return number_verb and any(first >= group.last for first, _ in self.figures)

    def _subject_before(self, group: VerbGroup) -> SourcePhrase | None:
        """Return the source that is the subject of a verb: the first phrase of its clause that can speak."""
        start = self._clause_start(group)
        index = start
        while index < group.first:
            index = self._skip_dates(index)
            while index < group.first and self.lowers[index] in _CONNECTORS:
                index += 1
            if index >= group.first:
                break
            source = read_source(self.words[: group.first], index, self.stops)
            if source and self._names_speaker(source):
                return self._person_in_apposition(source, group.first)
            index = self._after_comma(index, group.first)
        return None

    def _person_in_apposition(self, source: SourcePhrase, end: int | None = None) -> SourcePhrase:
        """Return the name that follows a function.

        For example « Le ministre sud-coréen de la Défense, Shin Won-sik, maintient ».
        """
        words = self.words[:end]
        if (
            source.person
            or source.noun is None
            or source.last + 1 >= len(words)
            or self.lowers[source.last] != ","
        ):
            return source
        inner = read_source(words, source.last + 1, self.stops)
        return replace(inner, first=source.first, noun=source.noun) if inner and inner.person else source

    def _clause_start(self, group: VerbGroup) -> int:
        depth, asides = 0, self._relative_asides(group.first)
        for index in range(group.first - 1, -1, -1):
            lower = self.lowers[index]
            if index in asides:
                continue
            depth += (lower == ")") - (lower == "(" and depth > 0)
            if depth > 0 or (lower == "(" and ")" in self.lowers[index : group.first]):
                continue
            if lower in {";", ":", "(", "que", "qu'", "mais", "tandis", "–", "—"} or (
                lower in {"qui", "dont"}
            ):
                return index + 1 if lower != "qui" else self._antecedent_start(index)
            if any(first <= index < last for first, last in self.figures):
                return index + 1
        return 0

    def _relative_asides(self, end: int) -> frozenset[int]:
        """Return the words of the relatives closed by a comma before a verb: « Oryx, qui exige une photo, recense »."""
        inside: set[int] = set()
        for index in range(1, end):
            if (
                self.lowers[index] in grammar().relatives
                and self.lowers[index - 1] == ","
                and index not in inside
            ):
                verb = next((other.last for other in self.groups if index < other.first), end)
                comma = next((at for at in range(verb, end) if self.lowers[at] == ","), None)
                inside.update(range(index, comma + 1) if comma else ())
        return frozenset(inside)

    def _antecedent_start(self, index: int) -> int:
        """Return where the noun phrase before « , qui » begins."""
        start = index - 1 - (self.lowers[index - 1] == ",")
        while start > 0 and self.lowers[start - 1] not in {",", ";", ":", "que", "qu'", "."}:
            start -= 1
        return start

    @staticmethod
    def _may_act(group: VerbGroup) -> bool:
        """Whether a verb of saying may as well tell an event: « compte », « annonce »."""
        return group.lemma in _ACTING or (group.lemma in event_verbs() and group.lemma in reporting_verbs())

    def _is_observer(self, source: SourcePhrase) -> bool:
        """Whether the subject of a verb that also tells an event (« compte ») rather reports than acts."""
        return (
            source.person
            or source.noun not in {None, *grammar().organs}
            or source.noun in {"renseignement", "état-major"}
        )

    def _after_comma(self, index: int, end: int) -> int:
        return next((at + 1 for at in range(index, end) if self.lowers[at] == ","), end)

    def _names_speaker(self, source: SourcePhrase) -> bool:
        if source.person or source.is_anaphoric or source.acronym or source.noun:
            return True
        start = source.first
        if self.words[start].text[:1].isupper() and (start or not gazetteer().find(self.lowers, start)):
            return self.lowers[start] not in grammar().pronouns
        named = gazetteer().find(self.lowers, start)
        return named is not None and named[1].kind not in {"place", "demonym"}

    def _with_via(self, attribution: Attribution) -> Attribution:
        """Return the attribution with the outlet that brings it, and its words taken in."""
        for index in range(attribution.first, min(len(self.words), attribution.last + 6)):
            opened = self._via_opener(index)
            if opened is None and self._is_said_to(attribution, index):
                at = _via_at().find(self.lowers, index)
                opened = at[0] if at else None
            name = self._outlet(self._skip_dates(opened)) if opened else None
            if name:
                return replace(attribution, via=name[1], last=max(attribution.last, name[0]))
        return self._outlet_with_origin(attribution)

    def _via_opener(self, index: int) -> int | None:
        """Return the index after « cité par », also where a date stands between: « citée mercredi par »."""
        opened = _via_openers().find(self.lowers, index)
        if opened:
            return opened[0]
        behind = self._skip_dates(index + 1)
        if behind == index + 1 or self.lowers[behind : behind + 1] != ["par"]:
            return None
        return behind + 1 if _via_openers().find([self.lowers[index], "par"], 0) else None

    def _is_said_to(self, attribution: Attribution, index: int) -> bool:
        return attribution.group is not None and index >= attribution.group.last

    def _outlet(self, index: int) -> tuple[int, str] | None:
        """Return the outlets that begin at a word, and the index after them: « le Post et le New York Times »."""
        start = index
        while start < len(self.words) and self.lowers[start] in {
            "le",
            "la",
            "l'",
            "les",
            "par",
            "l’agence",
            "agence",
            "chaîne",
            "du",
            "au",
        }:
            start += 1
        found = outlets().find(self.lowers, start) if start < len(self.words) else None
        if found is None:
            return None
        end = found[0]
        if end + 1 < len(self.words) and self.lowers[end] == "et":
            more = self._outlet(end + 1)
            end = more[0] if more else end
        return end, self.sentence.source[self.words[start].start : self.words[end - 1].end]

    def _outlet_with_origin(self, attribution: Attribution) -> Attribution:
        """Return who speaks through an outlet: « selon le Post, qui rapporte les propos d'officiels »."""
        source = attribution.source
        if source is None or outlets().find(self.lowers, source.first) is None:
            return attribution
        for group in self.groups:
            if attribution.last <= group.first <= attribution.last + 2 and group.lemma in {
                "rapporter",
                "citer",
            }:
                origin = self._source_from(group.last)
                if origin and (origin.person or origin.noun):
                    return replace(attribution, source=origin, via=source.name, last=origin.last)
        return attribution


def _speaks(group: VerbGroup) -> bool:
    return (
        group.lemma in reporting_verbs()
        or any(link.lemma in reporting_verbs() for link in group.links)
        or _denies(group)
    )


def _is_count_idiom(group: VerbGroup, lowers: list[str]) -> bool:
    """Whether « en être à » gives a count: « Oryx en est à 4 350 »."""
    return (
        group.lemma == "être"
        and lowers[group.first - 1 : group.first] == ["en"]
        and lowers[group.last : group.last + 1] == ["à"]
    )


def _denies(group: VerbGroup) -> bool:
    lemmas = {group.lemma, *(link.lemma for link in group.links)}
    return any(modal_verbs().get(lemma) == Modality.NEGATED for lemma in lemmas) and "refuser" not in lemmas


def is_denial(attribution: Attribution) -> bool:
    """Whether the source denies what it is quoted about: « le Kremlin nie avoir payé »."""
    return attribution.group is not None and _denies(attribution.group)


def is_about_itself(attribution: Attribution) -> bool:
    """Whether the source speaks of what it does itself: « l'Ukraine dit vouloir »."""
    return attribution.group is not None and any(
        link.lemma in reporting_verbs() for link in attribution.group.links
    )


def is_past_statement(attribution: Attribution) -> bool:
    """Whether the statement was made earlier than the news: « parlait », « avait dit »."""
    return attribution.group is not None and attribution.group.tense == Tense.IMPERFECT
