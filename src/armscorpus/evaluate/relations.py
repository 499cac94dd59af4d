"""Pairs of annotated claims → how often they are found to stand to each other as annotated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from armscorpus.evaluate.gold import End, GoldRelation
from armscorpus.evaluate.intervals import Score, bootstrap, wilson
from armscorpus.evaluate.names import Articles
from armscorpus.evaluate.pairing import shared
from armscorpus.models import Claim, Record, Relation, RelationKind

_Confusion = Counter[tuple[RelationKind, RelationKind]]


class JudgedRelation(NamedTuple):
    """A pair as annotated, and the relation found: that annotated, where what is found is accepted as well."""

    gold: GoldRelation
    found: RelationKind


class Confusion(Record):
    """How many pairs of one relation are found to have another, or the same."""

    gold: RelationKind
    found: RelationKind
    count: int


class RelationScores(Record):
    """The share of pairs whose relation is right, and the mean F1 of the relations that are annotated."""

    pairs: int
    accuracy: Score
    macro_f1: Score
    f1: dict[RelationKind, float]
    confusion: tuple[Confusion, ...]


def judge_relations(golds: Iterable[GoldRelation], found: Iterable[Relation]) -> list[JudgedRelation]:
    """Return the annotated pairs with the relations found; a pair that was not found is unrelated."""
    golds = list(golds)
    known = Articles(end.article for gold in golds for end in (gold.a, gold.b))
    by_articles: defaultdict[frozenset[str | None], list[Relation]] = defaultdict(list)
    for relation in found:
        names = frozenset(known.find(claim.article.path) for claim in (relation.a, relation.b))
        by_articles[names].append(relation)
    return [
        JudgedRelation(gold, _found(gold, by_articles[frozenset({gold.a.article, gold.b.article})], known))
        for gold in golds
    ]


def _found(gold: GoldRelation, candidates: Iterable[Relation], known: Articles) -> RelationKind:
    for relation in candidates:
        for a, b in ((relation.a, relation.b), (relation.b, relation.a)):
            if _is_at(a, gold.a, known) and _is_at(b, gold.b, known):
                return gold.relation if relation.relation in gold.accept else relation.relation
    return gold.relation if RelationKind.UNRELATED in gold.accept else RelationKind.UNRELATED


def _is_at(claim: Claim, end: End, known: Articles) -> bool:
    return known.find(claim.article.path) == end.article and shared(claim.span, end.span) > 0


def score_relations(judged: Sequence[JudgedRelation]) -> RelationScores:
    """Return the scores of annotated pairs.

    For their intervals articles are drawn, as for claims, and a pair counts once for each way to take its two articles
    from a draw (A. B. Owen's « pigeonhole bootstrap », 2007).
    """
    confusion = Counter((pair.gold.relation, pair.found) for pair in judged)
    right, total = _right(confusion), confusion.total()
    low, high = _interval(judged, lambda drawn: _right(drawn) / drawn.total())
    least, most = wilson(right, total)
    f1 = _f1(confusion)
    macro = fmean(f1.values()) if f1 else 0.0
    worst, best = _interval(judged, lambda drawn: fmean(_f1(drawn).values()))
    return RelationScores(
        pairs=total,
        accuracy=Score(value=right / total if total else 0.0, low=min(low, least), high=max(high, most)),
        macro_f1=Score(value=macro, low=min(worst, macro), high=max(best, macro)),
        f1=f1,
        confusion=tuple(
            Confusion(gold=gold, found=found, count=count)
            for (gold, found), count in sorted(confusion.items())
        ),
    )


def _right(confusion: _Confusion) -> int:
    return sum(count for (gold, found), count in confusion.items() if gold == found)


def _f1(confusion: _Confusion) -> dict[RelationKind, float]:
    """Return the F1 of each relation that is annotated, in the order of the kinds."""
    golds, founds = Counter[RelationKind](), Counter[RelationKind]()
    for (gold, found), count in confusion.items():
        golds[gold] += count
        founds[found] += count
    return {
        kind: 2 * confusion[kind, kind] / (golds[kind] + founds[kind]) for kind in RelationKind if golds[kind]
    }


def _interval(judged: Sequence[JudgedRelation], score: Callable[[_Confusion], float]) -> tuple[float, float]:
    articles = sorted({end.article for pair in judged for end in (pair.gold.a, pair.gold.b)})
    places = {name: index for index, name in enumerate(articles)}
    cells = [
        (places[pair.gold.a.article], places[pair.gold.b.article], (pair.gold.relation, pair.found))
        for pair in judged
    ]

    def drawn_score(draw: Sequence[int]) -> float | None:
        times = Counter(draw)
        confusion: _Confusion = Counter()
        for a, b, cell in cells:
            if weight := times[a] * times[b]:
                confusion[cell] += weight
        return score(confusion) if confusion else None

    return bootstrap(len(articles), drawn_score)
