"""Doubt: how likely a claim is to need a person's judgement, from 0 to 1, and why; for queues with the doubtful first.

Reasons are weighed as independent ones: each takes its weight of the trust that the others have left. Their words are
in `review.toml`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from armscorpus.models import Bound, Claim, Event, Finding, Judgement, Quantity, Relation
from armscorpus.reconcile.findings import find_findings
from armscorpus.reconcile.groups import Group, reconcile
from armscorpus.reconcile.judgements import apply_judgements, standing
from armscorpus.reconcile.wording import FRENCH

GUESSED = {
    "party.of_article": 0.35,
    "party.of_question": 0.35,
    "party.user_of_delivery": 0.35,
    "party.flow_of_text": 0.3,
    "party.recipient_of_paragraph": 0.3,
    "event.of_article": 0.3,
    "party.inherited": 0.2,
    "event.inherited": 0.2,
    "predicate.of_topic": 0.2,
    "period.carried_over": 0.2,
    "topic.ellipsis": 0.2,
    "topic.share.ellipsis": 0.2,
    "source.carried_over": 0.15,
    "party.antecedent": 0.1,
    "party.other_of_sentence": 0.1,
    "period.before": 0.05,
    "period.behind": 0.05,
    "period.statement": 0.05,
}
"""What a rule leaves in doubt of what it infers; the year of « en mars » is nearly sure, a side from elsewhere is not."""

OTHER_GUESS = 0.15
"""The same of a rule that has no weight of its own."""

CROWDED, CROWD = 4, 0.1
WIDE_RATIO = 10
YEARS = range(1900, 2101)


class Reason(NamedTuple):
    """Why a claim is doubtful: a name in the lexicon, how much it weighs, and what its words quote.

    `field` and `rule` are those of a field that is inferred.
    """

    name: str
    weight: float
    field: str = ""
    rule: str = ""
    said: Mapping[str, str] = MappingProxyType({})


class Doubt(NamedTuple):
    """How doubtful a claim is, from 0 to 1 and to three decimals, and why, the weightiest reason first."""

    weight: float
    reasons: tuple[Reason, ...]


class Doubtful(NamedTuple):
    """A claim with its doubt, the findings that it is in, and its group; None where it has been rejected."""

    claim: Claim
    doubt: Doubt
    findings: tuple[Finding, ...]
    group: Group | None

    def disputes(self) -> tuple[Relation, ...]:
        """Return the conflicts and divergences of the claim, most severe first."""
        return self.group.disputes_of(self.claim.id) if self.group else ()


def queue_of(
    claims: Iterable[Claim],
    compared: Iterable[Claim],
    *,
    judgements: Iterable[Judgement] = (),
    language: str = FRENCH,
    include_judged: bool = False,
) -> list[Doubtful]:
    """Return the claims that nobody has judged, or all, the most doubtful first, of equal ones in the order of their articles.

    `compared` are those that may dispute them, themselves among them. Reasons are in French (`fr`) or English (`en`).
    Raises JudgementError where a correction does not fit.
    """
    told, known = list(compared), list(judgements)
    groups = reconcile(told, judgements=known, language=language)
    home = {claim.id: group for group in groups for claim in group.claims}
    concerned: dict[str, list[Finding]] = defaultdict(list)
    for finding in find_findings(apply_judgements(told, known), language=language):
        for claim in finding.claims:
            concerned[claim.id].append(finding)
    crowds = Counter(map(_sentence, told))
    judged = frozenset() if include_judged else _judged(known)
    queue = [
        _doubtful(claim, home.get(claim.id), concerned[claim.id], crowds[_sentence(claim)])
        for claim in claims
        if claim.id not in judged
    ]
    return sorted(queue, key=lambda item: (-item.doubt.weight, item.claim.article.path, item.claim.span))


def _judged(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(judgement.claims[0] for judgement in standing(judgements) if len(judgement.claims) == 1)


def _doubtful(claim: Claim, group: Group | None, findings: list[Finding], figures: int) -> Doubtful:
    disputes = group.disputed.get(claim.id, ()) if group else ()
    return Doubtful(claim, doubt_of(claim, disputes, findings, figures=figures), tuple(findings), group)


def doubt_of(
    claim: Claim, disputes: Sequence[float] = (), findings: Collection[Finding] = (), *, figures: int = 1
) -> Doubt:
    """Return the doubt about a claim with the severities of its disputes, its findings, and the figures of its sentence."""
    reasons = [*_contested(disputes, findings), *_guessed(claim), *_crowded(figures), *_signs_of(claim)]
    trust = math.prod(1 - reason.weight for reason in reasons)
    return Doubt(round(1 - trust, 3), tuple(sorted(reasons, key=lambda reason: -reason.weight)))


def _sentence(claim: Claim) -> tuple[object, ...]:
    return claim.article.id, claim.evidence.sentence if claim.evidence else claim.span


def _contested(disputes: Sequence[float], findings: Collection[Finding]) -> Iterator[Reason]:
    if disputes:
        name = "disputed" if len(disputes) == 1 else "disputed_by_many"
        yield Reason(name, max(disputes), said={"count": str(len(disputes))})
    if findings:
        yield Reason("finding", max(finding.severity for finding in findings))


def _guessed(claim: Claim) -> Iterator[Reason]:
    if claim.evidence is None:
        return
    for field in claim.evidence.implied:
        rule = claim.evidence.rules.get(field, "")
        if rule or field != "object":  # the noun is left out where its topic is
            yield Reason("guessed", GUESSED.get(rule, OTHER_GUESS), field, rule)


def _crowded(figures: int) -> Iterator[Reason]:
    if figures >= CROWDED:
        yield Reason("crowded", CROWD, said={"count": str(figures)})


def _is_made_by(field: str, *rules: str) -> Callable[[Claim], bool]:
    """Return whether a claim has a field by one of some rules, given by how their names begin."""
    return lambda claim: claim.evidence is not None and claim.evidence.rules.get(field, "").startswith(rules)


def _is_dated(claim: Claim) -> bool:
    return claim.period.start is not None or claim.period.end is not None


def _is_wide(quantity: Quantity) -> bool:
    """Whether a range goes up to ten times its beginning and beyond."""
    low, high = quantity.low, quantity.high
    return low is not None and high is not None and 0 < low * WIDE_RATIO <= high


def _is_like_a_year(claim: Claim) -> bool:
    """Whether a bare number may be a year: « 2024 drones », not « 2 024 drones » or « environ 2024 drones »."""
    quantity = claim.quantity
    is_bare = quantity.bound is Bound.EXACT and quantity.unit in {None, "count"} and quantity.per is None
    return is_bare and quantity.value in YEARS and str(quantity.value) in claim.text


def _signs_of(claim: Claim) -> Iterator[Reason]:
    """Yield what is doubtful in a claim by itself."""
    for name, (weight, is_so) in _SIGNS.items():
        if is_so(claim):
            yield Reason(name, weight, said={"text": claim.period.text or ""})


_SIGNS: dict[str, tuple[float, Callable[[Claim], bool]]] = {
    "no_evidence": (0.3, lambda claim: claim.evidence is None),
    "like_a_year": (0.2, _is_like_a_year),
    "no_unit": (0.2, lambda claim: claim.quantity.unit is None),
    "unlimited": (0.2, lambda claim: claim.quantity.low is None and claim.quantity.high is None),
    "unread_topic": (0.2, lambda claim: set(claim.topics) <= {"autre"}),
    "unread_event": (0.2, lambda claim: claim.event is Event.OTHER),
    "no_parties": (0.2, lambda claim: claim.supplier is None and claim.recipient is None),
    "reversed": (0.2, _is_made_by("direction", "party.reversed")),
    "undated_article": (0.2, lambda claim: claim.article.published is None),
    "unread_period": (0.2, lambda claim: claim.period.text is not None and not _is_dated(claim)),
    "borrowed_topic": (0.15, _is_made_by("topics", "topic.noun_of_sentence", "topic.share.of_sentence")),
    "undated": (0.1, lambda claim: claim.period.text is None and not _is_dated(claim)),
    "unsourced": (0.1, lambda claim: claim.source is None),
    "weak_head": (0.1, _is_made_by("topics", "topic.weak_head")),
    "wide": (0.1, lambda claim: _is_wide(claim.quantity)),
    "vague": (0.05, lambda claim: claim.quantity.bound is Bound.VAGUE),
}
"""Reasons that a claim shows by itself: how much each weighs, and when it holds."""
