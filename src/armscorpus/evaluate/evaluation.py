"""Everything that an evaluation says, as one record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from armscorpus.evaluate.breakdown import split
from armscorpus.evaluate.failures import Confusion, Failure, Texts, confusions, missed, spurious
from armscorpus.evaluate.options import By
from armscorpus.evaluate.outcomes import Outcome
from armscorpus.evaluate.relations import JudgedRelation, RelationScores, score_relations
from armscorpus.evaluate.scores import Scores, score_claims
from armscorpus.models import Record


class Evaluation(Record):
    """The scores of an extraction, broken down by `by`, with as many failures of each kind as were asked for.

    `parts` holds the scores of each value of `by`, `confused` counts the different confusions; `relations` is None where
    none were annotated.
    """

    scores: Scores
    by: By | None
    parts: dict[str, Scores]
    confused: int
    confusions: tuple[Confusion, ...]
    missed: tuple[Failure, ...]
    spurious: tuple[Failure, ...]
    relations: RelationScores | None


def evaluate(
    outcomes: Sequence[Outcome],
    *,
    texts: Texts,
    by: By | None = None,
    failures: int | None = None,
    relations: Sequence[JudgedRelation] | None = None,
) -> Evaluation:
    """Return what there is to say of what became of annotated articles; `failures` None is all of them.

    `texts` are those of the articles by name, as far as they are at hand.
    """
    parts = split(outcomes, by) if by else {}
    confused = confusions(outcomes, texts)
    return Evaluation(
        scores=score_claims(outcomes),
        by=by,
        parts={value: score_claims(some) for value, some in parts.items()},
        confused=len(confused),
        confusions=tuple(confused[:failures]),
        missed=tuple(islice(missed(outcomes, texts), failures)),
        spurious=tuple(islice(spurious(outcomes, texts), failures)),
        relations=None if relations is None else score_relations(relations),
    )
