"""Rates and totals: a rate for one length of time as a rate for another, a total over a window as a rate."""

from __future__ import annotations

from armscorpus.models import Event, Rate, Statistic
from armscorpus.reconcile.reading import Reading

DAYS = {
    Rate.HOUR: 1 / 24,
    Rate.DAY: 1.0,
    Rate.WEEK: 7.0,
    Rate.MONTH: 365.25 / 12,
    Rate.QUARTER: 365.25 / 4,
    Rate.YEAR: 365.25,
}
"""The length of each rate in days."""

ROUNDED = 0.02
"""How far a converted figure may be off because months and years differ in length."""


def to_common_terms(a: Reading, b: Reading) -> tuple[float, float] | None:
    """Return the factors that make rates per day of two quantities, (1, 1) where none is needed.

    None where a rate meets a total that is over no known window, or over one shorter than the rate is for.
    """
    if a.claim.quantity.per == b.claim.quantity.per:
        return 1.0, 1.0
    first = _factor(a, b)
    second = _factor(b, a)
    return None if first is None or second is None else (first, second)


def _factor(reading: Reading, other: Reading) -> float | None:
    per, other_per = reading.claim.quantity.per, other.claim.quantity.per
    if per is not None:
        return 1 / DAYS[per]
    days = _countable_days(reading)
    return None if days is None or other_per is None or days < 0.9 * DAYS[other_per] else 1 / days


def _countable_days(reading: Reading) -> int | None:
    """Return the length of the window of a sum of what happened, None if it is unknown or an incident."""
    window, claim = reading.window, reading.claim
    is_sum = claim.event is not Event.STOCK and claim.quantity.statistic is Statistic.TOTAL
    is_counted = is_sum and claim.quantity.unit != "%" and window is not None and not window.is_brief
    return window.days if window is not None and is_counted else None
