"""To whom figures are ascribed."""

from __future__ import annotations

from typing import Any

import pytest

from armscorpus.models import Source
from tests.spec_cases import load_cases, parse_markup
from tests.stage_claims import claims_of

CASES = load_cases("sources")


def label_of(source: Source | None) -> str:
    """Return a source as the table writes it: « name (ACRONYM) via outlet », or a hyphen."""
    if source is None:
        return "-"
    acronym = f" ({source.acronym})" if source.acronym and source.acronym != source.name else ""
    via = f" via {source.via}" if source.via else ""
    return f"{source.name}{acronym}{via}"


@pytest.mark.parametrize("case", CASES)
def test_source_of_the_figures(case: dict[str, Any]) -> None:
    """The figures of a text are those marked, each with its source."""
    text, expected = parse_markup(case["text"])
    assert expected == [
        (claim.span.start, claim.span.end, label_of(claim.source)) for claim in claims_of(text)
    ]


def test_enough_cases_name_nobody() -> None:
    """At least 15 % of the texts ascribe nothing to anybody, whatever they look like."""
    cases = [parse_markup(param.values[0]["text"]).spans for param in CASES]
    silent = [spans for spans in cases if {label for _, _, label in spans} == {"-"}]
    assert len(silent) >= 0.15 * len(cases)
