"""Outcomes → scores: how many claims are found, how many can be compared, how many are right as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from armscorpus.evaluate.fields import COMPARABLE, NAMES
from armscorpus.evaluate.intervals import Score, share
from armscorpus.evaluate.outcomes import Outcome
from armscorpus.models import Record


class Rates(Record):
    """How much of what is found is right, how much of what is annotated is found so, and their harmonic mean."""

    precision: Score
    recall: Score
    f1: Score


class Scores(Record):
    """The scores of claims found in annotated articles.

    `detection` counts claims that are found at all, `comparable` those whose topics, number, unit, rate, period and
    modality are right, `whole` those that are right in every field. `fields` are shares of the claims found.
    """

    articles: int
    gold: int
    found: int
    paired: int
    detection: Rates
    comparable: Rates
    whole: Rates
    fields: dict[str, Score]


def score_claims(outcomes: Sequence[Outcome]) -> Scores:
    """Return the scores of what became of annotated articles."""
    tallies = [_tally(outcome) for outcome in outcomes]
    totals = sum(tallies, Counter[str]())
    paired = [tally["paired"] for tally in tallies]
    return Scores(
        articles=len(outcomes),
        gold=totals["gold"],
        found=totals["found"],
        paired=totals["paired"],
        detection=_rates(tallies, "paired"),
        comparable=_rates(tallies, "comparable"),
        whole=_rates(tallies, "whole"),
        fields={name: share([tally[name] for tally in tallies], paired) for name in NAMES},
    )


def _tally(outcome: Outcome) -> Counter[str]:
    """Return how many claims of an article count for each score."""
    tally = Counter(name for pair in outcome.pairs for name in pair.right)
    paired = len(outcome.pairs)
    tally.update(paired=paired, gold=paired + len(outcome.missed), found=paired + len(outcome.spurious))
    tally.update(
        comparable=sum(pair.right >= COMPARABLE for pair in outcome.pairs),
        whole=sum(pair.right >= frozenset(NAMES) for pair in outcome.pairs),
    )
    return tally


def _rates(tallies: Sequence[Counter[str]], counted: str) -> Rates:
    hits = [tally[counted] for tally in tallies]
    gold, found = ([tally[side] for tally in tallies] for side in ("gold", "found"))
    both = [(a + b) / 2 for a, b in zip(gold, found, strict=True)]
    return Rates(precision=share(hits, found), recall=share(hits, gold), f1=share(hits, both))
