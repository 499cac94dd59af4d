"""Comparisons: which claims of a group are compared, and which of their relations stand.

An article that gives two figures in one voice for one time counts two things. Another
claim disputes only the nearer of the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from armscorpus.models import Relation, RelationKind
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import judge, relation_of
from armscorpus.reconcile.rules_of_subject import one_voice

_DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})

Siblings = dict[Reading, list[Reading]]
"""The other figures that an article gives in the same voice for the same time, by claim."""


def every_relation(readings: list[Reading]) -> Iterator[Relation]:
    """Yield the relations between every two claims of a group, but for `unrelated`."""
    yield from _standing(combinations(readings, 2), _siblings_of(readings))


def relations_of_figures(readings: list[Reading]) -> Iterator[Relation]:
    """Yield the relations between claims of a group that are not alike, and of each with its first like."""
    yield from _standing(_pairs(readings), _siblings_of(readings))


def _standing(pairs: Iterable[tuple[Reading, Reading]], siblings: Siblings) -> Iterator[Relation]:
    for first, second in pairs:
        pair = Pair(first, second)
        verdict = judge(pair)
        if verdict.relation is RelationKind.UNRELATED:
            continue
        if verdict.relation not in _DISPUTES or not _is_outdone(pair, siblings):
            yield relation_of(pair, verdict)


def _is_outdone(pair: Pair, siblings: Siblings) -> bool:
    """Whether a sibling of one of the two claims is nearer to the other one."""
    nearer = [Pair(sibling, pair.b) for sibling in siblings.get(pair.a, ())]
    nearer += [Pair(pair.a, sibling) for sibling in siblings.get(pair.b, ())]
    return any(other.ratio < pair.ratio for other in nearer)


def _siblings_of(readings: list[Reading]) -> Siblings:
    siblings: Siblings = defaultdict(list)
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_article[reading.claim.article.id].append(reading)
    for told in by_article.values():
        for first, second in combinations(told, 2):
            if one_voice(Pair(first, second)) is not None:
                siblings[first].append(second)
                siblings[second].append(first)
    return siblings


def _pairs(readings: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    alike: dict[object, list[Reading]] = defaultdict(list)
    for reading in readings:
        alike[_likeness(reading)].append(reading)
    for first, *others in alike.values():
        yield from ((first, other) for other in others)
    yield from combinations([cluster[0] for cluster in alike.values()], 2)


def _likeness(reading: Reading) -> object:
    claim, subject = reading.claim, reading.subject
    scope = tuple(sorted((name, part.values, part.whole) for name, part in reading.scope.items()))
    figure = (claim.quantity, claim.modality, reading.window)
    return figure, reading.witness.keys, subject.supplier, subject.recipient, scope
