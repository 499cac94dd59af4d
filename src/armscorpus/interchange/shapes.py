"""What of each kind of record is written: its model, its columns, and the JSON object of its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

from armscorpus.claims_file import RelationLine, claim_line
from armscorpus.interchange.columns import Column, columns_of
from armscorpus.models import Claim, Judgement, Record
from armscorpus.untrusted import json_line


def _plain_line(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json")


class Shape(NamedTuple):
    """A kind of record: its name, its model, how its line is made, and the fields that tables leave out."""

    name: str
    model: type[Record]
    line: Callable[[Any], dict[str, Any]] = _plain_line
    untabled: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of a table of such records."""
        return columns_of(self.model, self.untabled)

    def lines(self, records: Iterable[Record]) -> Iterator[str]:
        """Yield records as lines of JSON, not ended."""
        return (json_line(self.line(record)) for record in records)


CLAIMS = Shape("claims", Claim, claim_line, frozenset({"evidence"}))
CLAIMS_WITH_EVIDENCE = CLAIMS._replace(line=partial(claim_line, with_evidence=True))
RELATIONS = Shape("relations", RelationLine)
JUDGEMENTS = Shape("judgements", Judgement)


def json_lines(shape: Shape, records: Iterable[Record]) -> Iterator[str]:
    """Yield records as JSON Lines."""
    return (f"{line}\n" for line in shape.lines(records))


def json_array(shape: Shape, records: Iterable[Record]) -> Iterator[str]:
    """Yield records as one array of JSON, a line each."""
    separator = "["
    for line in shape.lines(records):
        yield f"{separator}\n{line}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"
