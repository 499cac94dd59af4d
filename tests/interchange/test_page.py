"""docs/formats.md says what the models say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from armscorpus.cli.schema import Described
from tests.cli.running import run
from tests.field_tables import PAGE, with_tables


def test_tables_are_those_of_the_models() -> None:
    """`make docs` brings them up to date."""
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page


@pytest.mark.parametrize("name", Described)
def test_a_record_has_its_table(name: str) -> None:
    """Every record with a schema is on the page, with a row for each field."""
    assert f"\n<!-- fields: {name} -->\n| field |" in PAGE.read_text(encoding="utf-8")


def block(language: str) -> str:
    """Return the example in a language."""
    found = re.search(
        rf"^```{language}\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found
    return found[1]


def test_the_example_in_python_runs(store: Path, tmp_path: Path) -> None:
    """It finds claims in a file of Parquet."""
    run("export", "claims", tmp_path / "claims.parquet", "--store", store)
    command = [sys.executable, "-c", block("python")]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=60).stdout
    assert int(printed) > 5


def test_the_example_in_sparql_finds_claims(store: Path, tmp_path: Path) -> None:
    """With bounds."""
    path = tmp_path / "claims.ttl"
    run("export", "claims", path, "--store", store)
    assert len(list(Graph().parse(path).query(block("sparql")))) > 5
