"""A sentence laid out: its clauses, verb groups, names with the prepositions before them, and subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.pipes.gazetteer import NameKind, NameMatch, find_names
from armscorpus.pipes.sentences import Sentence, find_dateline
from armscorpus.pipes.source_phrase import nouns_of
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, prepositions
from armscorpus.pipes.words import Word

_ADJECTIVES_BETWEEN = 2
_PLACE_REACH = 10
_DISTANCES = frozenset(
    {"kilomètres", "kilomètre", "km", "mètres", "milles", "large", "frontière", "frontières"}
)
_COMPASS = frozenset({"nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest"})
_PRONOUN_REACH = 6  # words between a pronoun and its verb, negation and clitics included
_COORDINATORS = frozenset({"mais", "tandis", "contre", "car", "or", "donc", "puis", "alors", "pendant"})


_INVERTED = ("-il", "-elle", "-ils", "-elles")
_ADJECTIVAL = ("aire", "aires", "ique", "iques", "els", "elles", "aux", "ales", "ives", "ifs")


@cache
def _starts_of_prepositions() -> frozenset[str]:
    """Return the first words of the prepositions, « de » apart."""
    starts = {phrase.split()[0] for phrase in grammar().prepositions}
    return frozenset(starts | {"au", "aux"}) - {"de"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in the sentence: the words [first, last) of its noun phrase.

    `preposition` governs the phrase; `is_actor` is False where the name only qualifies another noun (« les cargos
    russes ») or places the event; `head` is the index of the noun it qualifies.
    """

    first: int
    last: int
    party: str
    kind: NameKind
    preposition: str | None
    is_actor: bool
    head: int | None = None
    is_adjective: bool = False
    name: int = 0


