"""Amounts: a number, the two ends of a range or a share, with the interval that it stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from armscorpus.models import Bound
from armscorpus.values.numerals import MILLION, ONE, Numeral
from armscorpus.values.tokens import Tokens

APPROX_LOW, APPROX_HIGH = Decimal("0.9"), Decimal("1.1")
"""What « environ » allows below and above the number, as factors of it."""


@dataclass(slots=True)
class Amount:
    """A number, or the two ends of a range, from token `first` to token `last` (excluded).

    `number` is the stretch of the bare number or range; `first` takes in determiners and qualifiers. `is_share` says
    that it is a share of a whole, in percent; `is_counting` that its form counts things even without a noun (« une
    centaine »); `takes_of` that « de » leads to what it counts (« un million d'obus »). `scale` is that of the number
    (a million in « 6 millions »), which an ellipsis may share.
    """

    first: int
    last: int
    number: tuple[int, int]
    bound: Bound
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    is_share: bool = False
    is_counting: bool = False
    takes_of: bool = False
    scale: Decimal = ONE
    rules: list[str] = field(default_factory=list)

    def approximate(self, low: Decimal, high: Decimal) -> None:
        """Make a single number approximate: `low` to `high` times its value."""
        if self.value is not None:
            self.bound, self.low, self.high = Bound.APPROX, self.value * low, self.value * high


Reader = Callable[[Tokens, int, int], Amount | None]
"""Reads the amount at a token; the last argument is the token before which nothing may be taken in."""


def exact_amount(value: Decimal, first: int, last: int, rule: str) -> Amount:
    """Return an amount that is just this number, from token `first` to token `last` (excluded)."""
    return Amount(first, last, (first, last), Bound.EXACT, value, value, value, rules=[rule])


def numeral_amount(numeral: Numeral) -> Amount:
    """Return a number as an amount; one that ends in a collective noun is approximate (« deux dizaines »)."""
    rule = "digits" if numeral.in_digits else "words"
    amount = exact_amount(numeral.value, numeral.first, numeral.last, rule)
    amount.takes_of = takes_of(numeral)
    amount.scale = numeral.scale
    if numeral.is_collective:
        amount.approximate(APPROX_LOW, APPROX_HIGH)
        amount.is_counting = True
    return amount


def takes_of(numeral: Numeral) -> bool:
    """Say whether « de » leads from a number to what it counts: after « millions » and collective nouns."""
    return numeral.is_collective or numeral.scale >= MILLION
