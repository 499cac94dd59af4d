"""Records as CSV (RFC 4180): a heading, a line for each record, cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from armscorpus.interchange.columns import Column, contents, plain_text
from armscorpus.models import Record
from armscorpus.untrusted import spreadsheet_text

BYTE_ORDER_MARK = "\ufeff"


def csv_lines(
    records: Iterable[Record], columns: tuple[Column, ...], *, is_marked: bool = False
) -> Iterator[str]:
    """Yield the lines of a table, each ended as RFC 4180 says; the first may have a byte order mark, for Excel."""
    heading = _line(column.name for column in columns)
    yield BYTE_ORDER_MARK + heading if is_marked else heading
    for content in contents(records):
        yield _line(_cell(column.value(content)) for column in columns)


def _line(cells: Iterable[str]) -> str:
    buffer = StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _cell(value: Any) -> str:
    """Return the text of a cell; numbers and dates are no text that could begin a formula."""
    text = plain_text(value)
    return spreadsheet_text(text) if isinstance(value, (str, tuple, dict)) else text
