"""The gold of the articles of `data/seeds` as records, for tests that need claims but no extraction."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from armscorpus.evaluate.gold import GoldArticle, read_gold
from armscorpus.models import Article, Claim, Evidence, Span

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parent.parent / "data" / "seeds"


@cache
def gold_articles() -> dict[str, tuple[Article, list[Claim]]]:
    """Return each article, by the name of its file, with its claims as annotated."""
    found = {}
    for gold in read_gold(GOLD / "corpus.jsonl"):
        article = _article(gold)
        found[gold.name] = article, [_claim(annotated.claim, article) for annotated in gold.claims]
    return found


def gold_claims() -> list[Claim]:
    """Return all claims, by article and position."""
    return [claim for _, claims in gold_articles().values() for claim in claims]


def _article(gold: GoldArticle) -> Article:
    body = (SEEDS / gold.name).read_text(encoding="utf-8").split("---\n", 2)[2]
    return Article(
        id=hashlib.sha256(body.encode()).hexdigest()[:16],
        path=f"data/seeds/{gold.name}",
        published=gold.published,
        text=body,
    )


def _claim(claim: Claim, article: Article) -> Claim:
    start = claim.span.start
    return claim.model_copy(
        update={
            "id": hashlib.sha256(f"{article.id} {start}".encode()).hexdigest()[:16],
            "article": article.ref,
            "evidence": Evidence(sentence=_line(article.text, start), spans={"number": claim.span}),
        }
    )


def _line(text: str, position: int) -> Span:
    return Span(text.rfind("\n", 0, position) + 1, text.find("\n", position))
