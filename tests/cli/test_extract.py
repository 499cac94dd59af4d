"""Articles in, claims out: printed and kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.gold_claims import SEEDS


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


def test_two_processes_find_the_same() -> None:
    """`--jobs` changes neither claims nor order."""
    options = "--no-store", "--format", "jsonl"
    one = run("extract", SEEDS / "dev-01.md", SEEDS / "dev-02.md", *options)
    assert (
        run("extract", SEEDS / "dev-01.md", SEEDS / "dev-02.md", *options, "--jobs", "2").stdout == one.stdout
    )
