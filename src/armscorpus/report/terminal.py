"""The terminal: one console for every table, and rows of fixed columns, printed as they come."""

from __future__ import annotations

import os
import shutil
import sys
from itertools import zip_longest
from typing import NamedTuple
from unicodedata import combining

from armscorpus.report.typography import wrap
from armscorpus.untrusted import printable

GAP = 2
NARROWEST = 4  # columns of a column, even where the console is too narrow for them


class Cell(NamedTuple):
    """A text with its style, in the words of rich: « bold red »."""

    text: str
    style: str = ""


class Console:
    """Standard output that is no terminal: lines without styles, as wide as COLUMNS says, or eighty."""

    has_colour = False

    def __init__(self) -> None:
        self.width = shutil.get_terminal_size().columns

    def print_line(self, *cells: Cell) -> None:
        """Print texts on one line."""
        sys.stdout.write("".join(cell.text for cell in cells) + "\n")


class StyledConsole(Console):
    """A terminal, with the styles that it can show; rich obeys NO_COLOR."""

    def __init__(self) -> None:
        from rich.console import Console as RichConsole

        self._rich = RichConsole(markup=False, highlight=False, emoji=False)
        self.width = self._rich.width
        self.has_colour = self._rich.color_system is not None and not self._rich.no_color

    def print_line(self, *cells: Cell) -> None:
        """Print styled texts on one line, none of which is taken for markup."""
        from rich.text import Text

        self._rich.print(Text.assemble(*cells), soft_wrap=True)


def open_console() -> Console:
    """Return a console on standard output; rich is imported only where there are styles to show."""
    return StyledConsole() if sys.stdout.isatty() or os.environ.get("FORCE_COLOR") else Console()


class Grid:
    """Columns of fixed widths on a console; rows need no knowledge of one another."""

    def __init__(self, console: Console, *widths: int) -> None:
        self._console = console
        self._widths = [max(NARROWEST, width) for width in widths]

    @classmethod
    def shared(cls, console: Console, *shares: int) -> Grid:
        """Return columns that share the console's width in these proportions."""
        room = console.width - GAP * (len(shares) - 1)
        return cls(console, *(room * share // sum(shares) for share in shares))

    @classmethod
    def filled(cls, console: Console, *widths: int) -> Grid:
        """Return columns of these widths, and a last one that takes the rest of the console's width."""
        return cls(console, *widths, console.width - sum(widths) - GAP * len(widths))

    def print_row(self, *cells: Cell | str, style: str = "") -> None:
        """Print a row, each cell wrapped to its column; a plain string has the style of the row.

        Texts may come from anywhere: their control characters are made visible here, for all tables.
        """
        styled = [cell if isinstance(cell, Cell) else Cell(cell, style) for cell in cells]
        columns = [
            wrap(printable(cell.text), width).split("\n")
            for cell, width in zip(styled, self._widths, strict=True)
        ]
        for line in zip_longest(*columns, fillvalue=""):
            self._print_line([Cell(text, cell.style) for text, cell in zip(line, styled, strict=True)])

    def _print_line(self, cells: list[Cell]) -> None:
        """Print the cells at their columns, without spaces after the last that has a text."""
        padded: list[Cell] = []
        missing = 0
        for cell, width in zip(cells, self._widths, strict=True):
            if cell.text:
                padded += [Cell(" " * missing), cell]
                missing = 0
            missing += width + GAP - _display_width(cell.text)
        self._console.print_line(*padded)


def _display_width(text: str) -> int:
    """Return the columns that a text takes, accents that are characters of their own taking none."""
    return len(text) if text.isascii() else sum(not combining(character) for character in text)
