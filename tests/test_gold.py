"""The extraction measured against the gold: floors that a change may raise and must not break."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from armscorpus.articles import read_articles
from armscorpus.evaluate.fields import NAMES
from armscorpus.evaluate.gold import read_gold
from armscorpus.evaluate.outcomes import Outcome, by_article, match
from armscorpus.evaluate.scores import score_claims
from armscorpus.evaluate.texts import read_annotated
from armscorpus.extract import extract_all
from armscorpus.models import Article, Claim
from tests.gold_claims import GOLD, SEEDS

PRESS = Path(__file__).parent.parent.parent / "shared" / "seeds"
needs_press = pytest.mark.skipif(not PRESS.is_dir(), reason="the press articles are not part of the project")

OTHER_WARS = Path(__file__).parent / "articles"
DISPATCHES = Path(__file__).parent / "dispatches"
FOLDERS = {"corpus": SEEDS, "articles": OTHER_WARS, "dispatches": DISPATCHES, "seeds": PRESS}
CORPORA = ["corpus", "articles", "dispatches", pytest.param("seeds", marks=needs_press)]
FLOORS = {
    "corpus": {"detection": 0.98, "comparable": 0.96, "whole": 0.90},
    "articles": {"detection": 0.96, "comparable": 0.90, "whole": 0.72},
    "dispatches": {"detection": 0.92, "comparable": 0.76, "whole": 0.43},
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
def outcomes_of(corpus: str) -> list[Outcome]:
    """Return what becomes of the annotated claims of a corpus."""
    golds = read_gold(GOLD / f"{corpus}.jsonl")
    return match(golds, by_article(golds, (claim for _, found in extracted(corpus) for claim in found)))


def failures(corpus: str) -> str:
    """Return what is not right in a corpus, in words."""
    lines = []
    for outcome in outcomes_of(corpus):
        wrong = ((pair.gold.claim, sorted({*NAMES} - pair.right)) for pair in outcome.pairs)
        lines += [
            f"{outcome.article}: {claim.text!r}: wrong {', '.join(names)}" for claim, names in wrong if names
        ]
        lines += [f"{outcome.article}: {missed.claim.text!r}: missed" for missed in outcome.missed]
        lines += [f"{outcome.article}: {claim.text!r}: spurious" for claim in outcome.spurious]
    return "\n".join(lines)


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_gold_is_about_these_files(corpus: str) -> None:
    """Each annotated file is the one annotated, and each claim stands in it where the annotations say."""
    golds = read_gold(GOLD / f"{corpus}.jsonl")
    assert list(read_annotated(golds, [FOLDERS[corpus]])) == [gold.name for gold in golds]


@pytest.mark.parametrize("corpus", CORPORA)
def test_a_claim_quotes_its_article(corpus: str) -> None:
    """The words of a claim are those of the article at its span."""
    for article, claims in extracted(corpus):
        assert [article.text[slice(*claim.span)] for claim in claims] == [claim.text for claim in claims]


@pytest.mark.parametrize("corpus", CORPORA)
def test_enough_claims_are_found(corpus: str) -> None:
    """Most quantities are found, and little else."""
    scores = score_claims(outcomes_of(corpus))
    assert scores.detection.f1.value >= FLOORS[corpus]["detection"], failures(corpus)


@pytest.mark.parametrize("corpus", CORPORA)
def test_enough_claims_can_be_compared(corpus: str) -> None:
    """Topic, number, unit, rate, period and modality are right together."""
    scores = score_claims(outcomes_of(corpus))
    assert scores.comparable.f1.value >= FLOORS[corpus]["comparable"], failures(corpus)


@pytest.mark.parametrize("corpus", CORPORA)
def test_enough_claims_are_right_in_every_field(corpus: str) -> None:
    """Event, sides and source are right too."""
    scores = score_claims(outcomes_of(corpus))
    assert scores.whole.f1.value >= FLOORS[corpus]["whole"], failures(corpus)
