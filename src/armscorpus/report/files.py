"""Files written whole or not at all, and only over what was written before."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from armscorpus.errors import OutputError

SIGNATURES = {
    ".html": (b'<meta name="generator" content="armscorpus">',),
    ".svg": (b"<svg",),
    ".png": (b"\x89PNG",),
    ".pdf": (b"%PDF-",),
}
"""What stands in the first bytes of a file that may be replaced, by suffix."""

READ = 2048


def check_output(path: Path) -> None:
    """Raise OutputError where `write_whole` would, before any work is done.

    A file is replaced if it is of the kind that its suffix says: a report by a report, a figure by a figure.
    """
    if path.suffix not in SIGNATURES:
        raise OutputError(path, f"the name must end in {', '.join(SIGNATURES)}")
    signatures = SIGNATURES[path.suffix]
    check_replaceable(path, lambda beginning: any(signature in beginning for signature in signatures))


def check_replaceable(path: Path, is_ours: Callable[[bytes], bool]) -> None:
    """Raise OutputError where a file cannot be written, or is one whose first bytes say that it is not ours."""
    if not path.parent.is_dir():
        raise OutputError(path, f"there is no folder {path.parent}")
    if path.exists() and not _may_be_replaced(path, is_ours):
        raise OutputError(path, "is something else, and is not replaced; choose another name or delete it")


def _may_be_replaced(path: Path, is_ours: Callable[[bytes], bool]) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as stream:
            beginning = stream.read(READ)
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
    return not beginning or is_ours(beginning)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as `replace_whole` does, only over one of its kind."""
    check_output(path)
    replace_whole(path, content)


def replace_whole(path: Path, content: bytes) -> None:
    """Write a file as `replacing` does. Raises OutputError."""
    with replacing(path) as stream:
        stream.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content takes a file's place in the end, so that no reader ever sees a part of it.

    Where the writing fails the file stays as it was. Raises OutputError.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                yield stream
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
