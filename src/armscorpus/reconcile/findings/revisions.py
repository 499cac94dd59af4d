"""Revisions that an article does not own up to: a source lowers its figure, or gives two for one date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from armscorpus.reconcile.comparisons import clusters_of
from armscorpus.reconcile.findings.draft import Draft, weigh
from armscorpus.reconcile.findings.outliers import has_other_zeros
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import judge
from armscorpus.reconcile.spans_of_time import Timing

QUIET = 0.4
"""The severity at most of a revision that is not owned up to."""


def unacknowledged_revisions(groups: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield later figures of a source, lower or of the same date, in articles that leave out the earlier one."""
    for readings in groups:
        figures: dict[str, set[object]] = defaultdict(set)
        by_source: dict[frozenset[str], list[Reading]] = defaultdict(list)
        for reading in readings:
            figures[reading.claim.article.id].add(reading.interval)
            if reading.witness.named:
                by_source[reading.witness.keys].append(reading)
        for told in by_source.values():
            heads = [cluster[0] for cluster in clusters_of(told)]
            for first, second in pairwise(heads):
                if first.interval not in figures[second.claim.article.id]:
                    yield from _revised(Pair(first, second))


def _revised(pair: Pair) -> Iterator[Draft]:
    rule = judge(pair).rule
    is_lower = rule == "revised_downwards"
    is_of_one_date = rule == "revised_upwards" and pair.timing is Timing.SAME
    is_slip = has_other_zeros(pair.a, pair.b)
    if (is_lower or is_of_one_date) and pair.is_apart and not pair.is_converted and not is_slip:
        yield Draft("unacknowledged_revision", (pair.a, pair.b), weigh(QUIET, pair.ratio, pair.a, pair.b))
