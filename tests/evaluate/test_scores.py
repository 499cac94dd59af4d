"""Pairs of claims → scores, on cases made by hand."""

from __future__ import annotations

import pytest

from armscorpus.evaluate.fields import NAMES
from armscorpus.evaluate.gold import GoldClaim
from armscorpus.evaluate.outcomes import by_article, match, right_fields
from armscorpus.evaluate.scores import score_claims
from armscorpus.models import Claim
from tests.evaluate.annotations import claim, gold, outcome

SHELLS = GoldClaim(claim=claim())


def scored(annotated: GoldClaim, *found: Claim) -> list[tuple[float, float]]:
    """Return precision and recall of claims found, comparable and right as a whole."""
    scores = score_claims([outcome(annotated, *found)])
    levels = (scores.detection, scores.comparable, scores.whole)
    return [(level.precision.value, level.recall.value) for level in levels]


def test_a_claim_found_as_annotated() -> None:
    """What is found as annotated is right at every level."""
    assert scored(SHELLS, claim()) == [(1, 1), (1, 1), (1, 1)]


def test_a_claim_missed() -> None:
    """Where nothing is found, no share has anything to divide."""
    assert scored(SHELLS) == [(0, 0), (0, 0), (0, 0)]


def test_a_spurious_claim() -> None:
    """A claim that nobody annotated costs precision alone."""
    other = claim("NIS | 600 | 2024 | 2025-05-01 | art=obus at=50")
    assert scored(SHELLS, claim(), other) == [(0.5, 1), (0.5, 1), (0.5, 1)]


def test_a_wrong_number_is_a_wrong_field() -> None:
    """A figure that is read wrong is found, and cannot be compared."""
    wrong = claim("NIS | 6000 | 2024 | 2025-05-01 | art=obus at=12")
    assert scored(SHELLS, wrong) == [(1, 1), (0, 0), (0, 0)]
    (pair,) = outcome(SHELLS, wrong).pairs
    assert set(NAMES) - pair.right == {"number"}


def test_a_wrong_side_leaves_a_claim_comparable() -> None:
    """Not every field decides whether claims can be compared."""
    assert scored(SHELLS, claim(about="obus transfer KP>UA")) == [(1, 1), (1, 1), (0, 0)]


@pytest.mark.parametrize(
    ("line", "about", "wrong"),
    [
        ("NIS | 600 | 2024 | 2025-05-01", "obus,part transfer KP>RU", {"topics"}),
        ("NIS | >600 | 2024 | 2025-05-01", "obus transfer KP>RU", {"bound"}),
        ("NIS | ~600 | 2024 | 2025-05-01", "obus transfer KP>RU", {"bound"}),
        ("NIS | 600..700 | 2024 | 2025-05-01", "obus transfer KP>RU", {"bound", "number"}),
        ("NIS | 600 t | 2024 | 2025-05-01", "obus transfer KP>RU", {"unit"}),
        ("NIS | 600/day | 2024 | 2025-05-01", "obus transfer KP>RU", {"per"}),
        ("NIS | mean 600 | 2024 | 2025-05-01", "obus transfer KP>RU", {"statistic"}),
        ("NIS | 600 | 2024 | 2025-05-01", "obus order KP>RU", {"event"}),
        ("NIS | 600 | 2024 | 2025-05-01", "obus transfer ?>RU", {"supplier"}),
        ("NIS | 600 | 2024 | 2025-05-01", "obus transfer KP>", {"recipient"}),
        ("NIS | 600 | 2023 | 2025-05-01", "obus transfer KP>RU", {"period"}),
        ("NIS | 600 | | 2025-05-01", "obus transfer KP>RU", {"period"}),
        ("OSC | 600 | 2024 | 2025-05-01", "obus transfer KP>RU", {"source"}),
        (" | 600 | 2024 | 2025-05-01", "obus transfer KP>RU", {"source"}),
        ("le NIS sud-coréen | 600 | 2024 | 2025-05-01", "obus transfer KP>RU", set()),
        ("NIS | planned 600 | 2024 | 2025-05-01", "obus transfer KP>RU", {"modality"}),
    ],
)
def test_one_field_differs(line: str, about: str, wrong: set[str]) -> None:
    """Each field is judged by itself."""
    assert set(NAMES) - right_fields(SHELLS, claim(line, about)) == wrong


def test_names_are_compared_by_their_letters() -> None:
    """Case, accents and punctuation do not tell two sides apart; another alphabet does."""
    houthis = GoldClaim(claim=claim(about="obus transfer Armée-houthie>"))
    assert "supplier" in right_fields(houthis, claim(about="obus transfer armee houthie>"))
    wagner = GoldClaim(claim=claim(about="obus transfer Вагнер>"))
    assert "supplier" not in right_fields(wagner, claim(about="obus transfer Ахмат>"))


def test_an_accepted_value_is_right() -> None:
    """What the annotations accept besides is as right as what they say."""
    planned = claim("NIS | planned 600 | 2024 | 2025-05-01 | art=obus at=10")
    assert scored(SHELLS.model_copy(update={"accept": {"modality": (planned,)}}), planned)[2] == (1, 1)


def test_an_optional_claim_counts_for_nothing() -> None:
    """Found or not, it is neither a success nor a failure."""
    optional = SHELLS.model_copy(update={"optional": True})
    for found in ((), (claim(),)):
        scores = score_claims([outcome(optional, *found)])
        assert (scores.gold, scores.found, scores.paired) == (0, 0, 0)


def test_the_number_decides_which_claim_is_which() -> None:
    """Of two claims that overlap the annotated one, the one with its number is taken, even if it overlaps less."""
    near = claim("NIS | 700 | 2024 | 2025-05-01 | art=obus at=10")
    same = claim("NIS | 600 | 2024 | 2025-05-01 | art=obus at=15")
    result = outcome(SHELLS, near, same)
    assert ([pair.found for pair in result.pairs], result.spurious) == ([same], (near,))


def test_claims_that_touch_do_not_overlap() -> None:
    """A claim that begins where the annotated one ends is another claim."""
    result = outcome(SHELLS, claim("NIS | 600 | 2024 | 2025-05-01 | art=obus at=20"))
    assert (len(result.missed), len(result.spurious)) == (1, 1)


def test_scores_count_all_articles() -> None:
    """Claims are counted over all articles, not averaged over them."""
    golds = [gold(SHELLS), gold(SHELLS, SHELLS, SHELLS, name="vide.txt")]
    scores = score_claims(match(golds, {"obus.txt": [claim()]}))
    assert (scores.articles, scores.gold, scores.detection.recall.value) == (2, 4, 0.25)


def test_claims_of_other_articles_do_not_count() -> None:
    """A claim belongs to the annotated article with whose name its path ends."""
    here = claim()
    below = here.model_copy(update={"article": here.article.model_copy(update={"path": "/a/b/obus.txt"})})
    away = here.model_copy(update={"article": here.article.model_copy(update={"path": "/a/conobus.txt"})})
    assert by_article([gold(SHELLS)], [here, below, away]) == {"obus.txt": [here, below]}
