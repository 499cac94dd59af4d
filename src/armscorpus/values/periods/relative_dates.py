"""Rules for dates beside the reference: « hier », « l'an dernier », « cette année », « lundi prochain »."""

from __future__ import annotations

import datetime as dt

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, Interval, unit_of
from armscorpus.values.periods.moments import (
    Recurring,
    When,
    days_since,
    days_until,
    from_today,
    on_weekday,
    undated,
    unit_away,
)

relative_dates = Level()

UNITS = {
    "hour": Precision.DAY,
    "day_unit": Precision.DAY,
    "week": Precision.WEEK,
    "month_unit": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "semester": Precision.SEMESTER,
    "year_unit": Precision.YEAR,
    "years": Precision.YEAR,
    "decade": Precision.DECADE,
}
"""The precision of each word for a unit of time."""
LEAF_KINDS = {Precision.DAY: "day", Precision.MONTH: "month_leaf", Precision.YEAR: "year_leaf"}
SATURDAY = 5
NOT_OF_DATE = "(?! any_of (?:the|this)? (?:months|short_month|year|unit|season))"
"""Not « la dernière semaine de janvier », which is counted from the end of January."""


def implied(when: When, precision: Precision) -> Leaf:
    """Return an expression that needs the reference."""
    return Leaf(LEAF_KINDS.get(precision, "stretch"), when, precision, is_implied=True)


@relative_dates.rule("relative.day", "(day_away) day_part?")
def _day_away(day: Token) -> Leaf:
    return implied(unit_away(Precision.DAY, day.value), Precision.DAY)


@relative_dates.rule("relative.day", "this day_part")
def _part_of_today() -> Leaf:
    return implied(unit_away(Precision.DAY, 0), Precision.DAY)


@relative_dates.rule("relative.night", "(?:this|the) night last", "this night(?!dash yonder)")
def _last_night() -> Leaf:
    return implied(from_today(lambda today: Interval(today - DAY, today)), Precision.DAY)._replace(
        kind="stretch"
    )


@relative_dates.rule(
    "relative.unit",
    "this only? (calendar_unit)(?: dash here)?(?!dash yonder|any_of months)",
    "the? (calendar_unit) current",
    "(?<=in|within)the (week|month_unit|year_unit)(?=comma|stop|colon|line)",
)
def _this_unit(unit: Token) -> Leaf:
    return implied(unit_away(UNITS[unit.kind], 0), UNITS[unit.kind])


@relative_dates.rule(
    "relative.unit",
    f"(?:(?:the|this)|(?<=contracted)|(?<=part of)) (unit) (last|next){NOT_OF_DATE}",
)
def _unit_beside(unit: Token, side: Token) -> Leaf | None:
    return beside_today(unit, side)


def beside_today(unit: Token, side: Token) -> Leaf | None:
    """Return the unit beside that of the reference; in the plural it has no date (« ces derniers mois »)."""
    precision = UNITS[unit.kind]
    if side.value:
        return implied(undated, precision)._replace(kind="stretch")
    if unit.kind == "hour":
        return None
    return implied(unit_away(precision, 1 if side.kind == "next" else -1), precision)


@relative_dates.rule(
    "relative.trailing",
    f"(?:(?:the|this)|(?<=contracted)) (last|next) (?!quarter|semester)(unit){NOT_OF_DATE}",
)
def _beside_unit(side: Token, unit: Token) -> Leaf | None:
    """Return the days up to the reference or from it: « la dernière décennie », unlike « l'an dernier »."""
    if side.value or unit.kind == "hour":
        return beside_today(unit, side)
    days = days_until if side.kind == "next" else days_since
    return implied(days(1, UNITS[unit.kind]), UNITS[unit.kind])._replace(kind="stretch")


@relative_dates.rule("relative.weekend", "(?:this|the|(?<=contracted)) weekend (last|next)?(?!any_of)")
def _weekend(side: Token | None) -> Leaf:
    leaf = implied(on_weekday(SATURDAY, length=2), Precision.DAY)._replace(kind="stretch")
    return beside(leaf, side) if side else leaf


def beside(leaf: Leaf, side: Token) -> Leaf:
    """Return the last occurrence that is over, or the next to begin, of what recurs; others as they are."""
    recurring = leaf.when
    if not isinstance(recurring, Recurring):
        return leaf

    def when(today: dt.date) -> Interval | None:
        days = recurring.next_to_begin(today) if side.kind == "next" else recurring.last_over(today)
        return days and Interval(*days)

    return leaf._replace(when=from_today(when))


@relative_dates.rule("relative.so_far", "(earlier|later) (?:this|within the) (year_unit|month_unit|week)")
def _rest_of_unit(side: Token, unit: Token) -> Leaf:
    """Return the days of a unit up to the reference, or from it: « plus tôt dans l'année »."""
    precision = UNITS[unit.kind]
    if side.kind == "earlier":
        return implied(from_today(lambda today: Interval(unit_of(precision, today).start, today)), precision)
    return implied(from_today(lambda today: Interval(today, unit_of(precision, today).end)), precision)
