"""The command line: each command reads its options, calls the library once, and renders the result.

Commands import what they need when they run, so that `--help` and what only reads the store start fast.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from armscorpus import __version__
from armscorpus.cli.boundary import Commands
from armscorpus.cli.check import check
from armscorpus.cli.claims import claims, show
from armscorpus.cli.configure import configure
from armscorpus.cli.conflicts import conflicts, timeline
from armscorpus.cli.evaluate import evaluate
from armscorpus.cli.export import export, import_
from armscorpus.cli.extract import extract
from armscorpus.cli.gains import gains
from armscorpus.cli.judge import judge, judgements
from armscorpus.cli.plot import plot
from armscorpus.cli.report import report
from armscorpus.cli.review import review
from armscorpus.cli.schema import schema
from armscorpus.cli.topics import topics

app = typer.Typer(
    cls=Commands,
    name="armscorpus",
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich takes longer to import than the rest of --help
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"armscorpus {__version__}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Settings and words to add; by default the nearest armscorpus.toml, here or in a folder above.",
        ),
    ] = None,
) -> None:
    """Dated quantitative claims about arms transfers, from French-language news articles."""
    configure(context, config)


for command in (
    extract,
    check,
    claims,
    conflicts,
    timeline,
    plot,
    report,
    show,
    topics,
    judge,
    judgements,
    evaluate,
    gains,
    review,
    export,
    schema,
):
    app.command()(command)
app.command("import")(import_)
