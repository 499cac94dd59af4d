"""Rules for dates of the calendar: days, months, years and decades."""

from __future__ import annotations

from functools import partial

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import Interval, day_of, months_of, years_of
from armscorpus.values.periods.moments import Context, Recurring, When, fixed, on_weekday

dates = Level()

COUNTED = "plural|measure|unit|ten|number_word"
NOT_COUNTED = f"(?!{COUNTED})"
"""After a year: what would show that it is a number of things (« 2023 hommes », « 2000 km »)."""
NOT_IN_COUNTED_RANGE = f"(?!(?:at|and|dash) (?:year|number) (?:{COUNTED}|per))"
"""The same at the end of what may be a range: « de 1500 à 2000 obus »."""
YEAR_OF_MONTH = f"(plain_year|round_year{NOT_COUNTED})"
WEEKDAY = "(?:(weekday) comma?)?"
MODERN = range(1900, 2100)
CENTURY = 100
LEAP_YEAR = 2024


def day_leaf(month: int, day: int, year: int | None = None, weekday: int | None = None) -> Leaf | None:
    """Return a day of a year, or of any year; None where the calendar has none."""
    if year is not None:
        days = day_of(year, month, day)
        return days and Leaf("day", fixed(days), Precision.DAY, calendar=(month, day))
    if day_of(LEAP_YEAR, month, day) is None:
        return None
    recurring = Recurring(lambda year: day_of(year, month, day))
    when: When = recurring if weekday is None else partial(_on_that_weekday, recurring, weekday)
    return Leaf("day", when, Precision.DAY, is_implied=True, calendar=(month, day))


def _on_that_weekday(days: Recurring, weekday: int, context: Context) -> Interval | None:
    """Return the day that its weekday shows to be meant, the last or the next: « mardi 3 juin »."""
    if context.near is None:
        return None
    last, coming = days.last(context.near), days.next(context.near)
    if last and coming and last.start.weekday() != weekday == coming.start.weekday():
        return Interval(*coming)
    return days(context)


def month_leaf(month: int, year: int | None = None) -> Leaf:
    """Return a month of a year, or of any year."""
    if year is not None:
        return Leaf("month_leaf", fixed(months_of(year, month, 1)), Precision.MONTH)
    return Leaf(
        "month_leaf", Recurring(lambda year: months_of(year, month, 1)), Precision.MONTH, is_implied=True
    )


def year_leaf(first: int, last: int | None = None) -> Leaf:
    """Return a year, or several in a row."""
    return Leaf("year_leaf", fixed(years_of(first, last or first)), Precision.YEAR)


@dates.rule("date.name", "place any_of (?:the|weekday)? (?:small|first) dash? (?:months) year?")
def _name() -> None:
    """Take the name of a street or of a movement for no date: « rue du 8 mai 1945 », « Mouvement du 23 mars »."""


@dates.rule("date.figures", "(date_in_figures)")
def _in_figures(date: Token) -> Leaf | None:
    year, month, day = date.value // 10000, date.value // 100 % 100, date.value % 100
    if not (1 <= month <= 12 and 1500 <= year < 2200):
        return None
    return day_leaf(month, day, year) if day else month_leaf(month, year)


@dates.rule("date.day", f"{WEEKDAY} (small|first) dash? (months) (?:comma|dash|of)? {YEAR_OF_MONTH}")
def _day_of_year(weekday: Token | None, day: Token, month: Token, year: Token) -> Leaf | None:
    return day_leaf(month.value, day.value, year.value)


@dates.rule("date.day", f"{WEEKDAY} (small|first) (short_month) stop? (year)")
def _abbreviated_day(weekday: Token | None, day: Token, month: Token, year: Token) -> Leaf | None:
    return day_leaf(month.value, day.value, year.value)


@dates.rule(
    "date.day",
    f"{WEEKDAY} (small|first) dash? (months)",
    f"{WEEKDAY} (small|first) (short_month) stop?",
    f"(?<=the) {WEEKDAY} (number_word|counted) (months)",
)
def _day(weekday: Token | None, day: Token, month: Token) -> Leaf | None:
    return day_leaf(month.value, day.value, weekday=weekday and weekday.value)


