"""Quantities in a compact notation: « ≈ 16 000 », « 4–6 M », « > 20 Md $US », « 500 / sem. »."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal, get_currency_symbol

from armscorpus.models import Bound, Quantity, Statistic
from armscorpus.report.formats import Language
from armscorpus.report.languages import TYPOGRAPHY, labels_in
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
THOUSAND_MILLION, MILLION = Decimal(10**9), Decimal(10**6)
FEW_DECIMALS = -3  # as an exponent: a third, 33.3333 %, has more


def render_quantity(quantity: Quantity, language: Language = Language.FRENCH) -> str:
    """Return a quantity with its sign, scale, unit, rate and statistic, each unbreakable."""
    amount = glue(SIGNS[quantity.bound] + _amount(quantity, language))
    terms = [render_unit(quantity.unit, language), _rate(quantity, language), _statistic(quantity, language)]
    return "".join([amount, *terms])


def render_number(number: int, language: Language = Language.FRENCH) -> str:
    """Return a count of things, with its thousands set apart."""
    return str(format_decimal(number, locale=TYPOGRAPHY[language].locale))


def render_interval(low: Decimal | None, high: Decimal | None, language: Language = Language.FRENCH) -> str:
    """Return an interval of numbers; an open side is a sign (« ≥ 2 M »), both sides open is « ? »."""
    if low is not None and high is not None:
        return _scaled(low, language) if low == high else _range(low, high, language)
    if low is not None:
        return glue(f"≥ {_scaled(low, language)}")
    return glue(f"≤ {_scaled(high, language)}") if high is not None else "?"


def render_unit(unit: str | None, language: Language = Language.FRENCH) -> str:
    """Return the symbol of a unit after an unbreakable space; nothing for a count of things."""
    if unit is None or unit == "count":
        return ""
    locale = TYPOGRAPHY[language].locale
    return (
        f"{NO_BREAK}{get_currency_symbol(unit, locale=locale)}"  # one that is no currency is its own symbol
    )


def _amount(quantity: Quantity, language: Language) -> str:
    if quantity.value is not None:
        return _scaled(quantity.value, language)
    if quantity.bound is Bound.VAGUE and quantity.low is not None:
        return _scaled(quantity.low, language)
    return render_interval(quantity.low, quantity.high, language)


def _scaled(number: Decimal, language: Language) -> str:
    """Return the number in millions or thousand millions where three decimals suffice, else in full."""
    words = TYPOGRAPHY[language]
    for scale, suffix in ((THOUSAND_MILLION, words.thousand_million), (MILLION, "M")):
        scaled = (number / scale).normalize()
        if number >= scale and _decimals(scaled) >= FEW_DECIMALS:
            return f"{_decimal(scaled, words.locale)}{NO_BREAK}{suffix}"
    return _decimal(number, words.locale)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _decimal(number: Decimal, locale: str) -> str:
    pattern = "#,##0.#" if _decimals(number) < FEW_DECIMALS else "#,##0.###"
    return str(format_decimal(number, format=pattern, locale=locale))


def _range(low: Decimal, high: Decimal, language: Language) -> str:
    """Return both ends, with the scale written once where they share it: « 6,5–8 M »."""
    first, last = _scaled(low, language), _scaled(high, language)
    number, _, suffix = first.rpartition(NO_BREAK)
    if suffix.isalpha() and last.endswith(NO_BREAK + suffix):
        first = number
    return f"{first}–{last}"


def _rate(quantity: Quantity, language: Language) -> str:
    return f" /{NO_BREAK}{labels_in(language).rate[quantity.per]}" if quantity.per else ""


def _statistic(quantity: Quantity, language: Language) -> str:
    if quantity.statistic is Statistic.TOTAL:
        return ""
    return f" ({labels_in(language).statistic[quantity.statistic]})"
