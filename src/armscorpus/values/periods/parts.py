"""Rules that bind expressions together: « mars de l'an dernier », « la fin du premier trimestre 2024 »."""

from __future__ import annotations

from armscorpus.models import Precision
from armscorpus.values.periods.antecedents import antecedent_days, in_year
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import (
    DAY,
    Days,
    Interval,
    half_of,
    shift,
    shifted,
    third_of,
    unit_of,
    years_of,
)
from armscorpus.values.periods.moments import Context, Recurring, When, each, fixed, known, narrowed
from armscorpus.values.periods.relative_dates import UNITS, beside

bindings = Level()
wholes = Level()
parts = Level()

START, MIDDLE, END = range(3)
OF_THE = "(?:of_the|of (?:the|this)?)"
FORTNIGHT = 15
MONTH_HALF = 2


@bindings.rule("date.last", "(dates) (last)")
@bindings.rule("date.next", "(dates) (next)")
def _beside(leaf: Leaf, side: Token) -> Leaf:
    return beside(leaf, side)


@bindings.rule("anaphor.beside", "(dates) (previous|following)")
def _beside_antecedent(leaf: Leaf, side: Token) -> Leaf:
    """Return the first occurrence after the period before, or the last before it: « le lundi suivant »."""
    recurring = leaf.when
    if not isinstance(recurring, Recurring):
        return leaf

    def when(context: Context) -> Interval | None:
        days = antecedent_days(context)
        if days is None:
            return None
        is_after = side.kind == "following"
        found = recurring.next_to_begin(days.end) if is_after else recurring.last_over(days.start)
        return found and Interval(*found)

    return leaf._replace(when=when)


@bindings.rule("date.of_year", "(stretch) of? (year)")
def _of_figures(leaf: Leaf, year: Token) -> Leaf:
    return _in_years(leaf, fixed(years_of(year.value, year.value)), is_implied=False)


@bindings.rule("date.of_year", "(day|month_leaf|stretch) (?:of|en)? the? (year_leaf)")
def _of_year(leaf: Leaf, year: Leaf) -> Leaf:
    return _in_years(leaf, year.when, is_implied=year.is_implied)


def _in_years(leaf: Leaf, year: When, *, is_implied: bool) -> Leaf:
    """Return the occurrence of what recurs that is in the year given; the others as they are."""
    recurring = leaf.when
    if not isinstance(recurring, Recurring) or recurring.cycle is not Precision.YEAR:
        return leaf

    def when(context: Context) -> Interval | None:
        days = known(year(context))
        found = days and recurring.occurrence(days.start.year)
        return found and Interval(*found)

    return leaf._replace(when=when, is_implied=is_implied)


@bindings.rule("date.of_week", "(weekday_leaf) of? (stretch)")
def _of_week(day: Leaf, week: Leaf) -> Leaf:
    """Return the day of a week: « mardi de la semaine dernière »."""

    def when(context: Context) -> Interval | None:
        days = known(week.when(context))
        found = days and isinstance(day.when, Recurring) and day.when.next(days.start)
        return Interval(*found) if found else None

    return day._replace(kind="day", when=when)


@bindings.rule("date.beside", f"(eve) {OF_THE} (day|weekday_leaf)")
def _eve_of(eve: Token, day: Leaf) -> Leaf:
    """Return the day before or after a date: « la veille du 24 février »."""
    return day._replace(
        kind="day", when=narrowed(day.when, lambda days: shifted(days, eve.value, Precision.DAY))
    )


@bindings.rule(
    "anaphor.same", "(same_leaf) (?:of|of_the|en)? the? (year_leaf)", "(year_leaf) any_at? (same_leaf)"
)
def _same_span_of_year(first: Leaf, second: Leaf) -> Leaf:
    same, year = (first, second) if first.kind == "same_leaf" else (second, first)

    def when(context: Context) -> Interval | None:
        days = known(year.when(context))
        return days and in_year(context, days)

    return same._replace(when=when)


