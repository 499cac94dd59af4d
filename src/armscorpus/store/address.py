"""Where a store is, and how messages name it: never with its password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from armscorpus.errors import StoreError

POSTGRESQL = {"postgresql", "postgres", "postgresql+psycopg"}


class Address(NamedTuple):
    """A database as SQLAlchemy reaches it, its name in messages, and its file where it is one."""

    url: URL
    name: str
    path: Path | None = None


def parse_address(address: str | Path) -> Address:
    """Return the database that a path, a `sqlite:///` URL or a `postgresql://` URL stands for.

    Raises StoreError for another kind of URL, and for one that cannot be read.
    """
    scheme, separator, rest = str(address).partition("://")
    if isinstance(address, Path) or not separator:
        return _file_address(Path(address))
    if scheme == "sqlite":
        return _file_address(_sqlite_path(rest))
    if scheme in POSTGRESQL:
        return _server_address(scheme, str(address))
    raise StoreError(f"{scheme}://: a store is a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE")


def _sqlite_path(rest: str) -> Path:
    if not rest.startswith("/") or "?" in rest:
        raise StoreError(f"sqlite://{rest}: write sqlite:///FILE, without options (four slashes if absolute)")
    return Path(rest.removeprefix("/"))


def _file_address(path: Path) -> Address:
    path = path.expanduser() if path.parts[:1] == ("~",) else path
    if path.name in {"", ":memory:"}:
        raise StoreError(f"{path}: a store is a file that stays; name one")
    # Absolute, so that no name is special to SQLite, and a change of folder does not move the store.
    return Address(URL.create("sqlite", database=str(path.absolute())), str(path), path)


def _server_address(scheme: str, address: str) -> Address:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        url = None
    # An « @ » left over is the end of a password that was not percent-encoded, and must not be printed.
    if url is None or "@" in f"{url.host}{url.database}":
        reason = "not a readable URL; percent-encode the special characters of the password (@ is %40)"
        raise StoreError(f"{scheme}://…: {reason}")
    url = url.set(drivername="postgresql+psycopg")
    shown = URL.create("postgresql", url.username, None, url.host, url.port, url.database)
    return Address(url, shown.render_as_string())


@contextmanager
def reported(name: str) -> Iterator[None]:
    """Turn what the database refuses into a StoreError: the name of the store and the reason, on one line."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{name}: {' '.join(str(error.orig).split())}") from error
