"""Outcomes split by what the claims are about, for scores of each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from armscorpus.evaluate.fields import NAMES, SCORED
from armscorpus.evaluate.options import By
from armscorpus.evaluate.outcomes import Outcome
from armscorpus.models import Claim


def split(outcomes: Sequence[Outcome], by: By) -> dict[str, list[Outcome]]:
    """Return the outcomes of each value, sorted: as annotated, and of spurious claims as found.

    A claim of two topics belongs to both.
    """
    if by is By.ARTICLE:
        return {outcome.article: [outcome] for outcome in outcomes}
    values = sorted(set(chain.from_iterable(_values(claim, by) for claim in _claims(outcomes))))
    parts = {value: [_part(outcome, by, value) for outcome in outcomes] for value in values}
    return {value: [part for part in some if any(part[1:])] for value, some in parts.items()}


def _claims(outcomes: Iterable[Outcome]) -> Iterable[Claim]:
    for outcome in outcomes:
        yield from (gold.claim for gold in (*(pair.gold for pair in outcome.pairs), *outcome.missed))
        yield from outcome.spurious


def _part(outcome: Outcome, by: By, value: str) -> Outcome:
    return Outcome(
        article=outcome.article,
        pairs=tuple(pair for pair in outcome.pairs if value in _values(pair.gold.claim, by)),
        missed=tuple(gold for gold in outcome.missed if value in _values(gold.claim, by)),
        spurious=tuple(claim for claim in outcome.spurious if value in _values(claim, by)),
    )


def _values(claim: Claim, by: By) -> tuple[str, ...]:
    return claim.topics if by is By.TOPICS else (SCORED[NAMES.index(by)].shown(claim),)
