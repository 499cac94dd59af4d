"""A page of the screen: what tables print, as styled text in which nothing is taken for markup."""

from __future__ import annotations

from textual.content import Content

from armscorpus.report.terminal import Cell, Console
from armscorpus.untrusted import printable

THEMED = {
    "red": "$text-error",
    "green": "$text-success",
    "yellow": "$text-warning",
    "blue": "$text-primary",
    "cyan": "$text-accent",
    "magenta": "$text-secondary",
}
"""The colours of the theme, legible on its background, for those that tables name."""


class Page(Console):
    """A console of a width in characters that keeps what is printed on it."""

    has_colour = True

    def __init__(self, width: int) -> None:
        self.width = width
        self._lines: list[Content] = []

    def print_line(self, *cells: Cell) -> None:
        """Keep a line of styled texts."""
        self._lines.append(Content.assemble(*(styled(cell) for cell in cells)))

    def content(self) -> Content:
        """Return the lines so far as one text."""
        return Content("\n").join(self._lines)


def styled(cell: Cell) -> Content:
    """Return a text with its style, its control characters made visible."""
    style = " ".join(THEMED.get(word, word) for word in cell.style.split())
    return Content.styled(printable(cell.text), style)
