"""Records for other programs on standard output: JSON, JSON Lines, CSV and Markdown, always in UTF-8."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO

from armscorpus.claims_file import claim_line, judgement_line, relation_line
from armscorpus.models import ArticleRef, Claim, Judgement, Period, Quantity, Relation, Source
from armscorpus.report.formats import Format
from armscorpus.untrusted import json_line, markdown_text, spreadsheet_text

if TYPE_CHECKING:
    from armscorpus.lexicon.schema import Topic


CLAIM_COLUMNS = (
    "id",
    *(f"article.{field}" for field in ArticleRef.model_fields),
    *("span.0", "span.1", "text", "topics", "object"),
    *(f"quantity.{field}" for field in Quantity.model_fields),
    *("event", "supplier", "recipient"),
    *(f"period.{field}" for field in Period.model_fields),
    *(f"source.{field}" for field in Source.model_fields),
    "modality",
)
RELATION_COLUMNS = ("relation", "rule", "severity", "why", "a.id", "a.article", "b.id", "b.article")
JUDGEMENT_COLUMNS = ("claims", "decision", "corrections", "note", "author", "decided")
TOPIC_COLUMNS = ("slug", "label", "parent", "examples")


def write_claims(claims: Iterable[Claim], form: Format) -> None:
    """Write claims without their evidence."""
    _write(map(claim_line, claims), form, CLAIM_COLUMNS)


def write_evidence(claim: Claim, form: Format) -> None:
    """Write one claim, in JSON with its evidence."""
    _write([claim.model_dump(mode="json")], form, CLAIM_COLUMNS)


def write_relations(relations: Iterable[Relation], form: Format) -> None:
    """Write relations: the places of the two claims, how they stand to each other, why, how severe."""
    _write(map(relation_line, relations), form, RELATION_COLUMNS)


def write_judgements(judgements: Iterable[Judgement], form: Format) -> None:
    """Write judgements, the corrections in CSV and Markdown as JSON."""
    lines: Iterable[dict[str, Any]] = map(judgement_line, judgements)
    if form in {Format.CSV, Format.MARKDOWN}:
        lines = (
            {**line, "corrections": json.dumps(line["corrections"], ensure_ascii=False)} for line in lines
        )
    _write(lines, form, JUDGEMENT_COLUMNS)


def write_topics(topics: Iterable[Topic], form: Format) -> None:
    """Write topics: what they are called, and examples."""
    _write(
        (topic.model_dump(mode="json", include=set(TOPIC_COLUMNS)) for topic in topics), form, TOPIC_COLUMNS
    )


def _write(records: Iterable[Any], form: Format, columns: tuple[str, ...]) -> None:
    """Write records, given as JSON objects, to standard output; columns are paths into them.

    Nothing in them can steer a terminal, and no cell of CSV is taken for a formula by a spreadsheet.
    """
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if form is Format.CSV:
        _write_csv(stream, records, columns)
    elif form is Format.MARKDOWN:
        stream.writelines(markdown_table(map(_heading, columns), _cells(records, columns)))
    else:
        lines = map(json_line, records)
        stream.writelines(_array(lines) if form is Format.JSON else (f"{line}\n" for line in lines))


def _array(lines: Iterable[str]) -> Iterator[str]:
    separator = "["
    for line in lines:
        yield f"{separator}\n{line}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _write_csv(stream: TextIO, records: Iterable[Any], columns: tuple[str, ...]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(map(_heading, columns))
    for record in records:
        writer.writerow(_cell(record, column) for column in columns)


def _cells(records: Iterable[Any], columns: tuple[str, ...]) -> Iterator[list[str]]:
    for record in records:
        values = (_value(record, column) for column in columns)
        yield ["" if value is None else str(value) for value in values]


def markdown_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table, whose cells cannot end it or be taken for markup."""
    titles = list(headings)
    yield f"| {' | '.join(titles)} |\n"
    yield f"|{'---|' * len(titles)}\n"
    for row in rows:
        yield f"| {' | '.join(markdown_text(cell) for cell in row)} |\n"


def _heading(column: str) -> str:
    return column.replace(".0", "_start").replace(".1", "_end").replace(".", "_")


def _cell(record: Any, column: str) -> str | int | float | None:
    value = _value(record, column)
    return spreadsheet_text(value) if isinstance(value, str) else value


def _value(record: Any, column: str) -> str | int | float | None:
    """Return what stands at the path of a column, the members of a list joined."""
    value = record
    for key in column.split("."):
        value = None if value is None else value[int(key) if key.isdigit() else key]
    joined: str | int | float | None = ", ".join(map(str, value)) if isinstance(value, list) else value
    return joined
