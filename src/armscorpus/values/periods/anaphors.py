"""Rules for what refers to the period before: « la même année », « alors », « auparavant », « la veille »."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, Days, shift, unit_of
from armscorpus.values.periods.moments import Antecedent, Context, Interval, When, known
from armscorpus.values.periods.relative_dates import COUNT, UNITS

anaphors = Level()


def _antecedent(context: Context, unit: Precision | None = None) -> Interval | None:
    """Return the nearest period before; for more than a day, the nearest that is no weekday of a statement."""
    for before in context.before:
        if unit is Precision.DAY or not before.statement:
            return before.days
    return context.before[0].days if context.before else None


def anaphor(when: When, precision: Precision, relation: TimeRelation = TimeRelation.DURING) -> Leaf:
    """Return an expression that needs the period before it."""
    return Leaf("period", when, precision, implied=True, relation=relation)


@anaphors.rule("anaphor.then", "then(?!comma)")
@anaphors.rule("anaphor.same", "(?:in|at|within)? (?:the same|this) span_noun(?: dash yonder)?")
def _then() -> Leaf:
    return anaphor(_antecedent, Precision.DAY)


@anaphors.rule(
    "anaphor.same_unit", "(?:in|at|within)? (?:the same) (unit)", "(?:in|at|within)? this (unit) dash yonder"
)
def _same_unit(unit: Token) -> Leaf | None:
    precision = UNITS.get(unit.kind)
    return precision and anaphor(lambda context: _whole_unit(context, precision, 0), precision)


def _whole_unit(context: Context, unit: Precision, count: int) -> Interval | None:
    """Return the unit that holds the period before, or one `count` units away; None where it spans several."""
    days = known(_antecedent(context, unit) or Interval(None, None))
    if days is None or unit_of(unit, days.start) != unit_of(unit, days.end):
        return None
    return Interval(*unit_of(unit, shift(days.start, count, unit)))


@anaphors.rule("anaphor.beside", "the (unit) (previous|following)")
def _unit_beside(unit: Token, side: Token) -> Leaf | None:
    precision = UNITS.get(unit.kind)
    count = 1 if side.kind == "following" else -1
    return precision and anaphor(lambda context: _beside(context, precision, count), precision)


def _beside(context: Context, unit: Precision, count: int) -> Interval | None:
    """Return the unit beside that of the period before, or beside that of the reference where there is none."""
    if context.before:
        return _whole_unit(context, unit, count)
    return context.today and Interval(*unit_of(unit, shift(context.today, count, unit)))


@anaphors.rule("anaphor.of_event", "at? the eve of")
def _of_event() -> None:
    """Take « la veille de l'attaque » for no date."""


@anaphors.rule("anaphor.eve", "the (eve) day_part?")
def _eve(eve: Token) -> Leaf:
    return anaphor(lambda context: _beside(context, Precision.DAY, eve.value), Precision.DAY)


@anaphors.rule(
    "anaphor.shift", f"({COUNT}) (unit) (earlier|later|formerly|before|after)(?!the|of|in|this|dates)"
)
def _shifted(count: Token, unit: Token, side: Token) -> Leaf | None:
    precision = UNITS.get(unit.kind)
    if precision is None:
        return None
    sign = 1 if side.kind in ("later", "after") else -1
    return anaphor(lambda context: _shift(context, sign * count.value, precision), precision)


def _shift(context: Context, count: int, unit: Precision) -> Interval | None:
    days = known(_antecedent(context, unit) or Interval(context.today, context.today))
    if days is None or abs(count) > 3600:
        return None
    if (days.end - days.start).days > 366 * 3:
        return None
    if days.start == days.end and unit is not Precision.DAY:
        return Interval(*unit_of(unit, shift(days.start, count, unit)))
    return Interval(shift(days.start, count, unit), shift(days.end + DAY, count, unit) - DAY)


@anaphors.rule("anaphor.formerly", "formerly", "until_then")
def _formerly() -> Leaf:
    def when(context: Context) -> Interval | None:
        days = _antecedent(context)
        return days and days.start and Interval(None, days.start - DAY)

    return anaphor(when, Precision.DAY, TimeRelation.BEFORE)


@anaphors.rule("anaphor.since", "since_then", "since comma")
def _since_then() -> Leaf:
    def when(context: Context) -> Interval | None:
        days = _antecedent(context)
        return days and days.start and Interval(days.start, context.today)

    return anaphor(when, Precision.DAY, TimeRelation.SINCE)
