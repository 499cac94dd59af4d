"""Places: how the figures of one article stand in its text, as far as their spans and their evidence tell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.rules_of_subject import CONVERSION

SENTENCE = 160
"""Characters within which two figures are taken to be in one sentence, where no evidence says so."""


def restated(told: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield each figure that restates the one before it (« 250 000 par mois, soit trois millions par an »)."""
    for first, second in pairwise(told):
        if restates(first, second):
            yield first, second


def restates(first: Reading, second: Reading) -> bool:
    """Whether a figure restates the one before it, by its evidence, or else by standing right behind it."""
    evidence = second.claim.evidence
    gap = second.claim.span.start - first.claim.span.end
    if evidence is None:
        return 0 <= gap <= CONVERSION
    return "restates" in evidence.rules and are_in_one_sentence(first, second)


def are_in_one_sentence(first: Reading, second: Reading) -> bool:
    """Whether one sentence has both figures."""
    a, b = first.claim, second.claim
    if a.evidence is not None and b.evidence is not None:
        return a.evidence.sentence == b.evidence.sentence
    return b.span.start - a.span.end <= SENTENCE and a.span.start - b.span.end <= SENTENCE
