"""Rules that bind one expression to another: « mars de l'an dernier », « la fin du premier trimestre 2024 »."""

from __future__ import annotations

from dataclasses import replace

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, Days, months_of, shift, third_of, unit_of
from armscorpus.values.periods.moments import Context, Interval, Recurring, known, narrowed, unit_away
from armscorpus.values.periods.relative_dates import UNITS, beside, stretch

bindings = Level()
wholes = Level()
parts = Level()

START, MIDDLE, END = range(3)
HALF_MONTH = 15


@bindings.rule("date.last", "(dates) (last)")
@bindings.rule("date.next", "(dates) (next)")
def _beside(leaf: Leaf, side: Token) -> Leaf:
    return beside(leaf, side)


@bindings.rule("date.of_year", "(stretch) of? (year)")
def _of_figures(leaf: Leaf, year: Token) -> Leaf | None:
    return _in_years(leaf, lambda _: Interval(*months_of(year.value, 1, 12)), implied=False)


@bindings.rule("date.of_year", "(day|month_leaf|stretch) of? (year_leaf|year_stretch)")
def _of_year(leaf: Leaf, year: Leaf) -> Leaf | None:
    return _in_years(leaf, year.when, implied=year.implied)


def _in_years(leaf: Leaf, years, *, implied: bool) -> Leaf | None:
    """Return the occurrence of what recurs that is in the year given."""
    recurring = leaf.when
    if not isinstance(recurring, Recurring) or recurring.weekly:
        return leaf

    def when(context: Context) -> Interval | None:
        year = known(years(context))
        days = year and recurring.occurrence(year.start.year)
        return days and Interval(*days)

    return replace(leaf, when=when, implied=implied)


@wholes.rule(
    "part.whole", "(unit_month) of (month_leaf)", "(unit_day) of the? (day)", "(unit_year) of? (year_leaf)"
)
def _whole(_: Token, leaf: Leaf) -> Leaf:
    return leaf


@wholes.rule("part.week", "unit_week of (day)")
def _week_of(day: Leaf) -> Leaf:
    return replace(
        day,
        kind="stretch",
        when=narrowed(day.when, lambda days: unit_of(Precision.WEEK, days.start)),
        precision=Precision.WEEK,
    )


@parts.rule("part.current", "(part) of the? (unit)")
def _part_of_current(part: Token, unit: Token) -> Leaf | None:
    if unit.kind in ("unit_day", "unit_hour"):
        return None
    leaf = stretch(unit_away(UNITS[unit.kind], 0), UNITS[unit.kind])
    return part_of(leaf, part.value)


@parts.rule("part.third", "(part) dash? of? the? (dates)")
def _part(part: Token, leaf: Leaf) -> Leaf:
    return part_of(leaf, part.value)


def part_of(leaf: Leaf, which: int) -> Leaf:
    """Return the beginning (0), the middle (1) or the end (2) of an expression."""
    when = narrowed(leaf.when, lambda days: third_of(days, which))
    return replace(leaf, kind="stretch", when=when, value=which + 1)


@parts.rule(
    "part.count", "(?:the|of)? (small|number_word|count)? (first_ones|last) (unit) of the? (dates|unit)"
)
def _first_units(count: Token | None, side: Token, unit: Token, whole: Leaf | Token) -> Leaf | None:
    leaf = whole if isinstance(whole, Leaf) else stretch(unit_away(UNITS[whole.kind], 0), UNITS[whole.kind])
    first = side.kind == "first_ones"
    if count is None and (first or side.value):
        return part_of(leaf, START if first else END)
    if unit.kind == "unit_hour":
        return None
    return _edge(leaf, count.value if count else 1, UNITS[unit.kind], first=first)


@parts.rule("part.ordinal", "(ordinals) (unit_week|unit_month|unit_day|fortnight|half) of the? (dates)")
def _ordinal_unit(ordinal: Token, unit: Token, leaf: Leaf) -> Leaf | None:
    number = ordinal.value or 1
    if unit.kind == "half":
        return replace(leaf, kind="stretch", when=narrowed(leaf.when, lambda days: _half(days, number)))
    precision, size = (Precision.DAY, HALF_MONTH) if unit.kind == "fortnight" else (UNITS[unit.kind], 1)
    return replace(
        leaf,
        kind="stretch",
        when=narrowed(leaf.when, lambda days: _nth(days, number, size, precision)),
        precision=precision,
    )


def _nth(days: Days, number: int, size: int, unit: Precision) -> Days | None:
    start = shift(days.start, (number - 1) * size, unit)
    end = shift(days.start, number * size, unit) - DAY
    if start > days.end:
        return None
    return Days(start, days.end if number * size >= HALF_MONTH * 2 else min(end, days.end))


def _half(days: Days, number: int) -> Days | None:
    middle = days.start + (days.end - days.start + DAY) / 2
    if (days.start.day, days.end + DAY) == (1, shift(days.start, 12, Precision.MONTH)):
        middle = shift(days.start, 6, Precision.MONTH)
    return Days(days.start, middle - DAY) if number == 1 else Days(middle, days.end)


def _edge(leaf: Leaf, count: int, unit: Precision, *, first: bool) -> Leaf:
    """Return the first or the last units of an expression: « les neuf premiers mois de 2024 »."""

    def narrow(days: Days) -> Days | None:
        if first:
            return Days(days.start, min(days.end, shift(days.start, count, unit) - DAY))
        start = shift(days.end + DAY, -count, unit)
        return Days(max(days.start, start), days.end)

    return replace(leaf, kind="stretch", when=narrowed(leaf.when, narrow), precision=unit)
