"""Reasons: one sentence in French that says why two claims relate as they do, from their own values."""

from __future__ import annotations

from collections.abc import Callable

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.lexicon.schema import Reasons
from armscorpus.models import Claim
from armscorpus.reconcile.pair import Pair, Verdict
from armscorpus.reconcile.wording import (
    render_claim,
    render_parties,
    render_quantity,
    render_ratio,
    render_topics,
)

_OF_CLAIM: dict[str, Callable[[Claim], str]] = {
    "claim": render_claim,
    "figure": lambda claim: render_quantity(claim.quantity),
    "topics": lambda claim: render_topics(claim.topics).lower(),
    "event": lambda claim: load(Labels).event[claim.event],
    "statistic": lambda claim: load(Labels).statistic[claim.quantity.statistic],
    "parties": lambda claim: render_parties(claim.supplier, claim.recipient),
}


def explain(pair: Pair, verdict: Verdict) -> str:
    """Return the reason of a verdict; raises KeyError if the lexicon has no sentence for its rule."""
    template: str = load(Reasons).rule[verdict.rule]
    return template.format_map(_Words(pair, verdict))


class _Words(dict[str, str]):
    """The words that a sentence may quote, made when asked for: `{claim_a}`, `{figure_b}`, `{ratio}`."""

    def __init__(self, pair: Pair, verdict: Verdict) -> None:
        super().__init__(verdict.words)
        self.pair = pair

    def __missing__(self, name: str) -> str:
        if name == "ratio":
            return render_ratio(self.pair.ratio)
        what, _, side = name.rpartition("_")
        return _OF_CLAIM[what]((self.pair.a if side == "a" else self.pair.b).claim)
