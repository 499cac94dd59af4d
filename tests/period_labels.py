"""Periods as the labels of marked sentences: `first day..last day precision [relation] [implied]`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from armscorpus.models import Basis, PeriodMatch, TimeRelation


def dates(period: PeriodMatch) -> str:
    """Return the dates of a period; an open end is empty."""
    return f"{period.start or ''}..{period.end or ''}"


def label(period: PeriodMatch) -> str:
    """Return the dates and the precision; the relation unless it is « during »; « implied » if it is."""
    parts = [dates(period), period.precision.value]
    parts += [period.relation.value] if period.relation is not TimeRelation.DURING else []
    parts += [period.basis.value] if period.basis is Basis.IMPLIED else []
    return " ".join(parts)


def marked(text: str, periods: Iterable[PeriodMatch], labelled: Callable[[PeriodMatch], str]) -> str:
    """Return a text with its periods marked as `[words](label)`."""
    parts, end = [], 0
    for period in periods:
        parts += [text[end : period.start_char], f"[{period.text}]({labelled(period)})"]
        end = period.end_char
    return "".join([*parts, text[end:]])
