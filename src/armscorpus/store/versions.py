"""The version of a store's tables: told at opening, created or brought up to date where need be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress

from sqlalchemy import inspect
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.sql import delete, insert, select, text

from armscorpus.errors import StoreError
from armscorpus.store.address import Address
from armscorpus.store.engine import writer
from armscorpus.store.schema import metadata, store_schema

Migration = Callable[[Connection], None]
"""Changes the tables of one version into those of the next."""


def _add_source_details(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE claims ADD COLUMN source_details JSON"))


def _add_judgements(connection: Connection) -> None:
    text_type = 'TEXT COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    keys = ", ".join(f"{name} {text_type} NOT NULL" for name in ("subject", "decided", "author", "decision"))
    rest = f"corrections JSON, note {text_type}, PRIMARY KEY (subject, decided, author)"
    connection.execute(text(f"CREATE TABLE judgements ({keys}, {rest})"))


MIGRATIONS: tuple[Migration, ...] = (_add_source_details, _add_judgements)
"""The first leads from version 1 to 2, and so on; each is SQL of its own, for the tables of its time."""


def bring_up(
    engine: Engine, address: Address, *, must_exist: bool, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Make a database a store of the current version: create the tables, migrate older ones, or do nothing.

    Raises StoreError for a newer store, for a database that holds something else and, where `must_exist`, for
    an empty one; none of these is changed.
    """
    with engine.connect() as connection:
        version = _read_version(connection, address, latest := 1 + len(migrations))
    if version is None and must_exist:
        raise missing(address)
    if version != latest:
        with writer(engine).begin() as connection:
            # Read again: another process may have done it in the meantime.
            version = _read_version(connection, address, latest)
            _create_or_migrate(connection, address, version, migrations)
    if address.path:
        _use_write_ahead_log(engine)


def check_version(engine: Engine, address: Address) -> None:
    """Raise StoreError unless a database is a store of the current version; it is not changed."""
    latest = 1 + len(MIGRATIONS)
    with engine.connect() as connection:
        version = _read_version(connection, address, latest)
    if version is None:
        raise missing(address)
    if version < latest:
        reason = f"tables of version {version}, and this armscorpus reads those of version {latest}"
        raise StoreError(f"{address.name}: {reason}; armscorpus claims brings them up to date")


def missing(address: Address) -> StoreError:
    """Return the error for a store that is not there."""
    return StoreError(f"no store at {address.name}: run armscorpus extract first")


def _read_version(connection: Connection, address: Address, latest: int) -> int | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    version = _stored_version(connection) if store_schema.name in tables else None
    if version is None:
        raise StoreError(
            f"{address.name}: not a store of armscorpus: it holds {', '.join(sorted(tables)[:5])}"
        )
    if version > latest:
        reason = f"made by a newer armscorpus (tables of version {version}; this one reads up to {latest})"
        raise StoreError(f"{address.name}: {reason}")
    return version


def _stored_version(connection: Connection) -> int | None:
    return connection.execute(select(store_schema.c.version)).scalar_one_or_none()


def _use_write_ahead_log(engine: Engine) -> None:
    """Let readers of the file go on while one process writes; the file remembers it."""
    with (
        closing(engine.raw_connection()) as connection,
        closing(connection.cursor()) as cursor,
        # SQLite refuses while another process uses the file; the next to open it asks again.
        suppress(sqlite3.OperationalError),
    ):
        cursor.execute("PRAGMA journal_mode = WAL")


def _create_or_migrate(
    connection: Connection, address: Address, version: int | None, migrations: Sequence[Migration]
) -> None:
    if version is None:
        _create_tables(connection, address)
    else:
        for migrate in migrations[version - 1 :]:
            migrate(connection)
    connection.execute(delete(store_schema))
    connection.execute(insert(store_schema).values(version=1 + len(migrations)))


def _create_tables(connection: Connection, address: Address) -> None:
    if connection.dialect.name == "postgresql":
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            reason = f"the database is in {encoding}; create it with ENCODING 'UTF8' TEMPLATE template0"
            raise StoreError(f"{address.name}: {reason}")
    metadata.create_all(connection)
