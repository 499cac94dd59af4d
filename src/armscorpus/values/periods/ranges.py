"""Rules for ranges and lists: « entre octobre et décembre 2024 », « du 6 au 7 mai », « en 2026 et 2027 »."""

from __future__ import annotations

from armscorpus.models import Precision
from armscorpus.values.periods.dates import day_leaf
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, GRAINS, Days, Interval
from armscorpus.values.periods.moments import Context, Recurring, When, known, unit_away
from armscorpus.values.periods.relative_dates import implied
from armscorpus.values.periods.years import NOT_COUNTED, year_leaf

days_of_month = Level()
ranges = Level()
nights = Level()

UNDER_WAY = 45
"""A range of fewer days than this may be under way at the reference; a longer one is taken to be over."""
SMALL = "weekday? (small|first)"
CLOCK = "(?:any_at? count hour)?"
TO = "(?:comma? and? until|comma? and? until_the|any_at)"
YEAR = f"year{NOT_COUNTED}"


def joined(first: Leaf, last: Leaf) -> Leaf:
    """Return the days from the beginning of one expression to the end of another that comes after it."""
    return Leaf(
        "stretch",
        _range(first.when, last.when),
        min(first.precision, last.precision, key=GRAINS.index),
        is_implied=first.is_implied and last.is_implied,
    )


def _range(first: When, last: When) -> When:
    def when(context: Context) -> Interval | None:
        ends = _ends(first, last, context)
        return ends and Interval(ends[0].start, ends[1].end)

    return when


Ends = tuple[Days, Days]


def _ends(first: When, last: When, context: Context) -> Ends | None:
    """Return both ends; where one recurs, it is the nearest to the other."""
    if not isinstance(last, Recurring):
        return _ends_from_last(first, last, context)
    ends = _ends_from_first(first, last, context)
    if not isinstance(first, Recurring) or not ends or context.near is None or context.is_ahead():
        return ends
    is_over = ends[1].start <= context.near
    is_short = last.cycle is Precision.YEAR and (ends[1].end - ends[0].start).days < UNDER_WAY
    return ends if is_over or is_short else _ends_from_last(first, last, context)


def _ends_from_first(first: When, last: When, context: Context) -> Ends | None:
    start = known(first(context))
    end = start and known(last(context.after_day(start.start)))
    return (start, end) if start and end else None


def _ends_from_last(first: When, last: When, context: Context) -> Ends | None:
    end = known(last(context))
    start = end and known(first(context.before_day(end.start)))
    return (start, end) if start and end else None


@days_of_month.rule(
    "range.days",
    f"between the? {SMALL} and the? (day)",
    f"any_of {SMALL} any_at (day)",
    f"{SMALL} any_dash (day)",
)
@days_of_month.rule("list.days", f"{SMALL}(?: comma weekday? (?:small|first))* join the? (day)")
def _days(first: Token, last: Leaf) -> Leaf | None:
    start = _day_before(first.value, last)
    return start and joined(start, last)


def _day_before(day: int, last: Leaf) -> Leaf | None:
    """Return the day in the month of a later one, or in the month before it: « du 28 au 3 décembre »."""
    if last.calendar is None:
        return None
    month, number = last.calendar
    return day_leaf(month if day <= number else (month + 10) % 12 + 1, day)


@ranges.rule("list.years", f"(year_leaf)(?: comma year)* join (year_leaf|{YEAR})")
@ranges.rule("list.months", "(month_leaf)(?: comma month_leaf)* join (month_leaf)")
@ranges.rule("list.days", "(weekday_leaf) join (weekday_leaf)")
@ranges.rule("range.dash", "(dates) any_dash (dates)")
@ranges.rule(
    "range.from_to",
    f"(?:any_of|since|from) the? (dates) {CLOCK} {TO} the? (dates|{YEAR}|now) {CLOCK}",
    "(?:any_of|since|from) the? (dates) (cutoff)",
    f"(long_dates) at (long_dates|{YEAR})",
)
@ranges.rule("range.between", f"between the? (dates) and the? (dates|{YEAR}|now)")
def _range_of(first: Leaf, last: Leaf | Token) -> Leaf:
    if isinstance(last, Leaf):
        return joined(first, last)
    if last.kind in ("plain_year", "round_year"):
        return joined(first, year_leaf(last.value))
    return joined(first, implied(unit_away(Precision.DAY, 0), first.precision))._replace(is_implied=True)


@nights.rule("part.night", "night (stretch)", "night any_of the? (day|weekday_leaf|stretch)")
def _night(leaf: Leaf) -> Leaf:
    """Return both days of a night: « la nuit du 6 au 7 », « la nuit de samedi »."""
    if leaf.kind == "stretch":
        return leaf
    evening = leaf.when

    def when(context: Context) -> Interval | None:
        days = known(evening(context))
        if days is None:
            return None
        # The night of the reference is the one that is over, unless the verb is in the future.
        back = days.start == context.today and not context.is_ahead()
        return Interval(days.start - back * DAY, days.end + (not back) * DAY)

    return leaf._replace(kind="stretch", when=when)


@nights.rule(
    "part.last_night", "(?:within|in) the night(?!any_of|stretch|day|weekday_leaf|words|plural|place)"
)
def _bare_night() -> Leaf:
    """Return the night that has just passed: « dans la nuit, 137 drones ont été lancés »."""

    def when(context: Context) -> Interval | None:
        today = context.today
        return Interval(today - DAY, today) if today and not context.is_ahead() else None

    return Leaf("period", when, Precision.DAY, is_implied=True)


@nights.rule(
    "part.whole",
    "(?<!per)(?:week|weekend|span_noun|day_unit) (stretch)",
    "(?:weekend|span_noun) any_of (stretch|day)",
)
def _named_stretch(leaf: Leaf) -> Leaf:
    return leaf
