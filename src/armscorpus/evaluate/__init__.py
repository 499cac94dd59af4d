"""Extracted claims measured against annotations, and against those of another extraction (`docs/evaluation.md`)."""

from armscorpus.evaluate.gold import GoldArticle, GoldRelation, read_gold, read_relations
from armscorpus.evaluate.outcomes import Outcome, by_article, match
from armscorpus.evaluate.relations import RelationScores, judge_relations, score_relations
from armscorpus.evaluate.scores import Scores, score_claims
from armscorpus.evaluate.texts import read_annotated

__all__ = [
    "GoldArticle",
    "GoldRelation",
    "Outcome",
    "RelationScores",
    "Scores",
    "by_article",
    "judge_relations",
    "match",
    "read_annotated",
    "read_gold",
    "read_relations",
    "score_claims",
    "score_relations",
]
