"""Doubt: which claims need a person first, and why."""

from __future__ import annotations

from typing import Any

import pytest

from armscorpus.lexicon.review import ReviewWords
from armscorpus.lexicon.translated import load_in
from armscorpus.models import Claim, Decision, Evidence, Finding, Span
from armscorpus.reconcile import queue_of
from armscorpus.reconcile.doubt import GUESSED, doubt_of
from tests.claim_notation import parse_claim
from tests.test_judgements import judged

SHELLS = "obus transfer KP>RU"
SURE = parse_claim("OSC | 4M | ..2025-03-31 | 2025-04-16", SHELLS)
APART = parse_claim("GUR | 9M | ..2025-03-31 | 2025-04-17", SHELLS)
EVIDENCE = Evidence(sentence=Span(0, 50), rules={"supplier": "party.of_article", "topics": "topic.head"})


def changed(claim: Claim, **fields: Any) -> Claim:
    """Return a claim with evidence, and with other fields."""
    return Claim.model_validate({**claim.model_dump(), "evidence": EVIDENCE, **fields})


def names(claim: Claim, **context: Any) -> list[str]:
    """Return the names of the reasons to doubt a claim, the weightiest first."""
    return [reason.name for reason in doubt_of(claim, **context).reasons]


def test_what_is_stated_in_full_is_not_doubtful() -> None:
    """With its evidence, a claim that says all by itself has no reason for doubt."""
    assert doubt_of(changed(SURE)) == (0, ())


@pytest.mark.parametrize(
    ("line", "about", "reason"),
    [
        ("| 4M | 2024 | 2025-04-16", SHELLS, "unsourced"),
        ("OSC | 4M | | 2025-04-16", SHELLS, "undated"),
        ("OSC | 4M | 2024 |", SHELLS, "undated_article"),
        ("OSC | M+ | 2024 | 2025-04-16", SHELLS, "vague"),
        ("OSC | 1M..20M | 2024 | 2025-04-16", SHELLS, "wide"),
        ("OSC | 4M | 2024 | 2025-04-16", "autre transfer KP>RU", "unread_topic"),
        ("OSC | 4M | 2024 | 2025-04-16", "obus other KP>RU", "unread_event"),
        ("OSC | 4M | 2024 | 2025-04-16", "obus transfer", "no_parties"),
        ("OSC | 2024 | 2024 | 2025-04-16", SHELLS, "like_a_year"),
    ],
)
def test_what_is_missing_or_odd_is_doubtful(line: str, about: str, reason: str) -> None:
    """Each sign alone is the one reason."""
    assert names(changed(parse_claim(line, about), text="2024 obus")) == [reason]


def test_a_number_set_as_a_number_is_no_year() -> None:
    """« 2 024 obus », « environ 2024 obus »."""
    year = parse_claim("OSC | 2024 | 2024 | 2025-04-16", SHELLS)
    about = parse_claim("OSC | ~2024 | 2024 | 2025-04-16", SHELLS)
    assert names(changed(year, text="2 024 obus")) + names(changed(about, text="environ 2024 obus")) == []


def test_inference_is_doubtful_by_its_rule() -> None:
    """A side from the whole article is more so than a year from the date of publication."""
    rules = {"supplier": "party.of_article", "period": "period.before"}
    evidence = EVIDENCE.model_copy(update={"implied": ("supplier", "period"), "rules": rules})
    reasons = doubt_of(changed(SURE, evidence=evidence)).reasons
    assert [(reason.field, reason.weight) for reason in reasons] == [("supplier", 0.35), ("period", 0.05)]


def test_a_claim_without_evidence_is_doubtful() -> None:
    """It cannot say why it exists."""
    assert names(SURE) == ["no_evidence"]


def test_disputes_weigh_by_their_severity() -> None:
    """Two claims that contradict each other come before one that none does, and name each other."""
    lone = changed(parse_claim("NIS | 300 | 2024 | 2025-04-16", "drones transfer IR>RU"))
    told = [lone, changed(SURE), changed(APART)]
    queue = queue_of(told, told)
    assert [item.claim.id for item in queue][-1] == lone.id
    assert [len(item.disputes()) for item in queue] == [1, 1, 0]
    assert queue[0].doubt.weight == queue[0].disputes()[0].severity


def test_a_finding_and_a_crowd_are_reasons() -> None:
    """A finding by its severity; many figures in one sentence are easily mixed up."""
    finding = Finding(rule="wrong_sum", claims=(SURE,), why="…", severity=0.4)
    doubt = doubt_of(changed(SURE), findings=[finding], figures=4)
    assert [(reason.name, reason.weight) for reason in doubt.reasons] == [("finding", 0.4), ("crowded", 0.1)]
    assert doubt.weight == 0.46


def test_what_is_judged_is_left_out() -> None:
    """Unless all are asked for; a withdrawn judgement counts for nothing, one about two claims neither."""
    told = [SURE, APART]
    judgements = [judged("accept", SURE), judged("conflict", SURE, APART)]
    assert [item.claim for item in queue_of(told, told, judgements=judgements)] == [APART]
    assert len(queue_of(told, told, judgements=judgements, include_judged=True)) == 2
    withdrawn = [*judgements, judged("withdrawn", SURE, hour=10)]
    assert len(queue_of(told, told, judgements=withdrawn)) == 2


def test_a_rejected_claim_disputes_nothing() -> None:
    """It is shown without its disputes, and the other one has none."""
    told = [changed(SURE), changed(APART)]
    judgement = judged(Decision.REJECT, SURE)
    queue = queue_of(told, told, judgements=[judgement], include_judged=True)
    assert [item.disputes() for item in queue] == [(), ()]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_reason_has_words(language: str) -> None:
    """Each guess too, and the same in both languages."""
    words, french = (load_in(ReviewWords, asked).model_dump() for asked in (language, "fr"))
    assert {name: set(table) for name, table in words.items()} == {
        name: set(table) for name, table in french.items()
    }
    assert set(GUESSED) - set(words["guess"]) == set()
