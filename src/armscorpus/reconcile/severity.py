"""Severity: how much a relation matters, from 0 (agreement) to 1 (a blunt contradiction).

`docs/codebook-relations.md` gives the weights and a worked example.
"""

from __future__ import annotations

import math

from armscorpus.models import Modality, RelationKind
from armscorpus.reconcile.pair import Pair, Verdict
from armscorpus.reconcile.subject import Match

BASE = {
    RelationKind.CONFLICT: 1.0,
    RelationKind.DIVERGENCE: 0.5,
    RelationKind.REVISION: 0.25,
    RelationKind.EVOLUTION: 0.15,
    RelationKind.REFINEMENT: 0.05,
    RelationKind.AGREEMENT: 0.0,
    RelationKind.ECHO: 0.0,
    RelationKind.UNRELATED: 0.0,
}
"""How much each relation matters at most."""

MODALITY = {
    Modality.ASSERTED: 1.0,
    Modality.NEGATED: 1.0,
    Modality.REPORTED: 0.8,
    Modality.PLANNED: 0.8,
    Modality.POSSIBLE: 0.6,
}
"""How much the weaker of the two modalities leaves of it."""

UNNAMED, UNDATED, WEAK_LINK, EXPLAINED = 0.9, 0.9, 0.8, 0.5
"""What is left for each unnamed source, each undated figure, an unknown party, a narrower definition."""

_EXPLAINING = frozenset({"narrower_definition", "documented_only"})


def severity_of(pair: Pair, verdict: Verdict) -> float:
    """Return the severity of a verdict, from 0 to 1, to three decimals."""
    weights = (
        BASE[verdict.relation],
        _gap_weight(pair, verdict),
        min(MODALITY[reading.claim.modality] for reading in (pair.a, pair.b)),
        UNNAMED ** sum(not reading.witness.named for reading in (pair.a, pair.b)),
        UNDATED ** sum(reading.window is None or not reading.window.dated for reading in (pair.a, pair.b)),
        WEAK_LINK if Match.UNKNOWN in pair.parties else 1.0,
        EXPLAINED if verdict.rule in _EXPLAINING else 1.0,
    )
    return round(math.prod(weights), 3)


def _gap_weight(pair: Pair, verdict: Verdict) -> float:
    """Return three tenths for figures that nearly touch, one for a factor of ten and for denials."""
    if verdict.rule == "denied_figure":
        return 1.0
    return 0.3 + 0.7 * min(1.0, math.log10(pair.ratio))
