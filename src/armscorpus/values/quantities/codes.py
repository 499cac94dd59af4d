"""Numbers in rows, chains and brackets, which count nothing: codes, lists of data, scores, changes."""

from __future__ import annotations

from armscorpus.values.digits import is_grouped
from armscorpus.values.numerals import Numeral, read_numeral
from armscorpus.values.quantities.dates import counts
from armscorpus.values.quantities.ranges import DASHES
from armscorpus.values.tokens import SPACES, Tokens

_SHORTEST_CODE = 3
_SHORTEST_SERIES = 4
_DATA = 20
_JOINTS = frozenset({*DASHES, "'", "+"})
_PAIR = 2
_SIGNS = frozenset({"+", "-", "−", "–", "±"})


def after_series(tokens: Tokens, numeral: Numeral) -> int:
    """Return the token after numbers side by side, which are a code or a row of a table (« 0076 2011 6238 5295 »), or 0.

    One that begins with 0 is part of a code in a shorter row too, and a very long list is one of data.
    """
    last, length, commas = numeral.last, 1, 0
    starts_with_zero = _starts_with_zero(tokens, numeral)
    shortest = (
        1 if starts_with_zero and is_grouped(tokens.keys[numeral.first]) else _SHORTEST_CODE
    )  # 0 800 200 300
    while more := read_numeral(tokens, last + (tokens.keys[last] == ",")):
        commas += tokens.keys[last] == ","
        starts_with_zero = starts_with_zero or _starts_with_zero(tokens, more)
        last, length = more.last, length + 1
    if commas:
        return last if length >= _DATA else 0
    return last if length >= (shortest if starts_with_zero else _SHORTEST_SERIES) else 0


def _starts_with_zero(tokens: Tokens, numeral: Numeral) -> bool:
    key = tokens.keys[numeral.first]
    return key[0] == "0" and (key[1:2].isdecimal() or key[1:2] in SPACES) and len(key) > 1


def after_chain(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after numbers joined without spaces (« la loi 2023-703 », « 978-2-07 », « 5+5 »), or 0.

    Two that rise may be a range.
    """
    last, previous, length = numeral.last, numeral, 1
    while tokens.keys[last] in _JOINTS and tokens.is_glued(last) and tokens.is_glued(last + 1):
        more = read_numeral(tokens, last + 1)
        if more is None or not more.in_digits or more.scale > 1:
            break
        last, previous, length = more.last, more, length + 1
    if length > _PAIR or (length == _PAIR and tokens.keys[numeral.last] == "+"):
        return last
    falls = length == _PAIR and previous.value < numeral.value and not counts(tokens, previous)
    return last if falls else 0


def after_change(tokens: Tokens, numeral: Numeral) -> int:
    """Return the token after what a figure has grown by, as tables note it (« 11 234 (+12) »), or 0."""
    i = numeral.first
    is_change = i > 1 and tokens.keys[i - 1] in _SIGNS and tokens.keys[i - 2] == "("
    return numeral.last if is_change and tokens.keys[numeral.last] == ")" else 0


def after_score(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a score or a pair of numbers that count nothing (« 3-1 », « 2 à 0 »), else 0."""
    keys, last = tokens.keys, numeral.last
    is_score = keys[last] in DASHES and tokens.is_glued(last)
    if not (is_score or keys[last] == "à") or not numeral.in_digits or numeral.value >= 100:
        return 0
    other = read_numeral(tokens, last + 1)
    if other is None or not other.in_digits or other.scale > 1 or other.value >= 100 or counts(tokens, other):
        return 0
    return other.last if is_score or other.value < numeral.value else 0
