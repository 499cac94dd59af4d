"""How sure figures are: asserted, reported, possible, planned or negated."""

from __future__ import annotations

from typing import Any

import pytest

from tests.spec_cases import load_cases, parse_markup
from tests.stage_claims import claims_of

CASES = load_cases("modality")


@pytest.mark.parametrize("case", CASES)
def test_modality_of_the_figures(case: dict[str, Any]) -> None:
    """The figures of a text are those marked, each with its modality."""
    text, expected = parse_markup(case["text"])
    assert expected == [(claim.span.start, claim.span.end, claim.modality.value) for claim in claims_of(text)]


def test_enough_cases_are_plain() -> None:
    """At least 15 % of the texts assert all that they say, whatever they look like."""
    cases = [parse_markup(param.values[0]["text"]).spans for param in CASES]
    plain = [spans for spans in cases if {label for _, _, label in spans} == {"asserted"}]
    assert len(plain) >= 0.15 * len(cases)
