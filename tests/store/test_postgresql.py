"""What only a store on a server does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from armscorpus.errors import StoreError
from armscorpus.store import Added, open_store
from armscorpus.store.address import parse_address
from armscorpus.store.engine import connect, writer
from tests.store.cases import OTHER, add, fetch, make_article, make_claim, make_quantity
from tests.store.server import PASSWORD, USER, Server

WRONG, GUEST = "hush", "guest"


@contextmanager
def writing(address: str) -> Iterator[None]:
    """Be another desk that writes."""
    engine = connect(parse_address(address))
    with writer(engine).begin():
        yield
    engine.dispose()


class TestAddress:
    """How a server is named, and what is never printed."""

    @pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
    def test_each_spelling_of_the_scheme(self, server: Server, scheme: str) -> None:
        """All reach the same server."""
        address = server.new_schema().replace("postgresql", scheme, 1)
        with open_store(address) as store:
            assert add(store, make_article()) is Added.ADDED

    @pytest.mark.parametrize(
        "rest",
        [
            "desk:hush@word@host/db",
            "desk:hush@host/a@b",
            "desk:hush@host:port/db",
            "desk:hush@[::1/db",
            "desk:hu@sh:1@h",
        ],
    )
    def test_an_unreadable_url_is_not_repeated(self, rest: str) -> None:
        """The part that cannot be read may be the password."""
        with pytest.raises(
            StoreError, match="percent-encode the special characters of the password"
        ) as caught:
            open_store(f"postgresql://{rest}")
        assert "hu" not in str(caught.value)
        assert caught.value.__cause__ is None

    @pytest.mark.parametrize(
        "form", ["postgresql://desk:{}@127.0.0.1:1/db", "postgresql://desk@127.0.0.1:1/db?password={}"]
    )
    def test_a_password_is_not_printed(self, form: str) -> None:
        """Nor is it when the server cannot be reached."""
        with pytest.raises(StoreError, match=r"^postgresql://desk@127\.0\.0\.1:1/db: .*refused") as caught:
            open_store(form.format("hush%20hush"))
        assert "hush" not in f"{caught.value} {caught.value.__cause__!r}"

    def test_a_missing_driver_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With the command that installs it."""
        monkeypatch.setitem(sys.modules, "psycopg", None)
        with pytest.raises(
            StoreError, match=r"PostgreSQL needs psycopg: pip install 'armscorpus\[postgresql\]'"
        ):
            open_store("postgresql://desk@localhost/db")


class TestRefusal:
    """What a server refuses becomes a StoreError."""

    def test_a_wrong_password(self, server: Server) -> None:
        """The reason is the server's."""
        with pytest.raises(StoreError, match="password authentication failed") as caught:
            open_store(server.url(password=WRONG))
        assert "hush" not in str(caught.value)
        assert PASSWORD not in str(caught.value)

    def test_an_unknown_database(self, server: Server) -> None:
        """The database is named."""
        with pytest.raises(StoreError, match='database "nowhere" does not exist'):
            open_store(server.url("nowhere"))

    def test_a_server_that_is_not_there(self, tmp_path: Path) -> None:
        """At once, for a socket that nobody listens at."""
        with pytest.raises(StoreError, match="No such file or directory"):
            open_store(f"postgresql://desk@/db?host={tmp_path}")

    def test_a_database_that_is_not_in_unicode(self, server: Server) -> None:
        """Nothing is created in it."""
        database = server.new_database("TEMPLATE template0 ENCODING 'LATIN1'")
        with pytest.raises(StoreError, match="is in LATIN1; create it with ENCODING 'UTF8'"):
            open_store(server.url(database))
        assert server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database) == []

    def test_a_writer_that_waits_too_long_says_so(
        self, server: Server, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And a reader does not wait at all."""
        address = server.new_schema()
        with open_store(address) as store:
            monkeypatch.setattr("armscorpus.store.engine.WAIT", 0.05)
            with writing(address):
                assert store.articles() == []
                with pytest.raises(StoreError, match="lock timeout"):
                    add(store, make_article())
            assert add(store, make_article()) is Added.ADDED


class TestSharing:
    """Several desks and one server."""

    def test_a_database_of_its_own(self, server: Server) -> None:
        """The tables are in the schema that everybody sees."""
        address = server.url(database := server.new_database())
        open_store(address).close()
        tables = server.run(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", database
        )
        assert [name for (name,) in tables] == [
            "armscorpus_schema",
            "article_paths",
            "articles",
            "claim_topics",
            "claims",
            "judgements",
        ]

    def test_two_schemas_are_two_stores(self, server: Server) -> None:
        """What one holds, the other does not."""
        with open_store(server.new_schema()) as one, open_store(server.new_schema()) as other:
            add(one, make_article())
            assert other.articles() == []

    def test_two_desks_see_what_each_adds(self, server: Server) -> None:
        """As soon as it is added."""
        address = server.new_schema()
        with open_store(address) as one, open_store(address) as other:
            add(one, make_article("a.md"))
            add(other, make_article("b.md", OTHER))
            assert [article.path for article in one.articles()] == ["a.md", "b.md"]

    def test_a_reader_needs_no_more_than_the_right_to_read(self, server: Server) -> None:
        """A role that may select lists claims, and is refused when it adds."""
        database = server.new_database()
        article = make_article()
        with open_store(server.url(database)) as store:
            add(store, article, make_claim(article))
        server.run(f"CREATE ROLE guest LOGIN PASSWORD '{GUEST}'")
        server.run("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest", database)
        address = server.url(database, password=GUEST).replace(USER, "guest", 1)
        with open_store(address, must_exist=True) as store:
            assert list(store.claims()) == [make_claim(article)]
            with pytest.raises(StoreError, match="permission denied"):
                add(store, make_article("b.md", OTHER))

    def test_the_order_does_not_depend_on_the_language_of_the_server(self, server: Server) -> None:
        """French order would put « é » between « e » and « f », and capitals among the others."""
        address = server.url(server.new_database("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'fr'"))
        paths = ["Z.md", "a.md", "f.md", "é.md"]
        with open_store(address) as store:
            for path in paths:
                add(store, make_article(path, path), make_claim(make_article(path, path)))
            assert [claim.article.path for claim in store.claims()] == paths
            assert [article.path for article in store.articles()] == paths

    def test_no_connection_stays_open(self, server: Server) -> None:
        """Not even after an error, or a question whose answers were not all read."""
        database = server.new_database()
        article = make_article()
        with open_store(server.url(database)) as store:
            add(store, article, make_claim(article), make_claim(article, 90))
            next(store.claims())
            with pytest.raises(StoreError):
                store.claim("f00")
        server.run(f"DROP DATABASE {database}")  # refused while anybody is connected

    def test_numbers_are_numbers_to_sql(self, server: Server) -> None:
        """All digits of them."""
        address, article = server.new_schema(), make_article()
        with open_store(address) as store:
            add(store, article, make_claim(article, quantity=make_quantity("999999999999999.999999")))
        assert fetch(address, "SELECT high + 1, pg_typeof(high)::text FROM claims") == [
            (make_quantity("1000000000000000.999999").high, "numeric")
        ]


def test_a_store_that_is_only_read_is_not_written(server: Server) -> None:
    """The server refuses, and answers what new claims may be compared with."""
    address, article = server.new_schema(), make_article()
    with open_store(address) as store:
        add(store, article, make_claim(article))
        claims = list(store.claims())
    with open_store(address, read_only=True) as store:
        assert list(store.comparable(claims)) == claims != []
        with pytest.raises(StoreError, match="read-only"):
            add(store, make_article(OTHER))
