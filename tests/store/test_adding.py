"""What a store keeps of the articles that are added to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from armscorpus.errors import ArticleError, StoreError
from armscorpus.models import Article, Claim, Period
from armscorpus.store import Added, Store, StoredArticle, open_store
from tests.store.cases import (
    EVIDENCE,
    OTHER,
    add,
    make_article,
    make_claim,
    make_quantity,
    tables,
)


class TestAdd:
    """Articles are told apart by content: how often one came leaves no trace."""

    def test_a_new_article_is_added(self, store: Store) -> None:
        """Its claims come back as they were."""
        article = make_article(published="2025-03-05", title="Conteneurs")
        claim = make_claim(article)
        assert add(store, article, claim) is Added.ADDED
        assert list(store.claims()) == [claim]

    def test_the_same_article_again_changes_nothing(self, address: str) -> None:
        """Not a row is written."""
        article = make_article(published="2025-03-05")
        claim = make_claim(article)
        with open_store(address) as store:
            add(store, article, claim)
            before = tables(address)
            assert add(store, article, claim) is Added.UNCHANGED
        assert tables(address) == before

    def test_a_changed_text_replaces_the_claims_of_its_path(self, store: Store) -> None:
        """The text that no path holds any more is forgotten."""
        old, new = make_article(), make_article(text=OTHER)
        claim = make_claim(new)
        add(store, old, make_claim(old))
        assert add(store, new, claim) is Added.REPLACED
        assert list(store.claims()) == [claim]
        assert [article.id for article in store.articles()] == [new.id]

    @pytest.mark.parametrize(
        ("fields", "extractor"),
        [
            ({"published": "2025-01-01"}, "1"),
            ({"title": "Obus"}, "1"),
            ({"url": "https://example.org"}, "1"),
            ({}, "2"),
        ],
        ids=["published", "title", "url", "extractor"],
    )
    def test_other_metadata_or_another_extractor_replaces(
        self, store: Store, fields: dict[str, str], extractor: str
    ) -> None:
        """The text is the same, the reading is not."""
        add(store, make_article(), make_claim(make_article()))
        again = make_article(**fields)
        claim = make_claim(again, supplier="IR")
        assert add(store, again, claim, extractor=extractor) is Added.REPLACED
        assert list(store.claims()) == [claim]
        assert store.article(again.id) == again

    def test_other_claims_of_the_same_text_replace(self, store: Store) -> None:
        """A corrected rule shows even where nobody changed the version."""
        article = make_article()
        add(store, article, make_claim(article), make_claim(article, 90))
        assert add(store, article, make_claim(article)) is Added.REPLACED
        assert list(store.claims()) == [make_claim(article)]

    def test_an_article_without_claims_is_kept(self, store: Store) -> None:
        """That it says nothing of arms is worth knowing too."""
        article = make_article()
        assert add(store, article) is Added.ADDED
        assert store.article(article.id) == article
        assert list(store.claims()) == []

    def test_one_text_at_two_paths_is_one_article(self, store: Store) -> None:
        """It has two paths, and its claims once."""
        first, second = make_article("a.md"), make_article("b.md")
        add(store, first, make_claim(first))
        assert add(store, second, make_claim(second)) is Added.ADDED
        assert list(store.claims()) == [make_claim(first)]
        assert store.articles() == [StoredArticle(id=first.id, path="a.md", paths=("a.md", "b.md"), claims=1)]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (("b.md", "2024-05-02"), ("a.md", "2024-05-03")),
            (("b.md", "2024-05-30"), ("a.md", "2024-05")),
            (("b.md", "2024-05-02"), ("a.md", None)),
            (("a.md", "2024-05-02"), ("b.md", "2024-05-02")),
            (("a.md", None), ("b.md", None)),
        ],
        ids=["earlier", "month", "undated", "same date", "both undated"],
    )
    @pytest.mark.parametrize("order", [1, -1], ids=["in order", "reversed"])
    def test_the_path_of_the_earliest_known_date_leads(
        self, store: Store, first: tuple[str, str | None], second: tuple[str, str | None], order: int
    ) -> None:
        """In whichever order the two were read; between equal dates, the smallest path."""
        dated = [make_article(path, published=published) for path, published in (first, second)]
        for article in dated[::order]:
            add(store, article, make_claim(article, object=article.path))
        assert list(store.claims()) == [make_claim(dated[0], object=dated[0].path)]
        assert store.article(dated[0].id) == dated[0]

    def test_the_next_path_leads_with_its_own_claims_when_the_first_changes(self, store: Store) -> None:
        """« depuis 2023 » ends at another date for each."""
        first, second = (
            make_article("a.md", published="2024-01-01"),
            make_article("b.md", published="2025-01-01"),
        )
        claim = make_claim(
            second, period=Period(text="depuis 2023", end=dt.date(2025, 1, 1)), evidence=EVIDENCE
        )
        add(store, first, make_claim(first, quantity=make_quantity("33.333333")))
        add(store, second, claim)
        assert add(store, make_article("a.md", OTHER)) is Added.REPLACED
        assert list(store.claims()) == [claim]

    def test_two_texts_of_one_id_are_refused(self, store: Store) -> None:
        """Rather than to give one the claims of the other."""
        article = make_article("a.md")
        add(store, article)
        with pytest.raises(StoreError, match=r"b\.md: the id .* is that of another text, a\.md"):
            add(store, article.model_copy(update={"path": "b.md", "text": OTHER}))

    def test_two_claims_of_one_id_are_refused(self, store: Store) -> None:
        """Nothing of the article is stored."""
        article = make_article()
        with pytest.raises(StoreError, match="two claims have the id"):
            add(store, article, make_claim(article), make_claim(article))
        assert store.articles() == []

    def test_a_claim_of_another_article_is_refused(self, store: Store) -> None:
        """The article and the claim are named."""
        article, other = make_article(), make_article(text=OTHER)
        with pytest.raises(StoreError, match=f"is of article {other.id}, not {article.id}"):
            add(store, article, make_claim(other))

    def test_an_id_held_by_a_claim_of_another_article_is_refused(self, store: Store) -> None:
        """The failed article leaves no trace."""
        first, second = make_article("a.md"), make_article("b.md", OTHER)
        add(store, first, make_claim(first, id="same"))
        with pytest.raises(StoreError):
            add(store, second, make_claim(second, id="same"))
        assert [article.path for article in store.articles()] == ["a.md"]


class TestAddMany:
    """Many articles in few transactions."""

    def test_each_item_gets_its_outcome_in_order(self, store: Store) -> None:
        """New, the same, and changed."""
        new, changed = make_article("a.md"), make_article("a.md", OTHER)
        items: list[tuple[Article, list[Claim]]] = [
            (new, [make_claim(new)]),
            (new, [make_claim(new)]),
            (changed, []),
        ]
        assert store.add_many(items, extractor="1") == [Added.ADDED, Added.UNCHANGED, Added.REPLACED]

    def test_more_articles_than_a_transaction_takes(self, store: Store) -> None:
        """All of them arrive."""
        articles = [make_article(f"{number:03}.md", f"{number} obus") for number in range(450)]
        store.add_many(((article, [make_claim(article)]) for article in articles), extractor="1")
        assert [claim.article.path for claim in store.claims()] == [article.path for article in articles]

    def test_what_comes_before_an_unreadable_article_is_stored(self, store: Store) -> None:
        """The error goes to the caller."""

        def read() -> Iterator[tuple[Article, list[Claim]]]:
            yield make_article("a.md"), []
            raise ArticleError("b.md", "is empty")

        with pytest.raises(ArticleError, match="is empty"):
            store.add_many(read(), extractor="1")
        assert [article.path for article in store.articles()] == ["a.md"]

    def test_what_comes_before_an_unstorable_article_is_stored(self, store: Store) -> None:
        """The article that is refused is named."""
        with pytest.raises(StoreError, match=r"b\.md"):
            store.add_many([(make_article("a.md"), []), (make_article("b.md", "\0"), [])], extractor="1")
        assert [article.path for article in store.articles()] == ["a.md"]


class TestRemove:
    """A path can be forgotten."""

    def test_the_article_goes_with_its_last_path(self, address: str) -> None:
        """No row of it is left."""
        article = make_article()
        with open_store(address) as store:
            empty = tables(address)
            add(store, article, make_claim(article))
            assert store.remove(article.path)
        assert tables(address) == empty

    def test_an_unknown_path_is_told(self, store: Store) -> None:
        """Nothing was there to forget."""
        assert not store.remove("nowhere.md")
