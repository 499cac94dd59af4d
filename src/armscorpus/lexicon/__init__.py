"""All French words of the project, as data: `load` returns one file of `lexicon/fr/`, in its schema."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

from pydantic import ValidationError

from armscorpus.errors import LexiconError
from armscorpus.lexicon.table import Table

T = TypeVar("T", bound=Table)


def load(table: type[T]) -> T:
    """Return the packaged lexicon file of this schema, validated.

    Raises LexiconError with the entry that does not fit.
    """
    return cast(T, _load(table))


@cache
def _load(table: type[Table]) -> Table:
    path = files("armscorpus.lexicon") / "fr" / f"{table.file}.toml"
    try:
        return table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(path), "syntax", str(error)) from error
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        raise LexiconError(str(path), entry, first["msg"]) from error
