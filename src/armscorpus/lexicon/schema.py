"""The shape of each file of `lexicon/fr/`: one `Table` a file, of entries that carry their examples."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """An entry of a lexicon file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Table(Entry):
    """A whole lexicon file, named `file` (without its suffix)."""

    file: ClassVar[str]
