"""Laws of the intervals: round the estimate, within 0 and 1, narrower with more articles, always the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armscorpus.evaluate.intervals import Score, share, wilson

ARTICLES = st.lists(
    st.integers(0, 9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))), max_size=8
)


def score(articles: list[tuple[int, int]]) -> Score:
    """Return the share of right claims in articles, each given by its right claims and all its claims."""
    return share([right for right, _ in articles], [claims for _, claims in articles])


@settings(max_examples=30, deadline=None)
@given(ARTICLES)
def test_an_interval_holds_its_estimate(articles: list[tuple[int, int]]) -> None:
    """What was measured is itself possible."""
    found = score(articles)
    assert 0 <= found.low <= found.value <= found.high <= 1


@settings(max_examples=30, deadline=None)
@given(ARTICLES.filter(lambda articles: any(whole for _, whole in articles)))
def test_an_interval_narrows_with_more_articles(articles: list[tuple[int, int]]) -> None:
    """The same articles sixteen times over say the same more surely."""
    few, many = score(articles), score(articles * 16)
    assert many.high - many.low < few.high - few.low


@settings(max_examples=10, deadline=None)
@given(ARTICLES)
def test_an_interval_is_the_same_again(articles: list[tuple[int, int]]) -> None:
    """Chance is drawn from a fixed seed."""
    assert score(articles) == score(articles)


def test_claims_of_an_article_are_not_independent() -> None:
    """Errors that come all in one article leave more open than as many that are spread."""
    gathered, spread = score([(0, 4), *[(4, 4)] * 7]), score([(3, 4)] * 4 + [(4, 4)] * 4)
    assert gathered.value == spread.value
    assert gathered.high - gathered.low > spread.high - spread.low


def test_all_right_is_not_certain() -> None:
    """Five of five is no proof that the sixth will be right."""
    assert score([(1, 1)] * 5).low == pytest.approx(0.5655, abs=1e-4)


def test_of_nothing_nothing_is_known() -> None:
    """Where no claim is counted, any share is possible."""
    assert score([]) == score([(0, 0), (0, 0)]) == Score(value=0, low=0, high=1)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)],
)
def test_wilson(part: int, whole: int, low: float, high: float) -> None:
    """Values as printed by R. G. Newcombe (Statistics in Medicine 17, 1998, table I), and two easy ones."""
    assert wilson(part, whole) == pytest.approx((low, high), abs=1e-4)
