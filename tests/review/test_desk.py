"""The desk and the fields, without a screen."""

from __future__ import annotations

import datetime as dt

import pytest

from armscorpus.errors import JudgementError, StoreError
from armscorpus.lexicon import load
from armscorpus.lexicon.review import ReviewWords
from armscorpus.models import Decision, Judgement
from armscorpus.reconcile import queue_of
from armscorpus.reconcile.doubt import Reason
from armscorpus.review.card import doubts_in_words
from armscorpus.review.desk import Desk
from armscorpus.review.fields import PATHS, correction_of, value_at, written
from tests.claim_notation import parse_claim
from tests.gold_claims import gold_claims

CLAIM = parse_claim("OSC | 4M | ..2025-03-31 | 2025-04-16", "obus transfer KP>RU")


def desk_that_fails() -> Desk:
    """Return a desk whose store takes nothing."""

    def refuse(_: Judgement) -> None:
        raise StoreError("store.db: the database is locked")

    return Desk(
        queue_of([CLAIM], [CLAIM]), (), keep=refuse, author="Anne", clock=lambda: dt.datetime.now(dt.UTC)
    )


def test_what_cannot_be_stored_does_not_hold() -> None:
    """The claim is not judged, nothing is there to undo, and the note still waits."""
    desk = desk_that_fails()
    desk.add_note(CLAIM, "vu")
    with pytest.raises(StoreError, match="locked"):
        desk.judge(CLAIM, Decision.REJECT)
    assert (desk.judged, desk.undo(), desk.note_on(CLAIM)) == (0, None, "vu")


def test_every_field_can_be_written_and_read_back() -> None:
    """What a person sees of a value, left as it is, is no correction."""
    claims = gold_claims()
    assert {
        (claim.id, path, text)
        for claim in claims
        for path in PATHS
        if correction_of(claim, path, text := written(path, value_at(claim, path)) or "null")
    } == set()


@pytest.mark.parametrize(
    ("value", "text"),
    [("KP", "KP"), ("12", '"12"'), ("null", '"null"'), (None, "null"), (16000, "16000"), ("", '""')],
)
def test_words_that_would_be_read_as_something_else_are_quoted(value: object, text: str) -> None:
    """« 12 » as a name is no number."""
    assert written("supplier", value) == text


def test_an_empty_value_is_refused() -> None:
    """It is said how nothing is written."""
    with pytest.raises(JudgementError, match="null"):
        correction_of(CLAIM, "supplier", " ")
    assert correction_of(CLAIM, "supplier", "null") == {"supplier": None}


def test_fields_that_are_inferred_in_one_way_are_told_together() -> None:
    """In the place of the weightiest; what a reason quotes is in its words."""
    reasons = [
        Reason("guessed", 0.2, "supplier", "party.inherited"),
        Reason("unread_period", 0.2, said={"text": "jadis"}),
        Reason("guessed", 0.15, "source", "source.carried_over"),
    ]
    assert doubts_in_words(reasons, load(ReviewWords)) == [
        "fournisseur, source : d’une phrase voisine",
        "période non datée : « jadis »",
    ]
