"""Rules for dates of the calendar: days, weekdays and months."""

from __future__ import annotations

from functools import partial

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import Interval, day_of, months_of
from armscorpus.values.periods.moments import Context, Recurring, When, fixed, on_weekday
from armscorpus.values.periods.years import NOT_COUNTED

dates = Level()

YEAR_OF_MONTH = f"(plain_year|round_year{NOT_COUNTED})"
WEEKDAY = "(?:(weekday) comma?)?"
ANY_WEEKDAY = "(?:weekday comma?)?"
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
    if context.near is None or context.earliest is None:
        return None
    last, coming = days.last(context.near), days.next(context.earliest)
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


@dates.rule("date.name", "place any_of (?:the|weekday)? (?:small|first) dash? (?:months) year?")
def _name() -> None:
    """Take a street or a movement for no date: « rue du 8 mai 1945 », « Mouvement du 23 mars »."""


@dates.rule("date.figures", "(date_in_figures)")
def _in_figures(date: Token) -> Leaf | None:
    year, month, day = date.value // 10000, date.value // 100 % 100, date.value % 100
    if not (1 <= month <= 12 and 1500 <= year < 2200):
        return None
    return day_leaf(month, day, year) if day else month_leaf(month, year)


@dates.rule(
    "date.day",
    f"{ANY_WEEKDAY} (small|first) dash? (months) (?:comma|dash|of)? {YEAR_OF_MONTH}",
    f"{ANY_WEEKDAY} (small|first) (short_month) stop? (year)",
)
def _day_of_year(day: Token, month: Token, year: Token) -> Leaf | None:
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


# With a capital it may be a name (« la Révolution d'Octobre », « M. Janvier »), but not after « en » or at
# the start of a sentence.
@dates.rule(
    "date.month",
    "(month)",
    "(short_month) stop?(?=any_dash (?:short_month|month))",
    "(?<=en|since|before|after|until|by|part)(capital_month)",
    "(?<=line|stop)(?<!measure stop)(capital_month)(?!stop|line)",
)
def _month(month: Token) -> Leaf:
    return month_leaf(month.value)


@dates.rule("date.feast", "(?<=at|since|before|after|until|by|of|the|between|any_at)(feast)")
def _feast(feast: Token) -> Leaf | None:
    return day_leaf(*divmod(feast.value, 100))


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
