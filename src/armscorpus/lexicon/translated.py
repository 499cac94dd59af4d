"""Lexicon files that exist in several languages: what the program itself says, not what it reads."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

from armscorpus.lexicon import load
from armscorpus.lexicon.table import Table

T = TypeVar("T", bound=Table)


def load_in(table: type[T], language: str) -> T:
    """Return the packaged file of this schema in a language: `fr` or `en`."""
    return load(table) if language == "fr" else cast(T, _translated(table, language))


@cache
def _translated(table: type[Table], language: str) -> Table:
    path = files("armscorpus.lexicon") / language / f"{table.file}.toml"
    return table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
