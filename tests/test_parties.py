"""What happened, and between whom: sentences with their events and sides."""

from __future__ import annotations

from typing import Any

import pytest

from armscorpus.models import Claim
from tests.spec_cases import load_cases, parse_markup
from tests.stage_claims import PUBLISHED, claims_of


def sides_of(claim: Claim) -> str:
    """Return the sides of a claim as the tables write them."""
    return f"{claim.supplier or ''}>{claim.recipient or ''}"


@pytest.mark.parametrize("case", load_cases("events"))
def test_what_happened_in_a_sentence(case: dict[str, Any]) -> None:
    """Each figure has its event and its sides, and nothing else is a figure."""
    text, marked = parse_markup(case["text"])
    expected = [(start, end, label if " " in label else f"{label} >") for start, end, label in marked]
    found = [
        (claim.span.start, claim.span.end, f"{claim.event} {sides_of(claim)}")
        for claim in claims_of(text, PUBLISHED)
    ]
    assert expected == found


@pytest.mark.parametrize("case", load_cases("parties"))
def test_who_takes_part_in_a_sentence(case: dict[str, Any]) -> None:
    """Each figure has its supplier and its recipient; who is only named has no part."""
    text, expected = parse_markup(case["text"])
    found = [(claim.span.start, claim.span.end, sides_of(claim)) for claim in claims_of(text, PUBLISHED)]
    assert expected == found


@pytest.mark.parametrize(("table", "nothing"), [("events", ()), ("parties", (">",))])
def test_enough_cases_expect_nothing(table: str, nothing: tuple[str, ...]) -> None:
    """At least 15 % of the sentences have no figure, or none with a side; each table has 120."""
    cases = [parse_markup(param.values[0]["text"]).spans for param in load_cases(table)]
    assert len(cases) >= 120
    assert sum(all(label in nothing for _, _, label in spans) for spans in cases) >= 0.15 * len(cases)
