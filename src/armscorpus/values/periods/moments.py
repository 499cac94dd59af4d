"""When something is: values that give days once the reference, the tense and the antecedent are known.

A `When` is a function of a `Context`. `Recurring` ones (« en mars », « mardi ») come back every year or week, and the
context says which one is meant; all others are plain functions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from armscorpus.models import Precision
from armscorpus.values.periods.intervals import DAY, Days, Interval, shift, unit_of

REACH = 9
"""How many occurrences away a date is looked for: the 29th of February may be eight years away."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A period found before, to which « la même année » refers."""

    days: Interval
    precision: Precision
    statement: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a period is resolved against.

    `today` is the reference, `near` the day round which recurring dates are looked for (the reference, or the other end
    of a range), `ahead` whether the next one is meant, and `before` the periods found so far, the nearest first.
    """

    today: dt.date | None
    near: dt.date | None
    ahead: Callable[[], bool]
    before: tuple[Antecedent, ...] = ()

    def beside(self, near: dt.date, *, ahead: bool) -> Context:
        """Return the context in which recurring dates are the nearest before or after `near`."""
        return replace(self, near=near, ahead=lambda: ahead)


When = Callable[[Context], Interval | None]


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes back every year or every week: the occurrence of each, numbered from the beginning of our era."""

    occurrence: Callable[[int], Days | None]
    weekly: bool = False

    def __call__(self, context: Context) -> Interval | None:
        """Return the last occurrence that has begun by then, or the next that is not over."""
        if context.near is None:
            return None
        found = self.next(context.near) if context.ahead() else self.last(context.near)
        return found and Interval(*found)

    def last(self, day: dt.date) -> Days | None:
        """Return the last occurrence that begins no later than `day`."""
        return next((days for days in self._backward(day) if days.start <= day), None)

    def next(self, day: dt.date) -> Days | None:
        """Return the first occurrence that ends no earlier than `day`."""
        return next((days for days in self._forward(day) if days.end >= day), None)

    def last_over(self, day: dt.date) -> Days | None:
        """Return the last occurrence that is over by `day`."""
        return next((days for days in self._backward(day) if days.end < day), None)

    def next_to_begin(self, day: dt.date) -> Days | None:
        """Return the first occurrence that begins after `day`."""
        return next((days for days in self._forward(day) if days.start > day), None)

    def _backward(self, day: dt.date) -> Iterator[Days]:
        number = self._number(day)
        return filter(None, map(self.occurrence, range(number + 1, number - REACH, -1)))

    def _forward(self, day: dt.date) -> Iterator[Days]:
        number = self._number(day)
        return filter(None, map(self.occurrence, range(number - 1, number + REACH)))

    def _number(self, day: dt.date) -> int:
        return (day.toordinal() - 1) // 7 if self.weekly else day.year


def on_weekday(weekday: int, length: int = 1) -> Recurring:
    """Return the days that begin on a weekday (0 is Monday) of each week."""

    def occurrence(week: int) -> Days:
        start = dt.date.fromordinal(7 * week + 1 + weekday)
        return Days(start, start + (length - 1) * DAY)

    return Recurring(occurrence, weekly=True)


def fixed(days: Days | None) -> When | None:
    """Return what is the same in any context, or None for days that do not exist."""
    return days and (lambda _: Interval(*days))


def unit_away(unit: Precision, count: int) -> When:
    """Return the whole unit that is `count` units after that of the reference (« l'an dernier » is one before)."""
    return lambda context: context.today and Interval(*unit_of(unit, shift(context.today, count, unit)))


def days_since(count: int, unit: Precision) -> When:
    """Return the days from the same day `count` units before the reference, to it."""
    return lambda context: context.today and Interval(shift(context.today, -count, unit), context.today)


def days_until(count: int, unit: Precision) -> When:
    """Return the days from the reference to the same day `count` units later."""
    return lambda context: context.today and Interval(context.today, shift(context.today, count, unit))


def narrowed(when: When, narrow: Callable[[Days], Days | None]) -> When:
    """Return a part of what `when` gives; of a recurring date, a recurring part."""
    if isinstance(when, Recurring):
        whole = when.occurrence
        return Recurring(lambda number: (days := whole(number)) and narrow(days), when.weekly)

    def part(context: Context) -> Interval | None:
        days = known(when(context))
        narrow_days = days and narrow(days)
        return narrow_days and Interval(*narrow_days)

    return part


def known(interval: Interval | None) -> Days | None:
    """Return an interval both of whose ends are known, else None."""
    if interval is None or interval.start is None or interval.end is None:
        return None
    return Days(interval.start, interval.end)


def undated(_: Context) -> None:
    """Return nothing: for words that say when without a date (« ces dernières semaines »)."""
