"""What a file says of an article before anything else is known of it."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from typing import NamedTuple

from armscorpus.articles.published import parse_published
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.models import Record


class Metadata(Record):
    """What is known of an article besides its text; None is unknown. `published` is YYYY-MM-DD or YYYY-MM."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    lang: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Return these details, and those of the other where these are unknown."""
        return Metadata(**(other.model_dump() | self.model_dump(exclude_none=True)))


class Draft(Record):
    """A text, exactly as offsets shall count in it, with what its own file says of it."""

    text: str
    metadata: Metadata = Metadata()


class Reading(NamedTuple):
    """What stands at a place of a file: a draft, or the reason why there is none."""

    place: str
    draft: Draft | UnreadableError


def parse_metadata(fields: Mapping[str, object]) -> Metadata:
    """Return the metadata that the named fields hold; other fields are not looked at.

    Raises UnreadableError for a value that is not a text, and for a date that is none.
    """
    texts = {name: _parse_text(name, fields.get(name)) for name in Metadata.model_fields}
    published = texts["published"]
    return Metadata(**(texts | {"published": published and parse_published(published)}))


def check_characters(name: str, text: str) -> None:
    """Raise UnreadableError if the text holds a character that neither UTF-8 nor a database can store."""
    if "\0" in text:
        raise UnreadableError(f"{name}: a NUL character")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(f"{name}: half of a surrogate pair at character {error.start}") from error


def _parse_text(name: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(f"{name}: a text is expected, not {reprlib.repr(value)}")
    check_characters(name, value)
    return value.strip() or None
