"""`armscorpus extract`: from files to claims, printed and kept."""

from __future__ import annotations

import gc
import sys
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import MISUSE, tell
from armscorpus.cli.options import DEFAULT_STORE, StoreOption
from armscorpus.report.formats import Format

if TYPE_CHECKING:
    from armscorpus.errors import ArticleError
    from armscorpus.models import Article, Claim
    from armscorpus.store import Store

    Extracted = Iterator[tuple[Article, list[Claim]]]


def extract(
    paths: Annotated[list[Path], typer.Argument(metavar="PATHS", help="Articles, and folders of articles.")],
    output: Annotated[
        Format | None,
        typer.Option("--format", help="Print the claims so; without it, a summary of articles and topics."),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Date of articles without one: 2024-03-05, 2024-03, « 5 mars 2024 »."
        ),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Publisher of articles without one.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Number of processes.")] = 1,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Installed spaCy pipeline that helps where the rules are silent."),
    ] = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Keep nothing.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Extract the claims of articles, and keep them in the store."""
    from armscorpus.articles import read_articles
    from armscorpus.extract import extract_all, extractor_with
    from armscorpus.report.output import print_claims, print_summary
    from armscorpus.store import open_store

    gc.freeze()
    gc.enable()
    rejected: list[ArticleError] = []
    articles = _readable(read_articles(paths, published=published, publisher=publisher), rejected)
    with nullcontext() if no_store else open_store(store) as opened:
        results = _tracked(extract_all(articles, jobs=jobs, model=model))
        if opened:
            results = _stored(results, opened, extractor_with(model))
        try:
            if output:
                print_claims((claim for _, claims in results for claim in claims), output)
            else:
                print_summary(results)
        except (BrokenPipeError, SystemExit):
            if opened:  # the reader has left (`| head`), and the store still wants the rest
                deque(results, maxlen=0)
            raise
    if rejected:
        raise typer.Exit(MISUSE)


def _readable(found: Iterable[Article | ArticleError], rejected: list[ArticleError]) -> Iterator[Article]:
    """Yield the articles that can be read; tell of the others and keep them."""
    from armscorpus.models import Article

    for item in found:
        if not isinstance(item, Article):
            rejected.append(item)
            tell(f"armscorpus: {item}")
            continue
        if item.published is None:
            tell(f"armscorpus: {item.path}: no date of publication; relative periods stay without dates")
        yield item


def _tracked(results: Extracted) -> Extracted:
    """Yield the results, with progress on standard error where only that is a terminal.

    On a terminal that shows the output, the rows that come one by one are the progress.
    """
    if sys.stdout.isatty() or not sys.stderr.isatty():
        return results
    from armscorpus.report.progress import tracked

    return tracked(results)


def _stored(results: Extracted, store: Store, extractor: str) -> Extracted:
    """Yield the results once they are stored; tell in the end what that changed."""
    changes: Counter[str] = Counter()
    for article, claims in results:
        changes[store.add(article, claims, extractor=extractor)] += 1
        yield article, claims
    counts = ", ".join(f"{count} {change}" for change, count in sorted(changes.items()))
    tell(f"{store.name}: {counts or 'nothing to add'}")
