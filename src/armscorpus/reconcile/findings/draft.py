"""Drafts of findings: what a check has found, before it is put into words; and how much it matters."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from armscorpus.models import Finding
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.severity import MODALITY, UNNAMED
from armscorpus.reconcile.wording import Wording

ORDINALS = ("first", "second", "third", "fourth")

Said = Callable[[Wording], str]
"""A phrase, made when the language is known."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a check has found: its rule, the readings concerned, and what its sentence quotes besides them."""

    rule: str
    readings: tuple[Reading, ...]
    severity: float
    said: Mapping[str, Said] = field(default_factory=dict)

    def write(self, words: Wording) -> Finding:
        """Return the finding, with its reason in words."""
        places = {
            name: words.claim(reading.claim) for name, reading in zip(ORDINALS, self.readings, strict=False)
        }
        places |= {name: say(words) for name, say in self.said.items()}
        return Finding(
            rule=self.rule,
            claims=tuple(reading.claim for reading in self.readings),
            why=words.reasons.finding[self.rule].format_map(places),
            severity=self.severity,
        )


def weigh(base: float, ratio: float, *readings: Reading) -> float:
    """Return a severity: a base, by how far apart the figures are, how sure, and from how many unnamed sources."""
    gap = 0.3 + 0.7 * min(1.0, math.log10(max(1.0, ratio)))
    modality = min(MODALITY[reading.claim.modality] for reading in readings)
    unnamed = UNNAMED ** sum(not reading.witness.named for reading in readings)
    return round(base * gap * modality * unnamed, 3)


def quantity(reading: Reading) -> Said:
    """Return how to say the quantity of a claim alone."""
    return lambda words: words.quantity(reading.claim.quantity)


def number(value: float, unit: str | None = None) -> Said:
    """Return how to say a number, to three significant digits."""
    return lambda words: words.amount(round_off(value), unit)


def interval(low: float, high: float) -> Said:
    """Return how to say an interval of numbers, each to three significant digits."""
    return lambda words: words.range(round_off(low), round_off(high))


def round_off(value: float, digits: int = 3) -> Decimal:
    """Return a number rounded to some significant digits."""
    if value == 0 or math.isinf(value):
        return Decimal(0)
    places = digits - 1 - math.floor(math.log10(abs(value)))
    return Decimal(str(round(value, places)))


def size(reading: Reading) -> float:
    """Return the figure as one number: the one written, the middle of a range, the bound of an open one."""
    if reading.claim.quantity.value is not None:
        return float(reading.claim.quantity.value)
    ends = [end for end in reading.interval if 0 < end < math.inf]
    return sum(ends) / max(1, len(ends))
