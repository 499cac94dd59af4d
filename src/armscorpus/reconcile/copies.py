"""Copies: articles that print one text, known by their figures, so that what they say in their own name counts once.

Claims carry no text of their article, but what a text counts, in its own words, tells it from others: two articles are
copies where most of their figures are the same words for the same things. The comparison is exact; a filter by the
rarest figures finds the few articles that can be alike, without comparing every two.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from armscorpus.lexicon.names import fold
from armscorpus.models import Claim

LEAST = 3
"""Figures that an article must have to be known by them."""

ALIKE = 0.75
"""The share of their figures that two copies have in common (Jaccard): one may be cut, or have a line more."""

Figures = frozenset[tuple[object, ...]]


def copies_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Return for each article that has copies the id that stands for all of them.

    Only articles that give a figure in their own name are looked at: a named source counts once by its name.
    """
    figures = {article: told for article, told in _figures(claims).items() if len(told) >= LEAST}
    leaders: dict[str, str] = {}
    for article, other in _alike(figures):
        leaders[article] = leaders.setdefault(other, other)
    return leaders


def _figures(claims: Iterable[Claim]) -> dict[str, Figures]:
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article.id].append(claim)
    speaking = {article: told for article, told in by_article.items() if any(map(_is_unattributed, told))}
    return {article: frozenset(map(_figure, told)) for article, told in sorted(speaking.items())}


def _is_unattributed(claim: Claim) -> bool:
    return claim.source is None or not (claim.source.name or claim.source.acronym)


def _figure(claim: Claim) -> tuple[object, ...]:
    quantity = claim.quantity
    number = (quantity.low, quantity.high, quantity.unit, quantity.per)
    return claim.topics, claim.event, *number, fold(claim.text)


def _alike(figures: dict[str, Figures]) -> Iterator[tuple[str, str]]:
    """Yield articles with an earlier one that they copy, which copies none itself."""
    holders = Counter(figure for told in figures.values() for figure in told)
    originals: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for article, told in figures.items():
        rarest = sorted(told, key=lambda figure: (holders[figure], repr(figure)))
        telling = rarest[: len(told) - math.ceil(ALIKE * len(told)) + 1]
        candidates = dict.fromkeys(other for figure in telling for other in originals.get(figure, ()))
        original = next((other for other in candidates if _is_copy(told, figures[other])), None)
        if original is not None:
            yield article, original
            continue
        for figure in telling:
            if holders[figure] > 1:
                originals[figure].append(article)


def _is_copy(a: Figures, b: Figures) -> bool:
    return len(a & b) >= ALIKE * len(a | b)
