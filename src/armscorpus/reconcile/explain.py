"""Reasons: one sentence, in French or English, that says why two claims relate as they do, from their values."""

from __future__ import annotations

from armscorpus.models import Claim
from armscorpus.reconcile.judgements import JUDGED
from armscorpus.reconcile.pair import Pair, Verdict
from armscorpus.reconcile.wording import Wording


def explain(pair: Pair, verdict: Verdict, words: Wording) -> str:
    """Return the reason of a verdict; raises KeyError if the lexicon has no sentence for its rule."""
    is_rule = verdict.rule != JUDGED
    template = words.reasons.rule[verdict.rule] if is_rule else words.reasons.word[JUDGED]
    return template.format_map(_Places(pair, verdict, words))


class _Places(dict[str, str]):
    """The words that a sentence may quote, made when asked for: `{claim_a}`, `{figure_b}`, `{ratio}`."""

    def __init__(self, pair: Pair, verdict: Verdict, words: Wording) -> None:
        super().__init__(
            {
                name: words.ratio(word) if isinstance(word, float) else word
                for name, word in verdict.words.items()
            }
        )
        self.pair, self.wording = pair, words

    def __missing__(self, name: str) -> str:
        if name == "ratio":
            return self.wording.ratio(self.pair.ratio)
        what, _, side = name.rpartition("_")
        return _render(what, (self.pair.a if side == "a" else self.pair.b).claim, self.wording)


def _render(what: str, claim: Claim, words: Wording) -> str:
    match what:
        case "claim":
            return words.claim(claim)
        case "figure":
            return words.quantity(claim.quantity)
        case "topics":
            return words.topics(claim.topics).lower()
        case "event":
            return words.labels.event[claim.event]
        case "statistic":
            return words.labels.statistic[claim.quantity.statistic]
        case "parties":
            return words.parties(claim.supplier, claim.recipient)
    raise KeyError(what)
