"""Comparisons: which claims of a group are compared, and which of their relations stand.

An article that gives two figures in one voice for one time counts two things. Another claim disputes only the
nearer of the two.

Not every two claims are compared: claims that are alike in all but their source form a cluster, and of two
clusters one pair speaks for all, and one more for a source that is in both. Of many clusters each is compared
with its neighbours by size and by time, and with the extremes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from armscorpus.models import Judgement, RelationKind
from armscorpus.reconcile.applicable import rules_for
from armscorpus.reconcile.judgements import Decided, verdict_of
from armscorpus.reconcile.pair import Pair, Rule, Verdict
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import RULES, RULES_OF_ONE_SUBJECT, judge
from armscorpus.reconcile.rules_of_subject import one_voice
from armscorpus.reconcile.severity import severity_of

FEW = 24
"""Clusters of which every two are compared."""

NEIGHBOURS, EXTREMES = 6, 3
"""With how many clusters before and behind it, by size and by time, each one is compared where there are more, and with
how many of the smallest and of the greatest."""

NONE_DECIDED: Decided = {}

DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})

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
    compare = Comparer(rules_for(readings), siblings_of(readings), decided)
    yield from compare.standing(combinations(readings, 2))


def ties_with(new: Collection[str], readings: list[Reading], decided: Decided) -> Iterator[Tie]:
    """Yield the ties of new claims of a group, given by their ids, with one another and with known ones.

    Of known claims that are alike one speaks for all, and one more for a source that is in both.
    """
    compare = Comparer(rules_for(readings), siblings_of(readings), decided)
    newcomers = [reading for reading in readings if reading.claim.id in new]
    known = clusters_of((reading for reading in readings if reading.claim.id not in new), decided)
    yield from compare.standing(combinations(newcomers, 2))
    for reading in newcomers:
        yield from compare.standing(pair for cluster in known for pair in _speakers([reading], cluster))


def without_repeats(readings: list[Reading], keeping: Collection[str]) -> list[Reading]:
    """Return readings without those that repeat a source: alike, and not one of several figures of an article.

    `keeping` are the ids of claims that stay.
    """
    figures = Counter(reading.claim.article.id for reading in readings)
    seen: set[object] = set()
    kept = []
    for reading in readings:
        said = (reading.likeness, reading.witness.keys)
        if figures[reading.claim.article.id] > 1 or said not in seen or reading.claim.id in keeping:
            kept.append(reading)
        seen.add(said)
    return kept


def ties_of_clusters(clusters: list[list[Reading]], compare: Comparer) -> Iterator[Tie]:
    """Yield the ties between clusters of claims that are alike."""
    if compare.siblings:  # who has said one figure alone speaks first
        clusters = [sorted(cluster, key=compare.siblings.__contains__) for cluster in clusters]
    yield from compare.standing(pair for mine, other in _near(clusters) for pair in _speakers(mine, other))


def ties_within(clusters: list[list[Reading]], compare: Comparer) -> Iterator[Tie]:
    """Yield the ties between the first claim of each cluster and the others."""
    yield from compare.standing((first, other) for first, *others in clusters for other in others)


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


class Comparer(NamedTuple):
    """What decides between two claims of a group: the rules that may apply, the siblings, and what people decided."""

    rules: tuple[Rule, ...]
    siblings: Siblings
    decided: Decided

    def standing(self, pairs: Iterable[tuple[Reading, Reading]]) -> Iterator[Tie]:
        """Yield the ties between two readings that stand, but for `unrelated`."""
        for first, second in pairs:
            pair = Pair(first, second)
            judgement = self._judgement_on(pair) if self.decided else None
            verdict = self._judge(pair) if judgement is None else _as_decided(pair, judgement)
            if verdict.relation is RelationKind.UNRELATED:
                continue
            is_settled = judgement is not None or verdict.relation not in DISPUTES
            if is_settled or not self._is_outdone(pair):
                yield Tie(pair.a, pair.b, verdict, severity_of(pair, verdict))

    def _judgement_on(self, pair: Pair) -> Judgement | None:
        return self.decided.get(frozenset((pair.a.claim.id, pair.b.claim.id)))

    def _judge(self, pair: Pair) -> Verdict:
        is_one_block = pair.a.subject is pair.b.subject or pair.a.subject.block == pair.b.subject.block
        return judge(pair, self.rules if is_one_block else RULES)

    def _is_outdone(self, pair: Pair) -> bool:
        """Whether a sibling of one of the two claims is nearer to the other one."""
        nearer = [Pair(sibling, pair.b) for sibling in self.siblings.get(pair.a, ())]
        nearer += [Pair(pair.a, sibling) for sibling in self.siblings.get(pair.b, ())]
        return any(other.ratio < pair.ratio for other in nearer)


def _as_decided(pair: Pair, judgement: Judgement) -> Verdict:
    """Return what a person decided; of the same thing, what the rules say that do not ask whether it is."""
    return verdict_of(judgement) or judge(pair, RULES_OF_ONE_SUBJECT)


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
    extremes = by_size[:EXTREMES] + by_size[-EXTREMES:]
    compared = {(index, extreme) for index in by_size for extreme in extremes}
    for ordered in (by_size, range(len(clusters))):  # the readings come in the order of time
        for step in range(1, NEIGHBOURS + 1):
            compared |= set(zip(ordered, ordered[step:], strict=False))
    for first, second in sorted({(min(pair), max(pair)) for pair in compared}):
        if first != second:
            yield clusters[first], clusters[second]
