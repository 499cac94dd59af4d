"""The terminal: one console for every table, and cells that keep to their columns."""

from __future__ import annotations

import sys
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from armscorpus.report.typography import wrap

GAP = 2


def open_console(stream: TextIO | None = None) -> Console:
    """Return a console on the stream (standard output) in which no text is taken for markup or links.

    Rich itself turns colour off where the stream is no terminal or NO_COLOR is set.
    """
    return Console(file=stream or sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)


def column_widths(console: Console, shares: tuple[int, ...]) -> list[int]:
    """Return the widths of columns that share the console's width in these proportions."""
    room = console.width - GAP * (len(shares) - 1)
    widths = [room * share // sum(shares) for share in shares]
    return [*widths[:-1], room - sum(widths[:-1])]


def open_table(widths: list[int]) -> Table:
    """Return an empty table with columns of exactly these widths."""
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
    for width in widths:
        table.add_column(width=width, no_wrap=True)
    return table


def add_row(table: Table, *cells: str, style: str = "", last_style: str | None = None) -> None:
    """Add a row of texts, each wrapped to the width of its column; the last may have a style of its own."""
    styles = [style] * (len(cells) - 1) + [style if last_style is None else last_style]
    table.add_row(
        *(
            Text(wrap(cell, column.width or 1), style=cell_style)
            for cell, column, cell_style in zip(cells, table.columns, styles, strict=True)
        )
    )
