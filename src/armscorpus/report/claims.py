"""Claims as a table: three columns of two lines, which fit eighty columns without abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import ArticleRef, Claim, Decision, Modality
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.numbers import render_quantity
from armscorpus.report.parties import render_parties
from armscorpus.report.terminal import Cell, Console, Grid
from armscorpus.report.typography import NO_BREAK

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


def print_table(console: Console, claims: Iterable[Claim], decisions: Mapping[str, Decision]) -> None:
    """Print claims in the order given, two rows each, with what people decided about them, by their ids."""
    heading = load(Labels).heading
    grid = Grid.shared(console, *SHARES)
    grid.print_row(heading["quantity"], heading["period"], heading["parties"], style="bold")
    second = f"{heading['source']}, {heading['modality'].lower()}"
    grid.print_row(INDENT + heading["claim"], heading["article"], second, style="bold")
    for claim in claims:
        print_rows(grid, claim, decisions.get(claim.id))


def print_rows(grid: Grid, claim: Claim, decision: Decision | None) -> None:
    """Print the two rows of a claim on a grid of three columns, with what a person decided about it."""
    period, parties = render_period(claim.period) or NOTHING, render_parties(claim) or NOTHING
    grid.print_row(render_counted(claim), period, parties)
    says = Cell(_says(claim, decision), MODALITY_STYLE[claim.modality])
    grid.print_row(INDENT + render_id(claim), render_article(claim.article), says, style="dim")


def render_counted(claim: Claim) -> str:
    """Return the quantity with the things counted."""
    return f"{render_quantity(claim.quantity)} {claim.object or ''}".rstrip()


def render_id(claim: Claim) -> str:
    """Return the beginning of a claim's id, with its topics."""
    return f"{claim.id[:ID_LENGTH]} {', '.join(claim.topics)}"


def render_name(article: ArticleRef) -> str:
    """Return the name of an article's file, without folder and suffix."""
    return PurePath(article.path).stem


def render_article(article: ArticleRef) -> str:
    """Return the name of an article's file, with its date of publication."""
    name = render_name(article)
    return f"{name}, {render_published(article.published)}" if article.published else name


def _says(claim: Claim, decision: Decision | None) -> str:
    labels = load(Labels)
    source = claim.source and claim.source.name
    known = (source, labels.modality[claim.modality], decision and labels.decision[decision])
    return ", ".join(part for part in known if part)
