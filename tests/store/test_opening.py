"""What opening a store finds, and says."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import text as sql
from sqlalchemy.engine import Connection

from armscorpus.errors import StoreError
from armscorpus.models import Source, SourceKind
from armscorpus.store import Added, Counts, open_store
from armscorpus.store.address import parse_address
from armscorpus.store.engine import connect
from armscorpus.store.versions import MIGRATIONS, bring_up
from tests.store.cases import (
    add,
    execute,
    make_article,
    make_claim,
    tables,
)

LATEST = 1 + len(MIGRATIONS)
"""The version of the tables."""


class TestOpen:
    """What opening finds, and says."""

    def test_a_store_that_must_exist_is_not_created(self, address: str) -> None:
        """The message says what to do."""
        with pytest.raises(StoreError, match=r"^no store at .*: run armscorpus extract first$"):
            open_store(address, must_exist=True)
        assert address.startswith("postgresql") or not Path(address).exists()

    def test_a_store_opens_again(self, address: str) -> None:
        """With all it held."""
        article = make_article()
        with open_store(address) as store:
            add(store, article, make_claim(article))
        with open_store(address, must_exist=True) as store:
            assert list(store.claims()) == [make_claim(article)]

    def test_a_newer_store_is_refused_and_left_alone(self, address: str) -> None:
        """Both versions are told."""
        open_store(address).close()
        execute(address, "UPDATE armscorpus_schema SET version = version + 1")
        told = rf"made by a newer armscorpus \(tables of version {LATEST + 1}; this one reads up to {LATEST}"
        with pytest.raises(StoreError, match=told):
            open_store(address)
        assert tables(address)["armscorpus_schema"] == [(LATEST + 1,)]

    def test_an_older_store_is_brought_up_to_date(self, address: str) -> None:
        """By each migration that it lacks, once, keeping what it holds."""
        article = make_article()
        with open_store(address) as store:
            add(store, article, make_claim(article))
        for _ in range(2):
            migrate(address, add_column("note"), add_column("verdict"))
        rows = tables(address)
        assert rows["armscorpus_schema"] == [(LATEST + 2,)]
        assert rows["articles"] == [(article.id, article.path, article.text, None, None)]

    def test_a_store_of_version_1_learns_who_speaks(self, address: str) -> None:
        """What it holds reads as before; what is added later keeps all of its source."""
        article = make_article()
        source = Source(
            name="Pat Ryder", person="Pat Ryder", institution="Pentagone", kind=SourceKind.MILITARY
        )
        with open_store(address) as store:
            add(store, article, make_claim(article, source=Source(name="NIS")))
        execute(address, "ALTER TABLE claims DROP COLUMN source_details")
        execute(address, "DROP TABLE judgements")
        execute(address, "UPDATE armscorpus_schema SET version = 1")
        later = make_article("later.md", "300 obus")
        with open_store(address) as store:
            add(store, later, make_claim(later, source=source))
            assert [claim.source for claim in store.claims()] == [Source(name="NIS"), source]

    def test_a_failed_migration_changes_nothing(self, address: str) -> None:
        """Not even what came before it failed."""
        open_store(address).close()
        before = tables(address)
        with pytest.raises(RuntimeError, match="broken"):
            migrate(address, add_column("note"), break_off)
        assert tables(address) == before
        open_store(address).close()

    def test_a_database_of_somebody_else_is_refused_and_left_alone(self, address: str) -> None:
        """Its tables are named."""
        execute(address, "CREATE TABLE recipes (name TEXT)")
        for must_exist in (False, True):
            with pytest.raises(StoreError, match="not a store of armscorpus: it holds recipes"):
                open_store(address, must_exist=must_exist)
        execute(address, "DROP TABLE recipes")
        open_store(address).close()

    def test_two_processes_add_at_once(self, address: str) -> None:
        """Both succeed, on a store that neither found; what they share is there once."""
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            outcomes = list(pool.map(add_from_another_process, [address] * 2, [0, 20]))
        assert {outcome for added in outcomes for outcome in added} == {Added.ADDED, Added.UNCHANGED}
        with open_store(address, must_exist=True) as store:
            assert store.counts() == Counts(articles=60, paths=60, claims=60, topics={"conteneurs": 60})


def add_from_another_process(address: str, first: int) -> list[Added]:
    """Store forty articles, one by one."""
    articles = [make_article(f"{number}.md", f"{number} obus") for number in range(first, first + 40)]
    with open_store(address) as store:
        return [add(store, article, make_claim(article)) for article in articles]


def migrate(address: str, *migrations: Callable[[Connection], None]) -> None:
    """Open a store as a later armscorpus would that has these migrations."""
    where = parse_address(address)
    engine = connect(where)
    try:
        bring_up(engine, where, must_exist=True, migrations=(*MIGRATIONS, *migrations))
    finally:
        engine.dispose()


def add_column(name: str) -> Callable[[Connection], None]:
    """Return a migration that adds a column."""

    def migration(connection: Connection) -> None:
        connection.execute(sql(f"ALTER TABLE articles ADD COLUMN {name} TEXT"))

    return migration


def break_off(_: Connection) -> None:
    """Fail as a migration."""
    raise RuntimeError("broken")
