"""Claims of a file are chosen as those of a store are."""

from __future__ import annotations

import datetime as dt

import pytest

from armscorpus.models import Modality
from armscorpus.store import Store
from armscorpus.store.conditions import Conditions
from tests.gold_claims import gold_articles


@pytest.mark.parametrize(
    "conditions",
    [
        Conditions(),
        Conditions(topic="obus"),
        Conditions(source="renseignement sud"),
        Conditions(source="OSC"),
        Conditions(source="kirby"),
        Conditions(party="kp"),
        Conditions(party="UA,Hezbollah"),
        Conditions(since=dt.date(2024, 6, 1)),
        Conditions(until=dt.date(2023, 12, 31)),
        Conditions(since=dt.date(2024, 1, 1), until=dt.date(2024, 12, 31)),
        Conditions(modality=Modality.REPORTED),
        Conditions(article="seed-4"),
        Conditions(article="seeds/seed-4.md"),
        Conditions(article="./data/seeds/seed-4.md"),
        Conditions(article="eed-4"),
        Conditions(article=gold_articles()["seed-4.md"][0].id[:6]),
        Conditions(topic="obus", party="RU", modality=Modality.ASSERTED),
    ],
    ids=str,
)
def test_a_file_and_a_store_choose_the_same(store: Store, conditions: Conditions) -> None:
    """Condition by condition, and together."""
    store.add_many(gold_articles().values(), extractor="gold")
    every = list(store.claims())
    assert list(store.claims(**conditions._asdict())) == [claim for claim in every if conditions.meets(claim)]
