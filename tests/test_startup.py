"""What a command imports: spaCy costs more than all the rest, and only the extraction needs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from armscorpus.store import open_store
from tests.gold_claims import GOLD, gold_articles

PROBE = """
import json, sys
from armscorpus.cli import app
try:
    app(sys.argv[1:])
except SystemExit as stop:
    assert not stop.code, stop.code
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""
HEAVY = {"spacy", "numpy", "dateparser", "trafilatura"}
NOT_FOR_HELP = HEAVY | {"rich", "sqlalchemy", "babel"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a store, and the id of a claim in it."""
    path = tmp_path_factory.mktemp("startup") / "store.db"
    article, claims = gold_articles()["seed-4.md"]
    with open_store(path) as opened:
        opened.add(article, claims, extractor="gold")
    return path, claims[0].id


def imported_by(*arguments: str) -> set[str]:
    """Return the packages that a fresh process has imported after a command."""
    process = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(process.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "command",
    [
        ["extract"],
        ["check"],
        ["claims"],
        ["export"],
        ["conflicts"],
        ["evaluate"],
        ["gains"],
        ["plot"],
        ["report"],
        ["review"],
        ["schema"],
        ["show"],
        ["topics"],
    ],
)
def test_help_imports_nothing_heavy(command: list[str]) -> None:
    """The help of every command needs the option parser alone."""
    assert imported_by(*command, "--help") & NOT_FOR_HELP == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_the_program_introduces_itself_at_once(option: str) -> None:
    """What the program is can be told without its records."""
    assert imported_by(option) & (NOT_FOR_HELP | {"pydantic"}) == set()


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["claims", "conflicts", "show"])
def test_reading_the_store_does_not_import_spacy(store: tuple[Path, str], command: str, form: str) -> None:
    """What is in the store is listed, compared and shown without the extractor's dependencies."""
    path, claim = store
    arguments = [claim] if command == "show" else []
    assert imported_by(command, *arguments, "--format", form, "--store", str(path)) & HEAVY == set()


def test_records_for_programs_need_no_table(store: tuple[Path, str]) -> None:
    """JSON Lines are written without the terminal's libraries."""
    imported = imported_by("claims", "--format", "jsonl", "--store", str(store[0]))
    assert imported & {"rich", "babel"} == set()


def test_scoring_claims_that_are_there_does_not_import_spacy(store: tuple[Path, str]) -> None:
    """Annotations are compared with a store without the extractor's dependencies."""
    gold, path = str(GOLD / "corpus.jsonl"), str(store[0])
    assert imported_by("evaluate", gold, "--claims", path) & HEAVY == set()
    assert imported_by("gains", path, path, "--gold", gold) & HEAVY == set()


def test_the_package_imports_no_spacy() -> None:
    """Importing armscorpus costs no more than its records."""
    probe = "import sys, armscorpus; assert not sys.modules.keys() & {'spacy', 'numpy'}"
    subprocess.run([sys.executable, "-c", probe], check=True, timeout=60)
