"""What people decided about claims, as the page says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from armscorpus.models import Decision, Judgement
from armscorpus.reconcile.judgements import judgements_of_one
from armscorpus.report.formats import Language
from armscorpus.report.judgements import render_judgement
from armscorpus.untrusted import visible


class Judged(NamedTuple):
    """The decisions that hold about single claims: in words and as decisions, by the id of the claim."""

    said: dict[str, str]
    decisions: dict[str, Decision]


def judged(judgements: Iterable[Judgement], language: Language) -> Judged:
    """Return the decisions that hold about one claim each."""
    of_one = judgements_of_one(judgements)
    return Judged(
        {claim: visible(render_judgement(one, language)) for claim, one in of_one.items()},
        {claim: one.decision for claim, one in of_one.items()},
    )
