"""The check of new articles: what it reports, how it prints, how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import run

OLD = "---\npublished: 2024-05-02\n---\nSelon Séoul, la Corée du Nord a livré 7 000 conteneurs à la Russie en mars 2024.\n"
NEW = "---\npublished: 2024-06-02\n---\nSelon Kiev, la Corée du Nord a livré 2 000 conteneurs à la Russie en mars 2024.\n"
BARE = "La Bulgarie a livré 300 chars à l'Ukraine.\n"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Return a folder with an article, and an article that contradicts it."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "old.md").write_text(OLD, encoding="utf-8")
    new = tmp_path / "new.md"
    new.write_text(NEW, encoding="utf-8")
    return corpus, new


def test_a_conflict_with_the_corpus_is_an_error(folders: tuple[Path, Path]) -> None:
    """The new figure is reported, with status 1."""
    corpus, new = folders
    result = run("check", new, "--against", corpus, "--format", "json")
    rows = json.loads(result.stdout)
    assert ([(row["rule"], row["level"]) for row in rows], result.exit_code) == ([("ARM001", "error")], 1)
    assert [other["text"] for other in rows[0]["others"]] == ["7 000 conteneurs"]


def test_an_ignored_rule_reports_nothing(folders: tuple[Path, Path]) -> None:
    """A rule is named by its id or its name."""
    corpus, new = folders
    result = run("check", new, "--against", corpus, "--ignore", "conflict")
    assert (result.stdout, result.exit_code) == ("", 0)


def test_an_article_does_not_contradict_itself_in_the_corpus(folders: tuple[Path, Path]) -> None:
    """What the corpus holds of an article is replaced by what is read now."""
    corpus, _ = folders
    assert run("check", corpus, "--against", corpus).stdout == ""


def test_what_an_article_leaves_out_is_reported(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """Figures without date and source are notes, an article without date a warning; --fail-on tells them apart."""
    path = tmp_path / "bare.txt"
    path.write_text(BARE, encoding="utf-8")
    result = run("check", path, "--against", folders[0], "--format", "json")
    rules = sorted(row["rule"] for row in json.loads(result.stdout))
    assert (rules, result.exit_code) == (["ARM006", "ARM007", "ARM008"], 1)
    assert run("check", path, "--against", folders[0], "--fail-on", "error").exit_code == 0


def test_the_line_is_that_of_the_file(folders: tuple[Path, Path]) -> None:
    """Front matter counts."""
    corpus, new = folders
    assert run("check", new, "--against", corpus).stdout.startswith(f"{new}:4:38: error ARM001 conflict: ")


def test_the_store_is_the_corpus_and_stays_as_it_is(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """By default figures are compared with the store, which gains nothing."""
    corpus, new = folders
    store = tmp_path / "store.db"
    run("extract", corpus, "--store", store)
    before = run("claims", "--format", "jsonl", "--store", store).stdout
    assert "ARM001" in run("check", new, "--store", store).stdout
    assert run("claims", "--format", "jsonl", "--store", store).stdout == before


def test_an_unknown_rule_is_misuse(folders: tuple[Path, Path]) -> None:
    """What does not exist cannot be selected."""
    assert run("check", folders[1], "--select", "ARM999").exit_code == 2


def test_annotations_are_escaped(folders: tuple[Path, Path], tmp_path: Path) -> None:
    """A path cannot end a property of a workflow command, nor begin another command."""
    folder = tmp_path / "a,b"
    folder.mkdir()
    path = folder / "new.txt"
    path.write_text(BARE, encoding="utf-8")
    output = run("check", path, "--against", folders[0], "--format", "github").stdout
    assert "a%2Cb" in output
    assert "a,b" not in output
