"""Conversions: amounts that one article gives in two currencies, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from armscorpus.reconcile.pair import Pair, Verdict
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.rules_of_subject import converted_amount


def converted_amounts(readings: Iterable[Reading]) -> Iterator[tuple[Pair, Verdict]]:
    """Yield the amounts that an article converts, with the verdict that they agree."""
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        unit = reading.claim.quantity.unit
        if unit and len(unit) == len("EUR"):
            by_article[reading.claim.article.id].append(reading)
    for told in by_article.values():
        for first, second in pairwise(sorted(told, key=lambda reading: reading.claim.span)):
            pair = Pair(first, second)
            verdict = converted_amount(pair)
            if verdict is not None:
                yield pair, verdict
