"""A PostgreSQL server of its own for the tests: on a socket in a temporary folder, never as root.

The fixture `server` runs it; where the machine has no server binaries, the tests that need it skip.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

USER, PASSWORD = "desk", "s3cret pass/word@%"
DEADLINE = 30
"""Seconds that a server may take to start."""


class Server:
    """A running server; `folder` holds its socket."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = (f"test_{number}" for number in itertools.count())

    def url(self, database: str = "postgres", *, password: str = PASSWORD, **options: str) -> str:
        """Return the address of a database, as a user writes it."""
        query = "".join(f"&{name}={quote(value)}" for name, value in options.items())
        return f"postgresql://{USER}:{quote(password, safe='')}@/{database}?host={self.folder}{query}"

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement outside of any transaction, and return its rows."""
        import psycopg

        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def new_schema(self) -> str:
        """Create an empty schema, and return the address under which it is the only one."""
        name = next(self._names)
        self.run(f"CREATE SCHEMA {name}")
        return self.url(options=f"-csearch_path={name}")

    def new_database(self, options: str = "") -> str:
        """Create an empty database, and return its name."""
        name = next(self._names)
        self.run(f"CREATE DATABASE {name} {options}")
        return name


def find_binaries() -> Path | None:
    """Return the folder of `initdb` and `postgres`, the newest of Debian's where neither is on the path."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in versions), key=lambda path: int(path.parent.name), default=None)


def account() -> dict[str, Any]:
    """Return the options of subprocess that give up root, which the server refuses to run as."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Yield a folder that the server's account owns; its path is short, as that of a socket must be."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    who = account()
    if who:
        os.chown(folder, who["user"], who["group"])
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def running(binaries: Path, folder: Path) -> Iterator[None]:
    """Keep a server running whose data and socket are in a folder."""
    data, log, password = folder / "data", folder / "log", folder / "password"
    password.write_text(PASSWORD, encoding="utf-8")
    password.chmod(0o644)
    common: dict[str, Any] = {"cwd": folder, "stdin": subprocess.DEVNULL, **account()}
    options = f"--auth=scram-sha-256 --encoding=UTF8 --locale=C --no-sync --username={USER}".split()
    subprocess.run(
        [binaries / "initdb", "-D", data, f"--pwfile={password}", *options],
        check=True,
        capture_output=True,
        **common,
    )
    settings: dict[str, object] = {"listen_addresses": "", "unix_socket_directories": folder, "fsync": "off"}
    arguments = [argument for name, value in settings.items() for argument in ("-c", f"{name}={value}")]
    with log.open("wb") as output:
        command = [str(binaries / "postgres"), "-D", str(data), *arguments]
        process: subprocess.Popen[bytes] = subprocess.Popen(command, stdout=output, stderr=output, **common)
        try:
            wait_until_ready(process, folder, log)
            yield
        finally:
            process.send_signal(signal.SIGINT)  # disconnect clients and stop
            process.wait(DEADLINE)


def wait_until_ready(process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    """Return as soon as the server answers; fail with its log if it ends or takes too long."""
    import psycopg

    end = time.monotonic() + DEADLINE
    while process.poll() is None and time.monotonic() < end:
        try:
            psycopg.connect(Server(folder).url()).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the PostgreSQL server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
