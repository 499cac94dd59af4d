"""Exports on the command line: forms, files, choices, and what does not fit."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from pyarrow import parquet
from rdflib import Graph

from armscorpus.claims_file import read_claims
from tests.cli.running import records, run, run_process

SUFFIXES = ["jsonl", "csv", "parquet", "md", "ttl", "qs"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_is_replaced_by_one_of_its_kind(store: Path, tmp_path: Path, suffix: str) -> None:
    """The form is that of the suffix; written again it is the same, and nothing is left beside it."""
    path = tmp_path / f"claims.{suffix}"
    contents = []
    for _ in range(2):
        result = run("export", "claims", path, "--store", store)
        assert (result.exit_code, result.stdout) == (0, "")
        contents.append(path.read_bytes())
    assert contents[0] == contents[1] != b""
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_another_file_is_kept(store: Path, tmp_path: Path, suffix: str) -> None:
    """What somebody wrote is no export."""
    path = tmp_path / f"claims.{suffix}"
    path.write_text("# My notes\nid, name\n", encoding="utf-8")
    result = run("export", "claims", path, "--store", store)
    assert result.exit_code == 2
    assert "not replaced" in result.stderr
    assert path.read_text(encoding="utf-8") == "# My notes\nid, name\n"


@pytest.mark.parametrize("kind", ["relations", "groups", "judgements"])
def test_claims_are_not_replaced_by_other_records(store: Path, tmp_path: Path, kind: str) -> None:
    """A table of claims is another thing than one of relations."""
    path = tmp_path / "claims.csv"
    run("export", "claims", path, "--store", store)
    assert run("export", kind, path, "--store", store).exit_code == 2


@pytest.mark.parametrize("form", ["jsonl", "csv", "md", "turtle", "quickstatements", "parquet"])
def test_standard_output_has_what_a_file_has(store: Path, tmp_path: Path, form: str) -> None:
    """Byte for byte, in a process of its own."""
    suffix = {"turtle": "ttl", "quickstatements": "qs"}.get(form, form)
    path = tmp_path / f"claims.{suffix}"
    run("export", "claims", path, "--store", store)
    printed = run_process("export", "claims", "--format", form, "--store", store)
    assert (printed.returncode, printed.stdout) == (0, path.read_bytes())


def test_json_lines_are_the_default_and_round_trip(store: Path, tmp_path: Path) -> None:
    """With the evidence, a file of claims is exported as it was."""
    path = tmp_path / "claims.jsonl"
    path.write_text(run("export", "claims", "--evidence", "--store", store).stdout, encoding="utf-8")
    assert all(claim.evidence for claim in read_claims(path))
    again = run("export", "claims", "--evidence", "--claims", path)
    assert again.stdout == path.read_text(encoding="utf-8")


def test_choices_are_those_of_claims(store: Path) -> None:
    """The same options choose the same claims, of a store and of a file."""
    options = ["--topic", "conteneurs", "--party", "KP", "--since", "2024", "--store", str(store)]
    assert run("export", "claims", *options).stdout == run("claims", *options, "--format", "jsonl").stdout
    assert len(records("export", "claims", "--topic", "conteneurs", "--store", store)) > 5


def test_what_people_decided_counts(store: Path, tmp_path: Path) -> None:
    """As `claims` lists them: the rejected are left out, the corrected corrected, unless `--raw` is given."""
    desk = Path(shutil.copy(store, tmp_path / "desk.db"))
    before = run("export", "claims", "--store", desk).stdout
    first, second, *_ = (claim["id"] for claim in records("claims", "--store", desk))
    run("judge", first, "reject", "--store", desk)
    run("judge", second, "correct", "supplier=FR", "--store", desk)
    exported = {claim["id"]: claim for claim in records("export", "claims", "--store", desk)}
    assert (first in exported, exported[second]["supplier"]) == (False, "FR")
    assert run("export", "claims", "--raw", "--store", desk).stdout == before


def test_relations_leave_out_what_is_unrelated(store: Path) -> None:
    """Most severe first."""
    found = [json.loads(line) for line in run("export", "relations", "--store", store).stdout.splitlines()]
    assert "unrelated" not in {relation["relation"] for relation in found}
    severities = [relation["severity"] for relation in found]
    assert severities == sorted(severities, reverse=True) != []


def test_groups(store: Path) -> None:
    """A line for each group, with the ids of its claims."""
    rows = list(
        csv.DictReader(io.StringIO(run("export", "groups", "--format", "csv", "--store", store).stdout))
    )
    known = {claim["id"] for claim in records("claims", "--store", store)}
    assert {claim for row in rows for claim in row["claims"].split(", ")} <= known
    assert {"subject", "low", "high", "consensus_low", "independent"} <= rows[0].keys()


def test_a_file_of_claims_as_turtle(store: Path, tmp_path: Path) -> None:
    """The articles are not needed."""
    path, out = tmp_path / "claims.jsonl", tmp_path / "claims.ttl"
    path.write_text(run("export", "claims", "--store", store).stdout, encoding="utf-8")
    assert run("export", "claims", out, "--claims", path).exit_code == 0
    assert len(Graph().parse(out)) > len(read_claims(path))


def test_markdown_is_for_a_person(store: Path) -> None:
    """Few columns, in the language asked for, each figure with its source and its article."""
    shown = run(
        "export", "claims", "--format", "md", "--lang", "en", "--article", "seed-4", "--store", store
    ).stdout
    assert shown.splitlines()[0].count("|") == 9
    assert ["North Korea → Russia" in shown, "seed-4.md" in shown] == [True, True]


def test_excel_has_its_mark(store: Path, tmp_path: Path) -> None:
    """On request; the file is replaced with and without it."""
    path = tmp_path / "claims.csv"
    marks = []
    for options in ([], ["--bom"], []):
        run("export", "claims", path, *options, "--store", store)
        marks.append(path.read_bytes().startswith(b"\xef\xbb\xbf"))
    assert marks == [False, True, False]


def test_the_item_of_statements(store: Path) -> None:
    """Statements are about the item that is given."""
    shown = run("export", "claims", "--format", "quickstatements", "--item", "Q42", "--store", store).stdout
    assert {line.split("\t")[0] for line in shown.splitlines()} == {"Q42"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["claims", "{folder}/claims.xlsx"], ".parquet"),
        (["claims", "{folder}/claims"], ".jsonl"),
        (["claims", "{folder}/claims.csv", "--format", "jsonl"], "does not fit"),
        (["claims", "{folder}/none/claims.csv"], "no folder"),
        (["claims", "--format", "xml"], "turtle"),
        (["claims", "--format", "csv", "--evidence"], "jsonl"),
        (["claims", "--bom"], "csv"),
        (["claims", "--item", "Q1"], "quickstatements"),
        (["claims", "--format", "quickstatements", "--item", "42"], "Q42"),
        (["relations", "--format", "turtle"], "claims"),
        (["judgements", "--topic", "obus"], "choice"),
        (["claims", "--claims", "{folder}/none.jsonl"], "none.jsonl"),
        (["facts"], "claims"),
    ],
)
def test_misuse_is_told(store: Path, tmp_path: Path, arguments: list[str], told: str) -> None:
    """With status 2, and nothing is written."""
    result = run("export", *(word.format(folder=tmp_path) for word in arguments), "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in " ".join(result.stderr.split())
    assert list(tmp_path.iterdir()) == []


def test_what_fails_leaves_the_file(store: Path, tmp_path: Path) -> None:
    """An export that cannot be made does not touch the one before."""
    path, claims = tmp_path / "claims.parquet", tmp_path / "claims.jsonl"
    run("export", "claims", path, "--store", store)
    before = path.read_bytes()
    shutil.copy(path, tmp_path / "copy.parquet")
    claims.write_text("{}\n", encoding="utf-8")
    assert run("export", "claims", path, "--claims", claims).exit_code == 2
    assert (path.read_bytes(), len(list(tmp_path.iterdir()))) == (before, 3)
    assert parquet.read_table(path).num_rows == len(records("claims", "--store", store))
