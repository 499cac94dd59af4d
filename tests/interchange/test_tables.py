"""Records as tables: CSV and Parquet have the same columns, typed where the form has types."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal

import pyarrow
import pytest
from hypothesis import given
from pyarrow import parquet

from armscorpus.interchange.parquet import write_parquet
from armscorpus.interchange.shapes import CLAIMS, JUDGEMENTS
from armscorpus.interchange.spreadsheet import csv_lines
from armscorpus.models import Claim, Decision, Judgement
from tests.gold_claims import gold_claims
from tests.interchange.test_json_lines import articles
from tests.store.strategies import claims_of

JUDGEMENT = Judgement(
    claims=("a1",),
    decision=Decision.CORRECT,
    corrections={"supplier": "KP"},
    author="Anne",
    decided=dt.datetime(2025, 5, 2, 9, 30, tzinfo=dt.UTC),
)


def as_parquet(claims: list[Claim]) -> pyarrow.Table:
    """Return what a reader of Parquet has of claims."""
    stream = io.BytesIO()
    write_parquet(claims, CLAIMS.name, CLAIMS.columns, stream)
    return parquet.read_table(io.BytesIO(stream.getvalue()))


def test_lines_end_as_the_standard_says() -> None:
    """With a carriage return and a line feed, the heading first."""
    lines = list(csv_lines(gold_claims()[:2], CLAIMS.columns))
    assert [line.endswith("\r\n") for line in lines] == [True] * 3
    assert lines[0].startswith("id,article_id,article_path,")


def test_excel_needs_a_mark() -> None:
    """It stands before the heading, and there alone."""
    marked = "".join(csv_lines(gold_claims()[:2], CLAIMS.columns, is_marked=True))
    assert (marked[0], marked.count("\ufeff")) == ("\ufeff", 1)


@given(articles.flatmap(claims_of))
def test_every_line_has_every_column(claims: list[Claim]) -> None:
    """Whatever the texts hold, a reader of CSV finds as many cells as there are columns, and no formula."""
    rows = list(csv.reader(io.StringIO("".join(csv_lines(claims, CLAIMS.columns)), newline="")))
    texts = [rows[0].index(name) for name in ("text", "object", "source_name", "article_title")]
    assert [len(row) for row in rows] == [len(CLAIMS.columns)] * (len(claims) + 1)
    assert not [
        row[at] for row in rows[1:] for at in texts if row[at].lstrip().startswith(("=", "+", "-", "@"))
    ]


def test_numbers_have_all_their_digits() -> None:
    """Neither exponents nor lost digits."""
    claim = gold_claims()[0]
    exact = Decimal("0.3333333333333333333333333333")
    quantity = claim.quantity.model_copy(
        update={"value": exact, "low": Decimal("-1E+3"), "high": Decimal("2E+6")}
    )
    row = dict(
        zip(
            *csv.reader(csv_lines([claim.model_copy(update={"quantity": quantity})], CLAIMS.columns)),
            strict=True,
        )
    )
    assert [row[f"quantity_{name}"] for name in ("value", "low", "high")] == [str(exact), "-1000", "2000000"]


def test_columns_of_parquet_have_types() -> None:
    """Numbers, dates, lists and flags are not text."""
    schema = as_parquet(gold_claims()).schema
    types = {name: str(schema.field(name).type) for name in schema.names}
    assert {
        "id": "string",
        "span_start": "int64",
        "topics": "list<element: string>",
        "quantity_low": "double",
        "period_start": "date32[day]",
        "source_is_party": "bool",
        "article_published": "string",
    }.items() <= types.items()


def test_parquet_says_what_it_holds() -> None:
    """The file names its records and their version, each column what it means."""
    schema = as_parquet(gold_claims()[:1]).schema
    assert schema.metadata == {b"armscorpus.records": b"claims", b"armscorpus.version": b"1"}
    assert [name for name in schema.names if not schema.field(name).metadata[b"description"]] == []


def test_parquet_gives_the_claims_back() -> None:
    """What is read is what was written."""
    table = as_parquet(gold_claims())
    assert table.column("id").to_pylist() == [claim.id for claim in gold_claims()]
    assert table.column("topics").to_pylist() == [list(claim.topics) for claim in gold_claims()]
    assert table.column("period_end").to_pylist() == [claim.period.end for claim in gold_claims()]
    lows = [claim.quantity.low for claim in gold_claims()]
    assert table.column("quantity_low").to_pylist() == [low and float(low) for low in lows]


def test_parquet_is_written_in_groups_of_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no more than one is in memory."""
    monkeypatch.setattr("armscorpus.interchange.parquet.ROWS", 50)
    stream = io.BytesIO()
    write_parquet(gold_claims()[:120], CLAIMS.name, CLAIMS.columns, stream)
    read = parquet.ParquetFile(io.BytesIO(stream.getvalue()))
    assert [read.metadata.row_group(index).num_rows for index in range(3)] == [50, 50, 20]


def test_no_claim_is_a_table_too() -> None:
    """It has the columns, and no row."""
    assert (as_parquet([]).num_rows, as_parquet([]).num_columns) == (0, len(CLAIMS.columns))


def test_judgements_as_tables() -> None:
    """Corrections are JSON, the time is a time."""
    stream = io.BytesIO()
    write_parquet([JUDGEMENT], JUDGEMENTS.name, JUDGEMENTS.columns, stream)
    (row,) = parquet.read_table(io.BytesIO(stream.getvalue())).to_pylist()
    assert (row["corrections"], row["decided"], row["claims"]) == (
        '{"supplier": "KP"}',
        JUDGEMENT.decided,
        ["a1"],
    )
    (_, cells) = csv.reader(csv_lines([JUDGEMENT], JUDGEMENTS.columns))
    assert cells == ["a1", "correct", '{"supplier": "KP"}', "", "Anne", "2025-05-02T09:30:00+00:00"]
