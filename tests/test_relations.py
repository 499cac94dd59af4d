"""Two claims → a relation and its reason: `tests/spec/relations.toml`, and laws that its cases keep."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Reasons
from armscorpus.models import Relation, RelationKind
from armscorpus.reconcile import relate
from tests.claim_notation import parse_claim
from tests.spec_cases import SPEC, load_cases

CASES = tomllib.loads((SPEC / "relations.toml").read_text(encoding="utf-8"))["case"]


def related(case: dict[str, Any]) -> Relation:
    """Return how the two claims of a case relate."""
    a = parse_claim(case["a"], case["about"])
    return relate(a, parse_claim(case["b"], case.get("b_about", case["about"])))


@pytest.mark.parametrize("case", load_cases("relations"))
def test_relation_and_reason(case: dict[str, Any]) -> None:
    """Two claims relate as a person would say, for that reason."""
    relation = related(case)
    assert case["is"] == f"{relation.relation} {relation.rule}", relation.why
    assert case.get("against") != relation.rule


@pytest.mark.parametrize("case", load_cases("relations"))
def test_symmetry(case: dict[str, Any]) -> None:
    """The order of two claims changes nothing."""
    a = parse_claim(case["a"], case["about"])
    b = parse_claim(case["b"], case.get("b_about", case["about"]))
    assert relate(a, b) == relate(b, a)


def test_every_reason_has_cases_for_and_against() -> None:
    """No rule is without a case in which it decides, and one in which it nearly does."""
    reasons = set(load(Reasons).rule)
    decided = {case["is"].split()[1] for case in CASES}
    declined = {case["against"] for case in CASES if "against" in case}
    assert (reasons - decided, reasons - declined) == (set(), set())


@pytest.mark.parametrize("case", load_cases("relations"))
def test_sentence_is_made_from_the_values(case: dict[str, Any]) -> None:
    """The reason is one sentence or two, without a place that was left open."""
    why = related(case).why
    assert (why[-1], "{" in why, "None" in why) == (".", False, False)


@pytest.mark.parametrize("case", load_cases("relations"))
def test_severity_is_of_disagreement(case: dict[str, Any]) -> None:
    """Agreement, echo and what is unrelated are not severe; a conflict is."""
    relation = related(case)
    harmless = {RelationKind.AGREEMENT, RelationKind.ECHO, RelationKind.UNRELATED}
    assert (relation.severity == 0) == (relation.relation in harmless)


CODEBOOK = Path(__file__).parent.parent / "docs" / "codebook-relations.md"


def test_the_codebook_names_every_reason() -> None:
    """What decides between two claims is written down, and nothing else is."""
    relations = CODEBOOK.read_text(encoding="utf-8").partition("## Findings")[0]
    rows = [line for line in relations.splitlines() if line.startswith("| `")]
    cells = [line.split("|")[1] for line in rows]
    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} - set(RelationKind)
    assert named == set(load(Reasons).rule)


@pytest.mark.parametrize(
    ("about", "a", "b", "severity"),
    [
        (
            "blindes loss RU",
            "IISS | ~1400 | 2024 | 2025-02-14",
            "état-major ukrainien | 3689 | 2024 | 2025-02-14",
            0.566,
        ),
        (
            "paiements pay RU>KP",
            "KIDA | reported ~20G USD | | 2025-10-08",
            "Kremlin | not 20G USD | | 2025-10-08 | rec=?",
            0.518,
        ),
    ],
)
def test_severity_of_the_worked_examples(about: str, a: str, b: str, severity: float) -> None:
    """The examples of the codebook come out as it says."""
    assert relate(parse_claim(a, about), parse_claim(b, about)).severity == severity
    assert f"**{severity}**" in CODEBOOK.read_text(encoding="utf-8")
