"""One claim, the catalogue, the version."""

from __future__ import annotations

import json
from pathlib import Path

from armscorpus import __version__
from tests.cli.running import records, run


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


def test_topics_are_listed() -> None:
    """The catalogue can be read by a person and by a program."""
    slugs = [topic["slug"] for topic in json.loads(run("topics", "--format", "json").stdout)]
    assert {"obus", "drones", "paiements"} <= set(slugs)
    assert all(slug in run("topics").stdout for slug in slugs)


def test_the_version_is_printed() -> None:
    """`--version` says which program this is."""
    assert run("--version").stdout == f"armscorpus {__version__}\n"
