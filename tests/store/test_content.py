"""Claims come back as they were, whatever they hold and however they came."""

from __future__ import annotations

from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armscorpus.errors import StoreError
from armscorpus.models import Evidence, Source, Span
from armscorpus.store import Store, open_store
from tests.store.cases import (
    EVIDENCE,
    OTHER,
    TEXT,
    add,
    make_article,
    make_claim,
    make_quantity,
    tables,
)
from tests.store.strategies import claims_of


class TestUnstorable:
    """Characters that no database keeps are refused by name; all others are kept."""

    @pytest.mark.parametrize("bad", ["\0", "\ud83d"], ids=["nul", "surrogate"])
    @pytest.mark.parametrize("place", ["path", "text", "title", "object", "evidence", "extractor"])
    def test_they_are_refused_wherever_they_are(self, store: Store, bad: str, place: str) -> None:
        """The message says which character, and shows it escaped."""
        words = f"obus {bad} livrés"
        article = make_article(**{place: words} if place in {"path", "text", "title"} else {})
        evidence = Evidence(sentence=Span(0, 1), rules={"quantity": words if place == "evidence" else ""})
        claim = make_claim(article, object=words if place == "object" else None, evidence=evidence)
        with pytest.raises(StoreError, match=rf"U\+{ord(bad):04X}, in '.*\\") as caught:
            add(store, article, claim, extractor=words if place == "extractor" else "1")
        assert str(caught.value).isprintable() or place == "path"
        assert store.articles() == []

    @pytest.mark.parametrize("condition", ["topic", "source", "party", "article"])
    @pytest.mark.parametrize("bad", ["\0", "\ud83d"], ids=["nul", "surrogate"])
    def test_a_question_with_them_is_refused(self, store: Store, condition: str, bad: str) -> None:
        """Before anything is asked."""
        question: dict[str, Any] = {condition: bad}
        with pytest.raises(StoreError, match=r"cannot store U\+"):
            store.claims(**question)

    @pytest.mark.parametrize(
        "words",
        [
            "'; DROP TABLE claims; --",
            '"obus"',
            "100 % \\ _",
            "\\u0000",
            "🚀 ракета 火箭",
            "e\u0301 \u202f\u00a0\r\n\t",
            "\x1f\x7f",
        ],
    )
    def test_any_other_text_is_kept(self, store: Store, words: str) -> None:
        """Quotes, wildcards, emoji and spaces of all kinds."""
        article = make_article(words, words, title=words, published="2024-01")
        claim = make_claim(article, object=words, topics=(words,), supplier=words, source=Source(name=words))
        add(store, article, claim, extractor=words)
        assert store.article(article.id) == article
        assert list(store.claims(topic=words, article=words)) == [claim]


NUMBERS = ["0", "-7", "16000", "33.333333", "0.1", "0.30000000000000004", "999999999999999.999999"]
NUMBERS += [
    "1000000000000000",
    "9223372036854775807",
    "9223372036854775808",
    "123456789012345678901234567890",
]
NUMBERS += ["1E+30", "1E-30", "2E+400"]


class TestRoundTrip:
    """A claim comes back equal to what it was."""

    @pytest.mark.parametrize("number", NUMBERS)
    def test_numbers_are_exact(self, store: Store, number: str) -> None:
        """To the last digit, however large."""
        article = make_article()
        add(store, article, make_claim(article, quantity=make_quantity(number)))
        (claim,) = store.claims()
        assert claim.quantity.value == Decimal(number)

    @given(data=st.data())
    @settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_any_claims(self, store: Store, data: st.DataObject) -> None:
        """Whatever their fields hold."""
        article = make_article(published="2024-02", title="Titre", publisher="AFP")
        claims = data.draw(claims_of(article))
        store.add(article, claims, extractor="1")
        assert list(store.claims()) == claims
        for claim in claims:
            assert store.claim(claim.id) == claim


PATHS = ("a.md", "b.md", "c.md")
readings = st.tuples(
    st.sampled_from(PATHS),
    st.sampled_from([TEXT, OTHER]),
    st.sampled_from([None, "2024-05", "2024-05-31", "2023-01-01"]),
    st.sampled_from(["1", "2"]),
)


class TestOrder:
    """What is stored depends on what each path holds, not on the way there."""

    @given(history=st.lists(readings | st.sampled_from(PATHS), max_size=8))
    @settings(deadline=None, max_examples=40)
    def test_any_history_ends_like_the_shortest(self, history: list[Any]) -> None:
        """Paths that come, change, swap their texts and go, and what is left of them alone."""
        left: dict[str, Any] = {}
        for step in history:
            if isinstance(step, str):
                left.pop(step, None)
            else:
                left[step[0]] = step
        with TemporaryDirectory() as folder:
            long, short = f"{folder}/long.db", f"{folder}/short.db"
            replay(long, history)
            replay(short, sorted(left.values(), key=repr))
            assert tables(long) == tables(short)


def replay(address: str, history: list[Any]) -> None:
    """Store the readings of a history, and forget the paths that stand alone in it."""
    with open_store(address) as store:
        for step in history:
            if isinstance(step, str):
                store.remove(step)
            else:
                path, words, published, extractor = step
                article = make_article(path, words, published=published)
                claim = make_claim(article, topics=(path, "obus"), object=published, evidence=EVIDENCE)
                add(store, article, claim, extractor=extractor)
