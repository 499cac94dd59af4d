"""Exchange rates that articles imply, and those that no other article implies."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator

from armscorpus.reconcile.conversions import converted_amounts
from armscorpus.reconcile.findings.draft import Draft, number, quantity, size, weigh
from armscorpus.reconcile.reading import Reading

OFF = 1.5
"""How many times an exchange rate must be off the others: between years they move by less."""

MISTAKE = 0.5
"""The severity at most of a rate that is off."""

Rate = tuple[float, Reading, Reading]


def odd_exchange_rates(articles: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield amounts in two currencies whose rate is far from that of other articles, which agree."""
    for (_, unit), rates in sorted(_implied(articles).items()):
        for index, (rate, first, second) in enumerate(rates):
            others = [other for other, _, _ in rates[:index] + rates[index + 1 :]]
            if not others or max(others) > OFF * min(others):
                continue
            usual = statistics.median(others)
            off = max(rate / usual, usual / rate)
            if off > OFF and (len(others) > 1 or off > 3 * OFF):
                said = {
                    "first": quantity(first),
                    "second": quantity(second),
                    "sum": number(rate, unit),
                    "third": number(usual, unit),
                }
                yield Draft("odd_exchange_rate", (first, second), weigh(MISTAKE, off, first, second), said)


def _implied(articles: Iterable[list[Reading]]) -> dict[tuple[str, str], list[Rate]]:
    """Return the rates by pair of currencies: how much of the second makes one of the first."""
    rates: dict[tuple[str, str], list[Rate]] = defaultdict(list)
    for pair, _ in converted_amounts(reading for told in articles for reading in told):
        first, second = sorted((pair.a, pair.b), key=lambda reading: reading.claim.quantity.unit or "")
        units = first.claim.quantity.unit or "", second.claim.quantity.unit or ""
        if size(first) > 0 and size(second) > 0:
            rates[units].append((size(second) / size(first), first, second))
    return rates
