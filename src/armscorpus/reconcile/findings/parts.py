"""Parts and wholes inside an article: a part above its whole, a later total below an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations

from armscorpus.lexicon import load
from armscorpus.lexicon.names import stems
from armscorpus.lexicon.schema import Topics
from armscorpus.reconcile.findings.draft import Draft, weigh
from armscorpus.reconcile.findings.places import are_in_one_sentence
from armscorpus.reconcile.intervals import ratio
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import judge
from armscorpus.reconcile.rules_of_subject import other_part
from armscorpus.reconcile.scope import compare_scopes
from armscorpus.reconcile.spans_of_time import Timing
from armscorpus.reconcile.subject import Match

ABOVE_WHOLE, SMALLER = 0.6, 0.8
"""The severity at most of a part above its whole, and of a total that shrinks."""


def parts_above_wholes(articles: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield parts that are greater than the whole said with them (« 12 000 munitions, dont 15 000 obus »)."""
    for told in articles:
        for first, second in combinations(told, 2):
            if not _may_be_whole_and_part(first, second):
                continue
            for whole, part in ((first, second), (second, first)):
                if part.interval.low > whole.interval.high and _is_part(part, whole):
                    severity = weigh(ABOVE_WHOLE, ratio(part.interval, whole.interval), whole, part)
                    yield Draft("part_above_whole", (whole, part), severity)


def _may_be_whole_and_part(a: Reading, b: Reading) -> bool:
    """Whether two figures are of one happening, told in one sentence by one voice."""
    mine, other = a.subject, b.subject
    is_one_measure = (mine.event, mine.unit, mine.statistic, mine.planned) == (
        other.event,
        other.unit,
        other.statistic,
        other.planned,
    )
    if not is_one_measure or a.claim.quantity.per is not b.claim.quantity.per or mine.unit == "%":
        return False
    pair = Pair(a, b)
    is_one_time = pair.timing in {Timing.SAME, Timing.UNKNOWN}
    return (
        pair.is_same_voice
        and is_one_time
        and are_in_one_sentence(a, b)
        and Match.DIFFERENT not in pair.parties
    )


def _is_part(part: Reading, whole: Reading) -> bool:
    if other_part(Pair(part, whole)) is not None:
        return False
    if part.subject.topics == whole.subject.topics:
        gap = compare_scopes(part.scope, whole.scope)
        return bool(gap.a_part) and not gap.b_part and _is_named_whole(whole, part)
    is_below = (
        len(part.subject.topics) == 1 and _parents().get(part.subject.topics[0]) in whole.subject.topics
    )
    is_whole = bool(whole.scope) and all(facet.whole for facet in whole.scope.values())
    return is_below and is_whole and len(whole.subject.topics) == 1


def _is_named_whole(whole: Reading, part: Reading) -> bool:
    """Whether the words for the whole are no description that the part has not, « bombes de 500 livres »."""
    if any(facet.whole for facet in whole.scope.values()):
        return True
    return set(stems(whole.claim.object or "")) <= set(stems(part.claim.object or ""))


@cache
def _parents() -> dict[str, str]:
    return {topic.slug: topic.parent for topic in load(Topics).topic if topic.parent}


def smaller_later_totals(articles: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield totals that one voice of an article says to be smaller at a later date."""
    for told in articles:
        for first, second in combinations(told, 2):
            if first.subject.block != second.subject.block:
                continue
            pair = Pair(first, second)
            if pair.is_same_voice and judge(pair).rule == "smaller_later_total":
                severity = weigh(SMALLER, pair.ratio, first, second)
                yield Draft("smaller_later_total", (pair.a, pair.b), severity)
