"""Round numbers and unspecified plurals: « un million », « une bonne centaine », « des dizaines de milliers »."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Bound
from armscorpus.values.numerals import Numeral, number_words, read_numeral
from armscorpus.values.quantities.amounts import Amount, numeral_amount
from armscorpus.values.quantities.ranges import ARTICLES, connector_at, read_range
from armscorpus.values.quantities.vocabulary import OF
from armscorpus.values.tokens import Tokens

VAGUE_FACTOR = 2
"""« des millions » are at least two."""


class Determiners(NamedTuple):
    """What may come before a round number."""

    partitive: frozenset[str]
    definite: frozenset[str]
    sizes: dict[str, tuple[Decimal, Decimal]]


@cache
def _determiners() -> Determiners:
    table = load(Quantifiers)
    return Determiners(
        frozenset(table.partitive.words),
        frozenset(table.definite.words),
        {word: (entry.low, entry.high) for entry in table.size for word in entry.before},
    )


def size_of(key: str) -> tuple[Decimal, Decimal] | None:
    """Return how an adjective shifts a round number, as factors (« une bonne centaine »: 1 to 1.1), if it does."""
    return _determiners().sizes.get(key)


def read_round(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return the amount of the scale or collective noun at token `i`, with the determiner before it."""
    numeral = read_numeral(tokens, i)
    if numeral is None:
        return None
    at = i - 1
    while at >= floor and (size_of(tokens.keys[at]) or tokens.keys[at] == "demi"):
        at -= 1
    determiner = tokens.keys[at] if at >= floor else ""
    if tokens.keys[i].endswith("s"):
        return _vague(tokens, numeral, at if determiner in _determiners().partitive else at + 1)
    is_counted = determiner in ARTICLES or tokens.keys[numeral.last] in OF  # not « la quarantaine »
    if determiner not in _determiners().definite or not is_counted:
        return None
    return _one(tokens, numeral._replace(first=at if determiner in ARTICLES else at + 1), i, floor)


def _one(tokens: Tokens, numeral: Numeral, i: int, floor: int) -> Amount:
    """Return one round number: « un million et demi », « une petite dizaine », « un demi-milliard »."""
    if tokens.keys[i - 1] == "demi":
        numeral = numeral._replace(value=numeral.value / 2)
    if found := read_range(tokens, numeral, floor):
        return found
    amount = numeral_amount(numeral)
    amount.rules = ["round"]
    if size := size_of(tokens.keys[i - 1]):
        amount.approximate(*size)
    return amount


def _vague(tokens: Tokens, numeral: Numeral, first: int) -> Amount:
    """Return an unspecified plural: « des millions », « plusieurs dizaines de milliers », « par centaines »."""
    low, last = numeral.value, numeral.last
    more = _vaguer(tokens, last)
    if more:
        low, last = low * more.value / number_words_value(tokens, more.first), more.last
    return Amount(
        first,
        last,
        (numeral.first, last),
        Bound.VAGUE,
        None,
        low * VAGUE_FACTOR,
        None,
        is_counting=True,
        takes_of=True,
        rules=["vague"],
    )


def _vaguer(tokens: Tokens, i: int) -> Numeral | None:
    """Return the plural that outbids one: « des dizaines, voire des centaines de milliers », « des milliers et des »."""
    connector = connector_at(tokens, i)
    if connector is None or connector[0] not in ("voire", "ou", "et"):
        return None
    at = connector[1] + (tokens.keys[connector[1]] in _determiners().partitive)
    words = number_words()
    if not tokens.keys[at].endswith("s") or not (
        tokens.keys[at] in words.collective or tokens.keys[at] in words.scale
    ):
        return None
    return read_numeral(tokens, at)


def number_words_value(tokens: Tokens, i: int) -> Decimal:
    """Return the value of the scale or collective noun at token `i`."""
    words = number_words()
    return words.collective.get(tokens.keys[i]) or words.scale[tokens.keys[i]]
