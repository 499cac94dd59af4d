"""What the store holds, chosen and printed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from armscorpus.claims_file import claim_line
from armscorpus.cli.options import first_day, last_day
from tests.cli.running import records, run
from tests.gold_claims import gold_claims


def test_claims_lists_all_fields(store: Path) -> None:
    """A line of JSON Lines is a claim as the library has it."""
    expected = {claim.id: claim_line(claim) for claim in gold_claims()}
    listed = records("claims", "--store", store)
    assert {record["id"]: record for record in listed} == expected


@pytest.mark.parametrize(
    ("option", "value", "field", "expected"),
    [
        ("--topic", "drones", "topics", ["drones"]),
        ("--modality", "negated", "modality", "negated"),
        ("--party", "IR", "supplier", "IR"),
        ("--source", "oryx", "text", None),
    ],
)
def test_claims_can_be_chosen(store: Path, option: str, value: str, field: str, expected: object) -> None:
    """Each condition leaves those that meet it."""
    listed = records("claims", "--store", store, option, value)
    assert 0 < len(listed) < len(gold_claims())
    assert all(
        expected is None or record[field] == expected or "part" in str(record[field]) for record in listed
    )


def test_claims_can_be_chosen_by_date(store: Path) -> None:
    """Years, months and days bound the periods."""
    listed = records(
        "claims", "--store", store, "--since", "2022-06", "--until", "2022-06-30", "--topic", "obus"
    )
    assert {record["text"] for record in listed} >= {"jusqu’à 60\xa0000 obus"}


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-05", "2024-02-05", "2024-02-05"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_a_date_may_be_a_year_or_a_month(date: str, first: str, last: str) -> None:
    """`--since` begins with its first day, `--until` ends with its last."""
    assert (first_day(date).isoformat(), last_day(date).isoformat()) == (first, last)


def test_no_claim_is_told(store: Path) -> None:
    """An empty answer is no failure, but it is said."""
    result = run("claims", "--store", store, "--source", "nobody", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no claim" in result.stderr


def test_json_is_an_array(store: Path) -> None:
    """`--format json` is one document, empty or not."""
    listed = json.loads(run("claims", "--store", store, "--format", "json").stdout)
    assert len(listed) == len(gold_claims())
    assert json.loads(run("claims", "--store", store, "--source", "nobody", "--format", "json").stdout) == []


def test_csv_has_a_row_for_each_claim(store: Path) -> None:
    """`--format csv` has a header and flat columns."""
    rows = list(csv.DictReader(io.StringIO(run("claims", "--store", store, "--format", "csv").stdout)))
    assert len(rows) == len(gold_claims())
    assert {"id", "article_path", "topics", "quantity_low", "source_name"} <= rows[0].keys()


def test_the_order_is_always_the_same(store: Path) -> None:
    """Two runs print the same."""
    assert run("claims", "--store", store).stdout == run("claims", "--store", store).stdout
