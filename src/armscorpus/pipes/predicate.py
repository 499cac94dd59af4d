"""What happened to the things that a figure counts, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from armscorpus.lexicon.schema import Frame
from armscorpus.models import Event
from armscorpus.pipes.verbs import VerbGroup


@dataclass(frozen=True, slots=True)
class Predicate:
    """What happened, in which frame, and the words that say so.

    `group` is the verb, `index` that of the noun. `is_subject` is True where the things counted are the subject of an
    active verb; `near` are the nouns that make a locution of the verb (« prendre la route de »).
    """

    event: Event
    frame: Frame
    rule: str
    group: VerbGroup | None = None
    index: int | None = None
    is_subject: bool = False
    is_weak: bool = False
    is_carrier: bool = False
    docks: bool = False
    near: tuple[str, ...] = ()
