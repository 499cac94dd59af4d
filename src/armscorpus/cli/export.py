"""`armscorpus export` and `import`: records for other programs and other desks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.options import DEFAULT_STORE, StoreOption
from armscorpus.report.formats import Records

RecordsArgument = Annotated[Records, typer.Argument(metavar="RECORDS", help="What: judgements.")]


def export(
    records: RecordsArgument,
    path: Annotated[Path | None, typer.Argument(metavar="FILE", help="Default: standard output.")] = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write judgements as JSON Lines, always in the same order, so that they can live in git."""
    from armscorpus.report.output import write_judgements
    from armscorpus.store import open_store

    with open_store(store, must_exist=True) as opened:
        write_judgements(opened.judgements(), path)


def import_(
    records: RecordsArgument,
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A file of JSON Lines.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Add the judgements of a file of JSON Lines to those of the store."""
    from armscorpus.claims_file import read_judgements
    from armscorpus.store import open_store

    read = read_judgements(path)
    with open_store(store, must_exist=True) as opened:
        tell(f"armscorpus: {opened.judge(read)} new judgements of {len(read)}")
