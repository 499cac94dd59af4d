"""Records for other programs: JSON, JSON Lines and CSV, always in UTF-8."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import Any, TextIO

from armscorpus.report.formats import Format
from armscorpus.report.typography import printable

UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
FORMULA = re.compile(r"\s*[=+\-@\t\r]")

CLAIM_COLUMNS = (
    *("id", "article.id", "article.path", "article.title", "article.publisher", "article.published"),
    *("span.0", "span.1", "text", "topics", "object", "quantity.bound", "quantity.value", "quantity.low"),
    *(
        "quantity.high",
        "quantity.unit",
        "quantity.per",
        "quantity.statistic",
        "event",
        "supplier",
        "recipient",
    ),
    *("period.text", "period.start", "period.end", "source.name", "source.acronym", "source.via", "modality"),
)
RELATION_COLUMNS = ("relation", "severity", "why", "a.id", "a.article", "b.id", "b.article")
TOPIC_COLUMNS = ("slug", "label", "parent", "examples")


def write_records(stream: TextIO, records: Iterable[Any], form: Format, columns: tuple[str, ...]) -> None:
    """Write records, given as JSON objects, in JSON, JSON Lines or CSV; columns are paths into them.

    Nothing in them can steer a terminal, and no cell of CSV is taken for a formula by a spreadsheet.
    """
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if form is Format.CSV:
        _write_csv(stream, records, columns)
    else:
        lines = map(_json_line, records)
        stream.writelines(_array(lines) if form is Format.JSON else (f"{line}\n" for line in lines))


def _json_line(record: Any) -> str:
    """Return a record on a line, with C1 and bidirectional controls, which JSON lets through, escaped too."""
    line = json.dumps(record, ensure_ascii=False)
    return UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def _array(lines: Iterable[str]) -> Iterator[str]:
    separator = "["
    for line in lines:
        yield f"{separator}\n{line}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _write_csv(stream: TextIO, records: Iterable[Any], columns: tuple[str, ...]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.replace(".", "_") for column in columns)
    for record in records:
        writer.writerow(_cell(record, column) for column in columns)


def _cell(record: Any, column: str) -> str | int | float | None:
    value = record
    for key in column.split("."):
        value = None if value is None else value[int(key) if key.isdigit() else key]
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return _safe(printable(value)) if isinstance(value, str) else value


def _safe(text: str) -> str:
    """Return the text with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if FORMULA.match(text) else text
