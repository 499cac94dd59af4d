"""Groups of claims as a table: what they are about, their figures, and why some do not agree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import Bound, Claim, Modality, Quantity, Relation, RelationKind
from armscorpus.reconcile import Group
from armscorpus.report.claims import ID_LENGTH, NOTHING, render_name
from armscorpus.report.dates import render_period
from armscorpus.report.numbers import render_number, render_quantity
from armscorpus.report.terminal import Cell, Console, Grid
from armscorpus.report.typography import glue, typeset

FIGURE_SHARES = (ID_LENGTH, 17, 22, 16, 9)
KIND_WIDTH, SEVERITY_WIDTH = 13, 4
SHOWN = 5
STYLES = {RelationKind.CONFLICT: "bold red", RelationKind.DIVERGENCE: "yellow"}


def print_groups(
    console: Console, groups: Iterable[Group], kinds: frozenset[RelationKind], limit: int | None
) -> None:
    """Print each group with its figures, and at most `limit` reasons for relations of these kinds."""
    for index, group in enumerate(groups):
        if index:
            console.print_line()
        _print_heading(console, group)
        _print_figures(console, group.claims)
        _print_reasons(
            console, [relation for relation in group.relations if relation.relation in kinds], limit
        )


def _print_heading(console: Console, group: Group) -> None:
    heading = load(Labels).heading
    facts = {
        "claims": render_number(len(group.claims)),
        "independent": render_number(group.independent),
    }
    if group.envelope != (None, None):
        facts["envelope"] = _measure(group, *group.envelope)
    if group.consensus:
        interval = _measure(group, group.consensus.low, group.consensus.high)
        facts["consensus"] = f"{interval} ({heading['sources'].format(count=group.consensus.sources)})"
    summary = " · ".join(glue(f"{heading[name]} : {value}") for name, value in facts.items())
    whole = Grid.filled(console)
    whole.print_row(group.subject, style="bold")
    whole.print_row(summary, style="dim")


def _measure(group: Group, low: float | None, high: float | None) -> str:
    """Return an interval of numbers of the group, with its unit and rate."""
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    unit = group.claims[0].quantity.unit
    return render_quantity(
        Quantity(bound=Bound.BETWEEN, value=None, low=ends[0], high=ends[1], unit=unit, per=group.per)
    )


def _print_figures(console: Console, claims: Iterable[Claim]) -> None:
    grid = Grid.shared(console, *FIGURE_SHARES)
    for claim in claims:
        grid.print_row(
            Cell(claim.id[:ID_LENGTH], "dim"),
            Cell(_figure(claim), "bold"),
            render_period(claim.period) or NOTHING,
            _source(claim),
            Cell(render_name(claim.article), "dim"),
        )


def _figure(claim: Claim) -> str:
    figure = render_quantity(claim.quantity)
    if claim.modality is Modality.ASSERTED:
        return figure
    return f"{figure} {load(Labels).modality[claim.modality]}"


def _source(claim: Claim) -> str:
    source = claim.source
    return (source and (source.acronym or source.name)) or NOTHING


def _print_reasons(console: Console, relations: list[Relation], limit: int | None) -> None:
    labels = load(Labels)
    grid = Grid.filled(console, KIND_WIDTH, SEVERITY_WIDTH)
    for relation in relations[:limit]:
        style = STYLES.get(relation.relation, "dim")
        severity = str(format_decimal(relation.severity, format="0.00", locale="fr"))
        grid.print_row(
            Cell(labels.relation[relation.relation], style),
            Cell(severity, "dim"),
            typeset(relation.why),
        )
    if limit is not None and len(relations) > limit:
        more = labels.heading["more"].format(count=len(relations) - limit)
        grid.print_row("", "", more, style="dim")
