"""Groups of claims as a table: what they are about, their figures, and why some do not agree."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal

from armscorpus.models import Bound, Claim, Finding, Modality, Quantity, Relation, RelationKind
from armscorpus.reconcile import Group
from armscorpus.report.charts import print_chart
from armscorpus.report.claims import ID_LENGTH, NOTHING, render_name
from armscorpus.report.dates import render_period
from armscorpus.report.formats import Language
from armscorpus.report.headlines import headline
from armscorpus.report.languages import TYPOGRAPHY, labels_in
from armscorpus.report.numbers import render_number, render_quantity
from armscorpus.report.terminal import Cell, Console, Grid
from armscorpus.report.typography import glue, typeset

FIGURE_SHARES = (ID_LENGTH, 17, 22, 16, 9)
KIND_WIDTH, SEVERITY_WIDTH = 13, 4
SHOWN = 5
STYLES = {RelationKind.CONFLICT: "bold red", RelationKind.DIVERGENCE: "yellow"}


def print_groups(
    console: Console,
    groups: Iterable[tuple[Group, list[Relation]]],
    limit: int | None,
    language: Language,
) -> None:
    """Print each group with its figures, and at most `limit` reasons for the relations given with it."""
    for index, (group, relations) in enumerate(groups):
        if index:
            console.print_line()
        _print_heading(console, group, language)
        _print_figures(console, group.claims, language)
        print_chart(console, group, language)
        _print_reasons(console, relations, limit, language)


def print_findings(console: Console, findings: list[Finding], language: Language) -> None:
    """Print what the claims together say that is wrong or worth knowing."""
    if not findings:
        return
    console.print_line()
    Grid.filled(console).print_row(labels_in(language).heading["findings"], style="bold")
    grid = Grid.filled(console, SEVERITY_WIDTH)
    for finding in findings:
        severity = _severity(finding.severity, language)
        grid.print_row(Cell(severity, "dim"), _typeset(finding.why, language))


def facts_of(group: Group, language: Language) -> list[str]:
    """Return how many claims and independent sources a group has, its envelope and its consensus."""
    heading = labels_in(language).heading
    facts = {
        "claims": render_number(len(group.claims), language),
        "independent": render_number(group.independent, language),
    }
    if group.envelope != (None, None):
        facts["envelope"] = _measure(group, *group.envelope, language)
    if group.consensus:
        interval = _measure(group, group.consensus.low, group.consensus.high, language)
        facts["consensus"] = f"{interval} ({heading['sources'].format(count=group.consensus.sources)})"
    if group.latest and len(group.claims) > 1:
        facts["latest"] = f"{figure_of(group.latest, language)} ({source_of(group.latest)})"
    colon = "\u00a0: " if language is Language.FRENCH else ": "
    return [glue(f"{heading[name]}{colon}{value}") for name, value in facts.items()]


def _print_heading(console: Console, group: Group, language: Language) -> None:
    whole = Grid.filled(console)
    whole.print_row(_typeset(headline(group, language), language), style="bold")
    whole.print_row(" · ".join(facts_of(group, language)), style="dim")


def _measure(group: Group, low: float | None, high: float | None, language: Language) -> str:
    """Return an interval of numbers of the group, with its unit and rate."""
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    unit = group.claims[0].quantity.unit
    quantity = Quantity(bound=Bound.BETWEEN, value=None, low=ends[0], high=ends[1], unit=unit, per=group.per)
    return render_quantity(quantity, language)


def _print_figures(console: Console, claims: Iterable[Claim], language: Language) -> None:
    grid = Grid.shared(console, *FIGURE_SHARES)
    for claim in claims:
        grid.print_row(
            Cell(claim.id[:ID_LENGTH], "dim"),
            Cell(figure_of(claim, language), "bold"),
            render_period(claim.period, language) or NOTHING,
            source_of(claim),
            Cell(render_name(claim.article), "dim"),
        )


def figure_of(claim: Claim, language: Language) -> str:
    """Return a figure with its modality, unless it is simply asserted."""
    figure = render_quantity(claim.quantity, language)
    if claim.modality is Modality.ASSERTED:
        return figure
    return f"{figure} {labels_in(language).modality[claim.modality]}"


def source_of(claim: Claim) -> str:
    """Return the source of a claim, by its acronym if it has one; a dash where there is none."""
    source = claim.source
    return (source and (source.acronym or source.name)) or NOTHING


def _print_reasons(
    console: Console, relations: list[Relation], limit: int | None, language: Language
) -> None:
    labels = labels_in(language)
    grid = Grid.filled(console, KIND_WIDTH, SEVERITY_WIDTH)
    for relation in relations[:limit]:
        style = STYLES.get(relation.relation, "dim")
        grid.print_row(
            Cell(labels.relation[relation.relation], style),
            Cell(_severity(relation.severity, language), "dim"),
            _typeset(relation.why, language),
        )
    if limit is not None and len(relations) > limit:
        more = labels.heading["more"].format(count=len(relations) - limit)
        grid.print_row("", "", more, style="dim")


def _severity(severity: float, language: Language) -> str:
    return str(format_decimal(severity, format="0.00", locale=TYPOGRAPHY[language].locale))


def _typeset(text: str, language: Language) -> str:
    return typeset(text) if language is Language.FRENCH else text
