"""Rules that find two claims to be about different things, in the order in which they are asked."""

from __future__ import annotations

import datetime as dt

from armscorpus.models import Event, Modality, RelationKind
from armscorpus.reconcile.intervals import FLOORS
from armscorpus.reconcile.pair import Pair, Verdict, is_one_deadline, is_open
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import definitions
from armscorpus.reconcile.spans_of_time import SAME_CUT_OFF, Timing
from armscorpus.reconcile.subject import Match

UNRELATED = RelationKind.UNRELATED

CONVERSION = 12
"""Characters: « , soit quelque », « ( » may stand between an amount and its conversion."""

DEAD_AND_WOUNDED, IN_ONE_SOURCE = 1.5, 3.0
"""Factors at which one figure of losses may count the dead alone and the other the wounded too, who are half
as many at least; one source is likelier to go on counting as it did."""

YEAR = 365
"""Days for which a plan without a deadline stands."""

IN_ONE_ARTICLE = 3.0
"""A factor at which two figures of one article that name neither side are of two things."""

PART_OF_MODELS = 5.0
"""A factor at which a figure for one model is simply a part of a figure for all."""


def converted_amount(pair: Pair) -> Verdict | None:
    """Agree: one article gives one amount in two currencies, side by side."""
    a, b = sorted((pair.a.claim, pair.b.claim), key=lambda claim: claim.span)
    units = {a.quantity.unit, b.quantity.unit}
    is_money = len(units) == 2 and all(unit and len(unit) == 3 and unit.isupper() for unit in units)
    is_adjacent = pair.is_same_voice and 0 <= b.span.start - a.span.end <= CONVERSION
    if is_money and is_adjacent and (a.event, a.topics) == (b.event, b.topics):
        return Verdict(RelationKind.AGREEMENT, "converted_amount")
    return None


def other_topic(pair: Pair) -> Verdict | None:
    """Set apart: other things are counted."""
    a, b = pair.a.subject, pair.b.subject
    if a.topics != b.topics or (a.noun and b.noun and a.noun != b.noun):
        return Verdict(UNRELATED, "other_topic")
    return None


def other_event(pair: Pair) -> Verdict | None:
    """Set apart: something else happened to the things."""
    return Verdict(UNRELATED, "other_event") if pair.a.subject.event is not pair.b.subject.event else None


def other_unit(pair: Pair) -> Verdict | None:
    """Set apart: the units or the currencies differ."""
    return Verdict(UNRELATED, "other_unit") if pair.a.subject.unit != pair.b.subject.unit else None


def other_statistic(pair: Pair) -> Verdict | None:
    """Set apart: a mean, a maximum, a minimum and a capacity are not one another."""
    a, b = pair.a.subject, pair.b.subject
    return Verdict(UNRELATED, "other_statistic") if a.statistic is not b.statistic else None


def other_parties(pair: Pair) -> Verdict | None:
    """Set apart: other sides give or receive."""
    return Verdict(UNRELATED, "other_parties") if Match.DIFFERENT in pair.parties else None


def plan_and_fact(pair: Pair) -> Verdict | None:
    """Set apart: what is planned and what happened; a denial may be of either."""
    if pair.a.subject.planned != pair.b.subject.planned and not pair.involves(Modality.NEGATED):
        return Verdict(UNRELATED, "plan_and_fact")
    return None


def expired_plan(pair: Pair) -> Verdict | None:
    """Set apart: the deadline of one plan had passed when the other, for another time, was published.

    A plan without a deadline stands for a year.
    """
    if not (pair.a.subject.planned and pair.b.subject.planned) or is_one_deadline(pair):
        return None
    if _is_over(pair.a, pair.b) or _is_over(pair.b, pair.a):
        return Verdict(UNRELATED, "expired_plan")
    return None


def _is_over(plan: Reading, other: Reading) -> bool:
    announced, published = plan.published, other.published
    if announced is None or published is None:
        return False
    deadline = plan.claim.period.end or announced + dt.timedelta(days=YEAR)
    return (published - deadline).days > SAME_CUT_OFF


def other_part(pair: Pair) -> Verdict | None:
    """Set apart: each counts a part that the other leaves out (the dead, the wounded; soldiers, workers)."""
    if pair.scope.different is None:
        return None
    return Verdict(
        UNRELATED, "other_part", dict(zip(("part_a", "part_b"), pair.scope.different, strict=True))
    )


def rate_and_total(pair: Pair) -> Verdict | None:
    """Set apart: a rate and a total over an unknown or too short a time."""
    return Verdict(UNRELATED, "rate_and_total") if pair.factors is None else None


