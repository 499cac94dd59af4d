"""Rules for ranges and lists: « entre octobre et décembre 2024 », « du 6 au 7 septembre », « en 2026 et 2027 »."""

from __future__ import annotations

from dataclasses import replace

from armscorpus.models import Precision
from armscorpus.values.periods.dates import NOT_COUNTED, day_leaf, year_leaf
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, Days
from armscorpus.values.periods.moments import Context, Interval, Recurring, When, known, narrowed, unit_away
from armscorpus.values.periods.relative_dates import stretch

days_of_month = Level()
ranges = Level()
nights = Level()

GRAINS = tuple(Precision)
SHORT = 45
"""A range of fewer days than this may be under way at the reference; a longer one is taken to be over."""


def joined(first: Leaf, last: Leaf) -> Leaf:
    """Return the days from the beginning of one expression to the end of another that comes after it."""
    return Leaf(
        "stretch",
        _range(first.when, last.when),
        min(first.precision, last.precision, key=GRAINS.index),
        implied=first.implied and last.implied,
    )


def _range(first: When, last: When) -> When:
    def when(context: Context) -> Interval | None:
        pair = _ends(first, last, context)
        if pair is None or pair[0].start > pair[1].end:
            return None
        return Interval(pair[0].start, pair[1].end)

    return when


def _ends(first: When, last: When, context: Context) -> tuple[Days, Days] | None:
    """Return both ends: the one that recurs is the nearest to the other."""
    if isinstance(last, Recurring) and isinstance(first, Recurring):
        return _recurring_ends(first, last, context)
    if isinstance(last, Recurring):
        start = known(first(context))
        end = start and known(last(context.beside(start.start, ahead=True)))
    else:
        end = known(last(context))
        start = end and known(first(context.beside(end.start, ahead=False)))
    return (start, end) if start and end else None


def _recurring_ends(first: When, last: When, context: Context) -> tuple[Days, Days] | None:
    start = known(first(context))
    end = start and known(last(context.beside(start.start, ahead=True)))
    if not start or not end or context.near is None:
        return None
    if end.start > context.near and not context.ahead() and (end.end - start.start).days > SHORT:
        end = known(last(context))
        start = end and known(first(context.beside(end.start, ahead=False)))
    return (start, end) if start and end else None


def _day_before(day: Token, last: Leaf) -> Leaf | None:
    """Return the day of the month that shares its month with a later one, or is in the month before."""
    if last.calendar is None:
        return None
    month, number = last.calendar
    if (day.value or 1) > number:
        month = (month + 10) % 12 + 1
    return day_leaf(month, day.value or 1)


SMALL = "weekday? (small|first)"


@days_of_month.rule(
    "range.days", f"between the? {SMALL} and the? (day)", f"of {SMALL} at (day)", f"{SMALL} dash (day)"
)
@days_of_month.rule("list.days", f"{SMALL}(?: comma {SMALL})* and the? (day)")
def _days(first: Token, *others: Token | Leaf | None) -> Leaf | None:
    last = others[-1]
    start = _day_before(first, last) if isinstance(last, Leaf) else None
    return joined(start, last) if start and isinstance(last, Leaf) else None


@ranges.rule("list.years", f"(year_leaf)(?: comma year)* and (year_leaf|year{NOT_COUNTED})")
@ranges.rule("list.months", "(month_leaf)(?: comma month_leaf)* and (month_leaf)")
@ranges.rule("range.dash", "(dates) dash (dates)")
@ranges.rule(
    "range.from_to", f"(?:of|since|from) the? (dates) (?:and? until|at) the? (dates|year{NOT_COUNTED}|now)"
)
@ranges.rule("range.between", f"between the? (dates) and the? (dates|year{NOT_COUNTED}|now)")
def _range_of(first: Leaf, last: Leaf | Token) -> Leaf:
    if isinstance(last, Leaf):
        return joined(first, last)
    if last.kind == "year":
        return joined(first, year_leaf(last.value))
    return joined(first, stretch(unit_away(Precision.DAY, 0), first.precision))


@nights.rule("part.night", "night (stretch)", "night of? the? (day)")
def _night(days: Leaf) -> Leaf:
    """Return both days of a night: « la nuit du 6 au 7 », « la nuit de samedi »."""
    when = days.when
    if days.kind == "day":
        when = narrowed(when, lambda night: Days(night.start, night.end + DAY))
    return replace(days, kind="stretch", when=when, calendar=None)


@nights.rule("part.whole", "(?:unit_week|span_noun|unit_day) (stretch)", "span_noun of (stretch)")
def _named_stretch(days: Leaf) -> Leaf:
    return days
