"""Rates and statistics: what the words around a quantity say (« par jour », « en moyenne »)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Rates
from armscorpus.models import Rate, Statistic
from armscorpus.values.numerals import ONE, read_numeral
from armscorpus.values.phrases import Phrases
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import unit_after

_PHRASE_REACH = 6
"""How many words before a number a phrase that holds it may begin (« en l'espace de 24 heures »)."""
_DAY = Decimal(24)
ALL = ("tous", "toutes")


class RatePhrase(NamedTuple):
    """A rate; the number times `times` is for one length of time.

    `may_be_date` says that it is a date instead where more follows (« en une nuit de septembre »).
    """

    per: Rate
    times: Decimal = ONE
    may_be_date: bool = False


class FoundRate(NamedTuple):
    """A rate up to token `last` (excluded): the number times `times`, divided by `divisor`, is for one `per`."""

    per: Rate
    last: int
    times: Decimal = ONE
    divisor: Decimal = ONE


class StatisticMark(NamedTuple):
    """A statistic, whether it holds only of a rate, and the words before which its phrase is of a thing."""

    statistic: Statistic
    rated: bool
    qualified: tuple[str, ...]


class RateTables(NamedTuple):
    """The phrases of `rates.toml`; `marks` are the adjectives and what begins « tous les quatre jours »."""

    behind: Phrases[RatePhrase]
    adjacent: Phrases[RatePhrase]
    anywhere: Phrases[RatePhrase]
    adjectives: dict[str, RatePhrase]
    statistics: Phrases[StatisticMark]
    intervals: dict[str, RatePhrase]
    blocked: frozenset[str]
    flow: frozenset[str]
    marks: frozenset[str]


@cache
def rate_tables() -> RateTables:
    """Return the phrases of `rates.toml`."""
    table = load(Rates)
    entries = [(entry, RatePhrase(entry.per, entry.times)) for entry in table.rate]
    always = {phrase: rate for entry, rate in entries for phrase in (*entry.after, *entry.anywhere)}
    dated = {phrase: rate._replace(may_be_date=True) for entry, rate in entries for phrase in entry.within}
    statistics = [
        (entry, StatisticMark(entry.statistic, entry.rated, entry.qualified)) for entry in table.statistic
    ]
    adjectives = {word: rate for entry, rate in entries for word in entry.adjectives}
    return RateTables(
        behind=Phrases(always | dated),
        adjacent=Phrases({phrase: rate for entry, rate in entries for phrase in entry.adjacent}),
        anywhere=Phrases({phrase: rate for entry, rate in entries for phrase in entry.anywhere}),
        adjectives=adjectives,
        statistics=Phrases({phrase: mark for entry, mark in statistics for phrase in entry.phrases}),
        intervals={entry.interval: rate for entry, rate in entries if entry.interval},
        blocked=frozenset(table.blocked.words),
        flow=frozenset(table.flow.words),
        marks=frozenset({*adjectives, *ALL}),
    )


@cache
def _opening_words() -> frozenset[str]:
    """Return the words with which a rate behind a number begins."""
    return rate_tables().behind.first_words.union(ALL)


def rate_behind(tokens: Tokens, end: int, last: int, right: int) -> FoundRate | None:
    """Return the rate behind a quantity.

    The quantity ends before token `end`, its noun before `last`, its clause before `right`.
    """
    tables = rate_tables()
    for i in range(end, min(last + 1, right)):
        if rate := tables.adjectives.get(tokens.keys[i]):
            return _found(rate, i + 1)
    if (adjacent := tables.adjacent.at(tokens, last)) and tokens.keys[adjacent.last] not in tables.blocked:
        return _found(adjacent.value, adjacent.last)
    opening = _opening_words()
    if opening.isdisjoint(tokens.keys[last:right]):
        return None
    candidates = (i for i in range(last, right) if tokens.keys[i] in opening)
    return next((found for i in candidates if (found := rate_at(tokens, i))), None)


def rate_before(tokens: Tokens, left: int, first: int) -> FoundRate | None:
    """Return the rate before a quantity: « chaque jour, … », « la production annuelle est de … »."""
    tables = rate_tables()
    for found in tables.anywhere.within(tokens, left, first):
        return _found(found.value, found.last)
    for i in range(left, first):
        if tokens.keys[i] not in tables.marks:
            continue
        rate = tables.adjectives.get(tokens.keys[i])
        if rate and tokens.keys[i - 1] in tables.flow:
            return _found(rate, i + 1)
        if interval := _interval_at(tokens, i):
            return interval
    return None


def rate_at(tokens: Tokens, i: int) -> FoundRate | None:
    """Return the rate that starts at token `i`: « par jour », « en 24 heures », « tous les quatre jours »."""
    tables = rate_tables()
    found = tables.behind.at(tokens, i)
    if found and not (found.value.may_be_date and tokens.keys[found.last] in tables.blocked):
        return _found(found.value, found.last)
    return _interval_at(tokens, i)


def rate_around(tokens: Tokens, i: int) -> FoundRate | None:
    """Return the rate whose words hold the number at token `i` (« en 24 heures »)."""
    opening = _opening_words()
    for first in range(max(0, i - _PHRASE_REACH), i):
        found = rate_at(tokens, first) if tokens.keys[first] in opening else None
        if found and found.last > i:
            return found
    return None


def statistics_within(tokens: Tokens, left: int, right: int) -> list[StatisticMark]:
    """Return the statistics that the words of a clause name, in order."""
    return [
        found.value
        for found in rate_tables().statistics.within(tokens, left, right)
        if tokens.keys[found.last] not in found.value.qualified
    ]


def _found(rate: RatePhrase, last: int) -> FoundRate:
    return FoundRate(rate.per, last, rate.times)


def _interval_at(tokens: Tokens, i: int) -> FoundRate | None:
    """Return the rate of « tous les quatre jours », « toutes les 48 heures », which starts at token `i`."""
    if tokens.keys[i] not in ALL or tokens.keys[i + 1] != "les":
        return None
    numeral = read_numeral(tokens, i + 2)
    unit = unit_after(tokens, numeral.last, takes_of=False) if numeral else None
    rate = rate_tables().intervals.get(unit.unit.code) if unit else None
    if numeral is None or unit is None or rate is None or not numeral.value:
        return None
    if rate.per is Rate.HOUR and rate.times == 1 and numeral.value % _DAY == 0:
        return FoundRate(Rate.DAY, unit.last, divisor=numeral.value / _DAY)
    return FoundRate(rate.per, unit.last, rate.times, numeral.value)
