"""Rules for what says how dates bear on the thing: « depuis », « avant », « jusqu'à », « au cours de »."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.antecedents import moved
from armscorpus.values.periods.durations import duration
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import DAY, Interval
from armscorpus.values.periods.moments import Context, Recurring, When, from_today, known

relations = Level()

LEAF = "(?:the|this|only)* (dates)"


@relations.rule("relation.since", f"since {LEAF}")
def _since(leaf: Leaf) -> Leaf:
    """Return the days from the beginning of an expression, which is past, to the reference."""

    def when(context: Context) -> Interval | None:
        days = leaf.when(context.looking(ahead=False))
        if days is None or days.start is None:
            return None
        is_past = context.today is not None and days.start <= context.today
        return Interval(days.start, context.today if is_past else None, days.precision)

    return leaf._replace(kind="period", when=when, relation=TimeRelation.SINCE, is_implied=True)


@relations.rule("relation.from", f"from {LEAF}")
def _from(leaf: Leaf) -> Leaf:
    """Return the days from the beginning of an expression on: « à partir de » does not say until when."""
    return _open(leaf, TimeRelation.SINCE, lambda days: Interval(days.start, None))


@relations.rule("relation.until", f"(?:until|until_the) {LEAF}")
def _until(leaf: Leaf) -> Leaf:
    return _open(leaf, TimeRelation.UNTIL, lambda days: Interval(None, days.end))


@relations.rule("relation.by", f"by {LEAF}")
def _by(leaf: Leaf) -> Leaf:
    """Return the days to the end of an expression, which is to come."""
    coming = leaf._replace(when=partial(_coming, leaf.when))
    return _open(coming, TimeRelation.UNTIL, lambda days: Interval(None, days.end))


@relations.rule("relation.before", f"before {LEAF}")
def _before(leaf: Leaf) -> Leaf:
    """Return the days before an expression; « avant la fin de 2025 » goes to the end, as a point in time."""
    if leaf.is_end:
        if isinstance(leaf.when, Recurring) and leaf.when.cycle is leaf.precision:
            leaf = leaf._replace(when=partial(_coming, leaf.when))  # « avant la fin de l'année »
        return _open(leaf, TimeRelation.BEFORE, lambda days: Interval(None, days.end))
    return _open(leaf, TimeRelation.BEFORE, lambda days: Interval(None, days.start and days.start - DAY))


def _coming(when: When, context: Context) -> Interval | None:
    return when(context.looking(ahead=True))


@relations.rule("relation.after", f"after {LEAF}")
def _after(leaf: Leaf) -> Leaf:
    return _open(leaf, TimeRelation.AFTER, lambda days: Interval(days.end and days.end + DAY, None))


@relations.rule(
    "relation.during",
    f"(?:en|in|within|at_the) {LEAF}",
    "at (?:the|this|only)* (day|weekday_leaf|month_leaf|stretch|same_leaf)",
    "(?:the|this|only)+ (dates)",
)
def _during(leaf: Leaf) -> Leaf:
    return leaf._replace(kind="period")


def _open(leaf: Leaf, relation: TimeRelation, bound: Callable[[Interval], Interval]) -> Leaf:
    def when(context: Context) -> Interval | None:
        days = leaf.when(context)
        return days and bound(days)._replace(precision=days.precision)

    return leaf._replace(kind="period", when=when, relation=relation)


@relations.rule("relation.away", f"(count) (unit) (before|after) {LEAF}")
def _away(count: Token, unit: Token, side: Token, leaf: Leaf) -> Leaf | None:
    """Return an expression moved by a duration: « deux mois après le 7 octobre 2023 »."""
    length = duration(count, unit)
    if length is None:
        return None
    sign = 1 if side.kind == "after" else -1

    def when(context: Context) -> Interval | None:
        days = known(leaf.when(context))
        return days and moved(days, sign * length.number, length.unit, leaf.precision)

    return leaf._replace(kind="period", when=when)


@relations.rule("relation.so_far", "cutoff")
def _so_far() -> Leaf:
    when = from_today(lambda today: Interval(None, today))
    return Leaf("period", when, Precision.DAY, is_implied=True, relation=TimeRelation.UNTIL)
