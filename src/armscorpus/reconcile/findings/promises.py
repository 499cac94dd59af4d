"""Promised and delivered: plans with what happened after they were made."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from armscorpus.models import Modality
from armscorpus.reconcile.comparisons import clusters_of
from armscorpus.reconcile.findings.draft import Draft, Said, number, size, weigh
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.spans_of_time import SAME_CUT_OFF
from armscorpus.reconcile.subject import Match

MISSED, UNDER_WAY = 0.5, 0.1
"""The severity at most of a promise that was not kept by its deadline, and of one that is not due yet."""

BEFORE = 92
"""Days by which a count may have begun before the promise was told."""


def promises(groups: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield plans that are not fulfilled, with the latest figure of what happened since."""
    by_subject: dict[object, tuple[list[Reading], list[Reading]]] = defaultdict(lambda: ([], []))
    for readings in groups:
        for cluster in clusters_of(readings):
            subject, head = cluster[0].subject, cluster[0]
            if head.is_level or head.claim.modality is Modality.NEGATED:
                continue
            plans, facts = by_subject[
                subject.topics, subject.event, subject.unit, subject.supplier, subject.recipient
            ]
            (plans if subject.planned else facts).append(head)
    for plans, facts in by_subject.values():
        for plan in plans:
            done = [fact for fact in facts if _is_of_plan(fact, plan)]
            if done and size(plan) > 0:
                yield from _compare(plan, max(done, key=lambda fact: fact.order))


def _is_of_plan(fact: Reading, plan: Reading) -> bool:
    """Whether something was counted from about the promise on, and by the deadline or thereabouts."""
    told, window = plan.published, fact.window
    if told is None or window is None or fact.claim.quantity.per is not plan.claim.quantity.per:
        return False
    pair = Pair(plan, fact)
    is_one_thing = pair.scope.different is None and not pair.scope.a_part and not pair.scope.b_part
    if not is_one_thing or pair.parties != (Match.SAME, Match.SAME) or window.end < told:
        return False
    deadline = plan.claim.period.end
    is_in_time = deadline is None or (window.end - deadline).days <= BEFORE
    begins_after = window.start is None or window.start >= told - dt.timedelta(days=BEFORE)
    begins_in_time = deadline is None or window.start is None or window.start <= deadline
    return is_in_time and begins_after and begins_in_time


def _compare(plan: Reading, fact: Reading) -> Iterator[Draft]:
    if fact.interval.high >= plan.interval.low:
        return
    deadline, end = plan.claim.period.end, fact.window.end if fact.window else None
    is_due = deadline is not None and end is not None and (deadline - end).days <= SAME_CUT_OFF
    share = 100 * size(fact) / size(plan)
    said: dict[str, Said] = {"percent": number(round(share))}
    rule, base = ("promise_missed", MISSED) if is_due else ("promised_delivered", UNDER_WAY)
    yield Draft(rule, (plan, fact), weigh(base, 100 / max(share, 1), plan, fact), said)
