"""All French words of the project, as data: `load` returns one file of `lexicon/fr/`, in its schema."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from armscorpus.errors import LexiconError
from armscorpus.lexicon.table import Table
from armscorpus.lexicon.user import UserWords, merged

T = TypeVar("T", bound=Table)

_added: UserWords | None = None


def load(table: type[T]) -> T:
    """Return the lexicon file of this schema, with the words that the user adds, validated.

    Raises LexiconError with the entry that does not fit.
    """
    return cast(T, _load(table))


def add_words(words: UserWords | None) -> None:
    """Add a user's words to those of the package, for the whole process; None adds nothing.

    Call it before anything is read. Raises LexiconError for a file or an entry that does not fit, and where words
    were loaded before.
    """
    global _added
    if words is None or words == _added:
        return
    if _load.cache_info().currsize:
        raise LexiconError(words.path, "lexicon", "words must be added before the first article is read")
    import armscorpus.lexicon.schema  # noqa: F401 - declares the tables

    tables = {table.file: table for table in Table.__subclasses__()}
    unknown = sorted(set(words.files) - set(tables))
    if unknown:
        raise LexiconError(words.path, f"lexicon.{unknown[0]}", f"is none of {', '.join(sorted(tables))}")
    _added = words
    for name in words.files:
        load(tables[name])


def added_words() -> UserWords | None:
    """Return the words that were added, for processes that share the work."""
    return _added


@cache
def _load(table: type[Table]) -> Table:
    path = files("armscorpus.lexicon") / "fr" / f"{table.file}.toml"
    try:
        words: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(path), "syntax", str(error)) from error
    added = _added.files.get(table.file) if _added else None
    try:
        return table.model_validate(merged(words, added) if added else words)
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        if _added and added:
            raise LexiconError(_added.path, f"lexicon.{table.file}.{entry}", first["msg"]) from error
        raise LexiconError(str(path), entry, first["msg"]) from error
