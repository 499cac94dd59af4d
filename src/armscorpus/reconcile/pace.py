"""Paces: how fast a total must have grown into a longer window, as a multiple of its pace so far."""

from __future__ import annotations

import math
from typing import NamedTuple

from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.spans_of_time import Window

FAST = 3.0
"""A total that must have grown at more than so many times its pace was counted otherwise."""

SLOW = 0.1
"""A total that grew at less than this share of its pace, for as long again, was counted otherwise too."""


class Growth(NamedTuple):
    """The least and the greatest pace of a growth, as multiples of that before it; None if unknown."""

    least: float | None
    greatest: float | None

    @property
    def is_too_fast(self) -> bool:
        """Whether even the nearest bounds need too fast a growth."""
        return self.least is not None and self.least > FAST

    @property
    def is_too_slow(self) -> bool:
        """Whether even the farthest bounds leave next to nothing for the rest of the time."""
        return self.greatest is not None and self.greatest < SLOW


UNKNOWN_GROWTH = Growth(None, None)


def growth_between(early: Interval, late: Interval, inner: Window | None, outer: Window | None) -> Growth:
    """Return how fast a total grew from a window to a longer or later one, in which it is greater."""
    if inner is None or outer is None:
        return UNKNOWN_GROWTH
    so_far = _length_so_far(inner, outer)
    if so_far is None or early.high <= 0:
        return UNKNOWN_GROWTH
    extra = _extra_days(inner, outer)
    if extra <= 0:
        return UNKNOWN_GROWTH
    least = (late.low - early.high) / extra / (early.high / so_far)
    greatest = (late.high - early.low) / extra / (early.low / so_far) if early.low > 0 else math.inf
    is_remainder = not inner.may_begin_with(outer) and extra >= so_far
    return Growth(least, greatest if is_remainder else None)


def _length_so_far(inner: Window, outer: Window) -> int | None:
    """Return the days over which the first total was reached; an unknown beginning is that of the other."""
    if inner.days is not None:
        return inner.days if outer.start is not None or inner.may_begin_with(outer) else None
    if outer.start is None or outer.start >= inner.end:
        return None
    return (inner.end - outer.start).days + 1


def _extra_days(inner: Window, outer: Window) -> int:
    """Return the days in which the total grew: after the inner window, or around it."""
    if inner.days is not None and outer.days is not None and not inner.may_begin_with(outer):
        return max(outer.days - inner.days, (outer.end - inner.end).days)
    return (outer.end - inner.end).days
