"""Names of states and other parties, and the party that each stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain
from typing import NamedTuple

from babel import Locale

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import plural
from armscorpus.lexicon.phrases import PhraseTable, split_words
from armscorpus.lexicon.schema import Institutions, Parties
from armscorpus.models import SourceKind
from armscorpus.pipes.words import Word


class NameKind(StrEnum):
    """What kind of name stands for the party."""

    STATE = "state"
    CAPITAL = "capital"
    SEAT = "seat"
    LEADER = "leader"
    DEMONYM = "demonym"
    PLACE = "place"
    GROUP = "group"
    COMPANY = "company"
    NICKNAME = "nickname"


class Name(NamedTuple):
    """A name of the gazetteer: the party (ISO 3166-1 alpha-2, or a name) and the kind of name."""

    party: str
    kind: NameKind
    where: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class NameMatch(NamedTuple):
    """A name found among the words of a sentence, at [first, last)."""

    first: int
    last: int
    party: str
    kind: NameKind
    is_adjective: bool


_OBSERVERS = frozenset({SourceKind.PRESS, SourceKind.THINK_TANK, SourceKind.NGO})
_ADJECTIVAL = frozenset({NameKind.DEMONYM, NameKind.NICKNAME})
_FEMININES = (
    ("ien", "ienne"), ("éen", "éenne"), ("yen", "yenne"), ("ain", "aine"), ("ais", "aise"), ("ois", "oise"),
    ("and", "ande"), ("ol", "ole"), ("an", "ane"), ("in", "ine"), ("al", "ale"), ("ar", "are"), ("i", "ie"),
    ("ek", "èke"), ("ik", "ike"), ("kh", "khe"), ("ol", "ole"), ("gol", "gole"), ("è", "è"), ("é", "ée"),
)  # fmt: skip
_CODES_OF_NO_STATE = frozenset({"UN", "EZ", "QO", "ZZ", "XA", "XB", "AC", "TA", "CP", "DG", "IC", "EA"})


@cache
def gazetteer() -> PhraseTable[Name]:
    """Return the names of all parties; a name that stands for several belongs to the first that has it."""
    rows: dict[str, Name] = {}
    for phrase, name in _names():
        for spelling in {phrase, _without_accent_on_capital(phrase)}:
            rows.setdefault(spelling.lower(), name)
    return PhraseTable(rows.items())


def _names() -> Iterator[tuple[str, Name]]:
    parties = load(Parties)
    for code, territory in Locale.parse("fr").territories.items():
        if len(code) == len("FR") and code.isalpha() and code not in _CODES_OF_NO_STATE:
            yield territory.replace("’", "'"), Name(code, NameKind.STATE)
    for code, state in parties.state.items():
        yield from ((name, Name(code, NameKind.STATE)) for name in state.names)
        yield from ((name, Name(code, NameKind.SEAT)) for name in state.seats)
        yield from ((name, Name(code, NameKind.LEADER)) for name in state.leaders)
        yield from (
            (form, Name(code, NameKind.DEMONYM)) for text in state.demonyms for form in demonym_forms(text)
        )
        yield from ((name, Name(code, NameKind.PLACE)) for name in state.places)
        if state.capital:
            yield state.capital, Name(code, NameKind.CAPITAL)
    for group in parties.group:
        kind = NameKind.COMPANY if group.company else NameKind.GROUP
        yield from ((name, Name(group.names[0], kind)) for name in group.names)
        yield from (
            (form, Name(group.names[0], NameKind.DEMONYM))
            for text in group.demonyms
            for form in demonym_forms(text)
        )
    for nickname in parties.nickname:
        for form in demonym_forms(nickname.name):
            yield form, Name(nickname.state, NameKind.NICKNAME, nickname.where, nickname.unless)


def _without_accent_on_capital(name: str) -> str:
    return unicodedata.normalize("NFD", name[0])[0] + name[1:] if name[0].isupper() else name


def demonym_forms(text: str) -> tuple[str, ...]:
    """Return the four forms of a demonym given as « russe », or « grec:grecque » where the feminine is irregular."""
    masculine, _, feminine = text.partition(":")
    if not feminine:
        ending = next((pair for pair in _FEMININES if masculine.endswith(pair[0])), ("", ""))
        feminine = masculine[: len(masculine) - len(ending[0])] + ending[1]
    return tuple(dict.fromkeys((masculine, feminine, plural(masculine), plural(feminine))))


def find_names(words: Sequence[Word], *, known: frozenset[str] = frozenset()) -> list[NameMatch]:
    """Return the names of parties among the words of a sentence, longest first, none overlapping.

    `known` are the parties that the article names unmistakably: a nickname (« le Nord ») counts only with them.
    """
    table, lowers = gazetteer(), [word.lower for word in words]
    names: list[NameMatch] = []
    index = 0
    while index < len(lowers):
        if observer := _observers().find(lowers, index):
            index = observer[0]
            continue
        found = table.find(lowers, index)
        if found is None or not _is_name(words[index], found[1], known):
            index += 1
            continue
        end, name = found
        is_adjective = not words[index].text[0].isupper() and (
            name.kind in _ADJECTIVAL or lowers[index] in _adjectives_of_groups()
        )
        if names and _belongs_to(names[-1], index, name):
            names[-1] = names[-1]._replace(last=end)
        else:
            names.append(NameMatch(index, end, name.party, name.kind, is_adjective))
        index = end
    return names


def _belongs_to(before: NameMatch, index: int, name: Name) -> bool:
    """Whether a state is a part of the name of a company: « KNDS France »."""
    return before.last == index and before.kind == NameKind.COMPANY and name.kind == NameKind.STATE


@cache
def _adjectives_of_groups() -> frozenset[str]:
    """Return the adjectives of those who are no states: « missiles houthis »."""
    texts = (text for group in load(Parties).group for text in group.demonyms)
    return frozenset(form for text in texts for form in demonym_forms(text))


def parties_named(text: str) -> frozenset[str]:
    """Return the parties that a text names unmistakably."""
    words = split_words(text)
    table, found, index = gazetteer(), set(), 0
    while index < len(words):
        observer = _observers().find(words, index)
        match = None if observer else table.find(words, index)
        if match and match[1].kind not in {NameKind.NICKNAME, NameKind.PLACE}:
            found.add(match[1].party)
        index = match[0] if match else observer[0] if observer else index + 1
    return frozenset(found)


@cache
def _observers() -> PhraseTable[bool]:
    """Return the names of those who watch: the « Washington Post » is not Washington."""
    return PhraseTable(
        (name.lower(), True)
        for body in load(Institutions).institution
        if body.kind in _OBSERVERS
        for name in (body.name, *body.aliases)
        if " " in name
    )


def _is_name(word: Word, name: Name, known: frozenset[str]) -> bool:
    if name.kind == NameKind.NICKNAME:
        if (name.where and known.isdisjoint(name.where)) or not known.isdisjoint(name.unless):
            return False
        return word.text[0].isupper() or not name.where
    return (
        name.kind == NameKind.DEMONYM
        or word.text[0].isupper()
        or word.lower in _common_words() | _adjectives_of_groups()
    )


@cache
def _common_words() -> frozenset[str]:
    """Return the common nouns with which names begin: « royaume ermite », « groupe Wagner », « shebabs »."""
    parties = load(Parties)
    names = chain.from_iterable(
        chain(
            (state.names + state.seats + state.places for state in parties.state.values()),
            (group.names for group in parties.group),
        )
    )
    return frozenset(name.split()[0] for name in names if name[0].islower())
