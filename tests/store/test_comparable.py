"""What a store gives to compare new claims with: enough, and not everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.errors import StoreError
from armscorpus.models import Claim, RelationKind
from armscorpus.reconcile import compare_new, is_one_party
from armscorpus.store import Store, open_store
from tests.gold_claims import gold_articles, gold_claims


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the gold of all articles."""
    path = tmp_path_factory.mktemp("comparable") / "store.db"
    with open_store(path) as opened:
        opened.add_many(gold_articles().values(), extractor="gold")
    return path


def conflicts_of(new: list[Claim], known: list[Claim]) -> set[frozenset[str]]:
    """Return the conflicts between new claims that name a side and known ones that do."""
    named = {claim.id for claim in [*new, *known] if claim.supplier or claim.recipient}
    relations, _ = compare_new(new, known)
    return {
        frozenset({relation.a.id, relation.b.id})
        for relation in relations
        if relation.relation is RelationKind.CONFLICT and {relation.a.id, relation.b.id} <= named
    }


@pytest.mark.parametrize("name", list(gold_articles()))
def test_the_conflicts_of_an_article_are_those_with_all_claims(name: str, path: Path) -> None:
    """Leaving out what cannot compare changes nothing."""
    new = gold_articles()[name][1]
    ids = {claim.id for claim in new}
    known = [claim for claim in gold_claims() if claim.id not in ids]
    with open_store(path, read_only=True) as store:
        found = [claim for claim in store.comparable(new, match=is_one_party) if claim.id not in ids]
    assert conflicts_of(new, found) == conflicts_of(new, known)
    assert len(found) < len(known)


def without_sides(claim: Claim) -> Claim:
    """Return a claim that names nobody."""
    return claim.model_copy(update={"supplier": None, "recipient": None})


def test_what_names_nobody_compares_with_what_has_its_source(path: Path) -> None:
    """The claims of its source are found, with those of their sides; others are not."""
    claim = next(claim for claim in gold_claims() if claim.source and claim.supplier == "KP")
    with open_store(path) as store:
        found = {other.supplier for other in store.comparable([without_sides(claim)])}
        everywhere = {other.supplier for other in store.claims(topic=claim.topics[0])}
    assert "KP" in found
    assert found < everywhere | {None}


def test_a_party_is_known_by_its_other_names(tmp_path: Path) -> None:
    """What is told of a company compares with what is told of the state that it fights for."""
    article, (claim, *_) = gold_articles()["dev-01.md"]
    stored = claim.model_copy(update={"supplier": "RU", "recipient": None})
    with open_store(tmp_path / "store.db") as store:
        store.add(article, [stored], extractor="gold")
        sought = claim.model_copy(update={"supplier": "Africa Corps", "recipient": None})
        assert list(store.comparable([sought])) == []
        assert [found.id for found in store.comparable([sought], match=is_one_party)] == [claim.id]


def test_no_claims_compare_with_none(path: Path) -> None:
    """Without a claim there is nothing to ask."""
    with open_store(path) as store:
        assert list(store.comparable([])) == []


def open_read_only(path: Path) -> Store:
    """Return a store that is not written."""
    return open_store(path, read_only=True)


def test_a_store_that_is_only_read_refuses_to_be_written(path: Path) -> None:
    """The database itself refuses, and nothing is left beside the file."""
    article, claims = next(iter(gold_articles().values()))
    with open_read_only(path) as store, pytest.raises(StoreError, match="readonly"):
        store.add(article, claims, extractor="other")
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]


def test_a_store_that_is_only_read_must_exist(tmp_path: Path) -> None:
    """Nothing is created."""
    with pytest.raises(StoreError, match="no store"):
        open_read_only(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_article_that_only_repeats_another_is_left_out(tmp_path: Path) -> None:
    """Word for word, of one publisher and day; with another figure it is not left out, nor are its other claims."""
    article, claims = gold_articles()["dev-01.md"]
    with open_store(tmp_path / "store.db") as store:
        store.add(article, claims, extractor="gold")
        for number, factor in enumerate((1, 2)):
            copy = article.model_copy(
                update={"id": f"copy{number}", "path": f"z{number}.md", "text": f"{number}"}
            )
            first, *rest = (
                claim.model_copy(update={"id": f"{number}{claim.id}", "article": copy.ref})
                for claim in claims
            )
            value = (first.quantity.value or 0) * factor
            first = first.model_copy(update={"quantity": first.quantity.model_copy(update={"value": value})})
            store.add(copy, [first, *rest], extractor="gold")
        found = [claim.article.path for claim in store.comparable(claims)]
    assert set(found) == {article.path, "z1.md"}
    assert found.count("z1.md") == len(claims)
