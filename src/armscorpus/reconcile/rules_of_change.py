"""Rules for figures that change: other times, later figures of one source, totals that grow."""

from __future__ import annotations

from armscorpus.models import Event, RelationKind
from armscorpus.reconcile.pace import growth_between
from armscorpus.reconcile.pair import Pair, Verdict, is_one_deadline
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import PROOF
from armscorpus.reconcile.spans_of_time import Timing

COMPARABLE = 1.5
"""Two windows compare (two years, two nights) if one is at most so many times as long as the other."""

LOT, LOT_OF_TOTALS = 3.0, 10.0
"""Factors at which an undated figure is of one lot and no total; the second, if both look like totals."""

NESTED = frozenset({Timing.WITHIN, Timing.AROUND})


def levels_of_other_scope(pair: Pair) -> Verdict | None:
    """Explain two levels apart by what each counts, whatever their times (« Shahed-136 », all models)."""
    if not pair.is_level or not pair.is_apart:
        return None
    return narrower_definition(pair)


def narrower_definition(pair: Pair) -> Verdict | None:
    """Explain a smaller figure by a narrower definition: one model, one carrier, only what is proved."""
    return narrower_on_side(pair, 0 if pair.a_is_less else 1)


def narrower_on_side(pair: Pair, side: int) -> Verdict | None:
    """Say that a, or b, counts less than the other by definition; None where it does not."""
    facet = pair.narrower_by_definition[side]
    if facet is None:
        return None
    words = {"part": (pair.a, pair.b)[side].scope[facet].words}
    return Verdict(
        RelationKind.DIVERGENCE, "documented_only" if facet == PROOF else "narrower_definition", words
    )


def levels_of_other_times(pair: Pair) -> Verdict | None:
    """See an evolution in rates, stocks, shares and prices of different times."""
    if pair.is_level and pair.timing is Timing.APART:
        return Verdict(RelationKind.EVOLUTION, "levels_of_other_times")
    return None


def revised_by_source(pair: Pair) -> Verdict | None:
    """See a revision where one source later gives another figure from the same beginning."""
    if not pair.is_same_source or pair.is_same_figure or not pair.is_later or not _begins_together(pair):
        return None
    upwards = pair.sizes[1] > pair.sizes[0]
    return Verdict(RelationKind.REVISION, "revised_upwards" if upwards else "revised_downwards")


def _begins_together(pair: Pair) -> bool:
    """Whether two totals may be counted from one day; of plans, whether they may be one plan."""
    a, b = pair.a.window, pair.b.window
    if pair.a.subject.planned and pair.b.subject.planned:
        return is_one_deadline(pair) or not (pair.a.claim.period.end or pair.b.claim.period.end)
    if pair.timing in {Timing.SAME, Timing.UNKNOWN}:
        return True
    return pair.timing in NESTED and a is not None and b is not None and a.may_begin_with(b)


def other_incidents(pair: Pair) -> Verdict | None:
    """Compare totals of separate times only if these are alike; two nights, only if one source has both."""
    if pair.is_level or pair.timing is not Timing.APART:
        return None
    if pair.a.subject.planned or not _are_alike(pair):
        return Verdict(RelationKind.UNRELATED, "other_incidents")
    return Verdict(RelationKind.EVOLUTION, "totals_of_other_times")


def _are_alike(pair: Pair) -> bool:
    a, b = pair.a.window, pair.b.window
    if a is None or b is None or a.days is None or b.days is None:
        return False
    if a.is_brief or b.is_brief:
        return a.days == b.days and pair.is_same_source
    return pair.is_same_source or max(a.days, b.days) <= COMPARABLE * min(a.days, b.days)


def incident_within(pair: Pair) -> Verdict | None:
    """Set apart: an incident that is a part of a longer time, and smaller than its total."""
    if pair.is_level or pair.timing not in NESTED or not pair.is_apart:
        return None
    inner = (pair.a, pair.b)[inner_side(pair)].window
    if inner is not None and inner.is_brief and inner_is_less(pair):
        return Verdict(RelationKind.UNRELATED, "incident_within")
    return None


