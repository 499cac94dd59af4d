"""The gold of the articles of `data/seeds` as records, for tests that need claims but no extraction."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from armscorpus.models import Article, Claim, Evidence, Span
from tests.scoring import read_gold

SEEDS = Path(__file__).parent.parent / "data" / "seeds"


@cache
def gold_articles() -> dict[str, tuple[Article, list[Claim]]]:
    """Return each article, by the name of its file, with its claims as annotated."""
    found = {}
    for record in read_gold("corpus"):
        article = _article(record)
        found[record["article"]] = article, [_claim(claim, article) for claim in record["claims"]]
    return found


def gold_claims() -> list[Claim]:
    """Return all claims, by article and position."""
    return [claim for _, claims in gold_articles().values() for claim in claims]


def _article(record: dict[str, Any]) -> Article:
    body = (SEEDS / record["article"]).read_text(encoding="utf-8").split("---\n", 2)[2]
    return Article(
        id=hashlib.sha256(body.encode()).hexdigest()[:16],
        path=f"data/seeds/{record['article']}",
        published=record["published"],
        text=body,
    )


def _claim(record: dict[str, Any], article: Article) -> Claim:
    fields = {key: value for key, value in record.items() if key not in {"accept", "optional"}}
    start, end = record["span"]
    return Claim(
        id=hashlib.sha256(f"{article.id} {start}".encode()).hexdigest()[:16],
        article=article.ref,
        evidence=Evidence(sentence=_line(article.text, start), spans={"number": Span(start, end)}),
        **fields,
    )


def _line(text: str, position: int) -> Span:
    return Span(text.rfind("\n", 0, position) + 1, text.find("\n", position))
