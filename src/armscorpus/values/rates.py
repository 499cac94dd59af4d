"""Rates and statistics: what the words around a quantity say of it (« par jour », « en moyenne », « capable de »)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Rates
from armscorpus.models import Rate, Statistic
from armscorpus.values.numerals import read_numeral
from armscorpus.values.phrases import Phrases
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import TIME, unit_after


class RateFound(NamedTuple):
    """A rate: for which length of time, and how many of them the number is for (« tous les quatre jours »: 4)."""

    per: Rate
    divisor: Decimal = Decimal(1)


class StatisticFound(NamedTuple):
    """A statistic, and whether it holds only for a rate."""

    statistic: Statistic
    rated: bool


class RateTables(NamedTuple):
    """The phrases of `rates.toml`."""

    after: Phrases[Rate]
    adjacent: Phrases[Rate]
    anywhere: Phrases[Rate]
    adjectives: dict[str, Rate]
    statistics: Phrases[StatisticFound]
    blocked: frozenset[str]
    flow: frozenset[str]


@cache
def _tables() -> RateTables:
    table = load(Rates)
    return RateTables(
        after=Phrases(
            {phrase: entry.per for entry in table.rate for phrase in (*entry.after, *entry.anywhere)}
        ),
        adjacent=Phrases({phrase: entry.per for entry in table.rate for phrase in entry.adjacent}),
        anywhere=Phrases({phrase: entry.per for entry in table.rate for phrase in entry.anywhere}),
        adjectives={word: entry.per for entry in table.rate for word in entry.adjectives},
        statistics=Phrases(
            {
                phrase: StatisticFound(entry.statistic, entry.rated)
                for entry in table.statistic
                for phrase in entry.phrases
            }
        ),
        blocked=frozenset(table.blocked),
        flow=frozenset(table.flow),
    )


def rate_of(tokens: Tokens, left: int, first: int, end: int, last: int, right: int) -> RateFound | None:
    """Return the rate of a quantity.

    The quantity runs from token `first` to `end`, its noun to `last`; its clause from `left` to `right`.
    """
    return (
        _adjective_rate(tokens, end, min(last + 2, right))
        or _rate_after(tokens, last, right)
        or _rate_before(tokens, left, first)
    )


def _rate_after(tokens: Tokens, i: int, right: int) -> RateFound | None:
    tables = _tables()
    if (found := tables.adjacent.at(tokens, i)) and tokens.keys[found.last] not in tables.blocked:
        return RateFound(found.value)
    for at in range(i, right):
        found = tables.after.at(tokens, at)
        if found and found.last <= right + 2 and tokens.keys[found.last] not in tables.blocked:
            return RateFound(found.value)
        if tokens.keys[at] in ("tous", "toutes") and (interval := interval_at(tokens, at)):
            return interval
    return None


def _rate_before(tokens: Tokens, left: int, first: int) -> RateFound | None:
    tables = _tables()
    if found := tables.anywhere.within(tokens, left, first):
        return RateFound(found.value)
    for i in range(left + 1, first):
        if tokens.keys[i] in tables.adjectives and tokens.keys[i - 1] in tables.flow:
            return RateFound(tables.adjectives[tokens.keys[i]])
    return None


def _adjective_rate(tokens: Tokens, first: int, last: int) -> RateFound | None:
    adjectives = _tables().adjectives
    for i in range(first, last):
        if tokens.keys[i] in adjectives:
            return RateFound(adjectives[tokens.keys[i]])
    return None


def interval_at(tokens: Tokens, i: int) -> RateFound | None:
    """Return the rate of « tous les quatre jours », which starts at token `i`."""
    if tokens.keys[i] not in ("tous", "toutes") or tokens.keys[i + 1] != "les":
        return None
    numeral = read_numeral(tokens, i + 2)
    unit = unit_after(tokens, numeral.last, scaled=False) if numeral else None
    if numeral is None or unit is None or unit.unit.code not in TIME or not numeral.value:
        return None
    if unit.unit.code == "hour" and numeral.value % 24 == 0:
        return RateFound(Rate.DAY, numeral.value / 24)
    return RateFound(Rate(unit.unit.code), numeral.value) if unit.unit.code in set(Rate) else None


def interval_numbers(tokens: Tokens, i: int) -> bool:
    """Say whether the number at token `i` is that of an interval (« tous les quatre jours »)."""
    return interval_at(tokens, i - 2) is not None if i >= 2 else False


def statistics_of(tokens: Tokens, left: int, first: int, last: int, right: int) -> list[StatisticFound]:
    """Return the statistics named in the clause of a quantity, the words before it first."""
    table = _tables().statistics
    found = []
    at = left
    while at < right:
        at = last if first <= at < last else at
        if match := table.at(tokens, at):
            found.append(match.value)
            at = match.last
        else:
            at += 1
    return found
