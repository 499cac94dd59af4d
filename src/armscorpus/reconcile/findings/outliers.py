"""Outliers: figures that are ten, a hundred, a thousand or a million times off their group."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator

from armscorpus.models import Bound, Modality
from armscorpus.reconcile.comparisons import FEW, clusters_of
from armscorpus.reconcile.findings.draft import Draft, Said, number, quantity, size, weigh
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.spans_of_time import Timing

POWERS = (1, 2, 3, 6)
"""The powers of ten by which a slip of the pen or of a translator is off."""

NEAR = 0.13
"""How far a ratio may be from a power of ten, in decimal logarithms: by a third."""

SPREAD = 2.0
"""How far apart the other figures may be."""

SLIP = 0.7
"""The severity at most of a likely slip."""

_NUMBERS = frozenset({Bound.EXACT, Bound.APPROX, Bound.AT_LEAST, Bound.MORE_THAN, Bound.BETWEEN})


def outliers(groups: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield figures that are a power of ten off what at least two other sources say of that time.

    Of one source that gives the same digits with other zeros, one other figure is enough.
    """
    for readings in groups:
        heads = [cluster[0] for cluster in clusters_of(filter(_is_number, readings))]
        for reading in heads if len(heads) <= FEW else _extremes(heads):
            draft = _judge(reading, heads)
            if draft is not None:
                yield draft


def _is_number(reading: Reading) -> bool:
    is_said = reading.claim.modality not in {Modality.NEGATED, Modality.PLANNED}
    return is_said and reading.claim.quantity.bound in _NUMBERS and size(reading) >= 1


def _extremes(heads: list[Reading]) -> list[Reading]:
    by_size = sorted(heads, key=lambda reading: (size(reading), reading.order))
    return by_size[: FEW // 2] + by_size[-FEW // 2 :]


def _judge(reading: Reading, heads: list[Reading]) -> Draft | None:
    others = [other for other in heads if other is not reading and _are_comparable(reading, other)]
    twins = [other for other in others if has_other_zeros(reading, other)]
    peers = [other for other in others if not other.witness.keys & reading.witness.keys]
    if len({other.witness.keys for other in peers}) < 2:
        return _draft(reading, twins[0]) if twins and size(twins[0]) < size(reading) else None
    sizes = [size(other) for other in peers]
    if max(sizes) > SPREAD * min(sizes) or _power(size(reading) / statistics.median(sizes)) is None:
        return None
    middle = statistics.median_low(sizes)
    return _draft(reading, next(other for other in peers if size(other) == middle))


def _are_comparable(a: Reading, b: Reading) -> bool:
    pair = Pair(a, b)
    is_one_part = pair.scope.different is None and not pair.scope.a_part and not pair.scope.b_part
    is_one_rate = a.claim.quantity.per is b.claim.quantity.per
    return is_one_part and is_one_rate and pair.timing is Timing.SAME


def has_other_zeros(a: Reading, b: Reading) -> bool:
    """Whether one source gives one number and another with the same digits (« 8 000 », « 8 millions »)."""
    if not size(a) or not size(b):
        return False
    factor = size(a) / size(b)
    power = round(math.log10(factor))
    is_exact = abs(power) in POWERS and math.isclose(factor, 10.0**power, rel_tol=1e-6)
    return is_exact and Pair(a, b).is_same_source


def _power(factor: float) -> int | None:
    power = round(math.log10(factor))
    return power if abs(power) in POWERS and abs(math.log10(factor) - power) <= NEAR else None


def _draft(reading: Reading, other: Reading) -> Draft:
    factor = size(reading) / size(other)
    greater = factor > 1
    likely = size(reading) / 10.0 ** round(math.log10(factor))
    unit = reading.claim.quantity.unit
    said: dict[str, Said] = {
        "ratio": lambda words: words.ratio(max(factor, 1 / factor)),
        "direction": lambda words: words.word("greater" if greater else "smaller"),
        "sum": quantity(reading),
        "third": number(likely, unit),
    }
    severity = weigh(SLIP, max(factor, 1 / factor), reading)
    return Draft("outlier", (reading, other), severity, said)
