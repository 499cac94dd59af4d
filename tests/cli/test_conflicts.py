"""Claims compared: groups, relations and reasons."""

from __future__ import annotations

import json
import re
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
        frozenset({"a", "b", "relation", "rule", "why", "severity"})
    }
    ends = [end for relation in listed for end in (relation["a"], relation["b"])]
    assert all(isinstance(end, dict) and end.keys() == {"article", "span", "id"} for end in ends)


def test_relations_come_most_severe_first(store: Path) -> None:
    """The order is that of severity, in every format."""
    severities = [relation["severity"] for relation in records("conflicts", "--store", store)]
    assert severities == sorted(severities, key=lambda severity: -float(str(severity)))


def test_relations_of_one_kind(store: Path) -> None:
    """`--relation`, given once or more, names the kinds that are shown."""
    listed = records("conflicts", "--relation", "revision", "--relation", "echo", "--store", store)
    assert {relation["relation"] for relation in listed} == {"revision", "echo"}


def test_relations_of_some_severity(store: Path) -> None:
    """`--min-severity` leaves out what matters less, in every format."""
    listed = records("conflicts", "--min-severity", "0.4", "--store", store)
    assert min(relation["severity"] for relation in listed) >= 0.4
    assert "0,2" not in run("conflicts", "--min-severity", "0.4", "--store", store).stdout


@pytest.mark.parametrize("option", [["--relation", "quarrel"], ["--min-severity", "2"], ["--lang", "de"]])
def test_unknown_conditions_are_misuse(store: Path, option: list[str]) -> None:
    """What is not known is told, and is no empty answer."""
    assert run("conflicts", *option, "--store", store).exit_code == 2


def test_conflicts_of_one_party_and_time(store: Path, tmp_path: Path) -> None:
    """`--party` and `--since` mean the same for the store and for a file."""
    path = tmp_path / "claims.jsonl"
    path.write_text(run("claims", "--store", store, "--format", "jsonl").stdout, encoding="utf-8")
    conditions = ["--party", "KP", "--since", "2025-06", "--all", "--format", "jsonl"]
    stored = run("conflicts", *conditions, "--store", store).stdout
    assert stored == run("conflicts", *conditions, "--claims", path).stdout
    assert 0 < len(stored.splitlines()) < len(records("conflicts", "--all", "--store", store))


def test_headline_asks_which_figure(store: Path) -> None:
    """A group is headed by the figures that dispute each other most."""
    shown = run("conflicts", "--topic", "blindes", "--store", store, COLUMNS="120").stdout
    assert "Blindés perdus, Russie : ≈ 1 400 ou 3 689 ?" in shown.replace("\u202f", " ").replace("\xa0", " ")


def test_chart_fits_eighty_columns(store: Path) -> None:
    """Every line of every group fits the terminal, and the intervals are drawn on one axis."""
    shown = run("conflicts", "--all", "--store", store).stdout
    assert max(map(len, shown.splitlines())) <= 80
    assert [mark for mark in ("├", "┤", "●", "▶", "(log)") if mark not in shown] == []


def test_conflicts_in_english(store: Path) -> None:
    """`--lang en` sets headings, figures and reasons in English."""
    shown = run("conflicts", "--topic", "blindes", "--lang", "en", "--store", store, COLUMNS="120").stdout
    assert "Armour lost, Russia: ≈ 1,400 or 3,689?" in shown.replace("\xa0", " ")
    assert "counts only what is proved" in shown


def test_conflicts_in_markdown(store: Path) -> None:
    """Groups are headings with a table of figures and a list of reasons, nothing of which is markup."""
    shown = run("conflicts", "--topic", "blindes", "--format", "md", "--store", store).stdout
    assert shown.startswith("## Blindés perdus")
    assert "| Id | Quantité | Période | Source | Article |\n|---|---|---|---|---|\n" in shown
    assert "- **contradiction** (0.566) " in shown


def test_timeline_plots_figures(store: Path) -> None:
    """The plot has numbers upwards, days to the right, and a list of what the letters are."""
    shown = run("timeline", "--topic", "conteneurs", "--limit", "1", "--store", store).stdout
    assert shown.startswith("Conteneurs livrés, Corée du Nord → Russie\n")
    assert "└────" in shown
    assert re.search(r"^a +> 1.000 +7 sept", shown.replace("\xa0", " "), re.MULTILINE)
    assert max(map(len, shown.splitlines())) <= 80


def test_timeline_of_nothing(store: Path) -> None:
    """Where no claim meets the conditions, standard error says so."""
    result = run("timeline", "--topic", "prix", "--party", "KP", "--store", store)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no claim" in result.stderr


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
