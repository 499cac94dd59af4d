"""Intervals of whole days, and the arithmetic of the calendar: units, shifts, thirds."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

from armscorpus.models import Precision

DAY = dt.timedelta(days=1)
MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEMESTER: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
}
"""How many months each unit has that is made of months."""

# First days of the astronomical seasons, as almanacs give them for most years.
SEASON_STARTS = ((3, 20), (6, 21), (9, 23), (12, 21))
WINTER = 3


class Interval(NamedTuple):
    """The days from `start` to `end`, both included; None is open."""

    start: dt.date | None
    end: dt.date | None


class Days(NamedTuple):
    """The days from `start` to `end`, both included and both known."""

    start: dt.date
    end: dt.date


def last_of_month(day: dt.date) -> dt.date:
    """Return the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_of(year: int, month: int, day: int) -> Days | None:
    """Return that day, or None where the calendar has none (« 31 février »)."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return Days(date, date)


def months_of(year: int, first: int, count: int) -> Days:
    """Return `count` months of a year, from the month numbered `first`."""
    start = dt.date(year, first, 1)
    return Days(start, last_of_month(shift(start, count - 1, Precision.MONTH)))


def season_of(year: int, season: int) -> Days:
    """Return a season (0 is spring) of a year; the winter of a year is the one that ends in it, most of its days being there."""
    starts = [dt.date(year, month, day) for month, day in SEASON_STARTS]
    if season == WINTER:
        return Days(starts[WINTER].replace(year=year - 1), starts[0] - DAY)
    return Days(starts[season], starts[season + 1] - DAY)


def unit_of(unit: Precision, day: dt.date) -> Days:
    """Return the whole week (Monday to Sunday), month, quarter, semester, year or decade that holds `day`."""
    if unit is Precision.DAY:
        return Days(day, day)
    if unit is Precision.WEEK:
        start = day - day.weekday() * DAY
        return Days(start, start + 6 * DAY)
    length = MONTHS[unit]
    if unit is Precision.DECADE:
        first = dt.date(day.year // 10 * 10, 1, 1)
        return Days(first, dt.date(first.year + 9, 12, 31))
    return months_of(day.year, (day.month - 1) // length * length + 1, length)


def shift(day: dt.date, count: int, unit: Precision) -> dt.date:
    """Return the same day `count` units later (earlier if negative), or the last day of a month that is too short."""
    if unit in MONTHS:
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
        return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return day + count * (7 if unit is Precision.WEEK else 1) * DAY


def third_of(days: Days, which: int) -> Days:
    """Return the beginning (0), the middle (1) or the end (2) of an interval.

    A month is cut after the 10th and the 20th, a longer unit after whole months or years where it divides so, else
    after whole days.
    """
    length = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    whole = days.start.day == 1 and days.end == last_of_month(days.end)
    if not whole or (length > 1 and length % 3):
        return _third_of_days(days, which)
    if length == 1:
        cuts = [days.start + count * DAY for count in (0, 10, 20)]
    elif length == MONTHS[Precision.DECADE]:
        cuts = [days.start.replace(year=days.start.year + count) for count in (0, 4, 7)]
    else:
        cuts = [shift(days.start, count * length // 3, Precision.MONTH) for count in range(3)]
    return _between_cuts(cuts, days.end, which)


def _third_of_days(days: Days, which: int) -> Days:
    length = (days.end - days.start).days + 1
    return _between_cuts(
        [days.start + (count * length + 2) // 3 * DAY for count in range(3)], days.end, which
    )


def _between_cuts(cuts: list[dt.date], end: dt.date, which: int) -> Days:
    ends = [*(cut - DAY for cut in cuts[1:]), end]
    return Days(cuts[which], ends[which])
