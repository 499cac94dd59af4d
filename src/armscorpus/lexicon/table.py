"""What every file of `lexicon/fr/` has in common: a `Table` of entries."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """An entry of a lexicon file; unknown keys are refused."""

    # Deferred: a command that needs one table must not pay for the validators of all.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Table(Entry):
    """A whole lexicon file, named `file` (without its suffix)."""

    file: ClassVar[str]