def isolated_figure(pair: Pair) -> Verdict | None:
    """Set apart: a figure without a period that is too small for a total: it is of one incident or lot."""
    smaller = pair.a if pair.a_is_less else pair.b
    are_totals = pair.is_apart and not pair.is_level and pair.timing not in {Timing.APART, Timing.STAGGERED}
    if not are_totals or _is_dated(smaller):
        return None
    has_grown = pair.timing in NESTED and inner_is_less(pair)
    factor = LOT_OF_TOTALS if has_grown or _are_both_totals(pair) else LOT
    if pair.ratio >= factor or _is_salvo(pair, has_grown=has_grown):
        return Verdict(RelationKind.UNRELATED, "isolated_figure")
    return None


def none_so_far(pair: Pair) -> Verdict | None:
    """Set apart: « aucun », of a time whose beginning is unknown, and what was counted over another one."""
    none = pair.b if pair.figures[1].high == 0 else pair.a
    has_no_beginning = none.window is None or none.window.start is None
    if pair.is_apart and not pair.is_level and none.interval.high == 0 and has_no_beginning:
        return Verdict(RelationKind.UNRELATED, "none_so_far")
    return None


def _is_salvo(pair: Pair, *, has_grown: bool) -> bool:
    """Whether a smaller figure is of other fire: without a period, what is fired is told salvo by salvo."""
    are_undated = not _is_dated(pair.a) and not _is_dated(pair.b)
    is_fire = pair.a.subject.event is Event.FIRE and pair.timing in NESTED
    return is_fire and (are_undated or not has_grown)


def _are_both_totals(pair: Pair) -> bool:
    """Whether both figures look like totals: of one source, or of two in one article or without a period."""
    are_attributed = pair.a.witness.attributed and pair.b.witness.attributed
    are_undated = not _is_dated(pair.a) and not _is_dated(pair.b)
    return pair.is_same_source or (are_attributed and (pair.is_same_article or are_undated))


def _is_dated(reading: Reading) -> bool:
    return reading.window is not None and reading.window.dated


def total_that_grew(pair: Pair) -> Verdict | None:
    """See an evolution where the total of a longer time is greater at a plausible pace, else a divergence."""
    if pair.is_level or pair.timing in {Timing.APART, Timing.UNKNOWN} or not inner_is_less(pair):
        return None
    inner = inner_side(pair)
    windows = pair.a.window, pair.b.window
    growth = growth_between(pair.figures[inner], pair.figures[1 - inner], windows[inner], windows[1 - inner])
    if pair.timing is Timing.SAME:
        is_plausible = growth.least is not None and not growth.is_too_fast
        return Verdict(RelationKind.EVOLUTION, "total_that_grew") if is_plausible else None
    if pair.is_same_voice:
        return Verdict(RelationKind.EVOLUTION, "total_that_grew")
    if growth.least is not None and growth.is_too_fast:
        verdict = Verdict(RelationKind.DIVERGENCE, "growth_too_fast", {"pace": growth.least})
        return narrower_on_side(pair, inner) or verdict
    if growth.is_too_slow:
        return narrower_on_side(pair, 1 - inner) or Verdict(RelationKind.DIVERGENCE, "growth_too_slow")
    return Verdict(RelationKind.EVOLUTION, "total_that_grew")


def inner_side(pair: Pair) -> int:
    """Return which of the two has the window that lies within the other, or ends first."""
    return 1 if pair.timing is Timing.AROUND else 0


def inner_is_less(pair: Pair) -> bool:
    """Whether the figure of the inner window is the smaller one, as it must be for things that add up."""
    return pair.is_apart and pair.a_is_less == (inner_side(pair) == 0)
