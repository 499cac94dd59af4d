"""Problems that somebody accepts: in the article, with a reason, or in a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.check.conftest import NEW
from tests.cli.running import run

CHECK = ("check", "new.md", "--against", "corpus")
BASELINE = ("--baseline", "known.jsonl")


def accept(desk: Path, *entries: str) -> None:
    """Let the new article accept what the entries say, each in YAML on one line."""
    told = "".join(f"    - {entry}\n" for entry in entries)
    matter = f"---\narmscorpus:\n  ignore:\n{told}"
    (desk / "new.md").write_text(NEW.replace("---\n", matter, 1), encoding="utf-8")


def test_an_article_accepts_a_problem_with_a_reason(desk: Path) -> None:
    """Nothing is reported, and the number is told."""
    accept(desk, "{rule: conflict, reason: Kiev ne compte que le rail}")
    result = run(*CHECK)
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "problems accepted: 1" in result.stderr


def test_json_says_what_is_accepted_and_why(desk: Path) -> None:
    """For programs nothing is left out."""
    accept(desk, "{rule: ARM001, reason: Kiev ne compte que le rail}")
    (row,) = json.loads(run(*CHECK, "--format", "json").stdout)
    assert row["accepted"] == {"where": "article", "reason": "Kiev ne compte que le rail"}


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{rule: ARM001}", "ignore.0.reason: Field required"),
        ("{rule: ARM001, reason: ''}", "ignore.0.reason"),
        ("{rule: ARM999, reason: x}", "'ARM999' is no rule"),
        ("{rule: ARM001, reason: x, line: 4}", "ignore.0.line: Extra inputs"),
        ("ARM001", "ignore.0"),
    ],
)
def test_what_an_article_accepts_must_be_right(desk: Path, entry: str, reason: str) -> None:
    """The file, the place and the reason are told, with status 2."""
    accept(desk, entry)
    result = run(*CHECK)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert result.stderr.startswith("armscorpus: new.md: front matter: armscorpus.")
    assert reason in result.stderr


def test_only_the_problem_at_a_figure_is_accepted(desk: Path) -> None:
    """Whatever the spaces in it; another figure is reported, and the suppression as unused."""
    accept(desk, "{rule: ARM001, figure: 2\u00a0000 conteneurs, reason: x}")
    assert run(*CHECK).exit_code == 0
    accept(desk, "{rule: ARM001, figure: 3 000 conteneurs, reason: x}")
    assert [line.split(": ")[1] for line in run(*CHECK).stdout.splitlines()] == [
        "warning ARM009 unused-suppression",
        "error ARM001 conflict",
    ]


def test_a_suppression_of_a_rule_that_is_not_asked_is_not_unused(desk: Path) -> None:
    """Only what was looked for can be missed."""
    accept(desk, "{rule: ARM005, reason: x}", "{rule: ARM001, reason: x}")
    assert run(*CHECK, "--ignore", "ARM005").stdout == ""


def test_a_baseline_knows_what_was_there(desk: Path) -> None:
    """What it knows is not reported; it says where, which rule, which figure and why, and no position."""
    assert run(*CHECK, *BASELINE, "--update-baseline").exit_code == 0
    (row,) = map(json.loads, (desk / "known.jsonl").read_text(encoding="utf-8").splitlines())
    assert list(row) == ["path", "rule", "figure", "why", "fingerprint"]
    assert (row["path"], row["rule"], row["figure"]) == ("new.md", "ARM001", "2 000 conteneurs")
    result = run(*CHECK, *BASELINE)
    assert (result.stdout, result.exit_code) == ("", 0)


def test_a_baseline_survives_lines_that_move(desk: Path) -> None:
    """Another paragraph before the sentence changes nothing, however the path is given."""
    run(*CHECK, *BASELINE, "--update-baseline")
    moved = NEW.replace("Selon Kiev", "Un bilan disputé.\n\nSelon Kiev")
    (desk / "new.md").write_text(moved, encoding="utf-8")
    assert run("check", desk / "new.md", "--against", "corpus", *BASELINE).stdout == ""


def test_another_figure_is_new(desk: Path) -> None:
    """It is reported, and what is gone is told."""
    run(*CHECK, *BASELINE, "--update-baseline")
    (desk / "new.md").write_text(NEW.replace("2 000", "3 000"), encoding="utf-8")
    result = run(*CHECK, *BASELINE)
    assert (result.stdout.count("ARM001"), result.exit_code) == (1, 1)
    assert "known.jsonl: gone: new.md: ARM001: 7,000" in result.stderr


def test_updating_takes_out_what_is_gone_and_keeps_reasons_and_other_articles(desk: Path) -> None:
    """Lines of articles that are not checked stay as they are."""
    (desk / "other.md").write_text(NEW.replace("2 000", "1 500"), encoding="utf-8")
    run("check", "new.md", "other.md", "--against", "corpus", *BASELINE, "--update-baseline")
    known = desk / "known.jsonl"
    rows = [json.loads(line) | {"reason": "vu"} for line in known.read_text(encoding="utf-8").splitlines()]
    known.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    (desk / "new.md").write_text(NEW.replace("2 000 conteneurs", "7 000 conteneurs"), encoding="utf-8")
    run(*CHECK, *BASELINE, "--update-baseline")
    kept = [json.loads(line) for line in known.read_text(encoding="utf-8").splitlines()]
    assert kept == [row for row in rows if row["path"] == "other.md"]


def test_a_baseline_without_its_option_is_misuse(desk: Path) -> None:
    """There is nothing to update."""
    assert run(*CHECK, "--update-baseline").exit_code == 2


@pytest.mark.parametrize("line", ["{", "[]", '{"path": "new.md"}', '{"rule": 1}'])
def test_a_damaged_baseline_is_told_with_its_line_and_stays(desk: Path, line: str) -> None:
    """Nothing is overwritten that could not be read."""
    known = desk / "known.jsonl"
    known.write_text(f"\n{line}\n", encoding="utf-8")
    result = run(*CHECK, *BASELINE, "--update-baseline")
    assert result.exit_code == 2
    assert "known.jsonl:2: " in result.stderr
    assert known.read_text(encoding="utf-8") == f"\n{line}\n"


def test_settings_give_the_baseline_the_levels_and_the_rules(desk: Path) -> None:
    """As seen from their file; the command line goes before them."""
    (desk / "armscorpus.toml").write_text(
        '[check]\nbaseline = "known.jsonl"\nagainst = "corpus"\nselect = ["conflict"]\n[check.levels]\nARM001 = "note"\n'
    )
    result = run("check", "new.md")
    assert ("note ARM001 conflict" in result.stdout, result.exit_code) == (True, 0)
    assert run("check", "new.md", "--level", "ARM001=error").exit_code == 1
    run("check", "new.md", "--update-baseline")
    assert (desk / "known.jsonl").exists()
    assert run("check", "new.md").stdout == ""


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ('select = ["ARM999"]', "check: 'ARM999' is no rule"),
        ('levels = {ARM001 = "fatal"}', "check.levels.ARM001"),
        ('fail-on = "all"', "check.fail-on"),
        ("failon = 1", "check.failon"),
    ],
)
def test_settings_of_the_check_that_do_not_fit_are_misuse(desk: Path, settings: str, reason: str) -> None:
    """The file, the key and the reason are told."""
    (desk / "armscorpus.toml").write_text(f"[check]\n{settings}\n")
    result = run(*CHECK)
    assert result.exit_code == 2
    assert "armscorpus.toml" in result.stderr
    assert reason in result.stderr
