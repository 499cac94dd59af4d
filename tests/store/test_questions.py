"""Which claims and articles a store gives for a question."""

from __future__ import annotations

import datetime as dt

import pytest

from armscorpus.errors import StoreError
from armscorpus.models import Modality, Period, Source
from armscorpus.store import Counts, Store, StoredArticle
from tests.store.cases import (
    NIS,
    OTHER,
    TEXT,
    add,
    make_article,
    make_claim,
    texts,
)


class TestQuestions:
    """Which claims a condition keeps."""

    def test_the_order_is_by_path_and_position(self, store: Store) -> None:
        """By code points on every machine: capitals first, accents last."""
        paths = ["Z.md", "a.md", "b/a.md", "b10.md", "b2.md", "é.md"]
        for path in reversed(paths):
            article = make_article(path, f"{TEXT} {path}")
            add(store, article, make_claim(article, 90), make_claim(article, 14))
        assert [(claim.article.path, claim.span.start) for claim in store.claims()] == [
            (path, start) for path in paths for start in (14, 90)
        ]

    @pytest.mark.parametrize(
        ("topic", "expected"),
        [("obus", ["both", "shells"]), ("roquettes", ["both"]), ("OBUS", []), ("o", []), ("%", [])],
    )
    def test_topic(self, store: Store, topic: str, expected: list[str]) -> None:
        """One slug, among several; the claim keeps the others."""
        article = make_article()
        both = make_claim(article, 1, text="both", topics=("obus", "roquettes"))
        none = make_claim(article, 3, text="none", topics=())
        add(store, article, both, make_claim(article, 2, text="shells", topics=("obus",)), none)
        assert texts(store, topic=topic) == expected
        assert next(store.claims(topic="roquettes")) == both

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("NIS", ["nis"]),
            ("nis", ["nis"]),
            ("service de renseignement", ["nis"]),
            ("renseignement sud-coreen", ["nis"]),
            ("RENSEIGNEMENT SUD-CORÉEN", ["nis"]),
            ("yonhap", ["nis"]),
            ("responsable", ["officials"]),
            ("americain", ["officials"]),
            ("responsables de", ["officials"]),
            ("sud-coréen NIS", []),
            ("onhap", []),
            ("%", ["nis", "officials"]),
            ("_", ["nis", "officials"]),
        ],
    )
    def test_source(self, store: Store, source: str, expected: list[str]) -> None:
        """Words of the name, the acronym or the outlet, from their first letters on."""
        article = make_article()
        add(
            store,
            article,
            make_claim(article, 1, text="article"),
            make_claim(article, 2, text="nis", source=NIS),
            make_claim(
                article,
                3,
                text="officials",
                source=Source(name="responsables de l'administration américaine"),
            ),
        )
        assert texts(store, source=source) == expected

    def test_a_source_is_not_found_inside_a_word(self, store: Store) -> None:
        """« ministre » does not quote the NIS."""
        article = make_article()
        add(store, article, make_claim(article, source=Source(name="ministre de la Défense")))
        assert texts(store, source="NIS") == []

    @pytest.mark.parametrize(
        ("party", "expected"),
        [
            ("KP", ["kp to ru"]),
            ("ru", ["kp to ru"]),
            ("FR", ["several"]),
            ("it", ["several"]),
            ("etat islamique", ["several"]),
            ("Hamas", []),
            ("islamique", []),
            ("F", []),
            ("KP,IT", ["kp to ru", "several"]),
        ],
    )
    def test_party(self, store: Store, party: str, expected: list[str]) -> None:
        """A whole member of either role, whatever its case."""
        article = make_article()
        several = make_claim(article, 2, text="several", supplier="FR,IT", recipient="État islamique")
        nobody = make_claim(article, 3, text="nobody", supplier=None, recipient=None)
        add(store, article, make_claim(article, 1, text="kp to ru"), several, nobody)
        assert texts(store, party=party) == expected

    @pytest.mark.parametrize(
        ("since", "until", "expected"),
        [
            (None, None, ["closed", "from 2024", "to 2022", "undated", "words alone"]),
            ("2023-06-30", None, ["closed", "from 2024", "undated", "words alone"]),
            ("2023-07-01", None, ["from 2024", "undated", "words alone"]),
            ("2025-03-31", None, ["from 2024", "undated", "words alone"]),
            ("2025-04-01", None, ["from 2024"]),
            (None, "2022-06-01", ["to 2022"]),
            (None, "2023-01-01", ["closed", "to 2022"]),
            (None, "2024-01-01", ["closed", "from 2024", "to 2022"]),
            (None, "2025-02-28", ["closed", "from 2024", "to 2022"]),
            (None, "2025-03-01", ["closed", "from 2024", "to 2022", "undated", "words alone"]),
            ("2023-01-01", "2023-12-31", ["closed"]),
            ("2030-01-01", "2020-01-01", []),
        ],
    )
    def test_dates(self, store: Store, since: str | None, until: str | None, expected: list[str]) -> None:
        """The period overlaps them, open ends for ever; without dates, the month of publication counts."""
        article = make_article(published="2025-03")
        periods = {
            "closed": Period(text="début 2023", start=dt.date(2023, 1, 1), end=dt.date(2023, 6, 30)),
            "from 2024": Period(text="à partir de 2024", start=dt.date(2024, 1, 1)),
            "to 2022": Period(text="avant 2023", end=dt.date(2022, 12, 31)),
            "undated": Period(),
            "words alone": Period(text="d'ici quelques semaines"),
        }
        claims = [
            make_claim(article, place, text=name, period=period)
            for place, (name, period) in enumerate(periods.items())
        ]
        add(store, article, *claims)
        days = {"since": since, "until": until}
        assert (
            texts(store, **{name: dt.date.fromisoformat(day) for name, day in days.items() if day})
            == expected
        )

    def test_a_claim_without_any_date_is_in_no_period(self, store: Store) -> None:
        """Neither it nor its article says when."""
        article = make_article()
        add(store, article, make_claim(article))
        assert texts(store, since=dt.date.min) == texts(store, until=dt.date.max) == []

    def test_modality(self, store: Store) -> None:
        """One of the five."""
        article = make_article()
        planned = make_claim(article, 2, modality=Modality.PLANNED)
        add(store, article, make_claim(article, 1), planned)
        assert list(store.claims(modality=Modality.PLANNED)) == [planned]

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            (make_article().id, True),
            (make_article().id[:6], True),
            (make_article().id[1:], False),
            ("corpus/2024/a.md", True),
            ("./corpus/2024/a.md", True),
            ("2024/a.md", True),
            ("a.md", True),
            ("copy.md", True),
            ("a", True),
            ("2024/a", True),
            ("cop", False),
            (".md", False),
            ("A.MD", False),
            ("024/a.md", False),
            ("%", False),
        ],
    )
    def test_article(self, store: Store, name: str, found: bool) -> None:
        """The beginning of its id, or the end of any of its paths, by whole names."""
        article, copy = make_article("corpus/2024/a.md"), make_article("other/copy.md")
        other = make_article("corpus/2024/b.md", OTHER)
        for each in (article, copy, other):
            add(store, each, make_claim(each))
        assert list(store.claims(article=name)) == ([make_claim(article)] if found else [])

    def test_conditions_hold_together(self, store: Store) -> None:
        """Each keeps one claim out of two, together one out of four."""
        article = make_article()
        for_both = make_claim(article, 1, topics=("obus",), source=NIS)
        add(
            store,
            article,
            for_both,
            make_claim(article, 2, topics=("obus",)),
            make_claim(article, 3, source=NIS),
        )
        assert list(store.claims(topic="obus", source="NIS")) == [for_both]

    def test_claims_can_be_added_while_others_are_read(self, store: Store) -> None:
        """A reader sees the store as it was when it began."""
        first, second = make_article("a.md"), make_article("b.md", OTHER)
        add(store, first, make_claim(first))
        found = store.claims()
        assert next(found) == make_claim(first)
        add(store, second, make_claim(second))
        assert list(found) == []
        assert list(store.claims()) == [make_claim(first), make_claim(second)]


