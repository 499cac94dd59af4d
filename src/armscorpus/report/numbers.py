"""Quantities in a compact French notation: « ≈ 16 000 », « 4–6 M », « > 20 Md $US », « 500 / sem. »."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal, get_currency_symbol

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import Bound, Quantity, Statistic
from armscorpus.report.typography import NO_BREAK, glue

SIGNS = {
    Bound.EXACT: "",
    Bound.APPROX: "≈ ",
    Bound.AT_LEAST: "≥ ",
    Bound.MORE_THAN: "> ",
    Bound.AT_MOST: "≤ ",
    Bound.LESS_THAN: "< ",
    Bound.BETWEEN: "",
    Bound.VAGUE: "≥ ",
}
SCALES = ((Decimal(10**9), "Md"), (Decimal(10**6), "M"))
FEW_DECIMALS = -3  # as an exponent: a third, 33.3333 %, has more


def render_quantity(quantity: Quantity) -> str:
    """Return a quantity with its sign, scale, unit, rate and statistic, each unbreakable."""
    amount = glue(SIGNS[quantity.bound] + _amount(quantity))
    return "".join([amount, _unit(quantity.unit), _rate(quantity), _statistic(quantity)])


def render_number(number: int) -> str:
    """Return a count of things, with its thousands set apart."""
    return str(format_decimal(number, locale="fr"))


def render_interval(low: Decimal | None, high: Decimal | None) -> str:
    """Return an interval of numbers; an open side is a sign (« ≥ 2 M »), both sides open is « ? »."""
    if low is not None and high is not None:
        return _scaled(low) if low == high else _range(low, high)
    if low is not None:
        return glue(f"≥ {_scaled(low)}")
    return glue(f"≤ {_scaled(high)}") if high is not None else "?"


def _amount(quantity: Quantity) -> str:
    if quantity.value is not None:
        return _scaled(quantity.value)
    if quantity.bound is Bound.VAGUE and quantity.low is not None:
        return _scaled(quantity.low)
    return render_interval(quantity.low, quantity.high)


def _scaled(number: Decimal) -> str:
    """Return the number in millions or milliards where three decimals suffice, else in full."""
    for scale, suffix in SCALES:
        scaled = (number / scale).normalize()
        if number >= scale and _decimals(scaled) >= FEW_DECIMALS:
            return f"{_decimal(scaled)}{NO_BREAK}{suffix}"
    return _decimal(number)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _decimal(number: Decimal) -> str:
    pattern = "#,##0.#" if _decimals(number) < FEW_DECIMALS else "#,##0.###"
    return str(format_decimal(number, format=pattern, locale="fr"))


def _range(low: Decimal, high: Decimal) -> str:
    """Return both ends, with the scale written once where they share it: « 6,5–8 M »."""
    first, last = _scaled(low), _scaled(high)
    number, _, suffix = first.rpartition(NO_BREAK)
    if suffix.isalpha() and last.endswith(NO_BREAK + suffix):
        first = number
    return f"{first}–{last}"


def _unit(unit: str | None) -> str:
    if unit is None or unit == "count":
        return ""
    return (
        f"{NO_BREAK}{get_currency_symbol(unit, locale='fr')}"  # a unit that is no currency is its own symbol
    )


def _rate(quantity: Quantity) -> str:
    return f" /{NO_BREAK}{load(Labels).rate[quantity.per]}" if quantity.per else ""


def _statistic(quantity: Quantity) -> str:
    if quantity.statistic is Statistic.TOTAL:
        return ""
    return f" ({load(Labels).statistic[quantity.statistic]})"
