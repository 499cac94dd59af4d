"""The reader of each format, by the suffix of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from armscorpus.articles.drafts import Draft, Reading
from armscorpus.articles.encoding import decode
from armscorpus.articles.files import show_path
from armscorpus.articles.jsonl import read_lines
from armscorpus.articles.markdown import read_markdown
from armscorpus.articles.web import read_page


def read_plain(data: bytes) -> Draft:
    """Return the whole text. Raises UnreadableError."""
    return Draft(text=decode(data))


JSON_LINES = (".jsonl", ".ndjson")

READERS = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
}
"""The formats that are one article a file; all other suffixes are plain text."""


def read_drafts(path: Path) -> Iterator[Reading]:
    """Yield what is in a file. Raises UnreadableError if that is nothing, OSError if it cannot be read."""
    suffix = path.suffix.lower()
    if suffix in JSON_LINES:
        yield from read_lines(path)
    else:
        yield Reading(show_path(path), READERS.get(suffix, read_plain)(path.read_bytes()))
