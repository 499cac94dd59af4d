"""The small words that hold the clauses of figures together, or part them, as sets."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Clauses


class ClauseWords(NamedTuple):
    """The words of `clauses.toml`, by kind."""

    separator: frozenset[str]
    listing: frozenset[str]
    comparing: frozenset[str]
    perfect: frozenset[str]
    negative: frozenset[str]
    barrier: frozenset[str]
    adverb: frozenset[str]


@cache
def clause_words() -> ClauseWords:
    """Return the words of `clauses.toml`."""
    table = load(Clauses)
    return ClauseWords(*(frozenset(getattr(table, kind).words) for kind in ClauseWords._fields))