@dates.rule("date.day", "(months) (small) comma (year)")
def _day_in_english_order(month: Token, day: Token, year: Token) -> Leaf | None:
    return day_leaf(month.value, day.value, year.value)


@dates.rule("date.none", "number months year?")
def _no_day() -> None:
    """Take « 45 mars » for no date."""


@dates.rule("date.month", f"(months) of? {YEAR_OF_MONTH}", "(short_month) stop? (year)")
def _month_of_year(month: Token, year: Token) -> Leaf:
    return month_leaf(month.value, year.value)


# With a capital it may be a name (« la Révolution d'Octobre »), but not after « en » or at the start of a line.
@dates.rule(
    "date.month",
    "(month)",
    "(short_month) stop?(?=any_dash (?:short_month|month))",
    "(?<=en|since|before|after|until|by|part|line|stop)(capital_month)(?!stop|line)",
)
def _month(month: Token) -> Leaf:
    return month_leaf(month.value)


@dates.rule("date.feast", "(?<=at|since|before|after|until|by|of|the|between|any_at)(feast)")
def _feast(feast: Token) -> Leaf | None:
    return day_leaf(*divmod(feast.value, CENTURY))


@dates.rule("date.years", f"(year) any_dash (year|small){NOT_COUNTED}")
def _years(first: Token, last: Token) -> Leaf | None:
    """Return « 2019-2023 », « 2023/24 », but not « Mirage 2000-5 »."""
    end = last.value
    if last.kind == "small":
        end += first.value // CENTURY * CENTURY
        if last.end - last.start < 2:
            return None
    return (
        year_leaf(first.value, end) if first.value in MODERN and first.value < end and end in MODERN else None
    )


@dates.rule("date.decade", "(?:years|decade) (year|small|number|ten|counted)(?!join|any_dash|measure)")
def _decade(year: Token) -> Leaf | None:
    return (
        year_leaf(year.value)
        if year.value >= CENTURY and year.value % 10
        else _decades(year.value, year.value)
    )


@dates.rule("date.decade", "years (small|number) (?:any_dash|join) (small|number)")
def _two_decades(first: Token, last: Token) -> Leaf | None:
    return _decades(first.value, last.value)


def _decades(first: int, last: int) -> Leaf | None:
    """Return the decades that begin in two years, of which the century may be left out: « les années 90 »."""
    start, end = (year if year >= CENTURY else MODERN.start + year for year in (first, last))
    if start % 10 or end % 10 or start > end:
        return None
    return Leaf("stretch", fixed(years_of(start, end + 9)), Precision.DECADE)


@dates.rule(
    "date.year",
    f"(?:year_unit|years|fiscal_year) (year)(?!any_dash year|any_dash small){NOT_COUNTED}",
    f"(?:(?<=en|since|until_the|by|before|after|part)|(?<=part dash))(year){NOT_COUNTED}",
    f"(?<=of|from|until|in|within|between)(year)(?=(?:at|join|any_dash) plain_year(?!{COUNTED}|per))",
    "(?:(?<=line)|(?<=line dash))(year)(?=colon)",
)
def _year(year: Token) -> Leaf:
    return year_leaf(year.value)


# After these a number of things is as likely: a round one is none of a year (« jusqu'à 2000 »).
@dates.rule(
    "date.year", f"(?<=of|from|until|in|within|between)(plain_year){NOT_COUNTED}{NOT_IN_COUNTED_RANGE}(?!per)"
)
def _modern_year(year: Token) -> Leaf | None:
    return year_leaf(year.value) if year.value in MODERN else None


@dates.rule(
    "date.habit", "the weekday(?!last|next|following|previous|dash|day_part|small|first)", "per weekday"
)
def _habit() -> None:
    """Take « le lundi » for every Monday, which is no date."""


# Not « lundi 3 » before « au vendredi 7 février », which is a day of the month.
@dates.rule(
    "date.weekday",
    "(weekday)(?!(?:small|first) (?:any_at|join|dash|comma) the? weekday? (?:small|first) months)",
)
def _weekday(weekday: Token) -> Leaf:
    return Leaf("weekday_leaf", on_weekday(weekday.value), Precision.DAY, is_implied=True)
