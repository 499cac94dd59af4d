"""The parties that a sentence names, each with the preposition before its noun phrase and the noun it qualifies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Currencies
from armscorpus.pipes.gazetteer import NameKind, NameMatch, find_names
from armscorpus.pipes.source_phrase import nouns_of
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, prepositions
from armscorpus.pipes.words import Word

_ADJECTIVES_BETWEEN = 2
_BRANCHES = frozenset({"terre", "air", "mer"})
_QUOTES = frozenset({"»", "”", '"', "’"})
_ADJECTIVAL = ("aire", "aires", "ique", "iques", "els", "elles", "aux", "ales", "ives", "ifs")


@cache
def starts_of_prepositions() -> frozenset[str]:
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


class _Frame(NamedTuple):
    """What a name is read against: the words of the sentence, its verb groups and the ranges of its figures."""

    lowers: Sequence[str]
    groups: Sequence[VerbGroup]
    figures: Sequence[tuple[int, int]]


def find_mentions(
    words: Sequence[Word],
    groups: Sequence[VerbGroup],
    figures: Sequence[tuple[int, int]],
    *,
    known: frozenset[str],
) -> list[Mention]:
    """Return the parties that a sentence names, in order; `known` are those that the article names."""
    frame = _Frame([word.lower for word in words], groups, figures)
    mentions = [_mention(frame, name) for name in find_names(words, known=known)]
    return [
        mention for mention in mentions if not (_is_person(frame, mention) or _is_of_currency(frame, mention))
    ]


def _is_person(frame: _Frame, mention: Mention) -> bool:
    """Whether a name only tells where a person is from: « un responsable européen »."""
    if mention.head is None or frame.lowers[mention.head] in grammar().organs:
        return False
    if any(first <= mention.head < last for first, last in frame.figures):
        return False
    return any(nouns_of(kind).find(frame.lowers, mention.head) is not None for kind in ("person", "witness"))


def _is_of_currency(frame: _Frame, mention: Mention) -> bool:
    """Whether an adjective only tells the currency: « 15 milliards de dollars américains »."""
    return mention.head is not None and frame.lowers[mention.head] in _currencies()


@cache
def _currencies() -> frozenset[str]:
    return frozenset(noun for currency in load(Currencies).currency for noun in currency.nouns)


def _mention(frame: _Frame, name: NameMatch) -> Mention:
    first, is_actor, head = _phrase_start(frame, name)
    before = _before_determiner(frame, name.first)
    compound = prepositions().find_ending(frame.lowers, before)
    if compound and first < before and " " in compound[1]:  # « au service de Kinshasa »
        first, is_actor, head = before, True, None
    found = prepositions().find_ending(frame.lowers, first)
    preposition = found[1] if found else None
    common = name.kind in {NameKind.DEMONYM, NameKind.NICKNAME} or head is not None
    if (
        preposition == "de"
        and frame.lowers[first - 1] == "des"
        and common
        and _is_partitive(frame, first - 1)
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


def _is_partitive(frame: _Frame, index: int) -> bool:
    return index == 0 or frame.lowers[index - 1] == "," or any(group.last == index for group in frame.groups)


def _phrase_start(frame: _Frame, name: NameMatch) -> tuple[int, bool, int | None]:
    """Return where the noun phrase of a name begins, whether it acts itself, and the noun that it qualifies."""
    organs = grammar().organs
    organ = _organ_before(frame, name)
    if organ is not None:
        return _before_determiner(frame, organ), True, organ
    if name.is_adjective:
        head = _noun_before(frame, name.first)
        if head is None:
            return _before_determiner(frame, name.first), False, None
        return _before_determiner(frame, head), frame.lowers[head] in organs, head
    return _before_determiner(frame, name.first), name.kind != NameKind.PLACE, None


def _organ_before(frame: _Frame, name: NameMatch) -> int | None:
    """Return the index of an organ that the name completes: « l'armée russe », « les forces armées de Kiev »."""
    organs, index = grammar().organs, name.first - 1
    if index >= 0 and frame.lowers[index] in {"la", "le", "l'", "les"}:
        index -= 1
    if index >= 0 and frame.lowers[index] in {"de", "du", "des", "d'"}:
        index -= 1
    if index > 1 and frame.lowers[index] in _BRANCHES:  # « l'armée de l'air indienne »
        index -= 2 if frame.lowers[index - 1] == "de" else 3
    for back in range(index, max(-1, index - _ADJECTIVES_BETWEEN), -1):
        if frame.lowers[back] in organs:
            return back
        if frame.lowers[back] in starts_of_prepositions():
            return None
        if any(group.first <= back < group.last for group in frame.groups):
            return None
        if frame.lowers[back] in grammar().determiners or not frame.lowers[back].isalpha():
            return None
    return None


def _noun_before(frame: _Frame, index: int) -> int | None:
    """Return the noun that an adjective qualifies: the word before it that is no function word."""
    words = grammar()
    before = index - 1
    while before > 0 and frame.lowers[before] in _QUOTES:
        before -= 1
    while before > 0 and frame.lowers[before].endswith(_ADJECTIVAL) and _is_content(frame, before - 1):
        before -= 1
    if before < 0 or frame.lowers[before] in words.determiners or not frame.lowers[before][0].isalpha():
        return None
    return before


def _is_content(frame: _Frame, index: int) -> bool:
    """Whether a word can be a noun before an adjective: « le budget militaire »."""
    lower, words = frame.lowers[index], grammar()
    return lower.isalpha() and lower not in words.determiners and lower not in starts_of_prepositions()


def _before_determiner(frame: _Frame, index: int) -> int:
    words = grammar()
    while index > 0:
        before = frame.lowers[index - 1]
        if before in words.contracted or before not in words.determiners | words.titles | {"."}:
            return index
        index -= 1
    return index
