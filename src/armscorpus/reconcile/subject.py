"""Subjects: what a claim is about. A field that is unknown is not different."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache

from armscorpus.lexicon import load
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.names import fold, stems
from armscorpus.lexicon.schema import Parties
from armscorpus.models import Claim, Event, Modality, Statistic

_BY_NOUN = frozenset({"autre", "prix"})
"""Topics that gather different things: only claims about the same noun compare."""

Party = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about; `supplier` and `recipient` are None where the article does not say.

    `statistic` is the same for a sum and for a mean, which compare once they are rates. `noun` is the counted
    noun where the topic does not say what is counted. `planned` sets what is promised apart from what
    happened. `container` is the topic of the one thing that holds what is counted (« un conteneur renferme 300 obus »).
    """

    topics: tuple[str, ...]
    event: Event
    unit: str | None
    statistic: Statistic
    planned: bool
    noun: str | None
    supplier: Party
    recipient: Party
    container: str | None = None

    @property
    def is_about_nobody(self) -> bool:
        """Whether neither side is known, of something that has sides (a price has none)."""
        return self.supplier is None and self.recipient is None and "prix" not in self.topics

    @property
    def block(self) -> tuple[object, ...]:
        """What must be equal for two claims to be compared at all."""
        return self.topics, self.event, self.unit, self.statistic, self.planned, self.noun, self.container


class Match(Enum):
    """How the parties of two claims compare."""

    SAME = auto()
    UNKNOWN = auto()
    DIFFERENT = auto()


def subject_of(claim: Claim) -> Subject:
    """Return what a claim is about."""
    quantity = claim.quantity
    noun = claim.object if not _BY_NOUN.isdisjoint(claim.topics) else None
    is_planned = claim.modality is Modality.PLANNED
    what = (claim.topics, claim.event, quantity.unit, quantity.statistic, is_planned, noun)
    return _subject(*what, claim.supplier, claim.recipient, container_of(claim))


def container_of(claim: Claim) -> str | None:
    """Return the topic of the one thing that holds what a claim counts, None where it counts by itself."""
    rule = claim.evidence.rules.get("container") if claim.evidence else None
    return rule.removeprefix("topic.") if rule else None


@lru_cache(maxsize=65536)
def _subject(
    topics: tuple[str, ...],
    event: Event,
    unit: str | None,
    statistic: Statistic,
    planned: bool,
    noun: str | None,
    supplier: str | None,
    recipient: str | None,
    container: str | None,
) -> Subject:
    return Subject(
        topics=topics,
        event=event,
        unit=unit,
        statistic=Statistic.TOTAL if statistic is Statistic.MEAN else statistic,
        planned=planned,
        noun=None if noun is None else next(iter(stems(noun)), None),
        supplier=_party(supplier),
        recipient=_party(recipient),
        container=container,
    )


def is_one_party(a: str, b: str) -> bool:
    """Whether two names are of the same parties (« FSR », « Forces de soutien rapide »; « Africa Corps » is Russia)."""
    return _party(a) == _party(b)


def is_level(claim: Claim) -> bool:
    """Whether a figure is true of a time (a rate, a stock, a share, a price) and does not add up."""
    quantity = claim.quantity
    is_rate = quantity.per is not None or quantity.statistic not in {Statistic.TOTAL, Statistic.MEAN}
    return is_rate or quantity.unit == "%" or claim.event is Event.STOCK or "prix" in claim.topics


def match_parties(a: Party, b: Party) -> Match:
    """Return whether one side of two claims is the same; None is unknown."""
    if a is None or b is None:
        return Match.SAME if a is b else Match.UNKNOWN
    return Match.SAME if a == b else Match.DIFFERENT


@lru_cache(maxsize=65536)
def _party(name: str | None) -> Party:
    """Return the parties joined in one role; « FSR » and « Forces de soutien rapide » are one."""
    return None if name is None else frozenset(_party_key(part.strip()) for part in name.split(","))


def _party_key(name: str) -> str:
    if len(name) == 2 and name.isupper():
        return name
    if state := _states_of_groups().get(fold(name)):
        return state
    institution = find_institution(name)
    return " ".join(stems(institution.name if institution else name))


@cache
def _states_of_groups() -> dict[str, str]:
    """Return the states of makers and of those who fight for one, by their folded names."""
    groups = load(Parties).group
    return {fold(name): group.state for group in groups if group.state for name in group.names}
