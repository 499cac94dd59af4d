"""`armscorpus gains`: what changed from one extraction to another."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from armscorpus.models import Claim
from armscorpus.store import open_store
from tests.cli.running import run
from tests.cli.test_evaluate import HOSTILE, write_claims
from tests.gold_claims import GOLD, SEEDS, gold_articles, gold_claims

PROJECT = Path(__file__).parents[2]


def write(folder: Path, name: str, *claims: Claim) -> Path:
    """Return a file of claims in a folder of its own."""
    (folder / name).mkdir()
    return write_claims(folder / name, *claims)


def test_claims_gained_and_lost(tmp_path: Path) -> None:
    """A table names what is new and what is gone."""
    first, second, *rest = gold_claims()
    old, new = write(tmp_path, "old", first, *rest), write(tmp_path, "new", second, *rest)
    result = run("gains", old, new, "--gold", GOLD / "corpus.jsonl", "--articles", SEEDS)
    assert result.stdout.startswith("1 gained, 1 lost, 0 changed; 1 right, 1 wrong, 0 neither\n")
    assert (second.text in result.stdout, first.text in result.stdout) == (True, True)


def test_stores(store: Path, tmp_path: Path) -> None:
    """Stores are compared by their addresses, and know the sentences."""
    article, claims = gold_articles()["seed-4.md"]
    with open_store(tmp_path / "part.db") as opened:
        for other, those in gold_articles().values():
            opened.add(other, claims[1:] if other == article else those, extractor="gold")
    record = json.loads(run("gains", store, tmp_path / "part.db", "--format", "json").stdout)
    (lost,) = record["gains"]
    assert (lost["way"], lost["text"], lost["verdict"]) == ("lost", claims[0].text, None)
    assert claims[0].text in lost["sentence"]


def test_nothing_changed(store: Path) -> None:
    """The same claims twice are no gain, and that is told."""
    result = run("gains", store, store)
    assert result.stdout == "0 gained, 0 lost, 0 changed\n"
    assert result.stderr == "armscorpus: both extractions hold the same claims\n"


@pytest.mark.parametrize("form", ["table", "json", "md"])
def test_hostile_text_is_inert(tmp_path: Path, form: str) -> None:
    """Nothing in claims steers a terminal or a page."""
    claim = gold_claims()[0]
    hostile = claim.model_copy(update={"text": HOSTILE, "object": HOSTILE, "supplier": HOSTILE})
    old, new = write(tmp_path, "old", claim), write(tmp_path, "new", hostile)
    shown = run("gains", old, new, "--format", form).stdout
    assert "pwned" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    if form == "md":
        assert "<script>" not in shown
        assert "[x](" not in shown


def test_colours_on_a_terminal(tmp_path: Path) -> None:
    """What is new is green, what is gone red."""
    first, second, *_ = gold_claims()
    old, new = write(tmp_path, "old", first), write(tmp_path, "new", second)
    shown = run("gains", old, new, FORCE_COLOR="1", TERM="xterm").stdout
    assert f"\x1b[32m{second.text[:10]}" in shown
    assert f"\x1b[31m{first.text[:10]}" in shown


def test_bad_input_ends_the_command(tmp_path: Path) -> None:
    """A file or store that cannot be read is told, and none is made."""
    claims = write_claims(tmp_path)
    (tmp_path / "bad.jsonl").write_text("{}\n", encoding="utf-8")
    for old, reason in (("bad.jsonl", "bad.jsonl:1: id"), ("absent.jsonl", "No such file"), ("x.db", "x.db")):
        result = run("gains", tmp_path / old, claims)
        assert (result.exit_code, result.stdout) == (2, "")
        assert reason in result.stderr
    assert not (tmp_path / "x.db").exists()


@pytest.mark.skipif(
    not (PROJECT / ".git").exists() or not shutil.which("make"), reason="needs make and a checkout"
)
def test_make_gains(tmp_path: Path) -> None:
    """The target compares the working tree with a commit, and leaves both as they are."""
    venv = Path(sys.executable).parent.parent
    arguments = ("--old-file", f"{venv}/installed", f"VENV={venv}", f"GAINS={tmp_path}", "gains")
    process = subprocess.run(
        ["make", "--no-print-directory", *arguments], cwd=PROJECT, capture_output=True, text=True, timeout=120
    )
    assert (process.returncode, " gained, " in process.stdout) == (0, True), process.stderr
