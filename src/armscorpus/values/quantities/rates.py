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

_PHRASE_REACH = 6
"""How many words before a number a phrase that holds it may begin (« en l'espace de 24 heures »)."""


class FoundRate(NamedTuple):
    """A rate up to token `last` (excluded): for how many of which length of time (« tous les quatre jours »: 4 days)."""

    per: Rate
    last: int
    divisor: Decimal = Decimal(1)


class StatisticMark(NamedTuple):
    """A statistic, and whether it holds only of a rate."""

    statistic: Statistic
    rated: bool


class RatePhrase(NamedTuple):
    """A rate, and whether it is a date where more follows (« en une nuit de septembre »)."""

    per: Rate
    may_be_date: bool


class RateTables(NamedTuple):
    """The phrases of `rates.toml`."""

    behind: Phrases[RatePhrase]
    adjacent: Phrases[Rate]
    anywhere: Phrases[Rate]
    adjectives: dict[str, Rate]
    statistics: Phrases[StatisticMark]
    blocked: frozenset[str]
    flow: frozenset[str]


@cache
def rate_tables() -> RateTables:
    """Return the phrases of `rates.toml`."""
    table = load(Rates)
    always = {
        phrase: RatePhrase(rate.per, False) for rate in table.rate for phrase in (*rate.after, *rate.anywhere)
    }
    dated = {phrase: RatePhrase(rate.per, True) for rate in table.rate for phrase in rate.within}
    return RateTables(
        behind=Phrases(always | dated),
        adjacent=Phrases({phrase: rate.per for rate in table.rate for phrase in rate.adjacent}),
        anywhere=Phrases({phrase: rate.per for rate in table.rate for phrase in rate.anywhere}),
        adjectives={word: rate.per for rate in table.rate for word in rate.adjectives},
        statistics=Phrases(
            {
                phrase: StatisticMark(entry.statistic, entry.rated)
                for entry in table.statistic
                for phrase in entry.phrases
            }
        ),
        blocked=frozenset(table.blocked.words),
        flow=frozenset(table.flow.words),
    )


def rate_behind(tokens: Tokens, end: int, last: int, right: int) -> FoundRate | None:
    """Return the rate behind a quantity that ends before token `end`, its noun before `last`, its clause at `right`."""
    tables = rate_tables()
    for i in range(end, min(last + 1, right)):
        if per := tables.adjectives.get(tokens.keys[i]):
            return FoundRate(per, i + 1)
    if (adjacent := tables.adjacent.at(tokens, last)) and tokens.keys[adjacent.last] not in tables.blocked:
        return FoundRate(adjacent.value, adjacent.last)
    for i in range(last, right):
        if found := rate_at(tokens, i):
            return found
    return None


def rate_at(tokens: Tokens, i: int) -> FoundRate | None:
    """Return the rate that starts at token `i`: « par jour », « en 24 heures », « tous les quatre jours »."""
    tables = rate_tables()
    found = tables.behind.at(tokens, i)
    if found and not (found.value.may_be_date and tokens.keys[found.last] in tables.blocked):
        return FoundRate(found.value.per, found.last)
    return _interval_at(tokens, i)


def rate_before(tokens: Tokens, left: int, first: int) -> FoundRate | None:
    """Return the rate before a quantity: « chaque jour, … », « la production annuelle est de … »."""
    tables = rate_tables()
    for found in tables.anywhere.within(tokens, left, first):
        return FoundRate(found.value, found.last)
    for i in range(left + 1, first):
        per = tables.adjectives.get(tokens.keys[i])
        if per and tokens.keys[i - 1] in tables.flow:
            return FoundRate(per, i + 1)
    return None


def rate_around(tokens: Tokens, i: int) -> FoundRate | None:
    """Return the rate whose words hold the number at token `i` (« en 24 heures », « tous les quatre jours »)."""
    for first in range(max(0, i - _PHRASE_REACH), i):
        found = rate_at(tokens, first)
        if found and found.last > i:
            return found
    return None


def _interval_at(tokens: Tokens, i: int) -> FoundRate | None:
    """Return the rate of « tous les quatre jours », « toutes les 48 heures », which starts at token `i`."""
    if tokens.keys[i] not in ("tous", "toutes") or tokens.keys[i + 1] != "les":
        return None
    numeral = read_numeral(tokens, i + 2)
    unit = unit_after(tokens, numeral.last, takes_of=False) if numeral else None
    if numeral is None or unit is None or unit.unit.code not in TIME or not numeral.value:
        return None
    if unit.unit.code == "hour" and numeral.value % 24 == 0:
        return FoundRate(Rate.DAY, unit.last, numeral.value / 24)
    is_rate = unit.unit.code in Rate.__members__.values()
    return FoundRate(Rate(unit.unit.code), unit.last, numeral.value) if is_rate else None


def statistics_within(tokens: Tokens, left: int, right: int) -> list[StatisticMark]:
    """Return the statistics that the words of a clause name, in order."""
    return [found.value for found in rate_tables().statistics.within(tokens, left, right)]
