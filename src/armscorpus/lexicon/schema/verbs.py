"""The shape of `conjugations.toml`."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Entry, Table


class ConjugationPattern(Entry):
    """How the verbs with this ending of the infinitive are conjugated; `~` is what precedes the ending."""

    ending: str
    present: tuple[str, str]
    imperfect: str
    future: str
    past: tuple[str, str]
    participle: str
    also: tuple[str, ...] = ()
    examples: tuple[str, ...]


class Conjugations(Table):
    """`conjugations.toml`: the patterns of French verbs."""

    file: ClassVar[str] = "conjugations"
    pattern: tuple[ConjugationPattern, ...]
