"""Groups: the claims about one subject, how they relate, and what they say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from armscorpus.models import Claim, Modality, Rate, Record, Relation
from armscorpus.reconcile.comparisons import every_relation, relations_of_figures
from armscorpus.reconcile.consensus import Consensus, consensus_of, independent_sources
from armscorpus.reconcile.gathering import gather
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.labels import label_of
from armscorpus.reconcile.rates import DAYS
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import definitions


class Group(Record):
    """The claims about one subject, in the order of what they know.

    `subject` is a heading in French. `relations` are those that are not `unrelated`, the most severe first;
    of claims that are alike in figure, dates and source only the first is compared with the rest of the
    group. `envelope` is the lowest and the highest number that the words commit to, None where open: of
    totals, or of rates for the time `per`. `consensus` is what most of the `independent` sources support.
    `severity` is that of the most severe relation, 0 without any.
    """

    subject: str
    topics: tuple[str, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    per: Rate | None
    envelope: tuple[float | None, float | None]
    consensus: Consensus | None
    independent: int
    severity: float


def reconcile(claims: Iterable[Claim]) -> list[Group]:
    """Return the groups of some claims, the most severe first; duplicates and order change nothing."""
    groups = [_group(readings) for readings in gather(claims)]
    return sorted(groups, key=lambda group: (-group.severity, group.subject, group.claims[0].id))


def pairwise(claims: Iterable[Claim]) -> Iterator[Relation]:
    """Yield every relation but `unrelated` between two claims of one group, in the order of the claims."""
    for readings in sorted(gather(claims), key=lambda readings: readings[0].order):
        yield from every_relation(readings)


def _group(readings: list[Reading]) -> Group:
    relations = sorted(relations_of_figures(readings), key=lambda relation: -relation.severity)
    per, figures = _comparable(readings)
    voices = independent_sources(readings)
    return Group(
        subject=label_of(readings),
        topics=readings[0].subject.topics,
        claims=tuple(reading.claim for reading in readings),
        relations=tuple(relations),
        per=per,
        envelope=_envelope(list(figures.values())),
        consensus=consensus_of(voices, figures),
        independent=len(voices),
        severity=max((relation.severity for relation in relations), default=0.0),
    )


def _comparable(readings: Sequence[Reading]) -> tuple[Rate | None, dict[Reading, Interval]]:
    """Return the figures that are in the same terms and count the same part, and the time they are for.

    These are the terms and the part of most claims; of totals and rates, as of a whole and its parts, the
    former if there are as many. A denial is no figure.
    """
    affirmed = [reading for reading in readings if reading.claim.modality is not Modality.NEGATED]
    parts = Counter(_part(reading) for reading in affirmed)
    usual = min(parts, key=lambda part: (-parts[part], len(part), sorted(part)), default=None)
    kept = [reading for reading in affirmed if _part(reading) == usual]
    terms = Counter(reading.claim.quantity.per for reading in kept)
    per = min(terms, key=lambda rate: (-terms[rate], rate is not None, rate or ""), default=None)
    return per, {reading: figure for reading in kept if (figure := _in_terms(reading, per)) is not None}


def _part(reading: Reading) -> frozenset[tuple[str, frozenset[str]]]:
    """Return which part of its topic a claim counts, apart from how it is delimited."""
    scope = reading.scope.items()
    return frozenset(
        (name, part.values) for name, part in scope if not part.whole and name not in definitions()
    )


def _in_terms(reading: Reading, per: Rate | None) -> Interval | None:
    mine = reading.claim.quantity.per
    if mine is None or per is None:
        return reading.interval if mine is per else None
    return reading.interval.times(DAYS[per] / DAYS[mine])


def _envelope(figures: list[Interval]) -> tuple[float | None, float | None]:
    if not figures:
        return None, None
    low, high = min(figure.low for figure in figures), max(figure.high for figure in figures)
    return low or None, None if high == float("inf") else high
