"""What a person at a terminal, or a script, can count on."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from armscorpus import __version__
from armscorpus.claims_file import claim_line
from armscorpus.cli import app
from armscorpus.store import open_store
from tests.gold_claims import gold_articles, gold_claims

COMMAND = Path(sys.executable).with_name("armscorpus")
KIRBY = """---
published: 2023-11-02
---
Entre le 7 septembre et le 1er octobre, 1 000 conteneurs sont partis de Corée du Nord pour la Russie,
selon John Kirby.
"""


def run(*arguments: str | Path, **environment: str) -> Result:
    """Return what a command does, on eighty columns."""
    runner = CliRunner(env={"COLUMNS": "80", "ARMSCORPUS_STORE": None, **environment})
    return runner.invoke(app, [str(argument) for argument in arguments])


def run_process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Return what a command does in a process of its own."""
    return subprocess.run(
        [COMMAND, *arguments], env={**os.environ, **environment}, capture_output=True, check=False, timeout=60
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the gold of all articles."""
    path = tmp_path_factory.mktemp("cli") / "store.db"
    with open_store(path) as opened:
        opened.add_many(gold_articles().values(), extractor="gold")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article with one claim."""
    path = tmp_path / "kirby.md"
    path.write_text(KIRBY, encoding="utf-8")
    return path


# extract


def test_extract_sums_up_and_keeps(article: Path, tmp_path: Path) -> None:
    """Without a format, each article has a row; the claims are in the store."""
    result = run("extract", article, "--store", tmp_path / "new.db")
    assert result.exit_code == 0
    assert "kirby, 2 nov. 2023" in result.stdout.replace("\u00a0", " ")
    assert "1 added" in result.stderr
    assert json.loads(run("claims", "--store", tmp_path / "new.db", "--format", "jsonl").stdout)["text"]


def test_extracting_again_changes_nothing(article: Path, tmp_path: Path) -> None:
    """The second run finds the store as it should be."""
    address = tmp_path / "new.db"
    run("extract", article, "--store", address)
    assert "1 unchanged" in run("extract", article, "--store", address).stderr


def test_extract_can_keep_nothing(article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--no-store` makes no file."""
    monkeypatch.chdir(tmp_path)
    result = run("extract", article, "--no-store", "--format", "jsonl")
    assert json.loads(result.stdout)["quantity"]["value"] == 1000
    assert list(tmp_path.glob("*.db")) == []


def test_the_store_can_be_named_in_the_environment(article: Path, tmp_path: Path) -> None:
    """ARMSCORPUS_STORE stands for `--store`."""
    address = tmp_path / "environment.db"
    run("extract", article, ARMSCORPUS_STORE=str(address))
    assert address.exists()


def test_unreadable_articles_are_named_and_the_others_go_on(article: Path, tmp_path: Path) -> None:
    """Every bad file is told by name and reason; the status is 2; the good one is extracted."""
    (tmp_path / "empty.txt").touch()
    missing = tmp_path / "missing.txt"
    result = run("extract", missing, tmp_path / "empty.txt", article, "--no-store", "--format", "jsonl")
    assert result.exit_code == 2
    assert [str(missing) in result.stderr, "empty.txt" in result.stderr] == [True, True]
    assert len(result.stdout.splitlines()) == 1


def test_an_article_without_a_date_is_told(tmp_path: Path) -> None:
    """Relative periods stay open, and the reader knows why."""
    path = tmp_path / "undated.txt"
    path.write_text("L’Iran a livré 300 drones à la Russie en juillet, selon Washington.", encoding="utf-8")
    result = run("extract", path, "--no-store", "--format", "jsonl")
    assert "no date of publication" in result.stderr
    assert json.loads(result.stdout)["period"]["start"] is None


def test_a_date_and_a_publisher_can_be_given(tmp_path: Path) -> None:
    """`--published` and `--publisher` give what the files lack."""
    path = tmp_path / "undated.txt"
    path.write_text("L’Iran a livré 300 drones à la Russie en juillet, selon Washington.", encoding="utf-8")
    options = "--published", "2023-08-05", "--publisher", "AOP"
    record = json.loads(run("extract", path, "--no-store", "--format", "jsonl", *options).stdout)
    assert record["period"]["start"] == "2023-07-01"
    assert record["article"]["publisher"] == "AOP"


def test_two_processes_find_the_same(tmp_path: Path) -> None:
    """`--jobs` changes neither claims nor order."""
    folder = Path("data/seeds")
    options = "--no-store", "--format", "jsonl"
    one = run("extract", folder / "dev-01.md", folder / "dev-02.md", *options)
    assert (
        run("extract", folder / "dev-01.md", folder / "dev-02.md", *options, "--jobs", "2").stdout
        == one.stdout
    )


# claims


def records(*arguments: str | Path) -> list[dict[str, object]]:
    """Return the claims that a command lists."""
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]


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


# misuse


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["claims", "--topic", "obuses"], "obus"),
        (["claims", "--modality", "sure"], "asserted"),
        (["claims", "--since", "hier"], "2024-03-05"),
        (["claims", "--until", "2024-13"], "2024-03-05"),
        (["conflicts", "--topic", "obuses"], "obus"),
        (["claims", "--format", "xml"], "jsonl"),
        (["extract"], "PATHS"),
        (["shew"], "shew"),
    ],
)
def test_misuse_says_what_exists(store: Path, arguments: list[str], told: str) -> None:
    """A wrong value ends with status 2, and the message names the right ones."""
    result = run(*arguments, ARMSCORPUS_STORE=str(store))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("arguments", [["claims"], ["conflicts"], ["show", "abc"]])
def test_a_missing_store_is_told(tmp_path: Path, arguments: list[str]) -> None:
    """Nothing is made by asking."""
    address = tmp_path / "none.db"
    result = run(*arguments, "--store", address)
    assert result.exit_code == 2
    assert str(address) in result.stderr
    assert not address.exists()


def test_an_unknown_claim_is_told(store: Path) -> None:
    """`show` names the claim that it does not find."""
    result = run("show", "zzz", "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "zzz" in result.stderr


# show


def test_show_marks_the_parts_of_the_sentence(article: Path, tmp_path: Path) -> None:
    """Without colour, initials under the words say which part they are."""
    address = tmp_path / "new.db"
    run("extract", article, "--store", address)
    claim = str(records("claims", "--store", address)[0]["id"])
    lines = run("show", claim[:6], "--store", address).stdout.splitlines()
    marked = next(index for index, line in enumerate(lines) if "nnnnn" in line)
    start = lines[marked].index("nnnnn")
    assert lines[marked - 1][start : start + 5] == "1 000"


def test_show_explains_every_field(article: Path, tmp_path: Path) -> None:
    """`--explain` adds the rules."""
    address = tmp_path / "new.db"
    run("extract", article, "--store", address)
    claim = str(records("claims", "--store", address)[0]["id"])
    explained = run("show", claim, "--explain", "--store", address).stdout
    evidence = records("show", claim, "--store", address)[0]["evidence"]
    assert isinstance(evidence, dict)
    assert all(rule.split()[0] in explained for rule in evidence["rules"].values())


# topics, version


def test_topics_are_listed() -> None:
    """The catalogue can be read by a person and by a program."""
    slugs = [topic["slug"] for topic in json.loads(run("topics", "--format", "json").stdout)]
    assert {"obus", "drones", "paiements"} <= set(slugs)
    assert all(slug in run("topics").stdout for slug in slugs)


def test_the_version_is_printed() -> None:
    """`--version` says which program this is."""
    assert run("--version").stdout == f"armscorpus {__version__}\n"


# what surrounds the program


HOSTILE = """---
title: "[bold red]Titre[/] \\e[31m"
published: 2023-11-02
---
\x1b[2J=cmd() La Russie a reçu 1 000 conteneurs de Corée du Nord, selon [link=x]John Kirby[/link]\x9b31m.
"""


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_an_article_cannot_steer_the_terminal(tmp_path: Path, form: str) -> None:
    """Escape sequences are made visible or escaped, in whatever format."""
    path = tmp_path / "hostile.md"
    path.write_text(HOSTILE, encoding="utf-8")
    address = tmp_path / "hostile.db"
    run("extract", path, "--store", address)
    claim = str(records("claims", "--store", address)[0]["id"])
    printed = run("claims", "--store", address, "--format", form).stdout
    printed += run("show", claim, "--store", address, "--format", form).stdout
    assert not {"\x1b", "\x9b"} & set(printed)


def test_markup_is_text(tmp_path: Path) -> None:
    """What looks like markup is printed as it is."""
    path = tmp_path / "hostile.md"
    path.write_text(HOSTILE, encoding="utf-8")
    address = tmp_path / "hostile.db"
    run("extract", path, "--store", address)
    claim = str(records("claims", "--store", address)[0]["id"])
    assert "[bold red]Titre[/]" in run("show", claim, "--store", address).stdout


def test_no_cell_is_a_formula(tmp_path: Path, article: Path) -> None:
    """A spreadsheet runs nothing that an article wrote."""
    options = "--no-store", "--publisher", "=HYPERLINK(1)", "--format", "csv"
    row = next(csv.DictReader(io.StringIO(run("extract", article, *options).stdout)))
    assert row["article_publisher"] == "'=HYPERLINK(1)"


def test_colour_is_for_terminals(store: Path) -> None:
    """What is written to a pipe has no escape sequences."""
    assert "\x1b" not in run("claims", "--store", store).stdout


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_any_encoding_of_the_output_will_do(store: Path, form: str) -> None:
    """Where the terminal cannot show a letter the program goes on; records are UTF-8 everywhere."""
    process = run_process("claims", "--store", store, "--format", form, PYTHONIOENCODING="ascii")
    assert process.returncode == 0
    assert form == "table" or "Corée" in run("claims", "--store", store, "--format", form).stdout
    assert form == "table" or "é" in process.stdout.decode()


def test_a_reader_may_leave(store: Path) -> None:
    """`armscorpus claims | head -n 1` ends quietly."""
    line = f"'{COMMAND}' claims --store '{store}' --format jsonl | head -n 1"
    process = subprocess.run(["bash", "-c", line], capture_output=True, check=True, timeout=60)
    assert process.stdout.count(b"\n") == 1
    assert process.stderr == b""
