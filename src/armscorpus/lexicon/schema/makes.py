"""The shape of `makes.toml`."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Entry, Table


class Make(Entry):
    """Families of arms that one state makes and sells."""

    state: str
    names: tuple[str, ...]
    examples: tuple[str, ...]


class Makes(Table):
    """`makes.toml`: families of arms by the state that sells them."""

    file: ClassVar[str] = "makes"
    make: tuple[Make, ...]
