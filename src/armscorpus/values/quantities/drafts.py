"""A quantity in the making, and the record of it when it is done."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from armscorpus.models import QuantityMatch, Rate, Span, Statistic
from armscorpus.values.quantities.amounts import Amount
from armscorpus.values.quantities.nouns import NounPhrase, noun_record
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import COUNT, Unit

PLACES = 6
"""To how many places numbers are given."""


@dataclass(slots=True)
class Draft:
    """An amount with its unit up to token `end` (excluded), and its noun up to token `last`."""

    amount: Amount
    end: int
    last: int
    unit: Unit | None = None
    phrase: NounPhrase | None = None
    per: Rate | None = None
    statistic: Statistic = Statistic.TOTAL
    equals: bool = False

    @property
    def first(self) -> int:
        """The first token, of the qualifier if there is one."""
        return self.amount.first

    @property
    def is_elliptic(self) -> bool:
        """Whether the words name neither a unit nor a noun."""
        return self.unit is None and self.phrase is None

    def convert(self, times: Decimal, divisor: Decimal) -> None:
        """Convert the number to another length of time: one in four days is a quarter a day."""
        amount = self.amount
        amount.value, amount.low, amount.high = (
            None if number is None else number * times / divisor
            for number in (amount.value, amount.low, amount.high)
        )


def quantity_record(tokens: Tokens, draft: Draft) -> QuantityMatch:
    """Return the record of a finished quantity."""
    amount = draft.amount
    value = _plain(amount.value)
    start, end = tokens.starts[amount.first], tokens.end(draft.end)
    return QuantityMatch(
        start=start,
        end=end,
        text=tokens.text[start:end],
        number=Span(tokens.starts[amount.number[0]], tokens.end(amount.number[1])),
        bound=amount.bound,
        value=value,
        low=value if amount.low is amount.value else _plain(amount.low),
        high=value if amount.high is amount.value else _plain(amount.high),
        unit=_unit_code(draft),
        per=draft.per,
        statistic=draft.statistic,
        noun=noun_record(tokens, draft.phrase) if draft.phrase else None,
        equals=draft.equals,
        rules=tuple(amount.rules),
    )


def _unit_code(draft: Draft) -> str | None:
    if draft.unit:
        return draft.unit.code
    return COUNT if draft.phrase or draft.amount.is_counting else None


def _plain(value: Decimal | None) -> Decimal | None:
    """Return a number to six places, without the zeros that arithmetic leaves behind its point."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return Decimal(int(value))
    return round(value, PLACES).normalize()
