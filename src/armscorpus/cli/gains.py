"""`armscorpus gains`: what another extractor, or other words, change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.evaluate import GOLD, ScoreFormatOption
from armscorpus.cli.extraction import read_extraction, read_texts
from armscorpus.evaluate.options import ScoreFormat

if TYPE_CHECKING:
    from armscorpus.evaluate.gains import Gain

CLAIMS = "a .jsonl of claims, or the address of a store."


def gains(
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"The extraction before: {CLAIMS}")],
    new: Annotated[str, typer.Argument(metavar="NEW", help=f"The extraction after: {CLAIMS}")],
    gold: Annotated[
        Path | None, typer.Option(metavar="GOLD", help=f"To tell right from wrong. {GOLD}")
    ] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="The articles, to show their sentences; may be repeated."),
    ] = None,
    form: ScoreFormatOption = ScoreFormat.TABLE,
) -> None:
    """Compare two extractions: claims gained, lost and changed."""
    from armscorpus.evaluate.gains import find_gains, summarise
    from armscorpus.evaluate.gold import read_gold
    from armscorpus.report.gains import print_gains

    golds = [] if gold is None else read_gold(gold)
    found = find_gains(read_extraction(old), read_extraction(new), golds)
    if not found:
        tell("armscorpus: both extractions hold the same claims")
    print_gains(summarise(_quoted(found, old, new, articles or []), is_judged=gold is not None), form)


def _quoted(found: Sequence[Gain], old: str, new: str, articles: list[Path]) -> list[Gain]:
    """Return gains with their sentences, as far as a store or the articles given have them."""
    from armscorpus.evaluate.gains import Way
    from armscorpus.evaluate.passages import passage

    texts = _read_articles(articles)
    for address, of_old in ((old, True), (new, False)):
        ids = {gain.article.id for gain in found if (gain.way is Way.LOST) == of_old}
        texts |= read_texts(address, sorted(ids - texts.keys()))
    return [
        gain.model_copy(update={"sentence": passage(texts[gain.article.id], gain.span)})
        if gain.article.id in texts
        else gain
        for gain in found
    ]


def _read_articles(paths: list[Path]) -> dict[str, str]:
    """Return the texts of articles by id; tell of those that cannot be read."""
    from armscorpus.articles import read_articles
    from armscorpus.models import Article

    texts = {}
    for item in read_articles(paths):
        if isinstance(item, Article):
            texts[item.id] = item.text
        else:
            tell(f"armscorpus: {item}")
    return texts
