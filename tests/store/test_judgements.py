"""Judgements in a store: kept apart from the claims, and merged in any order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from armscorpus.claims_file import read_judgements
from armscorpus.errors import ClaimsError, StoreError
from armscorpus.models import Decision, Judgement
from armscorpus.store import Store, open_store
from tests.store.cases import add, make_article, make_claim

CLAIM = make_claim(make_article())


def make_judgement(claim: str = CLAIM.id, hour: int = 9, **fields: object) -> Judgement:
    """Return a rejection of some hour, unless something else is said."""
    return Judgement(
        **{  # type: ignore[arg-type]
            "claims": (claim,),
            "decision": Decision.REJECT,
            "author": "Anne",
            "decided": dt.datetime(2025, 5, 2, hour, 30, 1, 250, tzinfo=dt.UTC),
            **fields,
        }
    )


JUDGEMENTS = [
    make_judgement(note="« doublon »"),
    make_judgement(hour=10, decision=Decision.CORRECT, corrections={"quantity.value": 6.5, "supplier": None}),
    make_judgement(claims=("a", "b"), decision=Decision.CONFLICT),
]


def test_judgements_come_back_as_they_went_in(address: str) -> None:
    """By the claims that they are about, then by date."""
    with open_store(address) as store:
        assert store.judge(reversed(JUDGEMENTS)) == 3
        assert store.judgements() == sorted(
            JUDGEMENTS, key=lambda judgement: (judgement.claims, judgement.decided)
        )


def test_a_judgement_is_kept_once(store: Store) -> None:
    """Importing again changes nothing."""
    assert [store.judge([*JUDGEMENTS, JUDGEMENTS[0]]), store.judge(JUDGEMENTS)] == [3, 0]
    assert len(store.judgements()) == 3


def test_judgements_outlive_extraction(store: Store) -> None:
    """Another version of the extractor, or an article that goes, takes none along."""
    article = make_article()
    add(store, article, make_claim(article))
    store.judge(JUDGEMENTS)
    add(store, article, make_claim(article, text="autre"), extractor="2")
    store.remove(article.path)
    assert len(store.judgements()) == 3


def test_what_no_database_keeps_is_refused(store: Store) -> None:
    """As in articles."""
    with pytest.raises(StoreError, match=r"U\+0000"):
        store.judge([make_judgement(note="a\0b")])


def test_judgements_as_json_lines(tmp_path: Path) -> None:
    """A file gives back what was written."""
    path = tmp_path / "judgements.jsonl"
    path.write_text("\n".join(judgement.model_dump_json() for judgement in JUDGEMENTS), encoding="utf-8")
    assert read_judgements(path) == JUDGEMENTS
    assert JUDGEMENTS[0].model_dump(mode="json")["decided"] == "2025-05-02T09:30:01.000250Z"


def test_an_unusable_line_is_told(tmp_path: Path) -> None:
    """With its number."""
    path = tmp_path / "judgements.jsonl"
    path.write_text('\n{"claims": []}\n', encoding="utf-8")
    with pytest.raises(ClaimsError, match=r"judgements\.jsonl:2: "):
        read_judgements(path)
