"""Headlines: what a group is about, and between which figures it is undecided."""

from __future__ import annotations

from armscorpus.models import Claim, Modality, Relation, RelationKind
from armscorpus.reconcile import Group
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.numbers import render_quantity

DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})


def headline(group: Group, language: Language) -> str:
    """Return « Obus livrés, Corée du Nord → Russie : 4–6 M ou 6,5–8 M ? »; the subject alone where nothing is disputed."""
    disputed = next((relation for relation in group.relations if relation.relation in DISPUTES), None)
    if disputed is None:
        return group.subject
    words = labels_in(language).heading
    template = words["denial" if _is_denied(disputed) else "headline"]
    first, second = sorted((disputed.a, disputed.b), key=_size)
    figures = {
        "first": render_quantity(first.quantity, language),
        "second": render_quantity(second.quantity, language),
    }
    return template.format(subject=group.subject, **figures)


def _is_denied(relation: Relation) -> bool:
    return Modality.NEGATED in {relation.a.modality, relation.b.modality}


def _size(claim: Claim) -> float:
    quantity = claim.quantity
    ends = [end for end in (quantity.value, quantity.low, quantity.high) if end is not None]
    return float(ends[0]) if ends else 0.0
