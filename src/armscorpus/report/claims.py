"""Claims as a table: three columns of two lines, which fit eighty columns without abbreviations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from rich.console import Console
from rich.table import Table

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Labels
from armscorpus.models import ArticleRef, Claim, Modality
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.numbers import render_quantity
from armscorpus.report.parties import render_parties
from armscorpus.report.terminal import add_row, column_widths, open_table
from armscorpus.report.typography import NO_BREAK, printable

ID_LENGTH = 8  # enough to name a claim to `show`
SHARES = (29, 24, 27)
NOTHING = "—"
INDENT = NO_BREAK * 2
MODALITY_STYLE = {
    Modality.ASSERTED: "green",
    Modality.REPORTED: "yellow",
    Modality.POSSIBLE: "yellow",
    Modality.PLANNED: "blue",
    Modality.NEGATED: "red",
}


def print_claims(console: Console, claims: Iterable[Claim]) -> None:
    """Print claims in the order given, two rows each."""
    heading = load(Labels).heading
    table = open_table(column_widths(console, SHARES))
    add_row(table, heading["quantity"], heading["period"], heading["parties"], style="bold")
    second = f"{heading['source']}, {heading['modality'].lower()}"
    add_row(table, INDENT + heading["claim"], heading["article"], second, style="bold")
    for claim in claims:
        add_claim(table, claim)
    console.print(table)


def add_claim(table: Table, claim: Claim) -> None:
    """Add the two rows of a claim to a table of three columns."""
    add_row(
        table,
        render_counted(claim),
        render_period(claim.period) or NOTHING,
        render_parties(claim) or NOTHING,
    )
    add_row(
        table,
        INDENT + render_name(claim),
        render_article(claim.article),
        _says(claim),
        style="dim",
        last_style=MODALITY_STYLE[claim.modality],
    )


def render_counted(claim: Claim) -> str:
    """Return the quantity with the things counted."""
    return f"{render_quantity(claim.quantity)} {printable(claim.object or '')}".rstrip()


def render_name(claim: Claim) -> str:
    """Return the beginning of a claim's id, with its topics."""
    return f"{claim.id[:ID_LENGTH]} {', '.join(claim.topics)}"


def render_article(article: ArticleRef) -> str:
    """Return the name of an article's file, with its date of publication."""
    name = printable(PurePath(article.path).stem)
    return f"{name}, {render_published(article.published)}" if article.published else name


def _says(claim: Claim) -> str:
    modality = load(Labels).modality[claim.modality]
    source = printable(claim.source.name or "") if claim.source else ""
    return f"{source}, {modality}" if source else modality
