"""Intervals of numbers: what the words of a quantity commit to, and how far two of them lie apart."""

from __future__ import annotations

import math
from typing import NamedTuple

from armscorpus.models import Bound, Quantity, Statistic

CEILINGS = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
FLOORS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
OPEN = CEILINGS | FLOORS | {Bound.VAGUE}
WIDE = OPEN | {Bound.BETWEEN}

EPSILON = 1e-6


class Interval(NamedTuple):
    """A closed interval; 0 where the words set no floor, infinity where they set no ceiling."""

    low: float
    high: float

    def times(self, factor: float) -> Interval:
        """Return the interval with both ends multiplied."""
        return Interval(self.low * factor, self.high * factor)


def interval_of(quantity: Quantity) -> Interval:
    """Return what the words commit to; « jusqu'à 38 000 en 24 heures » is a maximum of 38 000, no less."""
    value = quantity.value
    if value is not None and _is_extreme(quantity):
        return Interval(float(value), float(value))
    low = 0.0 if quantity.low is None else float(quantity.low)
    return Interval(low, math.inf if quantity.high is None else float(quantity.high))


def _is_extreme(quantity: Quantity) -> bool:
    if quantity.statistic is Statistic.MAX:
        return quantity.bound in CEILINGS
    return quantity.statistic is Statistic.MIN and quantity.bound in FLOORS


def rounding(value: float) -> float:
    """Return half the unit to which a number looks rounded, of two significant digits at least.

    11 000 may stand for 10 500 to 11 500, 3 689 for itself alone; numbers below ten are exact.
    """
    if value < 10 or math.isinf(value):
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    while unit > 1 and not math.isclose(value / unit, round(value / unit), abs_tol=EPSILON):
        unit /= 10
    return unit / 2


def gap(a: Interval, b: Interval) -> tuple[float, float]:
    """Return the nearest bounds: the lesser of the ends, then the greater of the beginnings.

    The first is the smaller one only where the intervals have nothing in common.
    """
    return min(a.high, b.high), max(a.low, b.low)


def is_apart(a: Interval, b: Interval) -> bool:
    """Whether two intervals have nothing in common, even if their nearest bounds are rounded numbers."""
    near, far = gap(a, b)
    return near < far and far - near >= (rounding(near) + rounding(far)) * (1 - EPSILON)


def ratio(a: Interval, b: Interval) -> float:
    """Return how many times the higher of the nearest bounds is the lower one; 1 where the intervals overlap.

    Zero counts as one half, so that « aucun » and « un seul » are a factor of two apart.
    """
    near, far = gap(a, b)
    return max(1.0, far / (near or 0.5)) if near < far else 1.0


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether one interval holds another one that is smaller, ends included."""
    slack = EPSILON * max(1.0, inner.low)
    return outer.low - slack <= inner.low and inner.high <= outer.high * (1 + EPSILON) and outer != inner


def is_equal(a: float, b: float, tolerance: float = EPSILON) -> bool:
    """Whether two numbers are the same up to a relative tolerance."""
    return math.isclose(a, b, rel_tol=tolerance, abs_tol=EPSILON)
