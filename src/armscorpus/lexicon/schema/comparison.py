"""The shapes of the files that claims are compared with."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import Bound, Event, Rate


class Facet(Entry):
    """One respect in which counted things differ: the words of each value, and of the `whole`.

    `topics` restricts it; `silence` is what the absence of any of its words means. A `definition` says how the things
    are delimited or counted, so that it explains a gap between two figures; other facets make them different things.
    """

    name: str
    topics: tuple[str, ...] = ()
    silence: Literal["whole", "unknown"] = "whole"
    definition: bool = False
    whole: tuple[str, ...] = ()
    value: dict[str, tuple[str, ...]]
    examples: tuple[str, ...]


class Scopes(Table):
    """`scopes.toml`: the words of a counted noun phrase that say which part of the topic is counted."""

    file: ClassVar[str] = "scopes"
    facet: tuple[Facet, ...]


class Reasons(Table):
    """`reasons.toml`: why two claims relate as they do, a sentence per rule, and the words that render claims in it.

    `finding` holds the sentences of what claims say together, `check` those of the check of new articles. `topic` names
    the topics where the catalogue does not, in languages other than its own.
    """

    file: ClassVar[str] = "reasons"
    rule: dict[str, str]
    finding: dict[str, str]
    check: dict[str, str]
    number: dict[str, str]
    topic: dict[str, str] = Field(default_factory=dict)
    word: dict[str, str]
    bound: dict[Bound, str]
    unit: dict[str, str]
    per: dict[Rate, str]
    scale: dict[str, str]
    happened: dict[Event, str]
    feminine: tuple[str, ...]
    singular: tuple[str, ...]
    plain: tuple[str, ...]
