"""The work grows with the text, whatever the text: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from tests.stage_claims import claims_of

UNITS = [
    "300 chars, ",
    "Kiev a perdu 300 chars et ",
    "l’Iran, la Russie, 300 obus, ",
    "Kiev a perdu 300 chars. ",
]


def calls_for(text: str) -> int:
    """Return how many Python functions are called for the claims of a text."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        claims_of(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_is_about_twice_the_work(unit: str) -> None:
    """A list without end, a sentence without end, and a paragraph without end cost by their length."""
    claims_of("Kiev a livré " + unit)
    once, twice = (calls_for("Kiev a livré " + unit * times) for times in (300, 600))
    assert twice <= 2.4 * once
