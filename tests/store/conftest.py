"""The databases of the tests: an empty one of each kind for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from armscorpus.store import Store, open_store
from tests.store.server import Server, find_binaries, running, temporary_folder


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return a running PostgreSQL server, stopped after the last test."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server on this machine (Debian: apt-get install postgresql)")
    with temporary_folder() as folder, running(binaries, folder):
        yield Server(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "armscorpus.db")
    server: Server = request.getfixturevalue("server")
    return server.new_schema()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Return an empty store, open."""
    with open_store(address) as store:
        yield store
