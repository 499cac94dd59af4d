"""Rules for what refers to the period before: « la même année », « alors », « auparavant », « la veille »."""

from __future__ import annotations

from functools import partial

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.antecedents import (
    dates_before,
    dates_since,
    moved_antecedent,
    same_dates,
    unit_beside,
    units_beside,
)
from armscorpus.values.periods.durations import duration
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.moments import When, undated
from armscorpus.values.periods.relative_dates import LEAF_KINDS, UNITS

anaphors = Level()

NOT_BEFORE_DATE = "(?!the|this|any_of|small|first|months|year|weekday|en)"
"""« deux ans après » refers to the period before, « deux ans après la guerre » does not."""


def _anaphor(kind: str, when: When, precision: Precision) -> Leaf:
    return Leaf(kind, when, precision, is_implied=True)


def _adverb(when: When, relation: TimeRelation) -> Leaf:
    """Return a word that is a period only where there is one before it."""
    return Leaf("period", when, Precision.DAY, is_implied=True, relation=relation, is_adverb=True)


@anaphors.rule(
    "anaphor.same",
    "the? same span_noun",
    "the span_noun same",
    "this span_noun(?: dash yonder)?(?!any_of)",
)
def _same_span() -> Leaf:
    return _anaphor("same_leaf", same_dates, Precision.DAY)


@anaphors.rule("anaphor.then", "that_time")
def _that_time() -> Leaf:
    return _anaphor("period", same_dates, Precision.DAY)


@anaphors.rule("anaphor.then", "then(?!comma)")
def _then() -> Leaf:
    return _adverb(same_dates, TimeRelation.DURING)


@anaphors.rule("anaphor.formerly", "formerly|until_then")
def _formerly() -> Leaf:
    return _adverb(dates_before, TimeRelation.BEFORE)


@anaphors.rule("anaphor.since", "since_then", "since(?=comma)")
def _since_then() -> Leaf:
    return _adverb(dates_since, TimeRelation.SINCE)


@anaphors.rule("anaphor.same_unit", "the same (unit)", "this (unit) dash yonder", "the (unit) same")
def _same_unit(unit: Token) -> Leaf | None:
    return _unit_away(unit, 0)


@anaphors.rule("anaphor.beside", "the (unit) (previous|following)")
def _unit_beside(unit: Token, side: Token) -> Leaf | None:
    if side.value:
        return _anaphor("stretch", undated, UNITS[unit.kind])
    return _unit_away(unit, 1 if side.kind == "following" else -1)


def _unit_away(unit: Token, count: int) -> Leaf | None:
    """Return the unit that holds the period before, or one `count` units away; hours have no dates."""
    if unit.kind == "hour":
        return None
    precision = UNITS[unit.kind]
    when = partial(unit_beside, unit=precision, count=count)
    return _anaphor(LEAF_KINDS.get(precision, "stretch"), when, precision)


@anaphors.rule("anaphor.beside", "(?:the|(?<=in)) (count) (unit) (previous|following)")
def _units_beside(count: Token, unit: Token, side: Token) -> Leaf | None:
    """Return so many units right before or after the period before: « les trois années suivantes »."""
    length = duration(count, unit)
    if length is None:
        return None
    sign = 1 if side.kind == "following" else -1
    when = partial(units_beside, count=sign * length.number, unit=length.unit)
    return _anaphor("stretch", when, length.unit)


@anaphors.rule("anaphor.eve", "the (eve) day_part?(?!any_of)")
def _eve(eve: Token) -> Leaf:
    return _anaphor("day", partial(unit_beside, unit=Precision.DAY, count=eve.value), Precision.DAY)


@anaphors.rule(
    "anaphor.shift",
    "(count) (unit) (earlier|formerly|later)",
    f"(count) (unit) (before|after){NOT_BEFORE_DATE}",
)
def _shifted(count: Token, unit: Token, side: Token) -> Leaf | None:
    length = duration(count, unit)
    if length is None:
        return None
    sign = 1 if side.kind in ("later", "after") else -1
    when = partial(moved_antecedent, count=sign * length.number, unit=length.unit)
    return _anaphor("shifted", when, length.unit)
