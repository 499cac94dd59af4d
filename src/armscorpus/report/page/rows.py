"""Claims and articles as the page's scripts read them: everything that a reader sees is worded here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from armscorpus.models import Article, ArticleRef, Claim
from armscorpus.reconcile.witnesses import witness_of
from armscorpus.report.claims import render_name
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.formats import Language
from armscorpus.report.numbers import render_quantity
from armscorpus.report.page.records import lean
from armscorpus.report.parties import render_parties, render_source
from armscorpus.untrusted import visible

LINKED = ("https://", "http://")


def row_of(claim: Claim, language: Language, judged: str = "") -> dict[str, Any]:
    """Return a claim with its words and the keys by which the table sorts and filters it.

    `judged` says what a person decided about it.
    """
    evidence = claim.evidence
    row = {
        "id": claim.id,
        "figure": render_quantity(claim.quantity, language),
        "object": visible(claim.object or ""),
        "size": _size(claim),
        "topics": claim.topics,
        "sides": [*dict.fromkeys(_sides(claim))],
        "parties": visible(render_parties(claim, language)),
        "period": visible(render_period(claim.period, language)),
        "start": claim.period.start,
        "end": claim.period.end,
        "source": visible(render_source(claim.source)),
        "witness": witness_key(claim),
        "modality": claim.modality,
        "event": claim.event,
        "article": claim.article.id,
        "span": claim.span,
        "sentence": evidence.sentence if evidence else None,
        "spans": evidence.spans if evidence else {"number": claim.span},
        "implied": evidence.implied if evidence else (),
        "judged": judged,
    }
    return lean(row)


def witness_key(claim: Claim) -> str:
    """Return what is the same for all claims of one named source, whatever articles call it; empty for none."""
    witness = witness_of(claim)
    return min(witness.keys) if witness.attributed else ""


def article_of(article: ArticleRef, language: Language) -> dict[str, Any]:
    """Return what the page says of an article, without its text; only addresses of the web are linked."""
    url = article.url if isinstance(article, Article) else None
    known = {
        "id": article.id,
        "name": visible(render_name(article)),
        "title": visible(article.title or render_name(article)),
        "publisher": visible(article.publisher or ""),
        "published": render_published(article.published, language),
        "day": article.reference,
        "url": url if url and url.startswith(LINKED) else None,
    }
    return lean(known)


def sides_of(claims: Iterable[Claim]) -> set[str]:
    """Return every supplier and recipient."""
    return {side for claim in claims for side in _sides(claim)}


def _sides(claim: Claim) -> Iterable[str]:
    for parties in (claim.supplier, claim.recipient):
        yield from (part.strip() for part in (parties or "").split(",") if part.strip())


def _size(claim: Claim) -> float | None:
    """Return the number by which a quantity sorts: the one written, or else an end of its interval."""
    quantity = claim.quantity
    known = (quantity.value, quantity.low, quantity.high)
    return next((float(number) for number in known if number is not None), None)