@bindings.rule("anaphor.shift", "same_leaf? (shifted)")
def _same_span_away(away: Leaf) -> Leaf:
    return away._replace(kind="period")


@wholes.rule(
    "part.whole",
    "this? only? month_unit any_of (month_leaf)",
    f"day_unit {OF_THE} (day|weekday_leaf)",
    f"day_part {OF_THE} (day|weekday_leaf)",
    "(day|weekday_leaf) (?:at_the|within the|en)? day_part",
    "(day|weekday_leaf) within the night",
)
def _whole(leaf: Leaf) -> Leaf:
    return leaf


@wholes.rule("part.whole", "(?:year_unit|years|fiscal_year|span_noun) of? (year_leaf)")
def _whole_year(leaf: Leaf) -> Leaf:
    return leaf


@wholes.rule("part.week", f"week {OF_THE} (day)(?! any_at)")
def _week_of(day: Leaf) -> Leaf:
    when = narrowed(day.when, lambda days: unit_of(Precision.WEEK, days.start))
    return day._replace(kind="stretch", when=when, precision=Precision.WEEK)


@parts.rule("part.third", f"(part) (?:dash|{OF_THE})? (long_dates)")
def _part(part: Token, leaf: Leaf) -> Leaf:
    return _third(leaf, part.value)


@parts.rule("part.third", f"(part) {OF_THE} (calendar_unit)(?!any_of)")
def _part_of_current(part: Token, unit: Token) -> Leaf:
    return _third(_each(unit), part.value)


def _third(leaf: Leaf, which: int) -> Leaf:
    when = narrowed(leaf.when, lambda days: third_of(days, which))
    return leaf._replace(kind="stretch", when=when, is_end=which == END)


def _each(unit: Token, *, is_whole: bool = False) -> Leaf:
    when = each(UNITS[unit.kind], is_whole=is_whole)
    return Leaf("stretch", when, UNITS[unit.kind], is_implied=True)


@parts.rule("part.count", f"(count)? (first_ones|last) (unit) {OF_THE} (long_dates|calendar_unit)(?!any_of)")
def _edge(count: Token | None, side: Token, unit: Token, whole: Leaf | Token) -> Leaf | None:
    """Return the first or the last units of a longer one: « les neuf premiers mois de 2024 »."""
    leaf = whole if isinstance(whole, Leaf) else _each(whole, is_whole=count is not None)
    is_first = side.kind == "first_ones"
    if count is None and (is_first or side.value):
        return _third(leaf, START if is_first else END)
    if unit.kind == "hour":
        return None
    length, precision = count.value if count else 1, UNITS[unit.kind]

    def narrow(days: Days) -> Days:
        if is_first:
            return Days(days.start, min(days.end, shift(days.start, length, precision) - DAY))
        return Days(max(days.start, shift(days.end + DAY, -length, precision)), days.end)

    return leaf._replace(kind="stretch", when=narrowed(leaf.when, narrow), precision=precision)


@parts.rule(
    "part.ordinal",
    f"(ordinals) (week|month_unit|day_unit|fortnight|half) {OF_THE} (long_dates|calendar_unit)(?!any_of)",
)
def _ordinal_unit(ordinal: Token, unit: Token, whole: Leaf | Token) -> Leaf:
    """Return the unit of that number in a longer one: « la deuxième semaine de janvier »."""
    leaf = whole if isinstance(whole, Leaf) else _each(whole)
    number = ordinal.value
    if unit.kind in ("half", "fortnight"):
        when = narrowed(leaf.when, lambda days: half_of(days, number) if number <= MONTH_HALF else None)
        return leaf._replace(kind="stretch", when=when)
    precision = UNITS[unit.kind]
    when = narrowed(leaf.when, lambda days: _numbered_unit(days, number, precision))
    return leaf._replace(kind="stretch", when=when, precision=precision)


def _numbered_unit(days: Days, number: int, unit: Precision) -> Days | None:
    start, after = shift(days.start, number - 1, unit), shift(days.start, number, unit)
    return Days(start, min(after - DAY, days.end)) if start <= days.end else None
