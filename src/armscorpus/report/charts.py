"""Charts of a group for the terminal: a row for each figure, with its interval on a common axis.

A point is « ● », a range « ├──┤ », an open end an arrow; what is only possible, hearsay or planned is dashed, what is
denied « × ». Figures that are alike share a row.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from armscorpus.models import Bound, Claim, Modality, Statistic
from armscorpus.reconcile import Group, Interval
from armscorpus.report.axes import Axis, axis_of
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.numbers import render_interval, render_quantity
from armscorpus.report.terminal import Cell, Console, Grid

FIGURE_WIDTH, SOURCE_WIDTH = 16, 18
LEAST = 2
"""Rows below which a chart shows nothing that the figures do not."""

ROOM = 2
"""Characters beyond the greatest number, for the arrows of open ends."""

MOST = 24
"""Rows that a chart has at most: the first and the last ones."""

POINT, DENIED, MIDDLE = "●", "×", "┼"
SOLID, DASHED = "─", "╌"


def print_chart(console: Console, group: Group, language: Language) -> None:
    """Print the chart of a group; nothing where it would have a single row."""
    rows = _chosen(_rows(group))
    width = console.width - FIGURE_WIDTH - SOURCE_WIDTH - 4
    axis = axis_of((end for _, interval, _ in rows for end in interval), width - ROOM)
    if len(rows) < LEAST or axis is None:
        return
    grid = Grid(console, FIGURE_WIDTH, width, SOURCE_WIDTH)
    for claim, interval, sources in rows:
        grid.print_row(
            Cell(_label(claim, language), "bold"),
            draw(interval, claim, axis),
            Cell(_shortened(sources), "dim"),
        )
    grid.print_row("", Cell(_ends(axis, language), "dim"), Cell("(log)" if axis.is_log else "", "dim"))
    _print_consensus(grid, group, axis, language)


def _label(claim: Claim, language: Language) -> str:
    """Return a figure without its statistic, which is that of the group."""
    return render_quantity(claim.quantity.model_copy(update={"statistic": Statistic.TOTAL}), language)


def _rows(group: Group) -> list[tuple[Claim, Interval, list[str]]]:
    """Return a claim, its interval and its sources for each figure, in the order of the group."""
    figures = group.figures
    alike: dict[object, tuple[Claim, Interval, list[str]]] = {}
    for claim in group.claims:
        if claim.id in figures:
            interval = figures[claim.id]
            key = (interval, claim.quantity.bound, claim.quantity.per, claim.modality)
            _, _, sources = alike.setdefault(key, (claim, interval, []))
            name = _source(claim)
            if name not in sources:
                sources.append(name)
    return list(alike.values())


def _chosen(rows: list[tuple[Claim, Interval, list[str]]]) -> list[tuple[Claim, Interval, list[str]]]:
    return rows if len(rows) <= MOST else rows[: MOST // 2] + rows[-MOST // 2 :]


def _source(claim: Claim) -> str:
    source = claim.source
    return (source and (source.acronym or source.name)) or claim.article.publisher or "—"


def _shortened(sources: Iterable[str]) -> str:
    """Return the first source, and how many others give the same figure."""
    first, *others = sources
    room = SOURCE_WIDTH - (4 if others else 0)
    name = first if len(first) <= room else f"{first[: room - 1]}…"
    return f"{name} +{len(others)}" if others else name


def draw(interval: Interval, claim: Claim, axis: Axis) -> str:
    """Return the interval of a claim as characters on an axis."""
    is_denied = claim.modality is Modality.NEGATED
    line = SOLID if claim.modality in {Modality.ASSERTED, Modality.NEGATED} else DASHED
    first, last = axis.place(interval.low), axis.place(interval.high)
    if math.isinf(interval.high):
        last += ROOM
    if first == last:
        return " " * first + (DENIED if is_denied else POINT)
    left = "◀" if interval.low <= 0 and claim.quantity.low is None else "├"
    right = "▶" if math.isinf(interval.high) else "┤"
    body = list(left + line * (last - first - 1) + right)
    if claim.quantity.bound is Bound.APPROX and last - first > 1:
        body[(last - first) // 2] = MIDDLE
    return " " * first + "".join(DENIED if is_denied and mark in "├┤◀▶" else mark for mark in body)


def _ends(axis: Axis, language: Language) -> str:
    """Return the numbers at the ends of the axis, at its ends."""
    low, high = (_number(end, language) for end in (axis.low, axis.high))
    return low + " " * max(1, axis.width - len(low) - len(high)) + high


def _number(value: float, language: Language) -> str:
    number = Decimal(str(value))
    return render_interval(number, number, language)


def _print_consensus(grid: Grid, group: Group, axis: Axis, language: Language) -> None:
    consensus = group.consensus
    if consensus is None:
        return
    first = axis.place(consensus.low or 0.0)
    last = axis.place(math.inf if consensus.high is None else consensus.high)
    words = labels_in(language).heading
    sources = words["sources"].format(count=consensus.sources)
    grid.print_row(words["consensus"], " " * first + "█" * (last - first + 1), Cell(sources, "dim"))
