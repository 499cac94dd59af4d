"""Progress on a terminal's standard error, gone when the work is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from armscorpus.models import Article, Claim
from armscorpus.untrusted import printable


def tracked(results: Iterable[tuple[Article, list[Claim]]]) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield the results, and show how many there were and the last one."""
    columns = (
        SpinnerColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.completed} articles  {task.description}"),
    )
    console = Console(stderr=True, markup=False, highlight=False)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=None)
        for article, claims in results:
            progress.update(task, advance=1, description=printable(article.path))
            yield article, claims
