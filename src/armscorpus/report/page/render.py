"""The page itself: the template filled in, with styles, scripts and records inside it."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Topics
from armscorpus.models import Article, Claim, Decision, Judgement, RelationKind
from armscorpus.reconcile import Group, find_findings, reconcile
from armscorpus.reconcile.wording import wording_in
from armscorpus.report.dates import render_day
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in, page_words_in
from armscorpus.report.numbers import render_number
from armscorpus.report.page.findings import told
from armscorpus.report.page.judged import Judged, judged
from armscorpus.report.page.quantities import Card, cards_of, quantity_of
from armscorpus.report.page.records import json_text
from armscorpus.report.page.rows import article_of, row_of, sides_of, witness_key
from armscorpus.report.parties import render_party
from armscorpus.untrusted import visible

CARDS = 100
"""Disputed groups that have a card of their own; the others are among the quantities."""

FINDINGS = 100
"""Findings that are shown, the most severe."""

SHOWN = 4
"""Disputes of a card that are shown at once."""

SCRIPTS = ("elements.js", "chart.js", "claim.js", "quantities.js", "table.js", "address.js", "page.js")


def render_page(
    claims: Iterable[Claim],
    articles: Mapping[str, Article],
    *,
    made: dt.date,
    language: Language = Language.FRENCH,
    judgements: Iterable[Judgement] = (),
) -> str:
    """Return one HTML page with some claims, their groups, and the texts of their articles.

    `articles` are by id; a claim of another one opens without its text. `made` is the date that the page bears.
    Everything in the claims and the articles is data: none of it is markup, and the page asks no network.
    """
    decided = list(judgements)
    listed = list(claims)
    groups = reconcile(listed, judgements=decided, language=language)
    known = [claim for group in groups for claim in group.claims]
    findings = find_findings(known, language=language)
    cards, people = cards_of(groups, articles, language), judged(decided, language)
    rejected = sum(people.decisions.get(claim.id) is Decision.REJECT for claim in listed)
    style, script = _asset("page.css"), "\n".join(map(_asset, SCRIPTS))
    return _template().render(
        language=language.value,
        words=page_words_in(language).template,
        made=render_day(made, language),
        counts=_counts(known, groups, cards, len(findings), language),
        findings=[told(finding, articles, language) for finding in findings[:FINDINGS]],
        is_finding_cut=len(findings) > FINDINGS,
        rejected=rejected,
        cards=cards[:CARDS],
        is_cut=len(cards) > CARDS,
        shown=SHOWN,
        style=Markup(style),  # noqa: S704 - the project's own
        script=Markup(script),  # noqa: S704 - the project's own
        policy=_policy(style, script),
        records=json_text(_records(known, groups, articles, people, language)),
        texts=json_text({claim.article.id: _text(claim, articles) for claim in known}),
    )


def _records(
    claims: Sequence[Claim],
    groups: Sequence[Group],
    articles: Mapping[str, Article],
    people: Judged,
    language: Language,
) -> dict[str, Any]:
    """Return everything that the scripts read but the texts, of which there is much, and little at a time."""
    labels, places = labels_in(language), {claim.id: place for place, claim in enumerate(claims)}
    refs = {claim.article.id: articles.get(claim.article.id, claim.article) for claim in claims}
    names = {topic.slug: topic.label for topic in load(Topics).topic} | wording_in(language).reasons.topic
    topics = sorted({topic for claim in claims for topic in claim.topics})
    return {
        "language": language,
        "words": page_words_in(language).script,
        "labels": {
            "topics": {topic: names.get(topic, topic) for topic in topics},
            "sides": {side: visible(render_party(side, language)) for side in sides_of(claims)},
            "modality": labels.modality,
            "event": labels.event,
            "role": labels.role,
            "decision": labels.heading["decision"],
            "heading": labels.heading,
        },
        "articles": [article_of(article, language) for article in refs.values()],
        "claims": [row_of(claim, language, people.said.get(claim.id, "")) for claim in claims],
        "groups": [quantity_of(group, places, language) for group in groups],
    }


def _text(claim: Claim, articles: Mapping[str, Article]) -> str | None:
    article = articles.get(claim.article.id)
    return None if article is None else visible(article.text)


def _counts(
    claims: Sequence[Claim], groups: Sequence[Group], cards: Sequence[Card], findings: int, language: Language
) -> dict[str, str]:
    """Return the numbers of the overview, by the name of what is counted."""
    kinds = [dispute.kind for card in cards for dispute in card.disputes]
    numbers = {
        "articles": len({claim.article.id for claim in claims}),
        "claims": len(claims),
        "sources": len({witness_key(claim) for claim in claims} - {""}),
        "groups": len(groups),
        "conflicts": kinds.count(RelationKind.CONFLICT),
        "divergences": kinds.count(RelationKind.DIVERGENCE),
        "findings": findings,
    }
    return {name: render_number(number, language) for name, number in numbers.items()}


def _policy(style: str, script: str) -> str:
    """Return the content security policy: the two blocks of the page, by their hashes, and no network at all."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(block: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()}"


@cache
def _asset(name: str) -> str:
    return (files("armscorpus.report.page") / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    loader = PackageLoader("armscorpus.report", "page")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html.jinja")
