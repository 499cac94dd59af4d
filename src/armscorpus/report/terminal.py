"""The terminal: one console for every table, and rows of fixed columns, printed as they come."""

from __future__ import annotations

import sys
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from armscorpus.report.typography import wrap

GAP = 2


def open_console() -> Console:
    """Return a console on standard output in which no text is taken for markup or links.

    Rich itself turns colour off where the stream is no terminal or NO_COLOR is set.
    """
    return Console(markup=False, highlight=False, emoji=False, file=sys.stdout)


def print_line(console: Console, line: Text) -> None:
    """Print a line as it is, and where there are no styles without rich's work on them: most of the time."""
    if console.is_terminal:
        console.print(line, soft_wrap=True)
    else:
        console.file.write(f"{line.plain}\n")


class Cell(NamedTuple):
    """A text with its style."""

    text: str
    style: str = ""


class Grid:
    """Columns of fixed widths on a console; rows need no knowledge of one another."""

    def __init__(self, console: Console, *widths: int) -> None:
        self._console = console
        self._widths = widths

    @classmethod
    def shared(cls, console: Console, *shares: int) -> Grid:
        """Return columns that share the console's width in these proportions."""
        room = console.width - GAP * (len(shares) - 1)
        return cls(console, *(room * share // sum(shares) for share in shares))

    @classmethod
    def filled(cls, console: Console, *widths: int) -> Grid:
        """Return columns of these widths, and a last one that takes the rest of the console's width."""
        return cls(console, *widths, max(console.width - sum(widths) - GAP * len(widths), 1))

    def print_row(self, *cells: Cell | str, style: str = "") -> None:
        """Print a row, each cell wrapped to its column; a plain string has the style of the row."""
        styled = [cell if isinstance(cell, Cell) else Cell(cell, style) for cell in cells]
        columns = [
            wrap(cell.text, width).split("\n") for cell, width in zip(styled, self._widths, strict=True)
        ]
        for line in zip_longest(*columns, fillvalue=""):
            print_line(self._console, self._line(line, [cell.style for cell in styled]))

    def _line(self, parts: tuple[str, ...], styles: list[str]) -> Text:
        text = Text()
        padding = 0
        for part, style, width in zip(parts, styles, self._widths, strict=True):
            if part:
                text.append(" " * padding).append(part, style=style)
                padding = 0
            padding += width + GAP - cell_len(part)
        return text
