"""Comparisons: which claims of a group are compared, and which of their relations stand.

An article that gives two figures in one voice for one time counts two things. Another claim disputes only the
nearer of the two.

Not every two claims are compared: claims that are alike in all but their source form a cluster, and of two
clusters one pair speaks for all, and one more for a source that is in both. Of many clusters each is compared
with its neighbours by size and by time, and with the extremes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from armscorpus.models import Judgement, RelationKind
from armscorpus.reconcile.judgements import Decided, verdict_of
from armscorpus.reconcile.pair import Pair, Verdict
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import RULES, RULES_OF_GROUP, RULES_OF_ONE_SUBJECT, judge
from armscorpus.reconcile.rules_of_subject import one_voice
from armscorpus.reconcile.severity import severity_of

FEW = 24
"""Clusters of which every two are compared."""

NEIGHBOURS = 8
"""With how many clusters, by size and by time, each one is compared where there are more; and extremes."""

NONE_DECIDED: Decided = {}

_DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})

Siblings = dict[Reading, list[Reading]]
"""The other figures that an article gives in the same voice for the same time, by claim."""


class Tie(NamedTuple):
    """Two readings in order, how they stand to each other, and how much it matters."""

    a: Reading
    b: Reading
    verdict: Verdict
    severity: float


def every_tie(readings: list[Reading], decided: Decided) -> Iterator[Tie]:
    """Yield the ties between every two claims of a group, but for `unrelated`."""
    yield from _standing(combinations(readings, 2), siblings_of(readings), decided)


def ties_of_clusters(clusters: list[list[Reading]], siblings: Siblings, decided: Decided) -> Iterator[Tie]:
    """Yield the ties between clusters of claims that are alike."""
    pairs = (pair for mine, other in _near(clusters) for pair in _speakers(mine, other))
    yield from _standing(pairs, siblings, decided)


def ties_within(clusters: list[list[Reading]], siblings: Siblings, decided: Decided) -> Iterator[Tie]:
    """Yield the ties between the first claim of each cluster and the others."""
    pairs = ((first, other) for first, *others in clusters for other in others)
    yield from _standing(pairs, siblings, decided)


def clusters_of(readings: Iterable[Reading], decided: Decided = NONE_DECIDED) -> list[list[Reading]]:
    """Return readings by likeness: figure, modality, dates, parties and part, whatever the source.

    A claim that a person has judged with another one speaks for itself.
    """
    judged = frozenset(claim for pair in decided for claim in pair)
    alike: dict[object, list[Reading]] = defaultdict(list)
    for reading in readings:
        alone = reading.claim.id if reading.claim.id in judged else None
        alike[reading.likeness, alone].append(reading)
    return list(alike.values())


def _standing(
    pairs: Iterable[tuple[Reading, Reading]], siblings: Siblings, decided: Decided
) -> Iterator[Tie]:
    for first, second in pairs:
        pair = Pair(first, second)
        judgement = decided.get(frozenset((first.claim.id, second.claim.id))) if decided else None
        verdict = _judge(pair) if judgement is None else _as_decided(pair, judgement)
        if verdict.relation is RelationKind.UNRELATED:
            continue
        is_settled = judgement is not None or verdict.relation not in _DISPUTES
        if is_settled or not _is_outdone(pair, siblings):
            yield Tie(pair.a, pair.b, verdict, severity_of(pair, verdict))


def _judge(pair: Pair) -> Verdict:
    is_one_block = pair.a.subject.block == pair.b.subject.block
    return judge(pair, RULES_OF_GROUP if is_one_block else RULES)


def _as_decided(pair: Pair, judgement: Judgement) -> Verdict:
    """Return what a person decided; of the same thing, what the rules say that do not ask whether it is."""
    return verdict_of(judgement) or judge(pair, RULES_OF_ONE_SUBJECT)


def _is_outdone(pair: Pair, siblings: Siblings) -> bool:
    """Whether a sibling of one of the two claims is nearer to the other one."""
    nearer = [Pair(sibling, pair.b) for sibling in siblings.get(pair.a, ())]
    nearer += [Pair(pair.a, sibling) for sibling in siblings.get(pair.b, ())]
    return any(other.ratio < pair.ratio for other in nearer)


def siblings_of(readings: list[Reading]) -> Siblings:
    """Return the siblings of each claim of a group that has any."""
    siblings: Siblings = defaultdict(list)
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_article[reading.claim.article.id].append(reading)
    for told in by_article.values():
        for first, second in combinations(told, 2) if len(told) > 1 else ():
            if one_voice(Pair(first, second)) is not None:
                siblings[first].append(second)
                siblings[second].append(first)
    return siblings


def _speakers(mine: list[Reading], other: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield who speaks for two clusters: two sources, and a source that is in both."""
    voices: dict[frozenset[str], Reading] = {}
    for reading in mine:
        voices.setdefault(reading.witness.keys, reading)
    across = _first_pair(voices, other, is_same=False)
    if across is not None:
        yield across
    within = _first_pair(voices, other, is_same=True)
    if within is not None:
        yield within


def _first_pair(
    voices: dict[frozenset[str], Reading], others: list[Reading], *, is_same: bool
) -> tuple[Reading, Reading] | None:
    """Return the first two readings of one source, or of two."""
    for other in others:
        keys = other.witness.keys
        if is_same and keys in voices:
            return voices[keys], other
        if not is_same and (len(voices) > 1 or keys not in voices):
            return next(mine for known, mine in voices.items() if known != keys), other
    return None


def _near(clusters: list[list[Reading]]) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """Yield the pairs of clusters to compare: all of a few, of many those that are near or extreme."""
    if len(clusters) <= FEW:
        yield from combinations(clusters, 2)
        return
    by_size = sorted(range(len(clusters)), key=lambda index: (clusters[index][0].interval, index))
    extremes = by_size[:NEIGHBOURS] + by_size[-NEIGHBOURS:]
    compared = {(index, extreme) for index in by_size for extreme in extremes}
    for ordered in (by_size, range(len(clusters))):  # the readings come in the order of time
        for step in range(1, NEIGHBOURS + 1):
            compared |= set(zip(ordered, ordered[step:], strict=False))
    for first, second in sorted({(min(pair), max(pair)) for pair in compared}):
        if first != second:
            yield clusters[first], clusters[second]
