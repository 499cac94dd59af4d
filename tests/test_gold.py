"""The extraction measured against the gold: floors that a change may raise and must not break."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from armscorpus.articles import read_articles
from armscorpus.extract import extract_all
from armscorpus.models import Article, Claim
from tests.gold_claims import SEEDS
from tests.scoring import ClaimScores, read_gold, score_claims

PRESS = Path(__file__).parent.parent.parent / "shared" / "seeds"
needs_press = pytest.mark.skipif(not PRESS.is_dir(), reason="the press articles are not part of the project")

OTHER_WARS = Path(__file__).parent / "articles"
FOLDERS = {"corpus": SEEDS, "articles": OTHER_WARS, "seeds": PRESS}
CORPORA = ["corpus", "articles", pytest.param("seeds", marks=needs_press)]
FLOORS = {
    "corpus": {"detection": 0.98, "comparable": 0.96, "whole": 0.90},
    "articles": {"detection": 0.96, "comparable": 0.90, "whole": 0.72},
    "seeds": {"detection": 0.97, "comparable": 0.90, "whole": 0.85},
}


def readable_articles(corpus: str) -> Iterator[Article]:
    """Yield the articles of a corpus, all of which can be read."""
    for article in read_articles([FOLDERS[corpus]]):
        assert isinstance(article, Article), article
        yield article


@cache
def extracted(corpus: str) -> list[tuple[Article, list[Claim]]]:
    """Return the articles of a corpus with the claims found in them."""
    return list(extract_all(readable_articles(corpus)))


@cache
def scores_of(corpus: str) -> ClaimScores:
    """Return the scores of what is extracted from a corpus."""
    claims = [claim for _, found in extracted(corpus) for claim in found]
    return score_claims(read_gold(corpus), [json.loads(claim.model_dump_json()) for claim in claims])


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_gold_is_about_these_files(corpus: str) -> None:
    """Offsets hold only in the very files that were annotated."""
    for record in read_gold(corpus):
        content = (FOLDERS[corpus] / record["article"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == record["sha256"]


@pytest.mark.parametrize("corpus", CORPORA)
def test_a_claim_quotes_its_article(corpus: str) -> None:
    """The words of a claim are those of the article at its span."""
    for article, claims in extracted(corpus):
        assert [article.text[slice(*claim.span)] for claim in claims] == [claim.text for claim in claims]


@pytest.mark.parametrize("corpus", CORPORA)
def test_enough_claims_are_found(corpus: str) -> None:
    """Most quantities are found, and little else."""
    scores = scores_of(corpus)
    assert scores.detection.f1 >= FLOORS[corpus]["detection"], "\n".join(scores.disagreements)


@pytest.mark.parametrize("corpus", CORPORA)
def test_enough_claims_can_be_compared(corpus: str) -> None:
    """Topic, number, unit, rate, period and modality are right together."""
    scores = scores_of(corpus)
    assert scores.comparable.f1 >= FLOORS[corpus]["comparable"], "\n".join(scores.disagreements)


@pytest.mark.parametrize("corpus", CORPORA)
def test_enough_claims_are_right_in_every_field(corpus: str) -> None:
    """Event, sides and source are right too."""
    scores = scores_of(corpus)
    assert scores.whole.f1 >= FLOORS[corpus]["whole"], "\n".join(scores.disagreements)
