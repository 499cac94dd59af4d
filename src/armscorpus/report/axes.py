"""Axes: where a number falls on a line of characters, on a linear or a logarithmic scale."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

WIDE = 20.0
"""How many times the smallest number the greatest may be on a linear axis."""


class Axis(NamedTuple):
    """A line of `width` characters from one number to another."""

    low: float
    high: float
    width: int
    is_log: bool

    def place(self, value: float) -> int:
        """Return the column of a number; what lies outside is at the end."""
        low, high, value = (self._scaled(min(number, self.high)) for number in (self.low, self.high, value))
        share = (value - low) / (high - low) if high > low else 0.5
        return min(self.width - 1, max(0, round(share * (self.width - 1))))

    def _scaled(self, number: float) -> float:
        return math.log10(max(number, self.low)) if self.is_log else number


def axis_of(numbers: Iterable[float], width: int) -> Axis | None:
    """Return an axis that holds some numbers: from zero, or logarithmic where they are far apart; None for none."""
    finite = [number for number in numbers if 0 < number < math.inf]
    if not finite:
        return None
    low, high = min(finite), max(finite)
    is_log = high > WIDE * low
    return Axis(low if is_log else 0.0, high, width, is_log)
