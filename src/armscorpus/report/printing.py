"""Records for other programs on standard output: JSON, JSON Lines, CSV and Markdown, always in UTF-8."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

from armscorpus.interchange.columns import contents, plain_text
from armscorpus.interchange.shapes import Shape, json_array, json_lines
from armscorpus.interchange.spreadsheet import csv_lines
from armscorpus.models import Record
from armscorpus.report.formats import Format
from armscorpus.untrusted import markdown_text


def write_records(records: Iterable[Record], shape: Shape, form: Format) -> None:
    """Write records in one of the forms for programs; nothing in them can steer a terminal or a spreadsheet."""
    if form is Format.CSV:
        write_text(csv_lines(records, shape.columns))
    elif form is Format.MARKDOWN:
        write_text(record_table(records, shape))
    else:
        write_text(json_array(shape, records) if form is Format.JSON else json_lines(shape, records))


def write_text(parts: Iterable[str]) -> None:
    """Write text to standard output, in UTF-8 whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout.writelines(parts)


def record_table(records: Iterable[Record], shape: Shape) -> Iterator[str]:
    """Yield the lines of a Markdown table with a column for each field."""
    rows = ([plain_text(column.value(content)) for column in shape.columns] for content in contents(records))
    return markdown_table([column.name for column in shape.columns], rows)


def markdown_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table, whose cells cannot end it or be taken for markup."""
    titles = list(headings)
    yield f"| {' | '.join(titles)} |\n"
    yield f"|{'---|' * len(titles)}\n"
    for row in rows:
        yield f"| {' | '.join(markdown_text(cell) for cell in row)} |\n"
