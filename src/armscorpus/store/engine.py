"""How a database is reached: connections, and transactions in which one writer waits for another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine, create_engine

from armscorpus.errors import StoreError
from armscorpus.store.address import Address

WAIT = 60
"""Seconds that a writer waits for another before it gives up."""

SERVER_OPTIONS = {"client_encoding": "utf8", "connect_timeout": 10}
"""What is asked of a connection to a server, in seconds, where its URL does not say otherwise."""

WRITERS_LOCK = int.from_bytes(b"armscorp")
"""The number of the advisory lock that writers of one PostgreSQL database share."""


def connect(address: Address) -> Engine:
    """Return an engine for a database, without asking anything of it yet.

    Its transactions read; those of `writer(engine)` write, one at a time. Raises StoreError where the driver
    of PostgreSQL is not installed.
    """
    return _connect_file(address) if address.path else _connect_server(address)


def writer(engine: Engine) -> Engine:
    """Return the same engine, for transactions that write: the next waits until this one has ended."""
    return engine.execution_options(writes=True)


def _connect_file(address: Address) -> Engine:
    engine = create_engine(address.url, connect_args={"timeout": WAIT}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_file)
    event.listen(engine, "begin", _begin_file)
    return engine


def _prepare_file(connection: Any, _record: object) -> None:
    # Transactions begin in `_begin_file`; the driver would begin them late, and upgrade a reader to a writer.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_file(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _connect_server(address: Address) -> Engine:
    options = {name: value for name, value in SERVER_OPTIONS.items() if name not in address.url.query}
    try:
        engine = create_engine(address.url, connect_args=options, hide_parameters=True)
    except ImportError as error:
        hint = "PostgreSQL needs psycopg: pip install 'armscorpus[postgresql]'"
        raise StoreError(f"{address.name}: {hint} ({error})") from error
    event.listen(engine, "begin", _begin_server)
    return engine


def _begin_server(connection: Connection) -> None:
    if _writes(connection):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
    else:
        # All rows are read: the plan is to be fast up to the last one, not up to the first tenth.
        connection.exec_driver_sql("SET LOCAL cursor_tuple_fraction = 1")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes"))
