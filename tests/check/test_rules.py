"""Each rule has a page, with an example that runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.check.rules import RULES, Rule, choose
from tests.check.pages import PAGE, Example, read_examples, rules_of
from tests.cli.running import run

TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = list(read_examples(TEXT))


def test_each_rule_has_its_section() -> None:
    """In the order of the ids."""
    assert rules_of(TEXT) == [rule.id for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_says_name_level_and_summary(rule: Rule) -> None:
    """As the program has them."""
    section = TEXT.split(f"\n## {rule.id}\n")[1].split("\n## ")[0]
    said = " ".join(section.split())
    assert said.startswith(f"**{rule.name}**, {rule.level}. {rule.summary[:-1]}")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: next(iter(example.files)))
def test_an_example_prints_what_the_page_shows(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run in a folder that holds its files."""
    example.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(*example.arguments).stdout == example.output


def test_each_example_of_a_rule_reports_it() -> None:
    """The last one is of a problem that is accepted."""
    for rule, example in zip(RULES, EXAMPLES, strict=False):
        assert f" {rule.id} {rule.name}: " in example.output
    assert EXAMPLES[-1].output == ""


def test_levels_are_given_by_id_or_name() -> None:
    """And rules are left out in the same way."""
    from armscorpus.check.options import Level

    rules = {rule.name: rule.level for rule in choose(ignore=["conflict"], levels={"ARM006": Level.ERROR})}
    assert "conflict" not in rules
    assert rules["figure-without-date"] is Level.ERROR
