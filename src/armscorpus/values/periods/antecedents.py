"""The periods before, and the dates reckoned from them: the same, the year before, two months later."""

from __future__ import annotations

import datetime as dt

from armscorpus.models import Precision
from armscorpus.values.periods.intervals import DAY, Days, Interval, is_finer, shift, shifted, unit_of
from armscorpus.values.periods.moments import Antecedent, Context, known


def antecedent(context: Context) -> Antecedent | None:
    """Return the nearest period before that is no bare weekday (often of a statement), else the nearest."""
    nearest = context.before[0] if context.before else None
    return next((before for before in context.before if not before.is_weekday), nearest)


def antecedent_days(context: Context) -> Days | None:
    """Return the days of the period before, if both ends of it are known."""
    before = antecedent(context)
    return known(before.interval) if before else None


def same_dates(context: Context) -> Interval | None:
    """Return the dates of the period before."""
    before = antecedent(context)
    return before.interval._replace(precision=before.precision) if before else None


def dates_before(context: Context) -> Interval | None:
    """Return all days before those of the period before."""
    same = same_dates(context)
    return Interval(None, same.start - DAY, same.precision) if same and same.start else None


def dates_since(context: Context) -> Interval | None:
    """Return the days from the period before to the reference."""
    same = same_dates(context)
    return same._replace(end=context.today) if same and same.start else None


def unit_beside(context: Context, unit: Precision, count: int) -> Interval | None:
    """Return a unit so far from the nearest period within one such unit.

    Without any period before, « l'année précédente » is that before the reference.
    """
    held = (day for before in context.before if (day := _day_in(unit, before)))
    day = next(held, None) or (context.today if count < 0 and not context.before else None)
    return Interval(*unit_of(unit, shift(day, count, unit))) if day else None


def _day_in(unit: Precision, before: Antecedent) -> dt.date | None:
    """Return a day of a period within one such unit; a bare weekday stands for no week or year."""
    days = known(before.interval)
    if days is None or (before.is_weekday and unit is not Precision.DAY):
        return None
    return days.start if unit_of(unit, days.start) == unit_of(unit, days.end) else None


def units_beside(context: Context, count: int, unit: Precision) -> Interval | None:
    """Return so many units right after the period before, or right before it if `count` is negative."""
    days = antecedent_days(context)
    if days is None:
        return None
    if count < 0:
        return Interval(shift(days.start, count, unit), days.start - DAY)
    return Interval(days.end + DAY, shift(days.end + DAY, count, unit) - DAY)


def moved_antecedent(context: Context, count: int, unit: Precision) -> Interval | None:
    """Return the nearest period that can be, moved by so many units.

    Where there is none before, what is earlier is reckoned from the reference.
    """
    if not context.before:
        today = context.today if count < 0 else None
        return moved(Days(today, today), count, unit, Precision.DAY) if today else None
    results = (
        moved(days, count, unit, before.precision)
        for before in context.before
        if (days := known(before.interval)) and (unit is Precision.DAY or not before.is_weekday)
    )
    return next(filter(None, results), None)


def moved(days: Days, count: int, unit: Precision, precision: Precision) -> Interval | None:
    """Return days moved by so many units, as precise as the coarser of the two.

    A year is not moved by months: « trois mois avant 2022 » has no date.
    """
    if is_finer(unit, precision):
        return None
    if days.start == days.end and unit is not Precision.DAY:
        return Interval(*unit_of(unit, shift(days.start, count, unit)), unit)
    return Interval(*shifted(days, count, unit), precision)


def in_year(context: Context, year: Days) -> Interval:
    """Return the period before, moved to another year (« la même période de 2023 »), or else that year."""
    before = antecedent(context)
    days = antecedent_days(context)
    if before is None or days is None:
        return Interval(*year, Precision.YEAR)
    same = shifted(days, year.start.year - days.start.year, Precision.YEAR)
    return Interval(*same, before.precision)
