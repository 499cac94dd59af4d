"""How a database is reached: connections, and transactions in which one writer waits for another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, create_engine

from armscorpus.errors import StoreError
from armscorpus.store.address import Address

WAIT = 60
"""Seconds that a writer waits for another before it gives up."""

SERVER_OPTIONS = {"client_encoding": "utf8", "connect_timeout": 10}
"""What is asked of a connection to a server, in seconds, where its URL does not say otherwise."""

WRITERS_LOCK = int.from_bytes(b"armscorp")
"""The number of the advisory lock that writers of one PostgreSQL database share."""


def connect(address: Address, *, read_only: bool = False) -> Engine:
    """Return an engine for a database, without asking anything of it yet.

    Its transactions read; those of `writer(engine)` write, one at a time, unless all are `read_only`, which the
    database itself then enforces. Raises StoreError where the driver of PostgreSQL is not installed.
    """
    if address.path:
        return _connect_file(address, address.path, read_only=read_only)
    return _connect_server(address, read_only=read_only)


def writer(engine: Engine) -> Engine:
    """Return the same engine, for transactions that write: the next waits until this one has ended."""
    return engine.execution_options(writes=True)


def _connect_file(address: Address, path: Path, *, read_only: bool) -> Engine:
    is_frozen = read_only and not os.access(path.absolute().parent, os.W_OK)
    url = _frozen(address.url) if is_frozen else address.url
    engine = create_engine(url, connect_args={"timeout": WAIT}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_file)
    if read_only:
        event.listen(engine, "connect", _refuse_changes)
    event.listen(engine, "begin", _begin_file)
    return engine


def _frozen(url: URL) -> URL:
    """Return the URL of a file in a folder without room for locks, where nobody else writes it either."""
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    return url.set(database=f"file:{quote(url.database or '')}", query=query)


def _prepare_file(connection: Any, _record: object) -> None:
    # Transactions begin in `_begin_file`; the driver would begin them late, and upgrade a reader to a writer.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _refuse_changes(connection: Any, _record: object) -> None:
    # Not `mode=ro`, which leaves the files of the write-ahead log behind.
    connection.execute("PRAGMA query_only = ON")


def _begin_file(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _connect_server(address: Address, *, read_only: bool) -> Engine:
    options = {name: value for name, value in SERVER_OPTIONS.items() if name not in address.url.query}
    try:
        engine = create_engine(address.url, connect_args=options, hide_parameters=True)
    except ImportError as error:
        hint = "PostgreSQL needs psycopg: pip install 'armscorpus[postgresql]'"
        raise StoreError(f"{address.name}: {hint} ({error})") from error
    event.listen(engine, "begin", _begin_server)
    return engine.execution_options(postgresql_readonly=True) if read_only else engine


def _begin_server(connection: Connection) -> None:
    if _writes(connection):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
    else:
        # All rows are read: the plan is to be fast up to the last one, not up to the first tenth.
        connection.exec_driver_sql("SET LOCAL cursor_tuple_fraction = 1")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes"))
