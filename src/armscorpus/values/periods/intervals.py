"""Intervals of whole days, and the arithmetic of the calendar: units, shifts, thirds."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from armscorpus.models import Precision

DAY = dt.timedelta(days=1)
DAYS_A_WEEK = 7
SHORTEST_MONTH = 28
GRAINS = tuple(Precision)
"""The units of the calendar, the finest first."""
MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEMESTER: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
}
"""How many months each unit has that is made of months."""

# First days of the seasons as almanacs give them for most years, spring first.
SEASON_STARTS = ((3, 20), (6, 21), (9, 23), (12, 21))
WINTER = 3

# After which day, month or year of a unit its middle and its end begin; other lengths are cut in equal parts.
MONTH_CUTS = (0, 10, 20)
WEEK_CUTS = (0, 2, 4)
DECADE_CUTS = (0, 4, 7)


class Days(NamedTuple):
    """The days from `start` to `end`, both included and both known."""

    start: dt.date
    end: dt.date


class Interval(NamedTuple):
    """The days from `start` to `end`, both included; None is open.

    `precision` is set where it is that of another period.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision | None = None


def is_finer(unit: Precision, other: Precision) -> bool:
    """Return whether a unit is shorter than another."""
    return GRAINS.index(unit) < GRAINS.index(other)


def last_of_month(day: dt.date) -> dt.date:
    """Return the last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def day_of(year: int, month: int, day: int) -> Days | None:
    """Return that day, or None where the calendar has none (« 31 février »)."""
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    date = dt.date(year, month, day)
    return Days(date, date)


@lru_cache(maxsize=4096)
def months_of(year: int, first: int, count: int) -> Days:
    """Return `count` months of a year, from the month numbered `first`."""
    start = dt.date(year, first, 1)
    return Days(start, last_of_month(shift(start, count - 1, Precision.MONTH)))


def years_of(first: int, last: int) -> Days:
    """Return the years from `first` to `last`."""
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31))


def season_of(year: int, season: int) -> Days:
    """Return a season (0 is spring) of a year, whose winter is the one that ends in it, most of it there."""
    starts = [dt.date(year, month, day) for month, day in SEASON_STARTS]
    if season == WINTER:
        return Days(starts[WINTER].replace(year=year - 1), starts[0] - DAY)
    return Days(starts[season], starts[season + 1] - DAY)


def number_of(unit: Precision, day: dt.date) -> int:
    """Return the number, since the beginning of our era, of the week or longer unit that holds `day`."""
    if unit is Precision.WEEK:
        return (day.toordinal() - 1) // DAYS_A_WEEK
    return (day.year * 12 + day.month - 1) // MONTHS[unit]


def numbered(unit: Precision, number: int) -> Days:
    """Return the unit (a week from Monday, or longer) of that number."""
    if unit is Precision.WEEK:
        start = dt.date.fromordinal(number * DAYS_A_WEEK + 1)
        return Days(start, start + (DAYS_A_WEEK - 1) * DAY)
    year, month = divmod(number * MONTHS[unit], 12)
    if unit is Precision.DECADE:
        return years_of(year, year + 9)
    return months_of(year, month + 1, MONTHS[unit])


def unit_of(unit: Precision, day: dt.date) -> Days:
    """Return the whole unit of the calendar that holds `day`."""
    return Days(day, day) if unit is Precision.DAY else numbered(unit, number_of(unit, day))


def shift(day: dt.date, count: int, unit: Precision) -> dt.date:
    """Return the same day `count` units later (earlier if negative), or the last of a shorter month."""
    if unit in MONTHS:
        year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
        longest = calendar.monthrange(year, month + 1)[1] if day.day > SHORTEST_MONTH else SHORTEST_MONTH
        return dt.date(year, month + 1, min(day.day, longest))
    return day + count * (DAYS_A_WEEK if unit is Precision.WEEK else 1) * DAY


def shifted(days: Days, count: int, unit: Precision) -> Days:
    """Return days moved by `count` units; whole months stay whole."""
    return Days(shift(days.start, count, unit), shift(days.end + DAY, count, unit) - DAY)


def third_of(days: Days, which: int) -> Days:
    """Return the beginning (0), the middle (1) or the end (2) of an interval.

    A month is cut after the 10th and the 20th, a year after April and August, a decade after its fourth and
    seventh year, a week after Tuesday and Thursday; anything else into equal parts.
    """
    cuts = [*_cuts(days), days.end + DAY]
    return Days(cuts[which], cuts[which + 1] - DAY)


def _cuts(days: Days) -> list[dt.date]:
    length = (days.end - days.start).days + 1
    if length == DAYS_A_WEEK:
        return [shift(days.start, count, Precision.DAY) for count in WEEK_CUTS]
    months = _whole_months(days)
    if months == 1:
        return [shift(days.start, count, Precision.DAY) for count in MONTH_CUTS]
    if months == MONTHS[Precision.DECADE]:
        return [shift(days.start, count, Precision.YEAR) for count in DECADE_CUTS]
    if months and months % 3 == 0:
        return [shift(days.start, count * months // 3, Precision.MONTH) for count in range(3)]
    return [days.start + (count * length + 2) // 3 * DAY for count in range(3)]


def _whole_months(days: Days) -> int:
    """Return how many whole months an interval is made of, 0 if it is not."""
    if days.start.day != 1 or days.end != last_of_month(days.end):
        return 0
    return number_of(Precision.MONTH, days.end) - number_of(Precision.MONTH, days.start) + 1


def half_of(days: Days, which: int) -> Days:
    """Return the first (1) or the second (2) half: of a year its six months, of a month its fifteen days."""
    months = _whole_months(days)
    if months == 1:
        middle = days.start + 15 * DAY
    elif months % 2 == 0 and months:
        middle = shift(days.start, months // 2, Precision.MONTH)
    else:
        middle = days.start + ((days.end - days.start).days + 1) // 2 * DAY
    return Days(days.start, middle - DAY) if which == 1 else Days(middle, days.end)
