"""What only a store in a file does."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

from armscorpus.errors import StoreError
from armscorpus.store import Added, open_store
from tests.store.cases import (
    EVIDENCE,
    add,
    execute,
    make_article,
    make_claim,
    make_quantity,
)


class TestFile:
    """What only a file does."""

    @pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
    def test_a_path_and_a_url_name_the_same_file(self, tmp_path: Path, form: str) -> None:
        """A name with characters that URLs reserve stays a name."""
        path = tmp_path / "é #1%20.db"
        open_store(form.format(path)).close()
        assert path.exists()

    def test_a_question_mark_in_a_path_is_a_character(self, tmp_path: Path) -> None:
        """A path has no options."""
        path = tmp_path / "obus?mode=ro"
        open_store(path).close()
        assert path.exists()

    def test_a_relative_path_stays_where_it_was(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever folder the process moves to."""
        monkeypatch.chdir(tmp_path)
        with open_store("sqlite:///here.db") as store:
            monkeypatch.chdir("/")
            add(store, make_article())
            assert len(store.articles()) == 1

    def test_a_tilde_is_the_home_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """As in a variable that no shell has expanded."""
        monkeypatch.setenv("HOME", str(tmp_path))
        open_store("~/mine.db").close()
        assert (tmp_path / "mine.db").exists()

    def test_extracting_again_leaves_the_file_as_it_was(self, tmp_path: Path) -> None:
        """To the byte."""
        path, article = tmp_path / "armscorpus.db", make_article(published="2024-11")
        digests = []
        for _ in range(2):
            with open_store(path) as store:
                add(store, article, make_claim(article, evidence=EVIDENCE))
                store.add_many([(article, [make_claim(article, evidence=EVIDENCE)])], extractor="1")
            digests.append(hashlib.sha256(path.read_bytes()).hexdigest())
        assert digests[0] == digests[1]
        assert sorted(tmp_path.iterdir()) == [path]

    def test_a_reader_does_not_wait_for_a_writer(self, tmp_path: Path) -> None:
        """It sees what was there before."""
        path = tmp_path / "armscorpus.db"
        with open_store(path) as store:
            writer = sqlite3.connect(path, isolation_level=None)
            writer.execute("BEGIN IMMEDIATE")
            assert store.articles() == []
            writer.close()

    def test_a_writer_that_waits_too_long_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The store is named, and nothing is half written."""
        monkeypatch.setattr("armscorpus.store.engine.WAIT", 0)
        path = tmp_path / "armscorpus.db"
        with open_store(path) as store:
            writer = sqlite3.connect(path, isolation_level=None)
            writer.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match=r"armscorpus\.db: database is locked"):
                add(store, make_article())
            writer.close()
            assert add(store, make_article()) is Added.ADDED

    @pytest.mark.parametrize("must_exist", [False, True])
    def test_a_file_that_is_no_database_is_refused_and_left_alone(
        self, tmp_path: Path, must_exist: bool
    ) -> None:
        """The reason is SQLite's."""
        path = tmp_path / "notes.txt"
        path.write_text("obus " * 1000, encoding="utf-8")
        with pytest.raises(StoreError, match=r"notes\.txt: file is not a database"):
            open_store(path, must_exist=must_exist)
        assert path.read_text(encoding="utf-8") == "obus " * 1000

    def test_a_database_of_somebody_else_keeps_every_byte(self, tmp_path: Path) -> None:
        """Its journal mode too."""
        path = tmp_path / "recipes.db"
        execute(str(path), "CREATE TABLE recipes (name TEXT)")
        before = path.read_bytes()
        with pytest.raises(StoreError):
            open_store(path)
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        ("name", "reason"), [("folder", "is a folder"), ("nowhere/armscorpus.db", "there is no folder")]
    )
    def test_a_place_where_no_file_can_be(self, tmp_path: Path, name: str, reason: str) -> None:
        """The reason comes before SQLite's « unable to open »."""
        (tmp_path / "folder").mkdir()
        with pytest.raises(StoreError, match=reason):
            open_store(tmp_path / name)

    @pytest.mark.parametrize(
        "address",
        [
            "sqlite://",
            "sqlite:///",
            "sqlite://host/a.db",
            "sqlite:///a.db?mode=ro",
            ":memory:",
            "sqlite:///:memory:",
            "",
        ],
    )
    def test_an_address_that_names_no_file_is_refused(self, address: str) -> None:
        """A store in memory would keep nothing."""
        with pytest.raises(StoreError):
            open_store(address)

    @pytest.mark.parametrize(
        "address", ["mysql://me:hush@host/db", "https://example.org", "postgresql+asyncpg://h/d"]
    )
    def test_another_kind_of_address_is_refused(self, address: str) -> None:
        """The kinds there are are told; the password is not."""
        with pytest.raises(StoreError, match=r"a store is a file, sqlite:///FILE or postgresql://") as caught:
            open_store(address)
        assert "hush" not in str(caught.value)

    def test_numbers_are_numbers_to_sql(self, tmp_path: Path) -> None:
        """Counts compare and add up, with or without a fraction."""
        path, article = tmp_path / "armscorpus.db", make_article()
        with open_store(path) as store:
            for start, number in enumerate(("2", "16000", "33.5")):
                add(store, make_article(f"{start}.md", f"{number} obus"))
            add(
                store,
                article,
                *(
                    make_claim(article, n, quantity=make_quantity(v))
                    for n, v in enumerate(("2", "16000", "33.5"))
                ),
            )
        with sqlite3.connect(path) as connection:
            rows = connection.execute("SELECT value FROM claims WHERE value > 3 ORDER BY value").fetchall()
            total = connection.execute("SELECT sum(value) FROM claims").fetchone()
        connection.close()
        assert (rows, total) == ([(33.5,), (16000,)], (16035.5,))
