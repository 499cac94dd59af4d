"""Tables of phrases, looked up in tokens from the left or from the right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from armscorpus.values.numerals import split_compound
from armscorpus.values.tokens import Tokens, fold, tokenize

T = TypeVar("T")

CONTRACTIONS = {"de": ("de", "d'", "du", "des"), "à": ("à", "au", "aux")}
"""What the last word of a phrase becomes before an article or a vowel."""


class Found(NamedTuple, Generic[T]):
    """A phrase found from token `first` to token `last` (excluded), and what it stands for."""

    first: int
    last: int
    value: T


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it stands for; the longest that fits is found.

    With `contract`, a phrase that ends in « de » or « à » is also found with « d' », « du », « des », « au », « aux ».
    """

    def __init__(self, phrases: Mapping[str, T], *, contract: bool = False) -> None:
        by_first: dict[str, list[tuple[list[str], T]]] = {}
        by_last: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in phrases.items():
            for words in _variants(_words(phrase), contract=contract):
                by_first.setdefault(words[0], []).append((words, value))
                by_last.setdefault(words[-1], []).append((words, value))
        self._by_first = _longest_first(by_first)
        self._by_last = _longest_first(by_last)

    def at(self, tokens: Tokens, i: int) -> Found[T] | None:
        """Return the phrase that starts at token `i`."""
        for words, value in self._by_first.get(tokens.keys[i], ()):
            if tokens.keys[i : i + len(words)] == words:
                return Found(i, i + len(words), value)
        return None

    def before(self, tokens: Tokens, i: int, floor: int = 0) -> Found[T] | None:
        """Return the phrase that ends right before token `i` and does not start before token `floor`."""
        if i <= floor:
            return None
        for words, value in self._by_last.get(tokens.keys[i - 1], ()):
            first = i - len(words)
            if first >= floor and tokens.keys[first:i] == words:
                return Found(first, i, value)
        return None

    def within(self, tokens: Tokens, first: int, last: int) -> Found[T] | None:
        """Return the first phrase that starts in these tokens and ends in them."""
        for i in range(first, last):
            if tokens.keys[i] in self._by_first and (found := self.at(tokens, i)) and found.last <= last:
                return found
        return None


def _words(phrase: str) -> list[str]:
    tokens = tokenize(phrase, fold(phrase), 0, len(phrase), split_compound)
    return tokens.keys[: tokens.size]


def _variants(words: list[str], *, contract: bool) -> Iterable[list[str]]:
    for word in CONTRACTIONS.get(words[-1], (words[-1],)) if contract else (words[-1],):
        yield [*words[:-1], word]


def _longest_first(index: dict[str, list[tuple[list[str], T]]]) -> dict[str, list[tuple[list[str], T]]]:
    return {key: sorted(entries, key=lambda entry: -len(entry[0])) for key, entries in index.items()}
