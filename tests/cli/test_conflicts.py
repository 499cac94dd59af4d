"""Claims compared: groups, relations and reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import records, run


def test_conflicts_shows_figures_and_reasons(store: Path) -> None:
    """Disputed groups come with their figures, the kind of relation and why."""
    shown = run("conflicts", "--store", store).stdout
    assert "Conteneurs livrés, Corée du Nord → Russie" in shown
    assert "contradiction" in shown
    assert "évolution" not in shown


def test_conflicts_can_show_every_relation(store: Path) -> None:
    """`--all` adds what does not dispute anything."""
    assert "évolution" in run("conflicts", "--all", "--store", store).stdout


def test_a_relation_names_two_places(store: Path) -> None:
    """A line of JSON Lines says which spans of which articles relate how, and why."""
    listed = records("conflicts", "--all", "--store", store)
    assert {frozenset(relation) for relation in listed} == {
        frozenset({"a", "b", "relation", "why", "severity"})
    }
    ends = [end for relation in listed for end in (relation["a"], relation["b"])]
    assert all(isinstance(end, dict) and end.keys() == {"article", "span", "id"} for end in ends)


def test_relations_come_most_severe_first(store: Path) -> None:
    """The order is that of severity, in every format."""
    severities = [relation["severity"] for relation in records("conflicts", "--store", store)]
    assert severities == sorted(severities, key=lambda severity: -float(str(severity)))


def test_conflicts_reads_claims_from_a_file(store: Path, tmp_path: Path) -> None:
    """What `claims` prints can be compared without the store."""
    path = tmp_path / "claims.jsonl"
    path.write_text(run("claims", "--store", store, "--format", "jsonl").stdout, encoding="utf-8")
    compared = run("conflicts", "--claims", path, "--format", "jsonl", "--topic", "obus")
    assert (
        compared.stdout == run("conflicts", "--store", store, "--format", "jsonl", "--topic", "obus").stdout
    )


def test_harmony_is_told(store: Path) -> None:
    """Where nothing is disputed, standard error says how much was compared."""
    result = run("conflicts", "--store", store, "--topic", "prix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 claims" in result.stderr


def test_a_file_of_claims_cannot_steer_the_terminal(store: Path, tmp_path: Path) -> None:
    """Whatever field holds an escape sequence, none is printed."""
    lines = run("claims", "--store", store, "--topic", "conteneurs", "--format", "jsonl").stdout.splitlines()
    path = tmp_path / "claims.jsonl"
    hostile = [
        json.dumps({**json.loads(line), "object": "\x1b[31m", "id": f"\x1b[{index}m"})
        for index, line in enumerate(lines)
    ]
    path.write_text("\n".join(hostile), encoding="utf-8")
    result = run("conflicts", "--claims", path)
    assert "contradiction" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"id": 1}'])
def test_an_unusable_file_of_claims_is_told(tmp_path: Path, content: str | None) -> None:
    """The file is named; an empty one has nothing to compare."""
    path = tmp_path / "claims.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run("conflicts", "--claims", path)
    assert result.exit_code == (0 if content == "" else 2)
    assert content == "" or "claims.jsonl" in result.stderr
