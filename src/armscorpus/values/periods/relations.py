"""Rules for what says how dates bear on the thing: « depuis », « avant », « jusqu'à », « au cours de »."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from armscorpus.models import TimeRelation
from armscorpus.values.periods.grammar import Leaf, Level
from armscorpus.values.periods.intervals import DAY
from armscorpus.values.periods.moments import Context, Interval
from armscorpus.values.periods.parts import END

relations = Level()

LEAF = "(?:the|this)? only? the? (dates)"


@relations.rule("relation.since", f"since {LEAF}")
def _since(leaf: Leaf) -> Leaf:
    """Return the days from the beginning of an expression to the reference."""

    def when(context: Context) -> Interval | None:
        days = leaf.when(context)
        if days is None or days.start is None:
            return None
        over = context.today is None or context.today < days.start
        return Interval(days.start, None if over else context.today)

    return replace(leaf, kind="period", when=when, relation=TimeRelation.SINCE, implied=True)


@relations.rule("relation.from", f"from {LEAF}")
def _from(leaf: Leaf) -> Leaf:
    """Return the days from the beginning of an expression on; « à partir de » does not say until when."""
    return _open(leaf, TimeRelation.SINCE, lambda days: Interval(days.start, None))


@relations.rule("relation.until", f"until {LEAF}")
def _until(leaf: Leaf) -> Leaf:
    return _open(leaf, TimeRelation.UNTIL, lambda days: Interval(None, days.end))


@relations.rule("relation.by", f"by {LEAF}")
def _by(leaf: Leaf) -> Leaf:
    """Return the days to the end of an expression, which is to come."""
    coming = replace(leaf, when=lambda context: leaf.when(replace(context, ahead=lambda: True)))
    return _open(coming, TimeRelation.UNTIL, lambda days: Interval(None, days.end))


@relations.rule("relation.before", f"before {LEAF}")
def _before(leaf: Leaf) -> Leaf:
    """Return the days before an expression; « avant fin 2025 » goes to its end, since the end is a point."""
    if leaf.value == END + 1:
        return _open(leaf, TimeRelation.BEFORE, lambda days: Interval(None, days.end))
    return _open(leaf, TimeRelation.BEFORE, lambda days: Interval(None, days.start and days.start - DAY))


@relations.rule("relation.after", f"after {LEAF}")
def _after(leaf: Leaf) -> Leaf:
    return _open(leaf, TimeRelation.AFTER, lambda days: Interval(days.end and days.end + DAY, None))


@relations.rule("relation.during", f"(?:in|within|at) {LEAF}", "(?:the|this) only? (dates)")
def _during(leaf: Leaf) -> Leaf:
    return replace(leaf, kind="period")


def _open(leaf: Leaf, relation: TimeRelation, bound: Callable[[Interval], Interval]) -> Leaf:
    def when(context: Context) -> Interval | None:
        days = leaf.when(context)
        return days and bound(days)

    return replace(leaf, kind="period", when=when, relation=relation)
