"""Numbers in digits, in the typographies of French, and of texts translated into it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from armscorpus.values.tokens import SPACES

_NO_SPACES = str.maketrans("", "", SPACES + "'")


@lru_cache(maxsize=4096)
def parse_digits(key: str, *, is_scaled: bool = False) -> Decimal:
    """Return the value of a number in digits.

    A comma or a point before three last digits separates thousands (« 16.000 », and « 16,000 » in translated text),
    unless the number starts with 0, a space separates them already, or `is_scaled` says that a scale or a unit follows
    (« 1,234 milliard »).
    """
    digits = key.translate(_NO_SPACES)
    head, tail = _split_decimals(digits)
    if len(tail) == 3 and not is_scaled and digits == key and 0 < len(head.lstrip("0")) <= 3:
        return Decimal(head + tail)
    return Decimal(f"{head}.{tail}" if tail else head)


def _split_decimals(digits: str) -> tuple[str, str]:
    """Return integer part and decimals; where both marks stand, or one repeated, the first groups thousands."""
    comma, point = digits.count(","), digits.count(".")
    if comma + point == 1:
        head, _, tail = digits.partition("," if comma else ".")
        return head, tail
    if comma and point:
        head, _, tail = digits.rpartition(max(",", ".", key=digits.rfind))
        return head.replace(",", "").replace(".", ""), tail
    return digits.replace(",", "").replace(".", ""), ""


def is_grouped(key: str) -> bool:
    """Say whether a number has its thousands apart (« 15 000 », « 15.000 »)."""
    return len(key) > 4 and key[-3:].isdecimal() and not key[-4].isdecimal()
