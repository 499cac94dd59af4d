"""The shape of `events.toml`."""

from __future__ import annotations

from typing import ClassVar, Literal

from armscorpus.lexicon.schema.words import Words
from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import Event

Side = Literal["supplier", "recipient", "both", "things", "enemy"]


class Frame(Entry):
    """Which side of an event the subject, the direct object and each preposition bring."""

    subject: Side
    object: Side | None = None
    prepositions: dict[str, Side]


class EventVerbs(Entry):
    """Verbs that evoke an event in a frame.

    `weak` ones give way to others; the subject of a `carrier` only holds the things; a ship that `docks` is a call;
    `transitive` ones have the things for their object; one of the words `near` must stand in the sentence;
    `reflexive` ones are so only with a reflexive pronoun (« se sont abattus »).
    """

    lemmas: tuple[str, ...]
    event: Event
    frame: str
    weak: bool = False
    carrier: bool = False
    docks: bool = False
    transitive: bool = False
    reflexive: bool = False
    near: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    examples: tuple[str, ...]


class EventNouns(Entry):
    """Nouns that evoke an event in a frame."""

    words: tuple[str, ...]
    event: Event
    frame: str
    examples: tuple[str, ...]


class Events(Table):
    """`events.toml`: frames, verbs and nouns of events; the event of a topic by default, and how topics bend events."""

    file: ClassVar[str] = "events"
    frame: dict[str, Frame]
    verb: tuple[EventVerbs, ...]
    noun: tuple[EventNouns, ...]
    default: dict[str, Event]
    default_frame: dict[Event, str]
    shift: dict[str, dict[Event, Event]]
    shooters: Words
    awaiting: Words
    payments: Words
    goods: Words
    values: Words
    measuring: Words
    holding: Words
    winning: Words
    own_acts: Words
    own_losses: Words
    service: Words
    origins: Words
    reversal: Words
    loading: Words
