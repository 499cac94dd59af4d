"""Words, numbers and signs of a stretch of text, with their offsets: what the grammar of quantities reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armscorpus.values.numerals import Numeral

SPACES = " \u00a0\u2007\u2009\u200a\u202f"
"""The spaces that may stand between the groups of a number."""

_LETTER = r"[^\W\d_]"
_GROUPED = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)|\d{{1,3}}(?:['.,]\d{{3}})+(?!\d)"
_NUMBER = rf"(?:(?:{_GROUPED})(?:,\d+)?|\d+(?:[.,]\d+)?)"
_UNIT_SUFFIX = (
    r"(?:[mck]?m|[mk]?g|[kmgt]wh?|t|ha?|l|k|mds?|mrds?|mlns?|mn|bn|mio|mia|km/h|s|min)(?![^\W_]|-\w)"
)
_PIECES = (
    r"[a-zà-öø-ÿ]++(?![\w'.:-])",  # most words, read faster than by the more general patterns below
    r"https?://\S+|www\.\S+|@[\w.-]+",
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu|entr|aujourd)'",
    rf"{_LETTER}+(?:-{_LETTER}+)*(?:-?\d\w*(?:-\w+)*)?",  # lance-roquettes, KN-23, T-72B3
    rf"\+\d{{1,3}}(?:[{SPACES}.-]\d{{1,4}}){{3,}}|0\d(?:[{SPACES}.-]\d\d){{4}}(?!\d)",  # +41 22 555 06 18
    r"\d{1,4}/\d{1,2}/\d{2,4}(?!\d)|\d{1,4}\.\d{1,2}\.\d{2,4}(?!\d)",
    r"\d{1,4}-\d{1,2}-\d{2,4}(?![\d-])|\d{1,2}:\d\d(?::\d\d)?(?!\d)",  # 06/09/2022, 14:30
    r"\d+[hj]?/\d+(?![\d,.]\d)",  # 24h/24, 2/3
    rf"\d{{1,2}}[{SPACES}]?h[{SPACES}]?[0-5]\d(?!\w)",  # 0 h 30
    rf"\d{{1,2}}(?::[0-5]\d)?[{SPACES}]?[ap](?:\.m\.|m(?!\w))",  # 6 a.m.
    r"\d+(?:[.,]\d+)?°(?!\s?[cf](?!\w))(?:\s?\d+(?:[.,]\d+)?['′](?:\s?\d+(?:[.,]\d+)?[\"″”])?)?",  # 48° 51′
    r"\d+(?:ers?|ères?|res?|es?|è|i?[èe]mes?|n?ds?|ndes?|[ᵉᵈʳ]+|º)(?!\w)",  # 9ᵉ, 1er, 38e
    rf"{_NUMBER}(?:(?!'?[^\W_]|[.,]\d)|(?={_UNIT_SUFFIX}))",
    r"\d[\w-]*(?:[.,]\d[\w-]*)*",  # 2S19, 7,62x39
    r"\S",
)
_find_pieces: Callable[[str, int, int], list[str]] = re.compile(rf"(?:{'|'.join(_PIECES)})\s?|\s").findall
_is_number = re.compile(_NUMBER).fullmatch
_MARGIN = 16
_LONGEST_NUMBER = 36


class Tokens:
    """The words, numbers and signs of `text`, in order: their keys (folded), and where they start.

    A token outside, up to sixteen either side, has an empty key. `numerals` keeps the numbers already read, by their
    first token: rules look at the same number again and again.
    """

    __slots__ = ("_is_shouted", "keys", "numerals", "size", "starts", "text")

    def __init__(self, text: str, keys: list[str], starts: list[int]) -> None:
        self.text = text
        self.size = len(keys)
        self.keys = keys + [""] * _MARGIN
        self.starts = starts
        self.numerals: dict[int, Numeral | None] = {}
        self._is_shouted: bool | None = None

    def end(self, last: int) -> int:
        """Return the offset at which the token before token `last` ends."""
        return self.starts[last - 1] + len(self.keys[last - 1])

    def raw(self, first: int, last: int) -> str:
        """Return the text from token `first` to token `last`, that one excluded."""
        return self.text[self.starts[first] : self.end(last)]

    def is_capital(self, i: int) -> bool:
        """Say whether the token starts with a capital that means something: not where all letters are."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper() and not self.is_shouted

    @property
    def is_shouted(self) -> bool:
        """Whether all letters are capitals, as in a headline."""
        if self._is_shouted is None:
            self._is_shouted = self.raw(0, self.size).isupper()
        return self._is_shouted

    def is_glued(self, i: int) -> bool:
        """Say whether nothing stands between token `i` and the one before."""
        return 0 < i < self.size and self.end(i) == self.starts[i]


def fold(text: str) -> str:
    """Return the text in lower case with straight apostrophes and plain hyphens, of the same length."""
    folded = text.lower()
    if len(folded) != len(text):  # « İ » becomes two characters
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return folded.replace("’", "'").replace("‑", "-")


def tokenize(
    text: str, folded: str, start: int, end: int, split: Callable[[str], tuple[str, ...] | None]
) -> Tokens:
    """Return the tokens of `text[start:end]`; `split` says into what to cut a word with hyphens, if at all."""
    pieces = _find_pieces(folded, start, end)
    starts = [*accumulate(map(len, pieces[:-1]), initial=start)]
    keys = [*map(str.rstrip, pieces)]
    if "" in keys:  # spaces in a row, or at the start
        starts = [at for at, key in zip(starts, keys, strict=False) if key]
        keys = [key for key in keys if key]
    for i in reversed([i for i, key in enumerate(keys) if "-" in key]):
        if parts := split(keys[i]):
            starts[i : i + 1] = accumulate((len(part) + 1 for part in parts[:-1]), initial=starts[i])
            keys[i : i + 1] = parts
    return Tokens(text, keys, starts)


def is_number(key: str) -> bool:
    """Say whether a token is a number in digits, and no date, time, telephone number or designation."""
    return key[:1].isdecimal() and len(key) <= _LONGEST_NUMBER and _is_number(key) is not None
