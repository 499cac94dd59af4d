"""How the tables of cases write a quantity: bound, number, rate, statistic, unit and counted noun on one line.

`exact 16_000 count of conteneurs`, `approx 16_000 (14_400..16_000)`, `between 4..6 %`, `vague 2_000.. count of soldats`,
`exact 10_000/day mean count of obus`. A second head of the noun is named (`heads roquettes, obus`); `=` comes first where
the quantity restates the one before; the interval is given where the bound and the number do not imply it.
"""

from __future__ import annotations

from decimal import Decimal

from armscorpus.models import Bound, QuantityMatch, Statistic


def label_of(text: str, match: QuantityMatch) -> str:
    """Return the label of a quantity that was found in a text."""
    parts = [
        "=" if match.equals else "",
        match.bound.value,
        _number(match) + (f"/{match.per.value}" if match.per else ""),
        _interval(match),
        match.statistic.value if match.statistic is not Statistic.TOTAL else "",
        match.unit or "",
        _noun(text, match),
    ]
    return " ".join(part for part in parts if part)


def marked(text: str, matches: list[QuantityMatch]) -> str:
    """Return the text with its quantities marked as the tables of cases mark them."""
    parts, end = [], 0
    for match in matches:
        parts += [text[end : match.start], f"[{match.text}]({label_of(text, match)})"]
        end = match.end
    return "".join([*parts, text[end:]])


def _number(match: QuantityMatch) -> str:
    return f"{_digits(match.low)}..{_digits(match.high)}" if match.value is None else _digits(match.value)


def _interval(match: QuantityMatch) -> str:
    implied = {
        Bound.EXACT: (match.value, match.value),
        Bound.AT_LEAST: (match.value, None),
        Bound.MORE_THAN: (match.value, None),
        Bound.AT_MOST: (None, match.value),
        Bound.LESS_THAN: (None, match.value),
    }
    is_shown = match.value is not None and (match.low, match.high) != implied.get(match.bound)
    return f"({_digits(match.low)}..{_digits(match.high)})" if is_shown else ""


def _digits(value: Decimal | None) -> str:
    if value is None:
        return ""
    return f"{int(value):_}" if value == value.to_integral_value() else f"{value:f}"


def _noun(text: str, match: QuantityMatch) -> str:
    if match.noun is None:
        return ""
    heads = [text[head.start : head.end] for head in match.noun.heads]
    return f"of {match.noun.text}" + (f" heads {', '.join(heads)}" if len(heads) > 1 else "")
