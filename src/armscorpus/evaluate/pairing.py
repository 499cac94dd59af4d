"""Which claim of one reading of an article is which of another, by the places of their figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from armscorpus.evaluate.fields import same_number
from armscorpus.models import Claim, Span


def pair_claims(claims: Sequence[Claim], others: Sequence[Claim]) -> dict[int, int]:
    """Return the indices of claims of an article that have a counterpart, each with its index among the others.

    Each has one counterpart at most: first those whose spans overlap and whose numbers agree, the longest overlap first,
    then what is left on overlap alone, so that a wrong number is a wrong field, not a claim missed and another invented.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    ranked = sorted(_overlaps(claims, others), key=lambda entry: (-entry[0], *entry[1:]))
    for needs_number in (True, False):
        for _, i, j in ranked:
            is_free = i not in pairs and j not in taken
            if is_free and (not needs_number or same_number(claims[i], others[j])):
                pairs[i] = j
                taken.add(j)
    return pairs


def shared(a: Span, b: Span) -> int:
    """Return the number of characters that two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _overlaps(claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[int, int, int]]:
    """Yield the length of each overlap with the two indices, looking only where there can be one."""
    order = sorted(range(len(others)), key=lambda j: others[j].span.start)
    starts = [others[j].span.start for j in order]
    longest = max((other.span.end - other.span.start for other in others), default=0)
    for i, claim in enumerate(claims):
        first = bisect_right(starts, claim.span.start - longest)
        for j in order[first : bisect_left(starts, claim.span.end)]:
            if length := shared(claim.span, others[j].span):
                yield length, i, j
