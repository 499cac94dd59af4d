"""Tables of phrases, looked up in tokens from the left or from the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


class _Node(Generic[T]):
    """What words lead to: further words, and the value of the phrase that ends here, if `ends`."""

    __slots__ = ("ends", "following", "value")

    def __init__(self) -> None:
        self.following: dict[str, _Node[T]] = {}
        self.ends = False
        self.value: T

    def add(self, words: Iterable[str], value: T) -> None:
        """Let words lead from here to a value."""
        node = self
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.ends, node.value = True, value


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it stands for; the longest that fits is found.

    With `contract`, a phrase that ends in « de » or « à » is also found with « d' », « du », « des », « au », « aux ». One
    that begins with « à » is also found without its accent, as capitals often are (« A peu près »).
    """

    def __init__(self, phrases: Mapping[str, T], *, contract: bool = False) -> None:
        self._from_left: _Node[T] = _Node()
        self._from_right: _Node[T] = _Node()
        for phrase, value in phrases.items():
            for words in variants(phrase) if contract else [words_of(phrase)]:
                has_accent = words[0] == "à" and len(words) > 1
                for spelling in (words, ["a", *words[1:]]) if has_accent else (words,):
                    self._from_left.add(spelling, value)
                    self._from_right.add(reversed(spelling), value)
        self.first_words = frozenset(self._from_left.following)
        self._last_words = frozenset(self._from_right.following)

    def at(self, tokens: Tokens, i: int) -> Found[T] | None:
        """Return the phrase that starts at token `i`."""
        keys, last, found = tokens.keys, i, None
        node = self._from_left.following.get(keys[i])
        while node is not None:
            last += 1
            if node.ends:
                found = Found(i, last, node.value)
            node = node.following.get(keys[last])
        return found

    def before(self, tokens: Tokens, i: int, floor: int) -> Found[T] | None:
        """Return the phrase that ends right before token `i` and does not start before token `floor`."""
        keys, first, found = tokens.keys, i, None
        node = self._from_right
        while first > floor and (following := node.following.get(keys[first - 1])) is not None:
            node, first = following, first - 1
            if node.ends:
                found = Found(first, i, node.value)
        return found

    def within(self, tokens: Tokens, first: int, last: int) -> Iterator[Found[T]]:
        """Yield the phrases that start and end in these tokens, in order, none inside another."""
        words = tokens.keys[first:last]
        if self._last_words.isdisjoint(words):
            return
        for i, key in enumerate(words, first):
            if (
                key in self.first_words
                and i >= first
                and (found := self.at(tokens, i))
                and found.last <= last
            ):
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
