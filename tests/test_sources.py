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


@pytest.mark.parametrize("case", [param for param in CASES if "speaker" in param.values[0]])
def test_who_speaks(case: dict[str, Any]) -> None:
    """Person, function and institution are kept apart; kind and state are those of the institution."""
    source = claims_of(parse_markup(case["text"]).text)[0].source
    assert source is not None
    told = (source.person, source.function, source.institution, source.kind, source.state)
    assert case["speaker"] == " | ".join(part or "-" for part in told)


@pytest.mark.parametrize(
    ("text", "is_party"),
    [
        ("Selon Moscou, l'armée russe a perdu 40 chars.", True),
        ("Selon le Pentagone, les États-Unis ont livré 31 chars à Kiev.", True),
        ("Selon le renseignement sud-coréen, Pyongyang a livré 300 missiles à Moscou.", False),
        ("Les Houthis affirment avoir tiré six missiles.", True),
        ("Selon l'IISS, l'Iran a livré 300 missiles à Moscou.", False),
        ("Le patron de Rheinmetall, Armin Papperger, assure que Rheinmetall a livré 30 chars.", True),
    ],
)
def test_a_source_that_is_a_side_is_marked(text: str, is_party: bool) -> None:
    """Whoever is the supplier or the recipient of what they tell is read with care."""
    source = claims_of(text)[0].source
    assert source is not None
    assert source.is_party == is_party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Selon le NIS, 600 soldats ont péri.",
            "Le renseignement sud-coréen affirme que 600 soldats ont péri.",
        ),
        ("Selon HRW, 60 civils ont péri.", "Human Rights Watch a recensé 60 morts."),
        ("Selon Tsahal, 300 missiles ont été tirés.", "L'armée israélienne évoque 300 missiles."),
        ("Selon le GUR, 300 chars ont brûlé.", "300 chars ont brûlé, assure Kyrylo Boudanov."),
    ],
)
def test_two_names_of_one_institution(one: str, other: str) -> None:
    """Articles that cite an institution by different names cite one institution."""
    first, second = (claims_of(text)[0].source for text in (one, other))
    assert first is not None
    assert second is not None
    assert first.institution == second.institution != None  # noqa: E711
