"""Rules for dates beside the reference: « hier », « l'an dernier », « ces six derniers mois », « il y a trois semaines »."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, shift, unit_of
from armscorpus.values.periods.moments import (
    Context,
    Interval,
    Recurring,
    When,
    days_since,
    days_until,
    on_weekday,
    undated,
    unit_away,
)

relative_dates = Level()

UNITS = {
    "unit_day": Precision.DAY,
    "unit_week": Precision.WEEK,
    "unit_month": Precision.MONTH,
    "unit_quarter": Precision.QUARTER,
    "unit_semester": Precision.SEMESTER,
    "unit_year": Precision.YEAR,
    "unit_years": Precision.YEAR,
    "unit_decade": Precision.DECADE,
}
HOURS_A_DAY = 24
LONGEST = 300 * 12
"""No duration of more units than this is counted back from the reference."""

COUNT = "(?:small|number|number_word|count)"


def stretch(when: When, precision: Precision) -> Leaf:
    """Return a stretch of time that needs the reference."""
    return Leaf("stretch", when, precision, implied=True)


def length_of(count: int, unit: Token) -> tuple[int, Precision]:
    """Return a duration in units of the calendar; hours are counted in whole days."""
    if unit.kind == "unit_hour":
        return -(-count // HOURS_A_DAY), Precision.DAY
    return count, UNITS[unit.kind]


@relative_dates.rule("relative.day", "(day_away) day_part?")
def _day_away(day: Token) -> Leaf:
    when = unit_away(Precision.DAY, day.value)
    return Leaf("day", when, Precision.DAY, implied=True)


@relative_dates.rule("relative.day", "this day_part")
def _part_of_today() -> Leaf:
    return Leaf("day", unit_away(Precision.DAY, 0), Precision.DAY, implied=True)


@relative_dates.rule("relative.night", "this night(?!dash yonder)", "the? night last")
def _last_night() -> Leaf:
    def night(context: Context) -> Interval | None:
        return context.today and Interval(context.today - DAY, context.today)

    return stretch(night, Precision.DAY)


@relative_dates.rule(
    "relative.unit", f"this only? (unit)(?: dash there)?(?!dash yonder|{COUNT})", "the (unit) current"
)
def _this_unit(unit: Token) -> Leaf | None:
    if unit.kind in ("unit_hour", "unit_day"):
        return None
    return stretch(unit_away(UNITS[unit.kind], 0), UNITS[unit.kind])


@relative_dates.rule("relative.unit", "the? (unit) (last|next)")
def _unit_beside(unit: Token, side: Token) -> Leaf | None:
    if unit.kind == "unit_hour":
        return None
    return stretch(unit_away(UNITS[unit.kind], 1 if side.kind == "next" else -1), UNITS[unit.kind])


@relative_dates.rule("relative.weekend", "(?:this|the)? weekend (last|next)?")
def _weekend(side: Token | None) -> Leaf:
    leaf = stretch(on_weekday(5, length=2), Precision.DAY)
    return beside(leaf, side) if side else leaf


def beside(leaf: Leaf, side: Token) -> Leaf:
    """Return the last occurrence that is over, or the next that is to begin, of what recurs; others unchanged."""
    recurring = leaf.when
    if not isinstance(recurring, Recurring):
        return leaf

    def when(context: Context) -> Interval | None:
        if context.today is None:
            return None
        find = recurring.next_to_begin if side.kind == "next" else recurring.last_over
        days = find(context.today)
        return days and Interval(*days)

    return replace(leaf, when=when)


@relative_dates.rule("relative.stretch", f"(?:the|this|of|at)? ({COUNT})? (last|next) ({COUNT})? (unit)")
def _units_beside(before: Token | None, side: Token, after: Token | None, unit: Token) -> Leaf | None:
    count = before or after
    if count is None:
        return _some_units(unit, side)
    return _counted(count.value, unit, days_until if side.kind == "next" else days_since)


@relative_dates.rule("relative.stretch", f"(?:the|this|of|at) ({COUNT}) (unit) (last|next)")
def _units_past(count: Token, unit: Token, side: Token) -> Leaf | None:
    return _counted(count.value, unit, days_until if side.kind == "next" else days_since)


def _some_units(unit: Token, side: Token) -> Leaf | None:
    """Return « ces dernières semaines », which has no date, or « la prochaine décennie », which has."""
    if side.value:
        return stretch(undated, UNITS.get(unit.kind, Precision.DAY))
    if unit.kind == "unit_hour":
        return None
    return stretch(unit_away(UNITS[unit.kind], 1 if side.kind == "next" else -1), UNITS[unit.kind])


def _counted(count: int, unit: Token, days: Callable[[int, Precision], When]) -> Leaf | None:
    length, precision = length_of(count, unit)
    return stretch(days(length, precision), precision) if 0 < length <= LONGEST else None


@relative_dates.rule("relative.within", f"within (?:the|this) ({COUNT}) (unit)")
def _within(count: Token, unit: Token) -> Leaf | None:
    return _counted(count.value, unit, days_until)


@relative_dates.rule(
    "relative.ago", f"ago approx? ({COUNT}) (unit) (and_half)?", f"(within) approx? ({COUNT}) (unit)"
)
def _ago(*groups: Token | None) -> Leaf | None:
    """Return the whole unit that far away: « il y a trois semaines » is a week, not a day."""
    ahead = groups[0] is not None and groups[0].kind == "within"
    count, unit = (group for group in groups if group and group.kind not in ("within", "and_half"))
    length, precision = length_of(count.value, unit)
    if length > LONGEST or unit.kind == "unit_hour":
        return None
    if groups[-1] and groups[-1].kind == "and_half":
        length, precision = _in_halves(length, precision)
    return stretch(unit_away(precision, length if ahead else -length), precision)


def _in_halves(length: int, precision: Precision) -> tuple[int, Precision]:
    """Return a length and a half in a smaller unit: « deux ans et demi » is thirty months."""
    smaller, count = {
        Precision.YEAR: (Precision.MONTH, 12),
        Precision.DECADE: (Precision.YEAR, 10),
    }.get(precision, (Precision.DAY, {Precision.MONTH: 30, Precision.WEEK: 7}.get(precision, 2)))
    return length * count + count // 2, smaller


@relative_dates.rule("relative.since", f"since approx? ({COUNT}) (unit) (and_half)?")
def _since(count: Token, unit: Token, half: Token | None) -> Leaf | None:
    length, precision = length_of(count.value, unit)
    if half:
        length, _ = _in_halves(length, precision)
        half_unit = _in_halves(1, precision)[1]
        return _since_length(length, half_unit)
    return _since_length(length, precision)


def _since_length(length: int, precision: Precision) -> Leaf | None:
    if not 0 < length <= LONGEST:
        return None
    return replace(
        stretch(days_since(length, precision), precision), kind="period", relation=TimeRelation.SINCE
    )


@relative_dates.rule("relative.by", f"by approx? ({COUNT}) (unit)")
def _by(count: Token, unit: Token) -> Leaf | None:
    length, precision = length_of(count.value, unit)
    if length > LONGEST:
        return None

    def until(context: Context) -> Interval | None:
        return context.today and Interval(None, shift(context.today, length, precision))

    return Leaf("period", until, precision, implied=True, relation=TimeRelation.UNTIL)


@relative_dates.rule(
    "relative.vague", f"(since|by|ago|within|from) (?:vague|of|{COUNT} (?:at|and) {COUNT}) (unit)"
)
def _vague(cue: Token, unit: Token) -> Leaf:
    return Leaf(
        "period",
        undated,
        UNITS.get(unit.kind, Precision.DAY),
        implied=True,
        relation=VAGUE.get(cue.kind, TimeRelation.DURING),
    )


VAGUE = {"since": TimeRelation.SINCE, "by": TimeRelation.UNTIL, "from": TimeRelation.SINCE}


@relative_dates.rule("relative.cutoff", "cutoff")
def _cutoff() -> Leaf:
    def until(context: Context) -> Interval | None:
        return context.today and Interval(None, context.today)

    return Leaf("period", until, Precision.DAY, implied=True, relation=TimeRelation.UNTIL)


@relative_dates.rule(
    "relative.year_so_far", "(earlier|later) (?:this|within the) (unit_year|unit_month|unit_week)"
)
def _rest_of_unit(side: Token, unit: Token) -> Leaf:
    def when(context: Context) -> Interval | None:
        if context.today is None:
            return None
        days = unit_of(UNITS[unit.kind], context.today)
        return (
            Interval(days.start, context.today)
            if side.kind == "earlier"
            else Interval(context.today, days.end)
        )

    return stretch(when, UNITS[unit.kind])
