"""Independent sources, and the figure that most of them support (Marzullo's algorithm).

Ten articles that quote one study are one witness. A denial supports no figure.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from itertools import chain

from pydantic import Field

from armscorpus.models import Modality, Record
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.spans_of_time import CURRENT, Timing, Window, timing_of_levels, timing_of_totals
from armscorpus.reconcile.witnesses import Witness, is_same_source, share_outlet

CANDIDATES = 50
"""Windows, the latest ones, among which the time of a consensus is chosen."""


class Consensus(Record):
    """The interval that most independent sources support."""

    low: float | None
    """Its lower end, inclusive; null is open."""
    high: float | None
    """Its upper end, inclusive; null is open."""
    sources: int = Field(ge=2)
    """How many independent sources support it."""
    as_of: dt.date | None
    """The end of the window that it is about; null where nothing is dated."""


def independent_sources(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the readings by independent source, each list in order.

    An article that names nobody is a source only for a figure that no named source gives.
    """
    affirmed = [reading for reading in readings if reading.claim.modality is not Modality.NEGATED]
    attributed = {_figure(reading) for reading in affirmed if reading.witness.attributed}
    counted = [
        reading for reading in affirmed if reading.witness.attributed or _figure(reading) not in attributed
    ]
    voices: list[list[Reading]] = []
    for reading in sorted(counted, key=lambda reading: reading.order):
        same = [voice for voice in voices if any(_is_one_voice(reading, other) for other in voice)]
        merged = [*chain.from_iterable(same), reading]
        voices = [voice for voice in voices if voice not in same] + [merged]
    return [sorted(voice, key=lambda reading: reading.order) for voice in voices]


def sources_of(readings: Sequence[Reading], voices: Sequence[Sequence[Reading]]) -> dict[Reading, int]:
    """Return the place of the source of each reading among the voices; who only denies has a place behind them.

    An article that names nobody repeats the named source whose figure it gives.
    """
    places = {reading: place for place, voice in enumerate(voices) for reading in voice}
    named = {_figure(reading): place for reading, place in places.items() if reading.witness.attributed}
    by_key = {key: place for reading, place in places.items() for key in reading.witness.keys}
    for reading in readings:
        if reading.claim.modality is Modality.NEGATED:
            known = (by_key[key] for key in sorted(reading.witness.keys) if key in by_key)
            places[reading] = next(known, max(places.values(), default=-1) + 1)
            by_key |= dict.fromkeys(reading.witness.keys, places[reading])
        elif reading not in places:
            places[reading] = named[_figure(reading)]
    return places


def _is_one_voice(a: Reading, b: Reading) -> bool:
    """Whether two readings have one source, or one figure from one outlet that leaves it unnamed."""
    if not a.witness.keys.isdisjoint(b.witness.keys) or is_same_source(a.witness, b.witness):
        return True
    return _may_be_one(a.witness, b.witness) and _figure(a) == _figure(b)


def _may_be_one(a: Witness, b: Witness) -> bool:
    return share_outlet(a, b) and not (a.named and b.named)


def _figure(reading: Reading) -> tuple[object, ...]:
    quantity = reading.claim.quantity
    return (
        (quantity.value, quantity.per)
        if quantity.value is not None
        else (quantity.low, quantity.high, quantity.per)
    )


def consensus_of(
    voices: Sequence[Sequence[Reading]], figures: Mapping[Reading, Interval]
) -> Consensus | None:
    """Return what most of the voices support, by the latest figure of each; None if no two overlap.

    Only figures for one time count: that about which most sources speak, the latest if there are several.
    """
    window = _usual_window(list(figures))
    timely = [
        [voiced for voiced in voice if voiced in figures and _is_of(voiced, window)] for voice in voices
    ]
    latest = [figures[voice[-1]] for voice in timely if voice]
    depth, shared = most_shared(latest)
    if depth < 2:
        return None
    return Consensus(
        low=shared.low or None,
        high=None if math.isinf(shared.high) else shared.high,
        sources=depth,
        as_of=None if window is None else window.end,
    )


def _usual_window(readings: Sequence[Reading]) -> Window | None:
    """Return the window about which most sources speak, None if nothing is dated."""
    ordered = sorted(readings, key=lambda reading: reading.order)
    windows = list(dict.fromkeys(reading.window for reading in ordered if reading.window is not None))
    candidates = list(enumerate(windows))[-CANDIDATES:]
    return max(candidates, key=lambda entry: (_speakers(ordered, entry[1]), entry[0]), default=(0, None))[1]


def _speakers(readings: Sequence[Reading], window: Window) -> int:
    return len({reading.witness.keys for reading in readings if _is_of(reading, window)})


def _is_of(reading: Reading, window: Window | None) -> bool:
    """Whether a figure is true of a window, or may be."""
    if reading.is_level:
        timing = timing_of_levels(reading.window, window, span=CURRENT)
    else:
        timing = timing_of_totals(reading.window, window)
    return timing in {Timing.SAME, Timing.UNKNOWN}


def most_shared(intervals: Sequence[Interval]) -> tuple[int, Interval]:
    """Return how many of the intervals overlap at most, and where: of several places, the lowest."""
    best, shared = 0, Interval(0.0, math.inf)
    depth, edges = 0, sorted(_edges(intervals))
    for index, (value, step) in enumerate(edges):
        depth -= step
        if step < 0 and depth > best:
            best, shared = depth, Interval(value, edges[index + 1][0])
    return best, shared


def _edges(intervals: Sequence[Interval]) -> list[tuple[float, int]]:
    """Return the ends of the intervals: -1 where one begins, 1 where one ends; beginnings sort first."""
    return [edge for low, high in intervals for edge in ((low, -1), (high, 1))]
