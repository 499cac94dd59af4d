"""Rules for dates of the calendar: days, months, years, quarters, seasons, decades."""

from __future__ import annotations

import datetime as dt
from functools import partial

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import Days, day_of, months_of, season_of
from armscorpus.values.periods.moments import Context, Interval, Recurring, fixed, on_weekday

dates = Level()
NOT_COUNTED = "(?!plural|measure|unit|number_word)"
"""After a year: what follows would show that it is a number of things (« 2023 hommes », « 2000 km »)."""
NO_RANGE_COUNTED = "(?!(?:at|and|dash) (?:year|number) (?:plural|measure|unit|number_word|per))"
"""The same at the end of what may be a range: « de 1500 à 2000 obus »."""


def day_leaf(month: int, day: int, year: int | None = None, weekday: int | None = None) -> Leaf | None:
    """Return a day of the year, or of any year; None where the calendar has none."""
    if year is not None:
        when = fixed(day_of(year, month, day))
        return when and Leaf("day", when, Precision.DAY, calendar=(month, day))
    if day_of(2024, month, day) is None:
        return None
    recurring = Recurring(lambda year: day_of(year, month, day))
    when = recurring if weekday is None else partial(_on_that_weekday, recurring, weekday)
    return Leaf("day", when, Precision.DAY, implied=True, calendar=(month, day))


def _on_that_weekday(days: Recurring, weekday: int, context: Context) -> Interval | None:
    """Return the day that the weekday shows to be meant, the last or the next: « mardi 3 juin »."""
    if context.near is None:
        return None
    last, coming = days.last(context.near), days.next(context.near)
    if last and coming and last.start.weekday() != weekday == coming.start.weekday():
        return Interval(*coming)
    return days(context)


def month_leaf(month: int, year: int | None = None) -> Leaf:
    """Return a month of the year, or of any year."""
    if year is None:
        return Leaf(
            "month_leaf", Recurring(lambda year: months_of(year, month, 1)), Precision.MONTH, implied=True
        )
    days = months_of(year, month, 1)
    return Leaf("month_leaf", lambda _: Interval(*days), Precision.MONTH)


def year_leaf(first: int, last: int | None = None) -> Leaf:
    """Return a year, or several in a row."""
    days = Interval(dt.date(first, 1, 1), dt.date(last or first, 12, 31))
    return Leaf("year_leaf", lambda _: days, Precision.YEAR)


@dates.rule("date.place", "place of (weekday? (small|first) dash? month year?)")
def _place(*_: Token | None) -> None:
    """Take the name of a street or a movement for what it is: « rue du 8 mai 1945 », « Mouvement du 23 mars »."""


@dates.rule("date.iso", "(iso)")
@dates.rule("date.numeric", "(numeric)")
def _numeric_day(day: Token) -> Leaf | None:
    year, month, number = day.value // 10000, day.value // 100 % 100, day.value % 100
    return day_leaf(month, number, year) if 1 <= month <= 12 else None


@dates.rule("date.numeric_month", "(numeric_month)")
def _numeric_month(month: Token) -> Leaf | None:
    year, number = divmod(month.value, 100)
    return month_leaf(number, year) if 1 <= number <= 12 and 1500 <= year < 2200 else None


@dates.rule(
    "date.day",
    f"(weekday)? comma? (small|first) dash? (month) comma? of? (year){NOT_COUNTED}",
    "(weekday)? comma? (small|first) (short_month) stop? (year)?",
    "(weekday)? comma? (small|first) dash? (month)",
)
def _day(weekday: Token | None, day: Token, month: Token, year: Token | None = None) -> Leaf | None:
    return day_leaf(month.value, day.value or 1, year and year.value, weekday and weekday.value)


@dates.rule("date.month", f"(month) of? (year){NOT_COUNTED}", "(short_month) stop? (year)")
def _month_of_year(month: Token, year: Token) -> Leaf:
    return month_leaf(month.value, year.value)


@dates.rule("date.month", "(month)")
def _month(month: Token) -> Leaf | None:
    # « Mars » may be the planet, and capital months are names (« la Révolution d'Octobre ») but at the start of a line
    return None if month.capital else month_leaf(month.value)


@dates.rule("date.year", f"unit_year (year){NOT_COUNTED}")
@dates.rule("date.decade", "(?:unit_years|unit_decade) (year|small|number)(?!and|dash|measure)")
def _decade(year: Token) -> Leaf | None:
    first = year.value + 1900 if year.value < 100 else year.value
    if first % 10:
        return year_leaf(first)
    days = Interval(dt.date(first, 1, 1), dt.date(first + 9, 12, 31))
    return Leaf("stretch", lambda _: days, Precision.DECADE)


@dates.rule("date.years", f"(year) (?:dash|slash) (year){NOT_COUNTED}")
def _years(first: Token, last: Token) -> Leaf | None:
    return year_leaf(first.value, last.value) if 1900 <= first.value < last.value < 2100 else None


@dates.rule("date.season_years", "(season) (year) (?:dash|slash) (year)")
def _season_of_two_years(season: Token, _: Token, last: Token) -> Leaf:
    days = season_of(last.value, season.value)
    return Leaf("stretch", lambda _: Interval(*days), Precision.SEASON)


@dates.rule("date.season", "(season) of? (year)")
def _season_of_year(season: Token, year: Token) -> Leaf:
    days = season_of(year.value, season.value)
    return Leaf("stretch", lambda _: Interval(*days), Precision.SEASON)


@dates.rule("date.season", "(?<=the|this|at|part)(season)")
def _season(season: Token) -> Leaf:
    return Leaf(
        "stretch", Recurring(lambda year: season_of(year, season.value)), Precision.SEASON, implied=True
    )


@dates.rule("date.year", f"(?:(?<=in|since|until|by|before|after|part)|(?<=part dash))(year){NOT_COUNTED}")
def _year(year: Token) -> Leaf:
    return year_leaf(year.value)


@dates.rule("date.year", f"(?<=of|from|within|between)(year){NOT_COUNTED}{NO_RANGE_COUNTED}")
def _recent_year(year: Token) -> Leaf | None:
    return year_leaf(year.value) if 1900 <= year.value < 2100 else None


@dates.rule("date.quarter", "(ordinals) (unit_quarter)")
@dates.rule("date.semester", "(ordinals) (unit_semester)")
def _part_of_year(ordinal: Token, unit: Token) -> Leaf | None:
    number = ordinal.value or 1
    length, precision = (3, Precision.QUARTER) if unit.kind == "unit_quarter" else (6, Precision.SEMESTER)
    if number * length > 12:
        return None

    def of_year(year: int) -> Days:
        return months_of(year, (number - 1) * length + 1, length)

    return Leaf("stretch", Recurring(of_year), precision, implied=True)


@dates.rule("date.habit", "the (weekday)(?!last|next|following|previous|there|day_part)", "per weekday")
def _habit(_: Token | None = None) -> None:
    """Take « le lundi » for every Monday, which is no date."""


@dates.rule("date.weekday", "(weekday) day_part?")
def _weekday(weekday: Token) -> Leaf:
    return Leaf("day", on_weekday(weekday.value), Precision.DAY, implied=True)
