"""Rules for durations counted from the reference: « depuis deux ans », « il y a trois semaines »."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import Interval, shift
from armscorpus.values.periods.moments import When, days_since, days_until, from_today, undated, unit_away
from armscorpus.values.periods.relative_dates import UNITS, implied

durations = Level()

HOURS_A_DAY = 24
LONGEST = 366 * 300
"""No duration of more days than this is counted from the reference."""
DAYS = {
    Precision.DAY: 1,
    Precision.WEEK: 7,
    Precision.MONTH: 31,
    Precision.QUARTER: 92,
    Precision.SEMESTER: 184,
    Precision.YEAR: 366,
    Precision.DECADE: 3660,
}
HALVES = {
    Precision.YEAR: (6, Precision.MONTH),
    Precision.DECADE: (5, Precision.YEAR),
    Precision.SEMESTER: (3, Precision.MONTH),
    Precision.MONTH: (15, Precision.DAY),
}
"""What « et demi » adds to a unit."""
ARTICLE = "(?:(?:the|this|of_the|at_the)|(?<=contracted|within))"
VAGUE_COUNT = "(?:vague|of|of_the|count (?:at|or) count)"
RELATIONS = {"since": TimeRelation.SINCE, "from": TimeRelation.SINCE, "by": TimeRelation.UNTIL}


class Duration(NamedTuple):
    """A length of time in units of the calendar."""

    number: int
    unit: Precision


def duration(count: Token, unit: Token, half: Token | None = None) -> Duration | None:
    """Return the duration that words say, hours in whole days; None for nothing, and for what is too long."""
    length, precision = count.value, UNITS[unit.kind]
    if unit.kind == "hour":
        length = -(-length // HOURS_A_DAY)
    if half and precision in HALVES:
        extra, smaller = HALVES[precision]
        length, precision = length * extra * 2 + extra, smaller
    return Duration(length, precision) if 0 < length * DAYS[precision] <= LONGEST else None


def _counted(length: Duration | None, when: Callable[[int, Precision], When]) -> Leaf | None:
    return length and implied(when(*length), length.unit)._replace(kind="stretch")


@durations.rule("relative.trailing", f"{ARTICLE} (count) (last) (unit)", f"{ARTICLE} (last) (count) (unit)")
@durations.rule("relative.leading", f"{ARTICLE} (count) (next) (unit)", f"{ARTICLE} (next) (count) (unit)")
def _beside(first: Token, second: Token, unit: Token) -> Leaf | None:
    side, count = (first, second) if first.kind in ("last", "next") else (second, first)
    return _counted(duration(count, unit), days_until if side.kind == "next" else days_since)


@durations.rule("relative.trailing", f"{ARTICLE} (count) (unit) (last)")
@durations.rule("relative.leading", f"{ARTICLE} (count) (unit) (next)")
def _unit_then_side(count: Token, unit: Token, side: Token) -> Leaf | None:
    return _beside(count, side, unit)


@durations.rule(
    "relative.leading",
    "within (?:the|this) (count) (unit)(?!previous|following|last)",
    "under (count) (unit)",
)
def _within(count: Token, unit: Token) -> Leaf | None:
    return _counted(duration(count, unit), days_until)


@durations.rule(
    "relative.since",
    "since about? (count) (unit) (and_half)?",
    "(?:ago|it_makes) about? (count) (unit) (and_half)?(?=that)",
)
def _since(count: Token, unit: Token, half: Token | None) -> Leaf | None:
    leaf = _counted(duration(count, unit, half), days_since)
    return leaf and leaf._replace(kind="period", relation=TimeRelation.SINCE)


@durations.rule("relative.ago", "ago (about)? (count) (unit) (and_half)?(?!any_of)")
def _ago(about: Token | None, count: Token, unit: Token, half: Token | None) -> Leaf | None:
    """Return the whole unit that far back: « il y a trois semaines » is a week, not a day.

    « Moins de » gives the days since then, « plus de » all days before.
    """
    length = duration(count, unit, half)
    if length is None or unit.kind == "hour":
        return None
    when = unit_away(length.unit, -length.number)
    if about and about.kind == "less":
        when = days_since(*length)
    if about and about.kind == "more":
        when = from_today(lambda today: Interval(None, shift(today, -length.number, length.unit)))
    return implied(when, length.unit)._replace(kind="period")


@durations.rule("relative.in", "within about? (count) (unit) (and_half)?(?!any_of)")
def _in(count: Token, unit: Token, half: Token | None) -> Leaf | None:
    length = duration(count, unit, half)
    if length is None or unit.kind == "hour":
        return None
    return implied(unit_away(length.unit, length.number), length.unit)._replace(kind="period")


@durations.rule("relative.by", "by about? (count) (unit) (and_half)?")
def _by(count: Token, unit: Token, half: Token | None) -> Leaf | None:
    length = duration(count, unit, half)
    if length is None:
        return None
    when = from_today(lambda today: Interval(None, shift(today, *length)))
    return Leaf("period", when, length.unit, is_implied=True, relation=TimeRelation.UNTIL)


@durations.rule("relative.vague", f"(since|by|ago|within) about? {VAGUE_COUNT} (unit)")
def _vague(cue: Token, unit: Token) -> Leaf:
    relation = RELATIONS.get(cue.kind, TimeRelation.DURING)
    return Leaf("period", undated, UNITS[unit.kind], is_implied=True, relation=relation)
