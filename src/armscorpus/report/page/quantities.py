"""Groups as the page shows them: what is disputed in words, and the figures as marks of a chart."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from armscorpus.models import Article, Claim, Modality, Relation, RelationKind
from armscorpus.reconcile import Group
from armscorpus.reconcile.wording import wording_in
from armscorpus.report.formats import Language
from armscorpus.report.groups import facts_of
from armscorpus.report.headlines import DISPUTES
from armscorpus.report.languages import labels_in, page_words_in
from armscorpus.report.numbers import render_unit
from armscorpus.report.page.quoted import Quoted, Side, attributed, quote, sentence_of, short_source, side_of
from armscorpus.report.page.records import lean
from armscorpus.report.typography import NO_BREAK
from armscorpus.untrusted import visible


class Dispute(NamedTuple):
    """Two figures that disagree, why, and how much it matters; `quoted` are their sentences."""

    kind: RelationKind
    label: str
    severity: float
    sides: tuple[Side, Side]
    why: str
    quoted: tuple[Quoted, ...]


class Card(NamedTuple):
    """A group in which figures disagree; `place` is its own among all groups, `claims` how many it has.

    `facts` say how many figures and independent sources there are, and which interval they span.
    """

    place: int
    subject: str
    facts: list[str]
    disputes: list[Dispute]
    claims: int


def cards_of(groups: Iterable[Group], articles: Mapping[str, Article], language: Language) -> list[Card]:
    """Return the groups in which figures disagree, in their order, each with its disputes, most severe first."""
    return [
        _card(place, group, articles, language)
        for place, group in enumerate(groups)
        if group.kinds & DISPUTES
    ]


def _card(place: int, group: Group, articles: Mapping[str, Article], language: Language) -> Card:
    facts = [visible(fact.replace(NO_BREAK, " ")) for fact in facts_of(group, language)]
    return Card(
        place, visible(group.subject), facts, disputes_of(group, articles, language), len(group.claims)
    )


def disputes_of(group: Group, articles: Mapping[str, Article], language: Language) -> list[Dispute]:
    """Return what is disputed; of pairs that look alike, the same two sources with the same two figures, the first."""
    disputes: dict[object, Dispute] = {}
    for relation in group.relations:
        if relation.relation in DISPUTES:
            dispute = _dispute(relation, articles, language)
            key = (dispute.kind, *((side.figure, side.source) for side in dispute.sides))
            disputes.setdefault(key, dispute)
    return list(disputes.values())


def _dispute(relation: Relation, articles: Mapping[str, Article], language: Language) -> Dispute:
    label = labels_in(language).relation[relation.relation]
    sides = (side_of(relation.a, language), side_of(relation.b, language))
    why = sentence_of(relation.why, language)
    quoted = quote((relation.a, relation.b), articles, language)
    return Dispute(relation.relation, label, relation.severity, sides, why, quoted)


def quantity_of(group: Group, places: dict[str, int], language: Language) -> dict[str, Any]:
    """Return a group for the scripts: its claims by place, its independent sources, and the marks of its chart."""
    consensus = group.consensus
    low, high = (consensus.low, consensus.high) if consensus else (None, None)
    return {
        "subject": visible(group.subject),
        "topics": group.topics,
        "claims": [places[claim.id] for claim in group.claims],
        "disputed": bool(group.kinds & DISPUTES),
        "unit": _unit(group, language),
        "consensus": consensus and lean({"low": low, "high": high, "sources": consensus.sources}),
        "sources": _sources(group, language),
        "marks": [mark for claim in group.claims if (mark := _mark(group, claim, places, language))],
    }


def _sources(group: Group, language: Language) -> list[dict[str, Any]]:
    """Return the independent sources: what the first of their articles calls them, and how many articles repeat them."""
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in group.claims:
        told[group.sources[claim.id]].append(claim)
    unnamed = page_words_in(language).script["unnamed"]
    return [
        {
            "label": visible(
                next(filter(None, map(attributed, claims)), "") or short_source(claims[0]) or unnamed
            ),
            "articles": len({claim.article.id for claim in claims}),
        }
        for _, claims in sorted(told.items())
    ]


def _mark(group: Group, claim: Claim, places: dict[str, int], language: Language) -> dict[str, Any] | None:
    """Return a claim as a mark: its place, its days, the ends of its interval; None if it cannot be drawn."""
    interval = group.figures.get(claim.id)
    day = claim.period.end or claim.period.start or claim.article.reference
    if interval is None or day is None:
        return None
    mark = {
        "claim": places[claim.id],
        "day": day,
        "start": claim.period.start if claim.period.end else None,
        "dated": claim.period.end is not None or claim.period.start is not None,
        "low": interval.low or None,
        "high": None if math.isinf(interval.high) else interval.high,
        "source": group.sources[claim.id],
        "label": visible(short_source(claim) or page_words_in(language).script["unnamed"]),
        "mode": _mode(claim),
    }
    return lean(mark)


def _mode(claim: Claim) -> str:
    if claim.modality is Modality.NEGATED:
        return "denied"
    return "sure" if claim.modality is Modality.ASSERTED else "unsure"


def _unit(group: Group, language: Language) -> str:
    """Return what the upright axis counts: « Obus », « $US », « Obus / jour »."""
    unit = render_unit(group.claims[0].quantity.unit, language).strip()
    counted = unit or visible(wording_in(language).topics(group.topics))
    return f"{counted} / {labels_in(language).rate[group.per]}" if group.per else counted
