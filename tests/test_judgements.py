"""Judgements: what a person decides overrides the rules."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from armscorpus.errors import JudgementError
from armscorpus.models import Claim, Decision, Judgement
from armscorpus.reconcile import apply_judgements, correct, pairwise, parse_correction, reconcile
from tests.claim_notation import parse_claim

SHELLS = "obus transfer KP>RU"
A = parse_claim("OSC | 4M | ..2025-03-31 | 2025-04-16", SHELLS)
B = parse_claim("GUR | 6M | ..2025-03-31 | 2025-04-17", SHELLS)
C = parse_claim("NIS | 9M | ..2025-03-31 | 2025-04-18 | sup=?", "munitions transfer KP>RU")


def judged(decision: str, *claims: Claim, hour: int = 9, **fields: Any) -> Judgement:
    """Return a judgement of some hour."""
    return Judgement(
        claims=tuple(sorted(claim.id for claim in claims)),
        decision=Decision(decision),
        author="Anne",
        decided=dt.datetime(2025, 5, 2, hour, tzinfo=dt.UTC),
        **fields,
    )


def relations(*judgements: Judgement) -> list[str]:
    """Return how A, B and C relate, by the rules and the judgements."""
    return [f"{r.relation} {r.rule}" for r in pairwise([A, B, C], judgements=judgements)]


def test_rules_alone() -> None:
    """Two totals for one time that are apart are a conflict."""
    assert relations() == ["conflict apart_at_one_time"]


def test_a_relation_overrides_the_rules() -> None:
    """It says who judged, when and why, in the language that is asked for."""
    judgement = judged("divergence", A, B, note="méthodes différentes")
    assert relations(judgement) == ["divergence judged"]
    reasons = [
        reconcile([A, B], judgements=[judgement], language=language)[0].relations[0].why
        for language in ("fr", "en")
    ]
    assert reasons == [
        "4 millions (OSC, au 31 mars 2025) ; 6 millions (GUR, au 31 mars 2025) : jugé par Anne le 2025-05-02 "
        "(méthodes différentes).",
        "4 million (OSC, by 31 March 2025); 6 million (GUR, by 31 March 2025): judged by Anne on 2025-05-02 "
        "(méthodes différentes).",
    ]


def test_different_things_do_not_relate() -> None:
    """The group is no longer disputed."""
    assert relations(judged("different", A, B)) == []
    assert reconcile([A, B], judgements=[judged("different", A, B)])[0].severity == 0


def test_the_same_thing_is_compared_across_groups() -> None:
    """Figures that the rules set apart are in one group, and relate as their numbers and dates do."""
    found = relations(judged("same", B, C))
    assert found == ["conflict apart_at_one_time", "divergence unknown_party"]
    assert [len(group.claims) for group in reconcile([A, B, C], judgements=[judged("same", B, C)])] == [3]


def test_a_rejected_claim_is_left_out() -> None:
    """By both ways of comparing."""
    assert relations(judged("reject", A)) == []
    assert [group.claims for group in reconcile([A, B], judgements=[judged("reject", A)])] == [(B,)]


def test_a_corrected_claim_is_compared_as_corrected() -> None:
    """A new value is exact, with its ends."""
    corrections = {"quantity.value": 6_000_000}
    assert relations(judged("correct", A, corrections=corrections)) == ["agreement figures_agree"]
    assert (
        apply_judgements([A], [judged("correct", A, corrections=corrections)])[0].quantity.high == 6_000_000
    )


def test_the_latest_judgement_holds() -> None:
    """Whatever the order in which they are given; one that is withdrawn does not."""
    early, late = judged("different", A, B), judged("revision", A, B, hour=10)
    undone = judged("withdrawn", A, B, hour=11)
    assert relations(late, early) == relations(early, late) == ["revision judged"]
    assert relations(undone, late, early) == ["conflict apart_at_one_time"]


def test_judgements_of_unknown_claims_change_nothing() -> None:
    """The claims of another store, or of an article that was removed."""
    strangers = [A.model_copy(update={"id": "x"}), B.model_copy(update={"id": "y"})]
    assert relations(judged("same", *strangers), judged("reject", strangers[0])) == relations()


@pytest.mark.parametrize(
    ("decision", "claims", "fields"),
    [
        ("conflict", [A], {}),
        ("reject", [A, B], {}),
        ("correct", [A], {}),
        ("reject", [A], {"corrections": {"supplier": "KP"}}),
        ("same", [A, A], {}),
    ],
)
def test_impossible_judgements(decision: str, claims: list[Claim], fields: dict[str, Any]) -> None:
    """A decision is of one claim or of two, and only a correction corrects."""
    with pytest.raises(ValidationError):
        judged(decision, *claims, **fields)


@pytest.mark.parametrize(
    ("text", "correction"),
    [
        ("supplier=KP", ("supplier", "KP")),
        ("supplier=null", ("supplier", None)),
        ("quantity.value=6000", ("quantity.value", 6000)),
        ("period.end=2025-03-31", ("period.end", "2025-03-31")),
        ("topics=roquettes,obus", ("topics", ["obus", "roquettes"])),
        ("source.name=a=b", ("source.name", "a=b")),
    ],
)
def test_corrections_are_json_or_words(text: str, correction: tuple[str, object]) -> None:
    """What is no JSON is taken as written."""
    assert parse_correction(text) == correction


@pytest.mark.parametrize(
    "corrections", [{"id": "x"}, {"event": "theft"}, {"period.end": "soon"}, {"quantity.worth": 1}]
)
def test_corrections_that_do_not_fit(corrections: dict[str, object]) -> None:
    """The claim and the field are named."""
    with pytest.raises(JudgementError, match=rf"^{A.id}: "):
        correct(A, corrections)


def test_a_correction_needs_a_value() -> None:
    """The form is told."""
    with pytest.raises(JudgementError, match="supplier=KP"):
        parse_correction("supplier")


def test_a_source_can_be_added() -> None:
    """Where the extractor saw none."""
    unsourced = parse_claim(" | 4M | | 2025-04-16", SHELLS)
    source = correct(unsourced, {"source.name": "GRU"}).source
    assert source is not None
    assert source.name == "GRU"
