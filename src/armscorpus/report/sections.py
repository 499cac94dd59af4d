"""Titled tables, as a terminal or a Markdown page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from armscorpus.report.printing import markdown_table
from armscorpus.report.terminal import GAP, NARROWEST, Cell, Console, Grid
from armscorpus.untrusted import markdown_text

MOST = 24  # columns on a terminal that a column of a table takes, but for the last


class Section(NamedTuple):
    """A table with its title; where it has no rows it is not shown."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[Cell | str]]


def print_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print tables below one another, each with its title."""
    for section in sections:
        if section.rows:
            console.print_line()
            console.print_line(Cell(section.title, "bold"))
            grid = Grid.filled(console, *_widths(section, console.width))
            grid.print_row(*section.headings, style="dim")
            for row in section.rows:
                grid.print_row(*row)


def markdown_sections(sections: Iterable[Section]) -> Iterator[str]:
    """Yield the lines of a Markdown page with the tables, each below its heading."""
    for section in sections:
        if section.rows:
            yield f"\n## {markdown_text(section.title)}\n\n"
            yield from markdown_table(section.headings, (map(_text, row) for row in section.rows))


def _text(cell: Cell | str) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def _widths(section: Section, room: int) -> list[int]:
    """Return the widths of all columns but the last, which takes what they leave: as much as one of them, or more."""
    table = [section.headings, *section.rows]
    widths = [min(MOST, max(len(_text(row[i])) for row in table)) for i in range(len(section.headings) - 1)]
    while sum(widths) + GAP * len(widths) + max(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
