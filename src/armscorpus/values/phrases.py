"""Tables of phrases, looked up in tokens from the left or from the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    With `contract`, a phrase that ends in « de » or « à » is also found with « d' », « du », « des », « au », « aux ». One
    that begins with « à » is also found without its accent, as capitals often are (« A peu près »).
    """

    def __init__(self, phrases: Mapping[str, T], *, contract: bool = False) -> None:
        by_first: dict[str, list[tuple[list[str], T]]] = {}
        by_last: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in phrases.items():
            for words in variants(phrase) if contract else [words_of(phrase)]:
                for spelling in (
                    (words, ["a", *words[1:]]) if words[0] == "à" and len(words) > 1 else (words,)
                ):
                    by_first.setdefault(spelling[0], []).append((spelling, value))
                    by_last.setdefault(spelling[-1], []).append((spelling, value))
        self._by_first = _longest_first(by_first)
        self._by_last = _longest_first(by_last)
        self.first_words = frozenset(by_first)

    def at(self, tokens: Tokens, i: int) -> Found[T] | None:
        """Return the phrase that starts at token `i`."""
        keys = tokens.keys
        for words, value in self._by_first.get(keys[i], ()):
            if len(words) == 1 or keys[i : i + len(words)] == words:
                return Found(i, i + len(words), value)
        return None

    def before(self, tokens: Tokens, i: int, floor: int) -> Found[T] | None:
        """Return the phrase that ends right before token `i` and does not start before token `floor`."""
        if i <= floor:
            return None
        keys = tokens.keys
        for words, value in self._by_last.get(keys[i - 1], ()):
            first = i - len(words)
            if first >= floor and keys[first:i] == words:
                return Found(first, i, value)
        return None

    def within(self, tokens: Tokens, first: int, last: int) -> Iterator[Found[T]]:
        """Yield the phrases that start and end in these tokens, in order, none inside another."""
        if self.first_words.isdisjoint(tokens.keys[first:last]):
            return
        for i in range(first, last):
            found = self.at(tokens, i) if i >= first and tokens.keys[i] in self.first_words else None
            if found and found.last <= last:
                yield found
                first = found.last


def words_of(phrase: str) -> list[str]:
    """Return the keys of the tokens of a phrase."""
    tokens = tokenize(phrase, fold(phrase), 0, len(phrase), split_compound)
    return tokens.keys[: tokens.size]


def variants(phrase: str) -> list[list[str]]:
    """Return the words of a phrase, with each contraction of its last word."""
    *words, last = words_of(phrase)
    return [[*words, form] for form in CONTRACTIONS.get(last, (last,))]


def _longest_first(index: dict[str, list[tuple[list[str], T]]]) -> dict[str, list[tuple[list[str], T]]]:
    return {key: sorted(entries, key=lambda entry: -len(entry[0])) for key, entries in index.items()}