def nobody_named(pair: Pair) -> Verdict | None:
    """Set apart: figures that name neither side, unless one source, one figure or one article joins them."""
    is_about_nobody = pair.a.subject.is_about_nobody and pair.b.subject.is_about_nobody
    are_near = pair.is_same_article and pair.ratio < IN_ONE_ARTICLE
    if is_about_nobody and not (are_near or pair.is_same_source or pair.is_same_figure):
        return Verdict(UNRELATED, "nobody_named")
    return None


def unclear_losses(pair: Pair) -> Verdict | None:
    """Set apart: losses so far from each other that one may count the dead alone, where one does not say.

    Those that one article sets against each other, each from its source, are of one thing.
    """
    factor = IN_ONE_SOURCE if pair.is_same_source else DEAD_AND_WOUNDED
    are_opposed = pair.is_same_article and pair.a.witness.attributed and pair.b.witness.attributed
    if are_opposed and not pair.is_same_voice:
        return None
    if pair.is_apart and "casualties" in pair.scope.unstated and pair.ratio >= factor:
        return Verdict(UNRELATED, "unclear_losses")
    return None


def other_side(pair: Pair) -> Verdict | None:
    """Set apart: the losses of one side, and greater ones of whoever an article does not say."""
    smaller, greater = (pair.a, pair.b) if pair.a_is_less else (pair.b, pair.a)
    is_of_side = smaller.subject.supplier is not None and greater.subject.supplier is None
    if pair.a.subject.event is Event.LOSS and pair.is_apart and is_of_side:
        return Verdict(UNRELATED, "other_side")
    return None


def part_of_whole(pair: Pair) -> Verdict | None:
    """Set apart: a part (children, ballistic missiles, a model) that is smaller than its whole, or may be."""
    if not pair.is_apart:
        return _open_part(pair)
    narrower = pair.scope.a_part if pair.a_is_less else pair.scope.b_part
    if any(facet not in definitions() for facet in narrower):
        return Verdict(UNRELATED, "part_of_whole")
    return (
        Verdict(UNRELATED, "part_of_whole") if "model" in narrower and pair.ratio >= PART_OF_MODELS else None
    )


def _open_part(pair: Pair) -> Verdict | None:
    """Set apart: a part and a whole of which one is open, but for a part above the floor of its whole."""
    a_is_part, b_is_part = (
        any(facet not in definitions() for facet in parts) for parts in (pair.scope.a_part, pair.scope.b_part)
    )
    is_vague = is_open(pair.a) or is_open(pair.b)
    if not (a_is_part or b_is_part) or not is_vague or pair.is_same_figure:
        return None
    part, whole = (pair.a, pair.b) if a_is_part else (pair.b, pair.a)
    is_above_floor = whole.claim.quantity.bound in FLOORS and part.interval.low > whole.interval.low
    return None if is_above_floor and not is_open(part) else Verdict(UNRELATED, "part_of_whole")


def one_voice(pair: Pair) -> Verdict | None:
    """Set apart: an article that gives two figures in one voice for one time counts two things."""
    is_one_time = pair.timing in {Timing.SAME, Timing.UNKNOWN, Timing.STAGGERED}
    if pair.is_same_voice and is_one_time and (pair.is_apart or _are_written_apart(pair)):
        return Verdict(UNRELATED, "one_voice")
    return None


def _are_written_apart(pair: Pair) -> bool:
    """Whether two numbers are far from each other, though one is only a bound (« au moins 700 », « 2 800 »)."""
    small, great = sorted(pair.sizes)
    values = pair.a.claim.quantity.value, pair.b.claim.quantity.value
    return None not in values and great > IN_ONE_SOURCE * small


def unnamed_event(pair: Pair) -> Verdict | None:
    """Set apart: different figures for something that has no name among the events."""
    is_other = pair.a.subject.event is Event.OTHER and "prix" not in pair.a.subject.topics
    return Verdict(UNRELATED, "unnamed_event") if is_other and pair.is_apart else None


SUBJECT_RULES = (
    converted_amount,
    other_topic,
    other_event,
    other_unit,
    other_statistic,
    other_parties,
    plan_and_fact,
    expired_plan,
    other_part,
    rate_and_total,
    nobody_named,
    unclear_losses,
    other_side,
    part_of_whole,
    one_voice,
    unnamed_event,
)

SETTLED_BY_GROUPS = frozenset(
    {converted_amount, other_topic, other_event, other_unit, other_statistic, plan_and_fact}
)
"""The rules that have nothing to say of two claims of one group."""
