"""Terminals, pipes, encodings and spreadsheets are safe from what articles say."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest

from armscorpus.store import open_store
from tests.cli.running import COMMAND, records, run, run_process
from tests.gold_claims import SEEDS

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


def test_a_reader_that_leaves_does_not_stop_the_store(tmp_path: Path) -> None:
    """What `| head` cuts off is stored all the same."""
    store = tmp_path / "store.db"
    command = f"{COMMAND} extract {SEEDS} --store {store} | head -n 1"
    subprocess.run(["bash", "-c", command], check=True, capture_output=True, timeout=120)
    with open_store(store, must_exist=True) as opened:
        assert len(opened.articles()) == len(
            [path for path in SEEDS.glob("*.md") if path.name != "README.md"]
        )
