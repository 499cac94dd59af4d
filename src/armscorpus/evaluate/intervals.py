"""Intervals in which a score would lie in other articles of the kind that was annotated.

A score is a share of claims, and claims of an article are not independent: an article whose dates are read wrong has
them wrong throughout. So what is drawn again is the article: the percentile bootstrap over articles (B. Efron and
R. Tibshirani, « An Introduction to the Bootstrap », 1993, chapters 8 and 13), with a thousand draws from a fixed seed,
so that the same annotations give the same interval. It knows nothing where all articles score alike: of 5 right claims
of 5 it says 100 to 100 %. Hence an interval is never narrower than the one that E. B. Wilson (« Probable inference, the
law of succession, and statistical inference », 1927) gives for a share of as many independent claims.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random
from statistics import NormalDist

from pydantic import Field

from armscorpus.models import Record

CONFIDENCE = 0.95
DRAWS = 1000
_SEED = 0
_TAIL = (1 - CONFIDENCE) / 2
_Z = NormalDist().inv_cdf(1 - _TAIL)


class Score(Record):
    """A share from 0 to 1, with its interval of 95 % confidence."""

    value: float = Field(ge=0, le=1)
    low: float = Field(ge=0, le=1)
    high: float = Field(ge=0, le=1)


def share(parts: Sequence[float], wholes: Sequence[float]) -> Score:
    """Return the sum of the parts as a share of the sum of the wholes, both given for each article.

    Of nothing, it is 0, and its interval says that nothing is known.
    """
    part, whole = sum(parts), sum(wholes)
    low, high = wilson(part, whole)
    if len(wholes) > 1:
        drawn = bootstrap(len(wholes), lambda draw: _ratio(parts, wholes, draw))
        low, high = min(low, drawn[0]), max(high, drawn[1])
    return Score(value=part / whole if whole else 0.0, low=low, high=high)


def wilson(part: float, whole: float) -> tuple[float, float]:
    """Return Wilson's interval for a share of independent things."""
    if not whole:
        return 0.0, 1.0
    value, weight = part / whole, _Z**2 / whole
    centre = value + weight / 2
    reach = math.sqrt(weight * (value * (1 - value) + weight / 4))
    low, high = ((centre + sign * reach) / (1 + weight) for sign in (-1, 1))
    return min(value, max(0.0, low)), max(value, min(1.0, high))


def bootstrap(articles: int, score: Callable[[Sequence[int]], float | None]) -> tuple[float, float]:
    """Return the interval of a score of drawn articles; a draw of which there is no score is passed over."""
    scores = sorted(drawn for draw in _draws(articles) if (drawn := score(draw)) is not None)
    if not scores:
        return 0.0, 1.0
    last = len(scores) - 1
    return scores[math.floor(_TAIL * last)], scores[math.ceil((1 - _TAIL) * last)]


def _ratio(parts: Sequence[float], wholes: Sequence[float], draw: Sequence[int]) -> float | None:
    whole = sum(map(wholes.__getitem__, draw))
    return sum(map(parts.__getitem__, draw)) / whole if whole else None


@lru_cache(maxsize=1)
def _draws(articles: int) -> list[list[int]]:
    """Return the indices of as many articles as there are, drawn with replacement, a thousand times."""
    chance = Random(_SEED)  # noqa: S311  # no secret is made
    return [chance.choices(range(articles), k=articles) for _ in range(DRAWS)]
