"""The columns of a record in a table, from the fields of its model: `quantity.low` is the column `quantity_low`."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from armscorpus.models import Record, Span
from armscorpus.untrusted import json_line


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    TEXTS = "list of texts"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "true or false"
    DAY = "date"
    MOMENT = "date and time, in UTC"
    OBJECT = "JSON"


class Column(NamedTuple):
    """A column: its name, the way to its value in a record, what that is, and what it means."""

    name: str
    path: tuple[str | int, ...]
    kind: Kind
    description: str

    def value(self, record: Any) -> Any:
        """Return what stands in the column for a record, given as `model_dump()` gives it; None is an empty cell."""
        for key in self.path:
            if record is None:
                return None
            record = record[key]
        return record


@cache
def columns_of(model: type[Record], without: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Return the columns of a record, in the order of its fields, those of records within it in their place."""
    return tuple(_columns(model, (), "", without))


def _columns(
    model: type[Record], path: tuple[str | int, ...], prefix: str, without: frozenset[str] = frozenset()
) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        if name in without:
            continue
        here, named = (*path, name), f"{prefix}{name}"
        shape, description = _required(field.annotation), " ".join((field.description or "").split())
        if isinstance(shape, type) and issubclass(shape, Record):
            yield from _columns(shape, here, f"{named}_")
        elif shape is Span:
            for index, end in enumerate(Span._fields):
                yield Column(f"{named}_{end}", (*here, index), Kind.INTEGER, description)
        else:
            yield Column(named, here, _kind(shape), description)


def _required(annotation: Any) -> Any:
    """Return the type that a field has where it is not None, without its annotations."""
    if get_origin(annotation) in {Union, types.UnionType}:
        (annotation,) = (member for member in get_args(annotation) if member is not type(None))
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


KINDS: tuple[tuple[type, Kind], ...] = (
    (bool, Kind.FLAG),
    (int, Kind.INTEGER),
    (float, Kind.NUMBER),
    (Decimal, Kind.NUMBER),
    (dt.datetime, Kind.MOMENT),
    (dt.date, Kind.DAY),
    (str, Kind.TEXT),
    (tuple, Kind.TEXTS),
    (dict, Kind.OBJECT),
)


def _kind(shape: Any) -> Kind:
    plain = get_origin(shape) or shape
    return next(kind for of, kind in KINDS if issubclass(plain, of))


def contents(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Yield records as the mappings that `Column.value` reads."""
    for record in records:
        yield record.model_dump()


def plain_text(value: Any) -> str:
    """Return a value as text: numbers with all digits, dates in ISO form, the members of a list joined."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (Decimal, float)):
        return format(Decimal(str(value)).normalize(), "f")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return json_line(value) if isinstance(value, dict) else str(value)
