"""Rules for figures that cannot both be true: what could explain the gap, and what nothing does.

They are asked last, of figures that are apart and that growth does not explain.
"""

from __future__ import annotations

from armscorpus.models import Event, Modality, RelationKind
from armscorpus.reconcile.pair import Pair, Verdict, is_one_deadline
from armscorpus.reconcile.rules_of_change import NESTED, narrower_definition
from armscorpus.reconcile.spans_of_time import Timing
from armscorpus.reconcile.subject import Match

DIVERGENCE, CONFLICT = RelationKind.DIVERGENCE, RelationKind.CONFLICT

RELIEF = 31
"""Days after which a smaller number of people present may mean that some have left."""

NEWS = 60
"""Days within which two undated plans are likely to be one plan."""

_INSTALMENTS = frozenset({Event.ORDER, Event.PAY})
_BETWEEN_SIDES = frozenset({Event.TRANSFER, Event.ORDER, Event.PAY, Event.DEPLOY, Event.CALL})


def other_plan(pair: Pair) -> Verdict | None:
    """Compare different plans only if they have one deadline, or none and one moment."""
    if not pair.a.subject.planned or not pair.b.subject.planned:
        return None
    if is_one_deadline(pair):
        return None
    has_deadline = pair.a.claim.period.end or pair.b.claim.period.end
    published = pair.a.published, pair.b.published
    is_one_moment = published[0] and published[1] and abs((published[0] - published[1]).days) <= NEWS
    if not has_deadline and is_one_moment:
        return Verdict(DIVERGENCE, "undated_plans")
    return Verdict(RelationKind.UNRELATED, "other_plan")


def other_windows(pair: Pair) -> Verdict | None:
    """Explain a gap by windows that overlap only in part, or of which one has a rate and the other a total."""
    if pair.timing is Timing.STAGGERED or (pair.is_converted and _are_of_other_lengths(pair)):
        return Verdict(DIVERGENCE, "other_windows")
    return None


def _are_of_other_lengths(pair: Pair) -> bool:
    """Whether two dated windows begin or end more than a month apart, where a rate meets a total."""
    a, b = pair.a.window, pair.b.window
    if a is None or b is None or a.start is None or b.start is None or not (a.dated and b.dated):
        return False
    return abs((a.start - b.start).days) > RELIEF or abs((a.end - b.end).days) > RELIEF


def undated_figure(pair: Pair) -> Verdict | None:
    """Explain a gap by dates that nobody knows."""
    return Verdict(DIVERGENCE, "undated_figure") if pair.timing is Timing.UNKNOWN else None


def hedged_figure(pair: Pair) -> Verdict | None:
    """Explain a gap by what is only possible; across dates, by what is only hearsay."""
    is_hearsay = pair.timing in NESTED and pair.involves(Modality.REPORTED)
    if pair.involves(Modality.POSSIBLE) or is_hearsay:
        return Verdict(DIVERGENCE, "hedged_figure")
    return None


def unknown_party(pair: Pair) -> Verdict | None:
    """Explain a gap by a side that one claim leaves unsaid, and which may be more than one."""
    supplier, recipient = pair.parties
    is_open_side = recipient is Match.UNKNOWN and pair.a.subject.event in _BETWEEN_SIDES
    if supplier is Match.UNKNOWN or is_open_side:
        return Verdict(DIVERGENCE, "unknown_party")
    return None


def share_or_price(pair: Pair) -> Verdict | None:
    """Explain a gap between shares, whose wholes may differ, or between prices, which do."""
    if pair.a.subject.unit == "%":
        return Verdict(DIVERGENCE, "other_whole")
    return Verdict(DIVERGENCE, "other_price") if "prix" in pair.a.subject.topics else None


def fewer_present(pair: Pair) -> Verdict | None:
    """Explain a smaller number of people at a later date by those who have left."""
    a, b = pair.a.window, pair.b.window
    is_later = (
        pair.timing in NESTED and a is not None and b is not None and abs((b.end - a.end).days) > RELIEF
    )
    if pair.a.subject.event is Event.DEPLOY and is_later:
        return Verdict(DIVERGENCE, "fewer_present")
    return None


def other_contract(pair: Pair) -> Verdict | None:
    """Explain a smaller later figure by another contract or another instalment."""
    if pair.a.subject.event in _INSTALMENTS and pair.timing in NESTED:
        return Verdict(DIVERGENCE, "other_contract")
    return None


def smaller_later_total(pair: Pair) -> Verdict | None:
    """Oppose a total to a smaller one for a longer time that holds the first."""
    return Verdict(CONFLICT, "smaller_later_total") if pair.timing in NESTED else None


def apart_at_one_time(pair: Pair) -> Verdict:
    """Oppose figures that are apart for the same thing and the same time: nothing else is left."""
    return Verdict(CONFLICT, "apart_at_one_time")


DISPUTE_RULES = (
    other_windows,
    undated_figure,
    narrower_definition,
    hedged_figure,
    unknown_party,
    share_or_price,
    fewer_present,
    other_contract,
    smaller_later_total,
    apart_at_one_time,
)
