"""A sentence laid out: its clauses, verb groups, names with the prepositions before them, and subjects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.pipes.clauses import Clauses, find_clauses
from armscorpus.pipes.gazetteer import NameKind
from armscorpus.pipes.mentions import Mention, find_mentions, starts_of_prepositions
from armscorpus.pipes.sentences import Sentence, find_dateline
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, prepositions
from armscorpus.pipes.words import Word

_PLACE_REACH = 10
_DISTANCES = frozenset(
    {"kilomètres", "kilomètre", "km", "mètres", "milles", "large", "frontière", "frontières"}
)
_PLACES = frozenset({NameKind.CAPITAL, NameKind.PLACE, NameKind.STATE})
_COMPASS = frozenset({"nord", "sud", "est", "ouest", "nord-est", "nord-ouest", "sud-est", "sud-ouest"})
_FRONTED = 2  # words before an infinitive or a participle with which a sentence begins
_PRONOUN_REACH = 6  # words between a pronoun and its verb, negation and clitics included
_BEFORE_STRONG = frozenset(
    {"à", "pour", "avec", "par", "sans", "chez", "contre", "selon", "d'après", "entre"}
)
_INVERTED = ("-il", "-elle", "-ils", "-elles")


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
        return index in self._words_of_asides

    @cached_property
    def _words_of_asides(self) -> frozenset[int]:
        return frozenset(index for first, last in self.asides for index in range(first, last))

    def is_attributing(self, group: VerbGroup) -> bool:
        """Whether a verb group is the verb of an attribution."""
        return group.first in self._attributing

    @property
    def clauses(self) -> list[int]:
        """The number of the clause of each word; `parents` tells in which clause each is embedded."""
        return self._clauses.of_words

    @property
    def parents(self) -> list[int | None]:
        """The embedding clause of each clause."""
        return self._clauses.parents

    @cached_property
    def _clauses(self) -> Clauses:
        return find_clauses(self.lowers, self.groups, self.figures)

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
        mentions = find_mentions(self.words, self.groups, self.figures, known=self._known)
        return [mention for mention in mentions if not self.is_aside(mention.name)]

    def is_distant(self, mention: Mention) -> bool:
        """Whether a name only tells from where a distance is measured: « à dix kilomètres du Soudan »."""
        before = self.lowers[max(0, mention.first - 3) : mention.name]
        if not _DISTANCES.isdisjoint(before):
            return True
        outside = [
            index for index in range(mention.first - 3, mention.name) if self.lowers[index] in _COMPASS
        ]
        return any(self.lowers[index - 1] == "au" or self.lowers[index - 2] == "à" for index in outside)

    def is_apposed(self, mention: Mention) -> bool:
        """Whether a place between commas only says where the one before it is: « l'institut, à Londres, a suivi »."""
        before = self.lowers[max(0, mention.first - 2) : mention.first]
        is_behind_comma = before[:1] == [","] and before[-1:] in (["à"], ["en"], ["au"])
        return (
            is_behind_comma
            and mention.kind in _PLACES
            and self.lowers[mention.last : mention.last + 1] == [","]
        )

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
            if main is None and group.first <= _FRONTED:
                main = next((other for other in self.groups if other.is_finite), None)
                return self.subject_of(main) if main else None  # « Après avoir perdu 200 hommes, l'armée … »
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
            and not (index and self.lowers[index - 1] in _BEFORE_STRONG)
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
        if self.lowers[start] != "qui" or self.lowers[start - 1] in starts_of_prepositions():
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
