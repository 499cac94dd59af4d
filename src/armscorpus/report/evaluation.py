"""An evaluation as tables: scores with their intervals, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armscorpus.evaluate.evaluation import Evaluation
from armscorpus.evaluate.failures import Confusion, Failure
from armscorpus.evaluate.intervals import Score
from armscorpus.evaluate.options import ScoreFormat
from armscorpus.evaluate.relations import RelationScores
from armscorpus.evaluate.scores import Scores
from armscorpus.models import RelationKind
from armscorpus.report.printing import write_text
from armscorpus.report.sections import Section, markdown_sections, print_sections
from armscorpus.report.terminal import Cell, open_console
from armscorpus.untrusted import json_line

LEVELS = ("detection", "comparable", "whole")
SHORT = 5  # letters of the name of a relation at the head of a column


def print_evaluation(evaluation: Evaluation, form: ScoreFormat) -> None:
    """Print an evaluation on standard output."""
    if form is ScoreFormat.JSON:
        write_text([json_line(evaluation.model_dump(mode="json")), "\n"])
    elif form is ScoreFormat.MARKDOWN:
        write_text([_summary(evaluation.scores), "\n", *markdown_sections(_sections(evaluation))])
    else:
        console = open_console()
        console.print_line(Cell(_summary(evaluation.scores)))
        print_sections(console, _sections(evaluation))


def _summary(scores: Scores) -> str:
    return (
        f"{scores.articles} articles, {scores.gold} claims annotated, {scores.found} found, "
        f"{scores.paired} of them where annotated"
    )


def _sections(evaluation: Evaluation) -> Iterator[Section]:
    scores = evaluation.scores
    rates = [(level, *map(_score, _rates(scores, level))) for level in LEVELS]
    yield Section("Scores (%, with 95 % intervals)", ("Claims", "Precision", "Recall", "F1"), rates)
    fields = [(name, _score(score)) for name, score in scores.fields.items()]
    yield Section("Fields of the claims found", ("Field", "Right"), fields)
    if evaluation.by:
        yield _parts(evaluation)
    yield from _failures(evaluation)
    if evaluation.relations:
        yield from _relations(evaluation.relations)


def _rates(scores: Scores, level: str) -> tuple[Score, Score, Score]:
    rates = getattr(scores, level)
    return rates.precision, rates.recall, rates.f1


def _score(score: Score) -> str:
    return f"{_percent(score.value)} ({_percent(score.low)}–{_percent(score.high)})"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _parts(evaluation: Evaluation) -> Section:
    """Return the F1 of each part, with the claims annotated in it."""
    rows = [
        (value, str(scores.gold), *(_score(_rates(scores, level)[-1]) for level in LEVELS))
        for value, scores in evaluation.parts.items()
    ]
    return Section(f"F1 by {evaluation.by}", ("Value", "Claims", *map(str.capitalize, LEVELS)), rows)


def _failures(evaluation: Evaluation) -> Iterator[Section]:
    scores = evaluation.scores
    yield Section(
        f"Values confused ({len(evaluation.confusions)} of {evaluation.confused})",
        ("Field", "Times", "Annotated", "Found", "For instance"),
        [_confusion(confusion) for confusion in evaluation.confusions],
    )
    for title, total, failures in (
        ("Missed", scores.gold - scores.paired, evaluation.missed),
        ("Spurious", scores.found - scores.paired, evaluation.spurious),
    ):
        heading = f"{title} ({len(failures)} of {total})"
        yield Section(heading, ("Article", "Claim", "Sentence"), [_failure(failure) for failure in failures])


def _confusion(confusion: Confusion) -> Sequence[str]:
    example = confusion.example
    place = f"{example.article}: {example.text}"
    return confusion.field, str(confusion.count), confusion.gold, confusion.found, place


def _failure(failure: Failure) -> Sequence[str]:
    return failure.article, failure.text, failure.sentence or ""


def _relations(scores: RelationScores) -> Iterator[Section]:
    overall = [("accuracy", _score(scores.accuracy)), ("macro F1", _score(scores.macro_f1))]
    yield Section(f"Relations of {scores.pairs} pairs", ("Score", "Value"), overall)
    counts = {(cell.gold, cell.found): cell.count for cell in scores.confusion}
    rows = [
        (kind, _percent(f1), *(str(counts.get((kind, found), "")) for found in RelationKind))
        for kind, f1 in scores.f1.items()
    ]
    found = tuple(kind[:SHORT] for kind in RelationKind)
    yield Section("Relations annotated, and what was found", ("Relation", "F1", *found), rows)
