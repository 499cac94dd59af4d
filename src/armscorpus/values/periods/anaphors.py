"""Rules for what refers to the period before: « la même année », « alors », « auparavant », « la veille »."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.durations import duration
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, Days, Interval, shift, shifted, unit_of
from armscorpus.values.periods.moments import Antecedent, Context, When, known, undated
from armscorpus.values.periods.relative_dates import LEAF_KINDS, UNITS

anaphors = Level()


def antecedent(context: Context) -> Antecedent | None:
    """Return the nearest period before that is no bare weekday (often that of a statement), else the nearest."""
    return next(
        (before for before in context.before if not before.is_weekday), next(iter(context.before), None)
    )


def _anaphor(when: When, precision: Precision, kind: str = "same_leaf") -> Leaf:
    return Leaf(kind, when, precision, is_implied=True)


def _same_dates(context: Context) -> Interval | None:
    before = antecedent(context)
    return before and before.interval._replace(precision=before.precision)


@anaphors.rule("anaphor.same", "(?:the same|this) span_noun(?: dash yonder)?(?!any_of)", "the span_noun same")
def _same_span() -> Leaf:
    return _anaphor(_same_dates, Precision.DAY)


@anaphors.rule("anaphor.then", "that_time")
def _that_time() -> Leaf:
    return _anaphor(_same_dates, Precision.DAY, "period")


@anaphors.rule("anaphor.then", "then(?!comma)")
def _then() -> Leaf:
    return replace(_that_time(), is_adverb=True)


@anaphors.rule("anaphor.same_unit", "the same (unit)", "this (unit) dash yonder", "the (unit) same")
def _same_unit(unit: Token) -> Leaf | None:
    return _beside_antecedent(unit, 0)


@anaphors.rule("anaphor.beside", "the (unit) (previous|following)")
def _unit_beside(unit: Token, side: Token) -> Leaf | None:
    if side.value:
        return _anaphor(undated, UNITS[unit.kind], "stretch")
    return _beside_antecedent(unit, 1 if side.kind == "following" else -1)


def _beside_antecedent(unit: Token, count: int) -> Leaf | None:
    """Return the unit that holds the period before, or one `count` units away."""
    if unit.kind == "hour":
        return None
    precision = UNITS[unit.kind]
    return _anaphor(
        lambda context: _unit_away(context, precision, count), precision, LEAF_KINDS.get(precision, "stretch")
    )


def _unit_away(context: Context, unit: Precision, count: int) -> Interval | None:
    """Return a unit beside that of the nearest period within one; beside that of the reference where there is none."""
    held = (days for before in context.before if (days := _held_in(unit, before)))
    day = next(held, None) or (context.today if count and not context.before else None)
    return Interval(*unit_of(unit, shift(day, count, unit))) if day else None


def _held_in(unit: Precision, before: Antecedent) -> dt.date | None:
    days = known(before.interval)
    inside = days and unit_of(unit, days.start) == unit_of(unit, days.end)
    return days.start if days and inside and (unit is Precision.DAY or not before.is_weekday) else None


@anaphors.rule("anaphor.of_event", "(?:the|at_the|any_at the) eve any_of(?! the? (?:weekday|small|first))")
def _of_event() -> None:
    """Take « la veille de l'attaque » for no date."""


@anaphors.rule("anaphor.eve", "the (eve) day_part?")
def _eve(eve: Token) -> Leaf:
    return _anaphor(lambda context: _unit_away(context, Precision.DAY, eve.value), Precision.DAY, "day")


AWAY = "(?!the|this|any_of|small|first|months|year|weekday|en|dates)"


@anaphors.rule(
    "anaphor.shift", "(count) (unit) (earlier|formerly|later)", f"(count) (unit) (before|after){AWAY}"
)
def _shifted(count: Token, unit: Token, side: Token) -> Leaf | None:
    length = duration(count, unit)
    if length is None:
        return None
    sign = 1 if side.kind in ("later", "after") else -1

    def when(context: Context) -> Interval | None:
        before = antecedent(context)
        days = known(before.interval) if before else None
        if before is None and context.today and sign < 0:
            days = Days(context.today, context.today)
        return days and _moved(days, sign * length.count, length.unit)

    return _anaphor(when, length.unit, "shifted")


def _moved(days: Days, count: int, unit: Precision) -> Interval:
    """Return days moved by so many units; one day moved by longer units is as precise as they are."""
    if days.start == days.end and unit is not Precision.DAY:
        return Interval(*unit_of(unit, shift(days.start, count, unit)))
    return Interval(*shifted(days, count, unit))


@anaphors.rule("anaphor.formerly", "formerly|until_then")
def _formerly() -> Leaf:
    """Return the days before those of the period before."""

    def when(context: Context) -> Interval | None:
        before = antecedent(context)
        if before is None or before.interval.start is None:
            return None
        return Interval(None, before.interval.start - DAY, before.precision)

    return Leaf("period", when, Precision.DAY, is_implied=True, relation=TimeRelation.BEFORE, is_adverb=True)


@anaphors.rule("anaphor.since", "since_then", "since(?=comma)")
def _since_then() -> Leaf:
    def when(context: Context) -> Interval | None:
        before = antecedent(context)
        if before is None or before.interval.start is None:
            return None
        return Interval(before.interval.start, context.today, before.precision)

    return Leaf("period", when, Precision.DAY, is_implied=True, relation=TimeRelation.SINCE, is_adverb=True)


def in_year_of(context: Context, year: Days) -> Interval | None:
    """Return the period before, moved to another year: « sur la même période de 2023 »."""
    before = antecedent(context)
    days = before and known(before.interval)
    if not before or not days:
        return None
    moved = shifted(days, year.start.year - days.start.year, Precision.YEAR)
    return Interval(*moved, before.precision)
