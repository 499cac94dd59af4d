"""JSON Lines → readings, one a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from armscorpus.articles.drafts import Draft, Reading, check_characters, parse_metadata
from armscorpus.articles.files import show_path
from armscorpus.articles.records import number_lines, parse_record
from armscorpus.articles.unreadable import UnreadableError

NAMES = ("file_name", "id")
"""The fields that name an article, the first one given wins; where there is none, its line number does."""


def read_lines(path: Path) -> Iterator[Reading]:
    """Yield the article of each line that is not blank, at `FILE/NAME`; what is none is at `FILE:LINE`.

    Of two lines of one name the second is refused: its claims would take the place of the first one's. Raises
    UnreadableError if the file is of another kind or empty, OSError if it cannot be read.
    """
    lines: dict[str, int] = {}
    number = 0
    for number, line in number_lines(path):
        try:
            record = parse_record(line)
            name, draft = _parse_name(record) or str(number), _parse_draft(record)
            if lines.setdefault(name, number) != number:
                raise UnreadableError(f"the name {name!r} is taken by line {lines[name]}")
        except UnreadableError as reason:
            yield Reading(f"{show_path(path)}:{number}", reason)
        else:
            yield Reading(f"{show_path(path)}/{name}", draft)
    if not number:
        raise UnreadableError("no text")


def find_line(path: Path, name: str) -> int:
    """Return the number of the line that holds the article of a name, 1 where none does."""
    for number, line in number_lines(path):
        try:
            if name == (_parse_name(parse_record(line)) or str(number)):
                return number
        except UnreadableError:
            continue
    return 1


def _parse_name(record: dict[str, Any]) -> str | None:
    for field in NAMES:
        name = record.get(field)
        if isinstance(name, int):
            return str(name)
        if isinstance(name, str) and name:
            check_characters(field, name)
            return name
    return None


def _parse_draft(record: dict[str, Any]) -> Draft:
    text = record.get("text")
    if not isinstance(text, str):
        raise UnreadableError("no field `text` that is a text")
    return Draft(text=text, metadata=parse_metadata(record))
