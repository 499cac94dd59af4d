"""Annotated pairs → scores of the relations found."""

from __future__ import annotations

import pytest

from armscorpus.evaluate.gold import End, GoldRelation
from armscorpus.evaluate.relations import RelationScores, judge_relations, score_relations
from armscorpus.models import Relation, RelationKind, Span
from tests.evaluate.annotations import claim

A, B, C = (claim(f"NIS | 600 | 2024 | 2025-05-01 | art={name} at=10") for name in "abc")
ENDS = {name: End(article=f"{name}.txt", span=Span(12, 15)) for name in "abc"}


def gold(pair: str, relation: str, *accept: str) -> GoldRelation:
    """Return an annotated pair of articles."""
    return GoldRelation(
        a=ENDS[pair[0]],
        b=ENDS[pair[1]],
        relation=RelationKind(relation),
        accept=tuple(map(RelationKind, accept)),
    )


ECHO = Relation(a=A, b=B, relation=RelationKind.ECHO, rule="echo", why="…", severity=0)


def scores(*golds: GoldRelation) -> RelationScores:
    """Return the scores where nothing but an echo of A and B is found."""
    return score_relations(judge_relations(golds, [ECHO]))


def test_relations_found() -> None:
    """A pair is found in either order, and what is not found is unrelated."""
    found = scores(gold("ba", "echo"), gold("ac", "unrelated"), gold("bc", "conflict"))
    assert found.accuracy.value == 2 / 3
    assert found.f1 == {"echo": 1, "conflict": 0, "unrelated": 2 / 3}
    assert found.macro_f1.value == pytest.approx(5 / 9)
    assert [(cell.gold, cell.found, cell.count) for cell in found.confusion] == [
        ("conflict", "unrelated", 1),
        ("echo", "echo", 1),
        ("unrelated", "unrelated", 1),
    ]


def test_relations_accepted() -> None:
    """What the annotations accept besides is right, finding nothing included."""
    found = scores(gold("ab", "agreement", "echo"), gold("bc", "evolution", "unrelated"))
    assert (found.accuracy.value, found.macro_f1.value) == (1, 1)


def test_intervals_of_relations() -> None:
    """Intervals hold their estimate and are the same again."""
    golds = [gold("ab", "echo"), gold("ac", "unrelated"), gold("bc", "conflict")] * 4
    found = scores(*golds)
    for score in (found.accuracy, found.macro_f1):
        assert 0 <= score.low < score.value < score.high <= 1
    assert found == scores(*golds)


def test_another_span_is_another_pair() -> None:
    """A relation of claims elsewhere in the articles is not that of the pair."""
    elsewhere = gold("ab", "echo").model_copy(update={"a": End(article="a.txt", span=Span(90, 99))})
    assert scores(elsewhere).accuracy.value == 0
