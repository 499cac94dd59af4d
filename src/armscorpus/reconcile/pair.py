"""Pairs: two readings in order, with what the rules ask about both; and verdicts, which rules return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from armscorpus.models import Bound, Event, Modality, Quantity, RelationKind
from armscorpus.reconcile import intervals
from armscorpus.reconcile.intervals import CEILINGS, FLOORS, OPEN, Interval
from armscorpus.reconcile.lazily import lazily
from armscorpus.reconcile.rates import DAYS, ROUNDED, to_common_terms
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import ScopeGap, compare_scopes, definitions
from armscorpus.reconcile.spans_of_time import (
    CURRENT,
    HELD,
    SAME_CUT_OFF,
    Timing,
    timing_of_levels,
    timing_of_totals,
)
from armscorpus.reconcile.subject import Match, match_parties
from armscorpus.reconcile.witnesses import is_same_source, is_same_voice

LATER = 3
"""Days: a source that gives another figure after more than these revises the first one."""


class Verdict(NamedTuple):
    """What a rule says of a pair: the relation, the name of the reason, and words and factors that it quotes."""

    relation: RelationKind
    rule: str
    words: Mapping[str, str | float] = MappingProxyType({})


class Pair:
    """Two readings, the one that knows less late first, so that a pair and its reverse are the same."""

    def __init__(self, first: Reading, second: Reading) -> None:
        self.a, self.b = (first, second) if first.order <= second.order else (second, first)

    @lazily
    def factors(self) -> tuple[float, float] | None:
        """What makes the two comparable; None where a rate and a total are not."""
        return to_common_terms(self.a, self.b)

    @lazily
    def figures(self) -> tuple[Interval, Interval]:
        """The two intervals in the same terms, as written where there are none."""
        first, second = self.factors or (1.0, 1.0)
        return self.a.interval.times(first), self.b.interval.times(second)

    @lazily
    def is_converted(self) -> bool:
        """Whether the two are for different lengths of time."""
        return self.a.claim.quantity.per != self.b.claim.quantity.per

    @lazily
    def is_level(self) -> bool:
        """Whether the figures are true of a time and do not grow."""
        return self.a.is_level or self.b.is_level

    @lazily
    def timing(self) -> Timing:
        """How the windows lie."""
        if not self.is_level:
            return timing_of_totals(self.a.window, self.b.window)
        rates = [DAYS[per] for reading in (self.a, self.b) if (per := reading.claim.quantity.per)]
        current = HELD if self.a.subject.event is Event.STOCK else CURRENT
        return timing_of_levels(self.a.window, self.b.window, span=max(current, int(max(rates, default=0))))

    @lazily
    def is_apart(self) -> bool:
        """Whether the intervals have nothing in common, with the tolerance of rounded numbers."""
        tolerance = 1 + ROUNDED if self.is_converted else 1.0
        first, second = self.figures
        if intervals.ratio(first, second) <= tolerance:
            return False
        return self.is_converted or intervals.is_apart(self.a.interval, self.b.interval)

    @lazily
    def ratio(self) -> float:
        """How many times the higher of the nearest bounds is the lower one; 1 where the intervals overlap."""
        return intervals.ratio(*self.figures)

    @lazily
    def a_is_less(self) -> bool:
        """Whether the figure of a is the smaller one, where the two are apart."""
        return self.figures[0].high < self.figures[1].low

    @lazily
    def sizes(self) -> tuple[float, float]:
        """The figures as single numbers: the one written, the middle of a range, the bound of an open one."""
        first, second = self.factors or (1.0, 1.0)
        return _size(self.a.claim.quantity) * first, _size(self.b.claim.quantity) * second

    @lazily
    def is_same_figure(self) -> bool:
        """Whether the same number, range or vague plural is written, in the same terms."""
        a, b = self.a.claim.quantity, self.b.claim.quantity
        if (a.value is None) != (b.value is None) or _is_opposite(a.bound, b.bound):
            return False
        tolerance = ROUNDED if self.is_converted else intervals.EPSILON
        if a.value is None or b.value is None:
            return all(intervals.is_equal(x, y, tolerance) for x, y in zip(*self.figures, strict=True))
        return intervals.is_equal(*self.sizes, tolerance)

    @lazily
    def scope(self) -> ScopeGap:
        """Which part each of the two counts."""
        return compare_scopes(self.a.scope, self.b.scope)

    @lazily
    def parties(self) -> tuple[Match, Match]:
        """How the suppliers and the recipients compare."""
        a, b = self.a.subject, self.b.subject
        return match_parties(a.supplier, b.supplier), match_parties(a.recipient, b.recipient)

    @lazily
    def is_same_article(self) -> bool:
        """Whether one article says both."""
        return self.a.claim.article.id == self.b.claim.article.id

    @lazily
    def is_same_voice(self) -> bool:
        """Whether one article says both, in its own name or in the name of one source."""
        return self.is_same_article and is_same_voice(self.a.witness, self.b.witness)

    @lazily
    def is_same_source(self) -> bool:
        """Whether one named source stands behind both."""
        return is_same_source(self.a.witness, self.b.witness)

    @lazily
    def is_later(self) -> bool:
        """Whether b was said, or counts up to, a good while after a."""
        a, b = self.a, self.b
        published = a.published, b.published
        cut_off_later = a.window and b.window and (b.window.end - a.window.end).days > LATER
        said_later = published[0] and published[1] and abs((published[1] - published[0]).days) > 0
        return bool(cut_off_later or said_later)

    def involves(self, *modalities: Modality) -> bool:
        """Whether one of the two claims is so qualified."""
        return self.a.claim.modality in modalities or self.b.claim.modality in modalities

    @lazily
    def narrower_by_definition(self) -> tuple[str | None, str | None]:
        """The facets by whose definition a, and b, count less than the other; None where there is none."""
        a_part, b_part = (
            next((facet for facet in part if facet in definitions()), None)
            for part in (self.scope.a_part, self.scope.b_part)
        )
        return a_part, b_part


Rule = Callable[[Pair], Verdict | None]


def is_one_deadline(pair: Pair) -> bool:
    """Whether two plans are for dates that nearly coincide."""
    a, b = pair.a.claim.period.end, pair.b.claim.period.end
    return a is not None and b is not None and abs((a - b).days) <= SAME_CUT_OFF


def is_open(reading: Reading) -> bool:
    """Whether the words of a claim leave one end open."""
    return reading.claim.quantity.bound in OPEN


def _size(quantity: Quantity) -> float:
    if quantity.value is not None:
        return float(quantity.value)
    ends = [float(end) for end in (quantity.low, quantity.high) if end is not None]
    return sum(ends) / max(1, len(ends))


def _is_opposite(a: Bound, b: Bound) -> bool:
    return (a in CEILINGS and b in FLOORS) or (a in FLOORS and b in CEILINGS)
