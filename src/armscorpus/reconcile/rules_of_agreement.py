"""Rules for what is denied, repeated, shared or made precise."""

from __future__ import annotations

from armscorpus.models import Bound, Event, Modality, RelationKind
from armscorpus.reconcile import intervals
from armscorpus.reconcile.intervals import WIDE, Interval
from armscorpus.reconcile.pair import Pair, Verdict, is_open
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.spans_of_time import SAME_CUT_OFF, Timing
from armscorpus.reconcile.witnesses import share_outlet

TENFOLD = 5.0
"""How far a vague plural reaches above its floor: « des milliers », from 2 000, is not said of 10 000."""

GROWN = 1.1
"""How far above an earlier floor a later figure must be to be growth and not the same figure made precise."""


def denied_figure(pair: Pair) -> Verdict | None:
    """Oppose a denial to whoever asserts the figure that is denied, or a greater one by then.

    One voice that denies a figure in an article and asserts another one does not contradict itself.
    """
    denial, claim = _denial(pair)
    if denial is None or claim is None:
        return None
    is_asserted = pair.is_same_figure or _may_be_it(claim, denial) or _asserts_more(pair, claim, denial)
    if is_asserted and not pair.is_same_voice:
        return Verdict(RelationKind.CONFLICT, "denied_figure")
    return Verdict(RelationKind.UNRELATED, "other_denial")


def denials(pair: Pair) -> Verdict | None:
    """Agree: two sources deny one figure; denials of two figures say nothing of each other."""
    if any(reading.claim.modality is not Modality.NEGATED for reading in (pair.a, pair.b)):
        return None
    if not pair.is_same_figure:
        return Verdict(RelationKind.UNRELATED, "other_denial")
    return echo_of_source(pair) or Verdict(RelationKind.AGREEMENT, "denials_agree")


def _denial(pair: Pair) -> tuple[Reading, Reading] | tuple[None, None]:
    a, b = pair.a, pair.b
    if (a.claim.modality is Modality.NEGATED) == (b.claim.modality is Modality.NEGATED):
        return None, None
    return (a, b) if a.claim.modality is Modality.NEGATED else (b, a)


def _may_be_it(claim: Reading, denial: Reading) -> bool:
    """Whether a range holds the number that is denied (« de 3 000 à 4 000 », « 4 000 »)."""
    is_range = claim.claim.quantity.bound is Bound.BETWEEN and denial.claim.quantity.value is not None
    is_one_rate = claim.claim.quantity.per is denial.claim.quantity.per
    return is_range and is_one_rate and intervals.contains(claim.interval, denial.interval)


def _asserts_more(pair: Pair, claim: Reading, denial: Reading) -> bool:
    if pair.is_level and pair.timing is Timing.APART:
        return False
    if claim.window is None or denial.window is None or claim.claim.quantity.per != denial.claim.quantity.per:
        return False
    is_by_then = (claim.window.end - denial.window.end).days <= SAME_CUT_OFF
    return is_by_then and claim.interval.low >= denial.interval.low > 0


def echo_of_source(pair: Pair) -> Verdict | None:
    """Recognise one figure of one named source in two places: one witness."""
    is_one_time = pair.timing is not Timing.APART or _are_undated_stocks(pair)
    if pair.is_same_source and is_one_time and _is_repeated(pair):
        return Verdict(RelationKind.ECHO, "echo_of_source")
    return None


def _are_undated_stocks(pair: Pair) -> bool:
    """Whether both are levels that no article dates: an estimate that is still quoted after months."""
    windows = pair.a.window, pair.b.window
    return pair.a.subject.event is Event.STOCK and not any(window and window.dated for window in windows)


def _is_repeated(pair: Pair) -> bool:
    """Whether a figure is repeated, if need be in round numbers (« 3 689 », « près de 3 700 »)."""
    if pair.is_same_figure:
        return True
    bounds = {pair.a.claim.quantity.bound, pair.b.claim.quantity.bound}
    is_rounded = bounds <= {Bound.EXACT, Bound.APPROX} and _is_rounded(pair)
    return is_rounded and pair.timing is Timing.SAME and not pair.is_apart


def _is_rounded(pair: Pair) -> bool:
    """Whether one of two numbers is the other one with fewer digits, at most a twentieth off."""
    a, b = (float(reading.claim.quantity.value or 0) for reading in (pair.a, pair.b))
    return intervals.is_equal(a, b, 0.05) and intervals.rounding(a) != intervals.rounding(b)


def echo_of_outlet(pair: Pair) -> Verdict | None:
    """Recognise one figure that came through one outlet, from a source that one article leaves unnamed."""
    a, b = pair.a.witness, pair.b.witness
    is_one_origin = a.attributed and b.attributed and not (a.named and b.named)
    if pair.is_same_figure and share_outlet(a, b) and is_one_origin:
        return Verdict(RelationKind.ECHO, "echo_of_outlet")
    return None


def growth_above_floor(pair: Pair) -> Verdict | None:
    """See growth where a later total lies far above the floor that an earlier one set (« plus de 1 000 »)."""
    if pair.is_apart or pair.is_level or pair.timing not in {Timing.WITHIN, Timing.AROUND, Timing.STAGGERED}:
        return None
    inner = 1 if pair.timing is Timing.AROUND else 0
    early, figure, later = (pair.a, pair.b)[inner], pair.figures[inner], pair.figures[1 - inner]
    factor = TENFOLD if early.claim.quantity.bound is Bound.VAGUE else GROWN
    if is_open(early) and figure.high >= later.high and later.low > factor * figure.low > 0:
        return Verdict(RelationKind.EVOLUTION, "growth_above_floor")
    return None


def figure_made_precise(pair: Pair) -> Verdict | None:
    """See a refinement where one interval lies inside one that is vague, open or a range."""
    if pair.is_same_figure:
        return None
    first, second = pair.figures
    if _makes_precise(first, second, pair.b) or _makes_precise(second, first, pair.a):
        return Verdict(RelationKind.REFINEMENT, "figure_made_precise")
    return None


def _makes_precise(inner: Interval, outer: Interval, wide: Reading) -> bool:
    """Whether an interval lies inside a wide one, and not at the very bound that an open one names."""
    if wide.claim.quantity.bound not in WIDE or not intervals.contains(outer, inner):
        return False
    is_at_bound = inner.low == inner.high and is_open(wide) and inner.low in outer
    return not is_at_bound


def figures_agree(pair: Pair) -> Verdict | None:
    """Agree: the same figure, or intervals that overlap."""
    return None if pair.is_apart else Verdict(RelationKind.AGREEMENT, "figures_agree")
