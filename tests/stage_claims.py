"""Claims of single sentences, and their short form in tables of cases."""

from __future__ import annotations

from functools import cache

from armscorpus.articles import article_id
from armscorpus.extract import extract_claims
from armscorpus.models import Article, Claim

PUBLISHED = "2025-06-15"  # a Sunday


@cache
def claims_of(text: str, published: str | None = PUBLISHED) -> list[Claim]:
    """Return the claims of a text published on a day."""
    return extract_claims(Article(id=article_id(text), path="case.txt", published=published, text=text))


def label_of(claim: Claim) -> str:
    """Return a claim as tables of cases write it; what it lacks is left out.

    « obus transfer KP>RU 2024-01-01..2024-12-31 @NIS reported »: topics, event, sides, period, source, modality.
    """
    sides = f"{claim.supplier or ''}>{claim.recipient or ''}"
    period = claim.period
    dates = f"{period.start or ''}..{period.end or ''}" if period.start or period.end else ""
    source = claim.source
    via = f" via {source.via}" if source and source.via else ""
    parts = (
        ",".join(claim.topics),
        claim.event,
        sides if sides != ">" else "",
        dates,
        f"@{source.name}{via}" if source and source.name else "",
        claim.modality if claim.modality != "asserted" else "",
    )
    return " ".join(filter(None, parts))