class TestOne:
    """One claim or one article, by its id."""

    def test_a_claim_by_the_beginning_of_its_id(self, store: Store) -> None:
        """As much of it as tells it from others; all of it wins over a longer one."""
        article = make_article()
        claims = [make_claim(article, place, id=name) for place, name in enumerate(("ab", "abc1", "abd2"))]
        add(store, article, *claims)
        assert [store.claim(name) for name in ("ab", "abc", "abd2")] == claims

    def test_an_ambiguous_id_lists_the_candidates(self, store: Store) -> None:
        """The first five."""
        article = make_article()
        add(store, article, *(make_claim(article, place, id=f"ab{place}") for place in range(7)))
        with pytest.raises(
            StoreError, match=r"more than one claim begins with ab: ab0, ab1, ab2, ab3, ab4, …$"
        ):
            store.claim("ab")

    def test_an_unknown_claim_is_told(self, store: Store) -> None:
        """With its id."""
        with pytest.raises(StoreError, match="no claim f00"):
            store.claim("f00")

    def test_an_article_with_its_text(self, store: Store) -> None:
        """All that was read of it."""
        article = make_article(
            title="Conteneurs", publisher="AFP", published="2024-11", url="https://example.org/a", lang="fr"
        )
        add(store, article)
        assert store.article(article.id) == article

    def test_an_unknown_article_is_told(self, store: Store) -> None:
        """With its id."""
        with pytest.raises(StoreError, match="no article f00"):
            store.article("f00")

    def test_all_articles_with_their_paths(self, store: Store) -> None:
        """By path, each with the number of its claims."""
        first, copy, other = (
            make_article("b.md"),
            make_article("c.md"),
            make_article("a.md", OTHER, title="Obus"),
        )
        add(store, first, make_claim(first), make_claim(first, 90))
        add(store, copy, make_claim(copy))
        add(store, other)
        assert store.articles() == [
            StoredArticle(id=other.id, path="a.md", title="Obus", paths=("a.md",), claims=0),
            StoredArticle(id=first.id, path="b.md", paths=("b.md", "c.md"), claims=2),
        ]

    def test_counts(self, store: Store) -> None:
        """A claim of two topics counts for both."""
        article, copy = make_article("a.md"), make_article("b.md")
        both = make_claim(article, 90, topics=("conteneurs", "obus"))
        add(store, article, make_claim(article), both)
        add(store, copy)
        assert store.counts() == Counts(articles=1, paths=2, claims=2, topics={"conteneurs": 2, "obus": 1})
