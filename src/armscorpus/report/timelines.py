"""Timelines for the terminal: the figures of a group by the day up to which they count, with their intervals.

Each figure is a letter, which the list below the plot explains, « * » several in one place; a bar is its interval,
an arrow an open end.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from decimal import Decimal
from itertools import cycle
from string import ascii_lowercase, ascii_uppercase

from armscorpus.models import Claim
from armscorpus.reconcile import Group, Interval
from armscorpus.report.axes import Axis, axis_of
from armscorpus.report.claims import render_name
from armscorpus.report.dates import render_day, render_period
from armscorpus.report.formats import Language
from armscorpus.report.groups import figure_of, source_of
from armscorpus.report.numbers import render_interval
from armscorpus.report.terminal import Cell, Console, Grid

HEIGHT = 16
"""Lines of a plot."""

LABEL_WIDTH = 9
"""Characters for the numbers of the upright axis."""

SHARES = (2, 20, 26, 18, 10)
LETTERS = ascii_lowercase + ascii_uppercase

Plotted = tuple[str, dt.date, Claim, Interval]


def print_timelines(console: Console, groups: Iterable[Group], language: Language) -> None:
    """Print the plot of each group, with a list of its figures."""
    for index, group in enumerate(groups):
        if index:
            console.print_line()
        Grid.filled(console).print_row(group.subject, style="bold")
        plotted = _plotted(group)
        for line in _plot(plotted, console.width, language):
            console.print_line(Cell(line))
        _print_list(console, plotted, language)


def _plotted(group: Group) -> list[Plotted]:
    """Return the figures that have a date, by date; one figure of one day has one letter."""
    dated = [
        (day, claim, group.figures[claim.id])
        for claim in group.claims
        if claim.id in group.figures and (day := claim.period.end or claim.article.reference) is not None
    ]
    dated.sort(key=lambda entry: entry[0])
    letters: dict[tuple[dt.date, Interval], str] = {}
    supply = cycle(LETTERS)
    for day, _, interval in dated:
        if (day, interval) not in letters:
            letters[day, interval] = next(supply)
    return [(letters[day, interval], day, claim, interval) for day, claim, interval in dated]


def _plot(plotted: list[Plotted], width: int, language: Language) -> list[str]:
    """Return the lines of a plot: numbers upwards, days to the right."""
    axis = axis_of((end for _, _, _, interval in plotted for end in interval), HEIGHT)
    if axis is None or not plotted:
        return []
    room = width - LABEL_WIDTH - 2
    canvas = [[" "] * room for _ in range(HEIGHT)]
    first, last = plotted[0][1], plotted[-1][1]
    for letter, day, _, interval in plotted:
        _draw(canvas, _column(day, first, last, room), letter, interval, axis)
    lines = [
        f"{label:>{LABEL_WIDTH}} │{''.join(row).rstrip()}" for label, row in _rows(canvas, axis, language)
    ]
    start, end = render_day(first, language), render_day(last, language)
    gap = max(1, room - len(start) - len(end))
    below = start if first == last else f"{start}{' ' * gap}{end}"
    return [*lines, f"{'':>{LABEL_WIDTH}} └{'─' * room}", f"{'':>{LABEL_WIDTH}}  {below}"]


def _rows(canvas: list[list[str]], axis: Axis, language: Language) -> list[tuple[str, list[str]]]:
    """Return the rows from the top, with the greatest and the smallest number at the ends of the axis."""
    labels = [""] * HEIGHT
    labels[0], labels[-1] = _number(axis.high, language), _number(axis.low, language)
    if axis.is_log:
        labels[1] = "(log)"
    return list(zip(labels, reversed(canvas), strict=True))


def _column(day: dt.date, first: dt.date, last: dt.date, room: int) -> int:
    span = (last - first).days
    return round((day - first).days / span * (room - 1)) if span else room // 2


def _draw(canvas: list[list[str]], column: int, letter: str, interval: Interval, axis: Axis) -> None:
    """Draw a bar from the bottom of an interval to its top, and the letter in its middle."""
    bottom, top = axis.place(interval.low), axis.place(interval.high)
    for row in range(bottom, top + 1):
        if canvas[row][column] == " ":
            canvas[row][column] = "│"
    if math.isinf(interval.high):
        canvas[top][column] = "▲"
    if interval.low <= 0 and top > bottom:
        canvas[bottom][column] = "▼"
    middle = bottom if math.isinf(interval.high) else top if interval.low <= 0 else (bottom + top) // 2
    canvas[middle][column] = letter if canvas[middle][column] in f" │▲▼{letter}" else "*"


def _number(value: float, language: Language) -> str:
    number = Decimal(str(value))
    return render_interval(number, number, language)


def _print_list(console: Console, plotted: list[Plotted], language: Language) -> None:
    grid = Grid.shared(console, *SHARES)
    for letter, day, claim, _ in plotted:
        dates = render_period(claim.period, language) or render_day(day, language)
        grid.print_row(
            letter,
            Cell(figure_of(claim, language), "bold"),
            dates,
            source_of(claim),
            Cell(render_name(claim.article), "dim"),
        )
