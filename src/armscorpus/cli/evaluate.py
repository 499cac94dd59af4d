"""`armscorpus evaluate`: the extraction measured against annotated articles."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.extraction import read_extraction, read_texts
from armscorpus.evaluate.options import By, ScoreFormat

if TYPE_CHECKING:
    from armscorpus.evaluate.gold import GoldArticle
    from armscorpus.evaluate.relations import JudgedRelation
    from armscorpus.models import Article, Claim

GOLD = "Annotated articles: a file of JSON Lines, or a folder of them."
ArticlesOption = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FOLDER", help="Where the articles are, if not beside the annotations; may be repeated."
    ),
]
ScoreFormatOption = Annotated[ScoreFormat, typer.Option("--format", help="How to print.")]


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help=GOLD)],
    articles: ArticlesOption = None,
    claims: Annotated[
        str | None,
        typer.Option(
            metavar="CLAIMS", help="A .jsonl of claims, or the address of a store, instead of extracting now."
        ),
    ] = None,
    relations: Annotated[
        Path | None,
        typer.Option(metavar="GOLD", help="Annotated pairs of claims, whose relations are scored too."),
    ] = None,
    by: Annotated[By | None, typer.Option(help="Break the scores down by articles or by a field.")] = None,
    failures: Annotated[
        int, typer.Option(min=0, metavar="N", help="Print N confusions, N missed and N spurious claims.")
    ] = 5,
    form: ScoreFormatOption = ScoreFormat.TABLE,
) -> None:
    """Score the extraction on annotated articles."""
    from armscorpus.evaluate.evaluation import evaluate as assess
    from armscorpus.evaluate.gold import read_gold
    from armscorpus.evaluate.outcomes import match
    from armscorpus.report.evaluation import print_evaluation

    golds = read_gold(gold)
    texts, found = _read(golds, articles, claims)
    judged = None if relations is None else _judged(relations, golds, found)
    evaluation = assess(match(golds, found), texts=texts, by=by, failures=failures, relations=judged)
    print_evaluation(evaluation, form)


def _read(
    golds: Sequence[GoldArticle], folders: list[Path] | None, claims: str | None
) -> tuple[Mapping[str, str], Mapping[str, Sequence[Claim]]]:
    """Return the texts that are at hand and the claims found, by the names of the articles."""
    from armscorpus.evaluate.outcomes import by_article
    from armscorpus.evaluate.texts import read_annotated

    read = read_annotated(golds, folders or ()) if folders or claims is None else {}
    texts = {name: article.text for name, article in read.items()}
    if claims is None:
        return texts, _extract(read)
    found = by_article(golds, read_extraction(claims))
    if not found:
        tell(f"armscorpus: {claims}: no claim is of an annotated article")
    return _stored_texts(claims, found) | texts, found


def _extract(articles: Mapping[str, Article]) -> dict[str, list[Claim]]:
    from armscorpus.extract import extract_all

    gc.enable()
    extracted = (claims for _, claims in extract_all(articles.values()))
    return dict(zip(articles, extracted, strict=True))


def _stored_texts(address: str, found: Mapping[str, Sequence[Claim]]) -> dict[str, str]:
    """Return the texts that a store holds, by the names of the articles in the annotations."""
    ids = {name: claims[0].article.id for name, claims in found.items()}
    texts = read_texts(address, ids.values())
    return {name: texts[key] for name, key in ids.items() if key in texts}


def _judged(
    path: Path, golds: Iterable[GoldArticle], found: Mapping[str, Sequence[Claim]]
) -> list[JudgedRelation]:
    from armscorpus.evaluate.gold import read_relations
    from armscorpus.evaluate.relations import judge_relations
    from armscorpus.reconcile import pairwise

    annotated = read_relations(path, golds)
    return judge_relations(annotated, pairwise(claim for claims in found.values() for claim in claims))
