"""Where the words of an article stand in its file, for those who open the file and not the text."""

from __future__ import annotations

from typing import NamedTuple

from armscorpus.models import Record, Span


class Region(Record):
    """A stretch of a file: lines and columns in Unicode code points, from 1; the end is exclusive."""

    line: int = 1
    """The line on which it begins."""
    column: int = 1
    """The column in which it begins."""
    end_line: int = 1
    """The line on which it ends."""
    end_column: int = 1
    """The column behind its last character."""


class Origin(NamedTuple):
    """The file that an article was read from, as text, and where the article's text begins in it.

    `start` is None where the text does not stand in the file as it is, as in a page of HTML or a line of JSON;
    `line` is then the line that the article is on.
    """

    path: str
    content: str
    start: int | None = 0
    line: int = 1

    def region(self, text: str, span: Span) -> Region:
        """Return where a span of the article's text stands in the file.

        Where the text as a whole does not stand there, it is the first place that has the words of the span, else the
        beginning of the article's line.
        """
        start = self._find(text, span)
        if start is None:
            return Region(line=self.line, end_line=self.line)
        end = start + span.end - span.start
        return Region(
            line=self.content.count("\n", 0, start) + 1,
            column=start - self.content.rfind("\n", 0, start),
            end_line=self.content.count("\n", 0, end) + 1,
            end_column=end - self.content.rfind("\n", 0, end),
        )

    def _find(self, text: str, span: Span) -> int | None:
        if self.start is not None:
            return self.start + span.start
        found = self.content.find(text[span.start : span.end])
        return None if found < 0 else found
