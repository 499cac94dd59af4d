"""Gathering: which claims are about one subject, found without comparing every two.

Claims are blocked by what must be equal (`Subject.block`), then by their parties and by the facets in which
silence says nothing (dead or wounded, soldiers or workers). A claim that leaves one of these unsaid joins the
only group that it can belong to, or else the one whose figures, sources and articles it shares; it never
glues two groups together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from armscorpus.models import Claim
from armscorpus.reconcile.reading import Reading, reading_of
from armscorpus.reconcile.scope import silent_facets

Key = tuple[frozenset[str] | None, ...]
"""Supplier, recipient, then the value of each facet in which silence says nothing; None is unknown."""

WHOLE = frozenset({"*"})
"""The value of a facet for claims that name the whole."""


@dataclass(slots=True)
class _Home:
    """A group in the making, and what its own claims say, by which others find it."""

    readings: list[Reading]
    marks: set[object] = field(default_factory=set)


def gather(claims: Iterable[Claim]) -> list[list[Reading]]:
    """Return the readings of some claims by subject, each list in order; a claim given twice counts once."""
    readings = sorted((reading_of(claim) for claim in claims), key=lambda reading: reading.order)
    unique = {reading.claim.id: reading for reading in reversed(readings)}
    blocks: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        if unique[reading.claim.id] is reading:
            blocks[reading.subject.block].append(reading)
    return [group for block in blocks.values() for group in _groups_of(block)]


def _groups_of(block: list[Reading]) -> Iterator[list[Reading]]:
    """Yield the groups of one block; those of the claims that say most come first."""
    by_key: dict[Key, list[Reading]] = defaultdict(list)
    for reading in block:
        by_key[_key(reading)].append(reading)
    vague = {key for key in by_key if None in key and any(_refines(other, key) for other in by_key)}
    homes = {key: _home(readings) for key, readings in by_key.items() if key not in vague}
    own = {key: list(home.readings) for key, home in homes.items()}
    for key in sorted(vague, key=lambda key: by_key[key][0].order):
        candidates = [home for home in homes if _refines(home, key)]
        for reading in by_key[key]:
            own.setdefault(_choose(reading, candidates, homes) or key, []).append(reading)
    for group in own.values():
        yield sorted(group, key=lambda reading: reading.order)


def _key(reading: Reading) -> Key:
    subject, scope = reading.subject, reading.scope
    facets = (scope.get(name) for name in sorted(silent_facets()))
    values = (None if part is None else WHOLE if part.whole else part.values for part in facets)
    return (subject.supplier, subject.recipient, *values)


def _refines(key: Key, vague: Key) -> bool:
    """Whether a key says more than another one, and nothing else."""
    return key != vague and all(
        other is None or mine == other for mine, other in zip(key, vague, strict=True)
    )


def _home(readings: list[Reading]) -> _Home:
    return _Home(readings, {mark for reading in readings for mark in _marks(reading)})


def _choose(reading: Reading, candidates: list[Key], homes: dict[Key, _Home]) -> Key | None:
    """Return the group that a vague claim joins, None if it cannot be told.

    It is the only one, or that with most in common, or that of the whole (« pertes », not « tués »).
    """
    marks = _marks(reading)
    scores = {key: sum(marks[mark] for mark in marks.keys() & homes[key].marks) for key in candidates}
    leaders = [key for key in candidates if scores[key] == max(scores.values())]
    if len(leaders) > 1:
        leaders = [key for key in leaders if WHOLE in key]
    return leaders[0] if len(leaders) == 1 else None


def _marks(reading: Reading) -> dict[object, int]:
    """Return by what a claim may be recognised, with weights: its figure, its sources, its article."""
    claim = reading.claim
    quantity = claim.quantity
    number = quantity.value if quantity.value is not None else (quantity.low, quantity.high)
    marks: dict[object, int] = {("figure", number, quantity.per): 2, ("article", claim.article.id): 1}
    if reading.witness.named:
        marks |= {("source", key): 1 for key in reading.witness.keys}
    return marks
