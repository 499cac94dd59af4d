"""The shapes of `states.toml` and `institutions.toml`."""

from __future__ import annotations

from typing import ClassVar, Literal

from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import SourceKind


class State(Entry):
    """A state: what CLDR does not say of it in French; `demonyms` as « grec:grecque » where the feminine is irregular."""

    demonyms: tuple[str, ...]
    capital: str
    names: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class Nickname(Entry):
    """A name that stands for `state` only in an article that names one of `where` otherwise, and none of `unless`."""

    name: str
    state: str
    where: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    example: str


class Group(Entry):
    """A party that is no state, by its names and adjectives; a `company` makes and sells.

    `state` is that for which it fights, or in which it makes what it sells: their figures are of one side.
    """

    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    company: bool = False
    state: str | None = None


class Parties(Table):
    """`states.toml`: states, nicknames and parties that are no states."""

    file: ClassVar[str] = "states"
    state: dict[str, State]
    nickname: tuple[Nickname, ...]
    group: tuple[Group, ...]


class Institution(Entry):
    """A body that states figures, and the people who speak for it; `state` is an ISO 3166-1 alpha-2 code or EU.

    `alone` are names that mean it only where nothing else is said. `counts` is `documented` where only what is proved
    one by one is counted, so that its figures are floors.
    """

    name: str
    aliases: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    state: str | None = None
    kind: SourceKind
    counts: Literal["documented"] | None = None
    examples: tuple[str, ...]


class Organ(Entry):
    """An organ that every state has, by the words that name it beside those of the state."""

    name: str
    words: tuple[str, ...]
    kind: SourceKind
    examples: tuple[str, ...]


class Institutions(Table):
    """`institutions.toml`: who states figures; `anonymous` words begin the names of sources without a name."""

    file: ClassVar[str] = "institutions"
    anonymous: tuple[str, ...]
    organ: tuple[Organ, ...]
    institution: tuple[Institution, ...]