class Scene:
    """The layout of one sentence.

    `figures` and `asides` are ranges of words: quantities, and attributions; `attributing` the first words of the verbs
    of saying; `known` the parties that the article names.
    """

    def __init__(
        self,
        sentence: Sentence,
        *,
        figures: Sequence[tuple[int, int]] = (),
        asides: Sequence[tuple[int, int]] = (),
        attributing: frozenset[int] = frozenset(),
        known: frozenset[str] = frozenset(),
    ) -> None:
        self.sentence = sentence
        self.words: list[Word] = sentence.words
        self.lowers: list[str] = [word.lower for word in self.words]
        self.figures = figures
        self.asides = asides
        self._attributing = attributing
        self._known = known

    @property
    def body_start(self) -> int:
        """The character of the text at which the sentence begins behind its dateline."""
        dateline = find_dateline(self.sentence)
        return self.words[dateline].start if dateline else self.sentence.start

    @cached_property
    def groups(self) -> list[VerbGroup]:
        """The verb groups, in order; none is looked for inside a quantity."""
        opaque = frozenset(index for first, last in self.figures for index in range(first, last))
        return self.sentence.groups(opaque)

    def is_aside(self, index: int) -> bool:
        """Whether a word belongs to an attribution."""
        return any(first <= index < last for first, last in self.asides)

    def is_attributing(self, group: VerbGroup) -> bool:
        """Whether a verb group is the verb of an attribution."""
        return group.first in self._attributing

    @cached_property
    def clauses(self) -> list[int]:
        """The number of the clause of each word; `parents` tells in which clause each is embedded."""
        return self._clauses_and_parents[0]

    @cached_property
    def parents(self) -> list[int | None]:
        """The embedding clause of each clause."""
        return self._clauses_and_parents[1]

    @cached_property
    def _clauses_and_parents(self) -> tuple[list[int], list[int | None]]:
        """Number the clauses: relatives and parentheses are embedded and close, the rest follow one another."""
        clauses: list[int] = []
        parents: list[int | None] = [None]
        stack: list[tuple[int, str]] = [(0, "")]
        inside = {index for first, last in self.figures for index in range(first, last)}
        verbs = {group.first for group in self.groups}
        has_verb = False
        for index, lower in enumerate(self.lowers):
            opener = None if index in inside else self._opens(index)
            if opener:
                if opener == "flat":
                    stack = [(len(parents), "")]
                    parents.append(None)
                elif opener == "sibling":
                    stack = stack[:-1] if len(stack) > 1 else stack
                    parents.append(parents[stack[-1][0]])
                    stack = [*stack[:-1], (len(parents) - 1, stack[-1][1])]
                else:
                    parents.append(stack[-1][0])
                    stack.append((len(parents) - 1, opener))
                has_verb = False
            has_verb = has_verb or index in verbs
            clauses.append(stack[-1][0])
            if len(stack) > 1 and self._closes(lower, stack[-1][1], has_verb):
                stack.pop()
        return clauses, parents

    def _opens(self, index: int) -> str | None:
        """Return what closes the clause that begins at a word, « flat » or « sibling » for one that is not embedded."""
        lower, before = self.lowers[index], self.lowers[index - 1] if index else ""
        if lower == "(":
            return ")"
        if lower in {";", ":"}:
            return "flat"
        words = grammar()
        if lower in {"que", "qu'"} and any(
            group.restricted and 0 <= index - group.last < 4 for group in self.groups
        ):
            return None
        if lower in words.relatives and not (
            lower in {"que", "qu'"} and before in {"ainsi", "plus", "moins", "pas"}
        ):
            return "," if before in {",", "et"} or lower in {"qui", "dont", "où"} else "end"
        if lower in words.conjunctions and before not in {"par", "en"} and self._is_conjunction(index):
            return "sibling" if lower in _COORDINATORS else "end"
        return None

    def _is_conjunction(self, index: int) -> bool:
        lower = self.lowers[index]
        after = self.lowers[index + 1] if index + 1 < len(self.lowers) else ""
        if lower in {"alors", "pendant", "bien", "même", "tandis", "parce"}:
            return after in {"que", "qu'"}
        if lower == "contre":
            return any(first == index + 1 for first, _ in self.figures)
        return (
            lower not in {"comme", "puis", "soit", "donc", "or"}
            or index == 0
            or self.lowers[index - 1] == ","
        )

    @staticmethod
    def _closes(lower: str, closer: str, has_verb: bool) -> bool:
        return lower == closer and (closer != "," or has_verb)

    def has_phrase(self, phrases: PhraseTable[bool]) -> bool:
        """Whether one of the phrases stands in the sentence."""
        return any(phrases.find(self.lowers, index) for index in range(len(self.lowers)))

    def lineage(self, index: int) -> Iterator[int]:
        """Yield the clause of a word, then the clauses in which it is embedded."""
        clause: int | None = self.clauses[index]
        while clause is not None:
            yield clause
            clause = self.parents[clause]

    @cached_property
    def mentions(self) -> list[Mention]:
        """The parties named outside attributions, in order."""
        mentions = [
            self._mention(name)
            for name in find_names(self.words, known=self._known)
            if not self.is_aside(name.first)
        ]
        return [mention for mention in mentions if not self._is_person(mention)]

    def _is_person(self, mention: Mention) -> bool:
        """Whether a name only tells where a person is from: « un responsable européen »."""
        if mention.head is None or self.lowers[mention.head] in grammar().organs:
            return False
        if any(first <= mention.head < last for first, last in self.figures):
            return False
        return nouns_of("person").find(self.lowers, mention.head) is not None

    def _mention(self, name: NameMatch) -> Mention:
        first, is_actor, head = self._phrase_start(name)
        before = self._before_determiner(name.first)
        compound = prepositions().find_ending(self.lowers, before)
        if compound and first < before and " " in compound[1]:  # « au service de Kinshasa »
            first, is_actor, head = before, True, None
        found = prepositions().find_ending(self.lowers, first)
        preposition = found[1] if found else None
        common = name.kind in {NameKind.DEMONYM, NameKind.NICKNAME} or head is not None
        if (
            preposition == "de"
            and self.lowers[first - 1] == "des"
            and common
            and self._is_partitive(first - 1)
        ):
            preposition = None
        return Mention(
            first,
            name.last,
            name.party,
            name.kind,
            preposition,
            is_actor,
            head,
            name.is_adjective,
            name.first,
        )

    def is_distant(self, mention: Mention) -> bool:
        """Whether a name only tells from where a distance is measured: « à dix kilomètres du Soudan »."""
        before = self.lowers[max(0, mention.first - 3) : mention.name]
        if not _DISTANCES.isdisjoint(before):
            return True
        outside = [
            index for index in range(mention.first - 3, mention.name) if self.lowers[index] in _COMPASS
        ]
        return any(self.lowers[index - 1] == "au" or self.lowers[index - 2] == "à" for index in outside)

    def _is_partitive(self, index: int) -> bool:
        return (
            index == 0 or self.lowers[index - 1] == "," or any(group.last == index for group in self.groups)
        )

    def _phrase_start(self, name: NameMatch) -> tuple[int, bool, int | None]:
        """Return where the noun phrase of a name begins, whether it acts itself, and the noun that it qualifies."""
        organs = grammar().organs
        organ = self._organ_before(name)
        if organ is not None:
            return self._before_determiner(organ), True, organ
        if name.is_adjective:
            head = self._noun_before(name.first)
            if head is None:
                return self._before_determiner(name.first), False, None
            return self._before_determiner(head), self.lowers[head] in organs, head
        return self._before_determiner(name.first), name.kind != NameKind.PLACE, None

    def _organ_before(self, name: NameMatch) -> int | None:
        """Return the index of an organ that the name completes: « l'armée russe », « les forces armées de Kiev »."""
        organs, index = grammar().organs, name.first - 1
        if index >= 0 and self.lowers[index] in {"la", "le", "l'", "les"}:
            index -= 1
        if index >= 0 and self.lowers[index] in {"de", "du", "des", "d'"}:
            index -= 1
        for back in range(index, max(-1, index - _ADJECTIVES_BETWEEN), -1):
            if self.lowers[back] in organs:
                return back
            if self.lowers[back] in _starts_of_prepositions():
                return None
            if any(group.first <= back < group.last for group in self.groups):
                return None
            if self.lowers[back] in grammar().determiners or not self.lowers[back].isalpha():
                return None
        return None

    def _noun_before(self, index: int) -> int | None:
        """Return the noun that an adjective qualifies: the word before it that is no function word."""
        words = grammar()
        before = index - 1
        while before > 0 and self.lowers[before].endswith(_ADJECTIVAL) and self._is_content(before - 1):
            before -= 1
        if before < 0 or self.lowers[before] in words.determiners or not self.lowers[before][0].isalpha():
            return None
        return before

    def _is_content(self, index: int) -> bool:
        """Whether a word can be a noun before an adjective: « le budget militaire »."""
        lower, words = self.lowers[index], grammar()
        return lower.isalpha() and lower not in words.determiners and lower not in _starts_of_prepositions()

    def _before_determiner(self, index: int) -> int:
        words = grammar()
        while index > 0:
            before = self.lowers[index - 1]
            if before in words.contracted or before not in words.determiners | words.titles | {"."}:
                return index
            index -= 1
        return index

    def preposition_of_place(self, mention: Mention, known: frozenset[str]) -> str | None:
        """Return the preposition that governs the place in which a name stands.

        For example « vers des dépôts de l'ouest russe ».
        """
        for index in range(mention.first, max(-1, mention.first - _PLACE_REACH), -1):
            if any(group.first == index and not group.is_bare for group in self.groups) or self.lowers[
                index
            ] in {",", ";"}:
                return None
            found = prepositions().find(self.lowers, index)
            if found and found[1] in known and found[1] != "de":
                return found[1]
        return None

    def subject_of(self, group: VerbGroup) -> Mention | str | None:
        """Return the subject of a verb group: a party, "figure", "pronoun", "other", or None where none is seen."""
        clause = self.clauses[group.first]
        antecedent = self._relative_antecedent(group)
        if antecedent is not None:
            return antecedent
        if not group.is_finite:
            main = self.main_group(group)
            if main and not (
                self.figures and any(main.last <= first < group.first for first, _ in self.figures)
            ):
                near = self._subject_at(group.first - 1, group)
                return near if isinstance(near, Mention) else self.subject_of(main)
        for index in range(group.first - 1, -1, -1):
            if self.clauses[index] != clause or self.is_aside(index):
                continue
            found = self._subject_at(index, group)
            if found is not None:
                return found
        return self._inverted_subject(group)

    def main_group(self, group: VerbGroup) -> VerbGroup | None:
        """Return the finite verb on which an infinitive or a gerund depends: the last one before it in its clause."""
        clauses = set(self.lineage(group.first))
        before = [
            other for other in self.groups
            if other.is_finite and other.last <= group.first and self.clauses[other.first] in clauses
            and not self.is_aside(other.first)
        ]  # fmt: skip
        return before[-1] if before else None

    def _subject_at(self, index: int, group: VerbGroup) -> Mention | str | None:
        lower = self.lowers[index]
        if any(last - 1 == index for _, last in self.figures):
            return "figure" if group.first - index < _PLACE_REACH else None
        for mention in self.mentions:
            if mention.last - 1 == index:
                return mention if mention.preposition is None else None
        if (
            lower in grammar().pronouns - {"on", "ce", "c'", "cela", "ça"}
            and group.first - index <= _PRONOUN_REACH
            and not self._is_emphatic(index)
        ):
            return "pronoun"
        if index and self._stands_for_party(index):
            return "pronoun" if group.first - index <= _PRONOUN_REACH else None
        return None

    def _stands_for_party(self, index: int) -> bool:
        """Whether a noun stands for the party named before: « le régime », « ses canons »."""
        lower, before = self.lowers[index], self.lowers[index - 1]
        if before in {"son", "sa", "ses", "leur", "leurs"}:
            return lower in grammar().organs | grammar().epithets
        return lower in grammar().epithets and before in {"le", "la", "l'"}

    def _is_emphatic(self, index: int) -> bool:
        """Whether a pronoun only repeats the subject: « La Belgique, elle, en assemble 500 »."""
        around = self.lowers[index - 1 : index + 2 : 2] if index else []
        return around == [",", ","]

    def _relative_antecedent(self, group: VerbGroup) -> Mention | str | None:
        """Return what « qui » stands for, where it is the subject."""
        clause = self.clauses[group.first]
        start = self.clauses.index(clause)
        if self.lowers[start] != "qui" or self.lowers[start - 1] in _starts_of_prepositions():
            return None
        for index in range(start - 1, -1, -1):
            if any(last - 1 == index for _, last in self.figures):
                return "figure"
            for mention in self.mentions:
                if mention.last - 1 == index:
                    return mention
            if start - index > _PLACE_REACH:
                break
        return "other"

    def _inverted_subject(self, group: VerbGroup) -> Mention | str | None:
        """Return a subject after the verb in a relative clause: « que citent le Post et le Times »."""
        clause = self.clauses[group.first]
        start = self.clauses.index(clause)
        if self.sentence.is_question:
            if any(lower.endswith(_INVERTED) for lower in self.lowers[group.first : group.last + 1]):
                return "pronoun"
            reach = 2
        elif self.lowers[start] in {"que", "qu'", "où", "dont"}:
            reach = 0
        else:
            return None
        for mention in self.mentions:
            if group.last <= mention.first <= group.last + reach and mention.preposition is None:
                return mention
        return None
