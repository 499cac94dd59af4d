"""Equivalences that articles state: « 27 000 conteneurs, soit 8 à 11 millions d'obus », « un conteneur renferme 300 obus ».

They become conversions with a source. A figure of one thing is compared with another's of the other thing only
through them, and never is more than a divergence: the arithmetic is shown.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from armscorpus.models import Event, Modality
from armscorpus.reconcile.findings.draft import Draft, Said, interval, quantity, weigh
from armscorpus.reconcile.findings.places import restated
from armscorpus.reconcile.intervals import Interval, is_apart, ratio
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.spans_of_time import Timing, timing_of_totals
from armscorpus.reconcile.subject import Match

DIVERGES = 0.4
"""The severity at most of what only a conversion brings together."""

Measure = tuple[tuple[str, ...], Event, str | None]
"""What must be the same for figures of one thing to be converted: topics, event, unit."""


@dataclass(frozen=True, slots=True)
class Equivalence:
    """How many of one thing an article says to make one of another: `each`.

    It equals the `first` figure, None where it is of one (« un conteneur »), and the `second`; `one` and `many` are
    the measures of the things.
    """

    first: Reading | None
    second: Reading
    each: Interval
    one: Measure
    many: Measure


def equivalences(articles: Iterable[list[Reading]]) -> Iterator[Equivalence]:
    """Yield what the articles equal of different things."""
    articles = list(articles)
    for reading in (reading for told in articles for reading in told):
        container = reading.subject.container
        if container and 0 < reading.interval.low <= reading.interval.high < math.inf:
            topics, event, unit = _measure(reading)
            yield Equivalence(
                None, reading, reading.interval, ((container,), event, unit), (topics, event, unit)
            )
    for first, second in (pair for told in articles for pair in restated(told)):
        a, b = first.subject, second.subject
        are_counts = a.unit == b.unit == "count" and not (
            first.claim.quantity.per or second.claim.quantity.per
        )
        is_bounded = 0 < first.interval.low <= first.interval.high < math.inf > second.interval.high
        if a.topics != b.topics and a.event is b.event and are_counts and is_bounded:
            each = Interval(
                second.interval.low / first.interval.high, second.interval.high / first.interval.low
            )
            yield Equivalence(first, second, each, _measure(first), _measure(second))


def stated_equivalences(articles: list[list[Reading]]) -> Iterator[Draft]:
    """Yield figures that a stated equivalence sets far apart from those of the other thing."""
    stated = list(equivalences(articles))
    if not stated:
        return
    by_measure: dict[Measure, list[Reading]] = defaultdict(list)
    for reading in (reading for told in articles for reading in told):
        is_told = reading.claim.modality not in {Modality.NEGATED, Modality.PLANNED}
        if is_told and not reading.is_level and reading.subject.container is None:
            by_measure[_measure(reading)].append(reading)
    seen: set[tuple[str, str]] = set()
    for equivalence in stated:
        for a in by_measure[equivalence.one]:
            for b in by_measure[equivalence.many]:
                draft = _compare(a, b, equivalence)
                if draft is not None and (key := (a.claim.id, b.claim.id)) not in seen:
                    seen.add(key)
                    yield draft


def _measure(reading: Reading) -> Measure:
    subject = reading.subject
    return subject.topics, subject.event, subject.unit


def _compare(a: Reading, b: Reading, equivalence: Equivalence) -> Draft | None:
    """Return what is wrong between a figure of the first thing and one of the second, None if nothing is."""
    is_other_voice = a.claim.article.id != b.claim.article.id and a.witness.keys.isdisjoint(b.witness.keys)
    if a is equivalence.first and b.subject.block == equivalence.second.subject.block:
        return None  # its own second figure says it without a conversion
    is_one_time = timing_of_totals(a.window, b.window) is Timing.SAME
    if not is_other_voice or not is_one_time or Pair(a, b).parties != (Match.SAME, Match.SAME):
        return None
    converted = Interval(a.interval.low * equivalence.each.low, a.interval.high * equivalence.each.high)
    if not is_apart(converted, b.interval):
        return None
    said: dict[str, Said] = {
        "sum": interval(converted.low, converted.high),
        "third": _terms(equivalence),
        "apart": lambda words: words.ratio(ratio(converted, b.interval)),
    }
    severity = weigh(DIVERGES, ratio(converted, b.interval), a, b)
    stated = [reading for reading in (equivalence.first, equivalence.second) if reading is not None]
    return Draft("stated_equivalence", (a, b, *stated), severity, said)


def _terms(equivalence: Equivalence) -> Said:
    """Return how to say where a conversion comes from: « 27 000 = de 8 à 11 millions selon INSS »."""
    first, second = equivalence.first, quantity(equivalence.second)
    return lambda words: words.word(
        "equals",
        first=quantity(first)(words)
        if first
        else words.word("one", topic=words.topics(_topics(equivalence)).lower()),
        second=second(words),
        source=words.source((first or equivalence.second).claim),
    )


def _topics(equivalence: Equivalence) -> tuple[str, ...]:
    container = equivalence.second.subject.container
    return (container,) if container else ()
