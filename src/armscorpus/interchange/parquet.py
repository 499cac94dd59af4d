"""Records as Parquet: typed columns in groups of rows, which are written as they come."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

from armscorpus.errors import MissingExtraError
from armscorpus.interchange.columns import Column, Kind, contents
from armscorpus.models import Record
from armscorpus.untrusted import json_line

try:
    import pyarrow
    from pyarrow.parquet import ParquetWriter
except ModuleNotFoundError as error:
    raise MissingExtraError("parquet", "pyarrow") from error

ROWS = 10_000
"""Rows of a group: as many are in memory at once."""

VERSION = "1"
"""The version of the columns; it changes when one is renamed, retyped or taken away."""


def write_parquet(
    records: Iterable[Record], name: str, columns: tuple[Column, ...], stream: BinaryIO
) -> None:
    """Write records to a binary stream; `name` says what they are in the metadata of the file."""
    schema = _schema(name, columns)
    rows = contents(records)
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_batch(_batch(group, columns, schema))


def _schema(name: str, columns: tuple[Column, ...]) -> pyarrow.Schema:
    """Return the schema; what a column means is in the metadata of its field."""
    fields = [
        pyarrow.field(column.name, _type(column.kind), metadata={"description": column.description})
        for column in columns
    ]
    return pyarrow.schema(fields, metadata={"armscorpus.records": name, "armscorpus.version": VERSION})


def _type(kind: Kind) -> pyarrow.DataType:
    types = {
        Kind.TEXTS: pyarrow.list_(pyarrow.string()),
        Kind.INTEGER: pyarrow.int64(),
        Kind.NUMBER: pyarrow.float64(),
        Kind.FLAG: pyarrow.bool_(),
        Kind.DAY: pyarrow.date32(),
        Kind.MOMENT: pyarrow.timestamp("us", tz="UTC"),
    }
    return types.get(kind, pyarrow.string())


def _batch(
    rows: list[dict[str, Any]], columns: tuple[Column, ...], schema: pyarrow.Schema
) -> pyarrow.RecordBatch:
    arrays = [
        pyarrow.array([_cell(column, row) for row in rows], type=field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    return pyarrow.record_batch(arrays, schema=schema)


def _cell(column: Column, row: dict[str, Any]) -> Any:
    value = column.value(row)
    if value is None:
        return None
    if column.kind is Kind.NUMBER:
        return float(value)
    return json_line(value) if column.kind is Kind.OBJECT else value
