"""When something is: what gives days once the reference, the tense and the periods before are known.

A `When` is a function of a `Context`. `Recurring` ones (« en mars », « mardi ») come back every year or week,
and the context says which is meant; all others are plain functions.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from armscorpus.models import Precision
from armscorpus.values.periods.intervals import (
    DAY,
    Days,
    Interval,
    number_of,
    numbered,
    shift,
    unit_of,
)

REACH = 9
"""How many occurrences away a date is looked for: the 29th of February may be eight years away."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A period found before, to which « la même année » may refer; `is_weekday` if it is a bare weekday."""

    interval: Interval
    precision: Precision
    is_weekday: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a period is resolved against.

    `today` is the reference. Recurring dates are looked for backward from `near`, or forward from `earliest`
    if `is_ahead` says so: both are the reference (of a month, its last day and its first), or the other end
    of a range. `before` are the periods found so far, the nearest first.
    """

    today: dt.date | None
    near: dt.date | None
    earliest: dt.date | None
    is_ahead: Callable[[], bool]
    before: tuple[Antecedent, ...] = ()

    def before_day(self, day: dt.date) -> Context:
        """Return the context in which recurring dates are the last by that day."""
        return replace(self, near=day, is_ahead=lambda: False)

    def after_day(self, day: dt.date) -> Context:
        """Return the context in which recurring dates are the next from that day on."""
        return replace(self, near=day, earliest=day, is_ahead=lambda: True)

    def looking(self, *, ahead: bool) -> Context:
        """Return the context in which the next recurring dates are meant, or the last."""
        return replace(self, is_ahead=lambda: ahead)


When = Callable[[Context], Interval | None]


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes back in each unit of a `cycle` (in some maybe not), numbered from the beginning of our era.

    `is_whole` says that an occurrence under way is not yet meant (« les neuf premiers mois de l'année »).
    """

    occurrence: Callable[[int], Days | None]
    cycle: Precision = Precision.YEAR
    is_whole: bool = False

    def __call__(self, context: Context) -> Interval | None:
        """Return the last occurrence that has begun by then, or the next that is not over."""
        if context.near is None or context.earliest is None:
            return None
        if not context.is_ahead():
            found = self.last(context.near)
        else:
            found = self.next(context.earliest if self.cycle is Precision.YEAR else context.near)
        return found and Interval(*found)

    def last(self, day: dt.date) -> Days | None:
        """Return the last occurrence that begins (or, if whole, ends) no later than `day`."""
        return next((days for days in self._backward(day) if days[self.is_whole] <= day), None)

    def next(self, day: dt.date) -> Days | None:
        """Return the first occurrence that ends no earlier than `day`."""
        return next((days for days in self._forward(day) if days.end >= day), None)

    def last_over(self, day: dt.date) -> Days | None:
        """Return the last occurrence that is over before `day`."""
        return next((days for days in self._backward(day) if days.end < day), None)

    def next_to_begin(self, day: dt.date) -> Days | None:
        """Return the first occurrence that begins after `day`."""
        return next((days for days in self._forward(day) if days.start > day), None)

    def _backward(self, day: dt.date) -> Iterator[Days]:
        number = number_of(self.cycle, day)
        return filter(None, map(self.occurrence, range(number + 1, number - REACH, -1)))

    def _forward(self, day: dt.date) -> Iterator[Days]:
        number = number_of(self.cycle, day)
        return filter(None, map(self.occurrence, range(number - 1, number + REACH)))


def on_weekday(weekday: int, length: int = 1) -> Recurring:
    """Return the days that begin on a weekday (0 is Monday) of each week."""

    def occurrence(week: int) -> Days:
        start = numbered(Precision.WEEK, week).start + weekday * DAY
        return Days(start, start + (length - 1) * DAY)

    return Recurring(occurrence, Precision.WEEK)


def each(unit: Precision, *, is_whole: bool = False) -> Recurring:
    """Return each unit of the calendar: « l'année », of which « la fin » may be the last or the next."""
    return Recurring(lambda number: numbered(unit, number), unit, is_whole)


def fixed(days: Days) -> When:
    """Return what is the same in any context."""
    interval = Interval(*days)
    return lambda _: interval


def unit_away(unit: Precision, count: int) -> When:
    """Return the whole unit `count` units after that of the reference; « l'an dernier » is one before."""

    def away(today: dt.date) -> Interval:
        return Interval(*unit_of(unit, shift(today, count, unit)))

    return from_today(away)


def days_since(count: int, unit: Precision) -> When:
    """Return the days from the same day `count` units before the reference, to it."""
    return from_today(lambda today: Interval(shift(today, -count, unit), today))


def days_until(count: int, unit: Precision) -> When:
    """Return the days from the reference to the same day `count` units later."""
    return from_today(lambda today: Interval(today, shift(today, count, unit)))


def from_today(interval: Callable[[dt.date], Interval | None]) -> When:
    """Return what needs the reference alone."""
    return lambda context: None if context.today is None else interval(context.today)


def narrowed(when: When, narrow: Callable[[Days], Days | None]) -> When:
    """Return a part of what `when` gives; of a recurring date, a recurring part."""
    if isinstance(when, Recurring):
        whole = when.occurrence
        return replace(when, occurrence=lambda number: (days := whole(number)) and narrow(days))

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
