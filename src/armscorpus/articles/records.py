"""JSON Lines as such: numbered objects, read line by line, so that the size of the file does not matter."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from armscorpus.articles.encoding import decode, refuse_signature
from armscorpus.articles.unreadable import UnreadableError


def number_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers from 1.

    Raises UnreadableError if the file is of another kind, OSError if it cannot be read.
    """
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if number == 1:
                _refuse_other(line)
            if line.strip():
                yield number, line


def parse_record(line: bytes) -> dict[str, Any]:
    """Return the JSON object that the line is. Raises UnreadableError."""
    try:
        value = json.loads(decode(line).rstrip())
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise UnreadableError("JSON nested too deeply") from error
    if not isinstance(value, dict):
        raise UnreadableError("not a JSON object")
    return value


def _refuse_other(beginning: bytes) -> None:
    refuse_signature(beginning)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError("UTF-16, where JSON Lines are UTF-8")
