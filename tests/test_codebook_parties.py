"""The codebook of events and parties: each row is a case, and each rule of the code has its row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.spec_cases import parse_markup
from tests.stage_claims import PUBLISHED, claims_of

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "codebook-parties.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| « (.+?) » \|", PAGE, re.MULTILINE)
RULE = re.compile(r'"((?:party|predicate|event)\.[a-z_]+)"')


@pytest.mark.parametrize(("rule", "example"), ROWS, ids=[rule for rule, _ in ROWS])
def test_the_rule_of_a_row_reads_its_figure(rule: str, example: str) -> None:
    """The figure in brackets owes a field to the rule of its row."""
    text, marked = parse_markup(re.sub(r"\[([^\]]+)\]", r"[\1](figure)", example))
    rules = {
        (claim.span.start, claim.span.end): set(claim.evidence.rules.values())
        for claim in claims_of(text, PUBLISHED)
        if claim.evidence
    }
    assert any(rule in rules.get((start, end), set()) for start, end, _ in marked)


def test_every_rule_is_in_the_codebook() -> None:
    """No rule sets an event or a side that the page does not tell of."""
    named = {
        rule
        for module in (ROOT / "src" / "armscorpus" / "pipes").rglob("*.py")
        for rule in RULE.findall(module.read_text(encoding="utf-8"))
    }
    internal = {"party.preposition", "party.reversed", "predicate.of_text"}
    assert sorted(rule for rule in named - internal if f"`{rule}`" not in PAGE) == []
