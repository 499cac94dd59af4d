"""Look words up by the sequences they make: the longest phrase of a table that begins at a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")

WORD = re.compile(
    r"""
    (?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w|$)      # elisions
    | aujourd['’]hui
    | -(?:t-)?(?:ils?|elles?|on|je|nous|vous|ce|ci|là)\b          # inverted pronouns
    | \d+(?:[.,'’]\d+)*(?=\D|$)                                    # 16.000, 1,5, 12'400
    | \w+(?:(?!-(?:t-)?(?:ils?|elles?|on|je|nous|vous|ce|ci|là)\b)[-‑]\w+)*  # nord-coréens, Shahed-136
    | \.\.\. | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A word of French, or a mark of punctuation: elisions and inverted pronouns apart, compounds and numbers whole."""


def split_words(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase in lower case, elisions apart (« l'armée » → « l' », « armée »)."""
    return tuple(WORD.findall(phrase.lower().replace("’", "'")))


class PhraseTable(Generic[V]):
    """Values by phrase; phrases are compared in lower case, with straight apostrophes."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in phrases:
            first, *rest = split_words(phrase)
            self._by_first.setdefault(first, []).append((tuple(rest), value))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def find(self, words: Sequence[str], index: int) -> tuple[int, V] | None:
        """Return the index after the longest phrase that begins at `index`, and its value; None where none does."""
        for rest, value in self._by_first.get(words[index], ()):
            end = index + 1 + len(rest)
            if tuple(words[index + 1 : end]) == rest:
                return end, value
        return None

    def find_ending(self, words: Sequence[str], end: int, *, longest: int = 4) -> tuple[int, V] | None:
        """Return the index of the longest phrase that ends before `end`, and its value; None where none does."""
        for start in range(max(0, end - longest), end):
            found = self.find(words, start)
            if found and found[0] == end:
                return start, found[1]
        return None
