"""Windows: the dates that a figure is about, as far as its article could know, and how two windows lie.

A total counts what happened in its window, so a wider window holds at least as much. A level (a rate, a
stock, a share, a price) is true of a time; a level that the article does not date is true of the weeks before
publication.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from armscorpus.models import Claim, Event, Modality

BRIEF = 3
"""Days: a window no longer than this is an incident (a night, a day, a weekend)."""

SAME_CUT_OFF = 14
"""Days: two cut-offs this close are one; for long windows, a twentieth of their length, up to 60."""

CURRENT = 90
"""Days before publication of which an undated level is true; a yearly rate is true of the year before."""

HELD = 180
"""Days before publication of which an undated stock is true."""

LONG = 180
"""Days: a closed window this long is taken to begin with a total whose beginning is unknown."""

PRESENT = 31
"""Days: people or things counted in a time no longer than this are those present, and a cut-off."""

ONE_COUNT = 730
"""Days: totals whose beginnings are unknown may be of two wars if their cut-offs are further apart."""

_NAMES_DAY = re.compile(r"\b1er\b|\b\d{1,2} \w{3}", re.IGNORECASE)
_STATES = frozenset({Event.DEPLOY, Event.STOCK})


@dataclass(frozen=True, slots=True)
class Window:
    """A span of dates, inclusive; an unknown start is None. The words may mean `slack` days after `start`.

    `dated` says that the article gives a period, `closed` that it gives both ends (« depuis » gives only
    one).
    """

    start: dt.date | None
    end: dt.date
    dated: bool = False
    closed: bool = False
    slack: int = 0

    @property
    def days(self) -> int | None:
        """The length in days; None where the start is unknown."""
        return None if self.start is None else (self.end - self.start).days + 1

    @property
    def is_brief(self) -> bool:
        """Whether it is the time of an incident."""
        return self.days is not None and self.days <= BRIEF

    def begins_after(self, other: Window) -> bool:
        """Whether it begins when the other one is over."""
        return self.start is not None and self.start > other.end

    def may_begin_with(self, other: Window) -> bool:
        """Whether two windows may begin on one day; a short closed one is part of what began at any time."""
        if self.start is not None and other.start is not None:
            earlier = self if self.start <= other.start else other
            return abs((self.start - other.start).days) <= max(earlier.slack, BRIEF)
        return not any(window.closed and (window.days or 0) < LONG for window in (self, other))

    def ends_by(self, other: Window) -> bool:
        """Whether it is over, or nearly, when the other one is."""
        return (self.end - other.end).days <= _tolerance(self, other)


class Timing(Enum):
    """How two windows a and b lie: `WITHIN` is a within b (or cut off before it), `AROUND` the reverse."""

    SAME = auto()
    WITHIN = auto()
    AROUND = auto()
    STAGGERED = auto()
    APART = auto()
    UNKNOWN = auto()


def window_of(claim: Claim, published: dt.date | None) -> Window | None:
    """Return the window of a claim of an article of some day, None if it has no date at all.

    An article knows nothing later than its publication, save for plans. A number present on a day is a
    cut-off.
    """
    period, is_plan = claim.period, claim.modality is Modality.PLANNED
    return _window(period.text, period.start, period.end, published, is_plan, claim.event in _STATES)


@lru_cache(maxsize=65536)
def _window(
    text: str | None,
    start: dt.date | None,
    period_end: dt.date | None,
    published: dt.date | None,
    is_plan: bool,
    is_state: bool,
) -> Window | None:
    end = period_end or published
    if end is None:
        return None
    if published is not None and not is_plan and (start is None or start <= published):
        end = min(end, published)
    if start is not None and is_state and (end - start).days < PRESENT:
        start = None
    closed = start is not None and period_end is not None and end != published
    return Window(start, end, text is not None, closed, _slack(start, text))


def _slack(start: dt.date | None, text: str | None) -> int:
    """Return how vague a start is: « depuis 2023 » is any day of 2023, « depuis août » any day of August."""
    if start is None or start.day != 1 or (text and _NAMES_DAY.search(text)):
        return 0
    return 364 if start.month == 1 and "janv" not in (text or "").lower() else 30


@lru_cache(maxsize=65536)
def timing_of_totals(a: Window | None, b: Window | None) -> Timing:
    """Return how the windows of two totals lie; an unknown start may be any."""
    if a is None or b is None:
        return Timing.UNKNOWN
    if a.begins_after(b) or b.begins_after(a) or _are_counts_apart(a, b):
        return Timing.APART
    if a.is_brief or b.is_brief:
        return _timing_of_incidents(a, b)
    if a.start is not None and b.start is not None and not a.may_begin_with(b):
        return _nested(a, b, a.start < b.start)
    return _timing_of_open(a, b)


@lru_cache(maxsize=65536)
def timing_of_levels(a: Window | None, b: Window | None, *, span: int) -> Timing:
    """Return SAME where two levels are of one time, else APART; undated ones are of the last `span` days.

    A level of a whole year says nothing about one of its months: the shorter window, where both are dated,
    must be a third of the longer one.
    """
    if a is None or b is None:
        return Timing.UNKNOWN
    spans = [(window.start or window.end - dt.timedelta(days=span), window.end) for window in (a, b)]
    lengths = sorted((end - start).days + 1 for start, end in spans)
    shared = (min(end for _, end in spans) - max(start for start, _ in spans)).days + 1
    is_part = a.closed and b.closed and 3 * lengths[0] < lengths[1]
    return Timing.APART if is_part or 2 * shared < lengths[0] else Timing.SAME


def _timing_of_incidents(a: Window, b: Window) -> Timing:
    """Compare windows of which one is an incident: the same one, one within the other, or two."""
    if a.is_brief and b.is_brief:
        return Timing.SAME if _holds(a, b) or _holds(b, a) else Timing.APART
    if a.is_brief:
        return Timing.WITHIN if a.end <= b.end else Timing.APART
    return Timing.AROUND if b.end <= a.end else Timing.APART


def _holds(outer: Window, inner: Window) -> bool:
    """Whether a window has all days of another: « la nuit du 8 au 9 » has the 9th, « du 9 au 10 » has not."""
    is_begun = outer.start is not None and inner.start is not None and outer.start <= inner.start
    return is_begun and inner.end <= outer.end


def _are_counts_apart(a: Window, b: Window) -> bool:
    """Whether two totals without a beginning are so long apart that nothing says they are one count."""
    return a.start is None and b.start is None and abs((a.end - b.end).days) > ONE_COUNT


def _nested(a: Window, b: Window, a_begins_first: bool) -> Timing:
    """Compare two windows that begin on different days."""
    if a_begins_first:
        return Timing.AROUND if b.ends_by(a) else Timing.STAGGERED
    return Timing.WITHIN if a.ends_by(b) else Timing.STAGGERED


def _timing_of_open(a: Window, b: Window) -> Timing:
    """Compare windows that may begin together; a closed one is a part of what began at any time."""
    if b.closed and a.start is None:
        return Timing.AROUND if b.ends_by(a) else Timing.WITHIN
    if a.closed and b.start is None:
        return Timing.WITHIN if a.ends_by(b) else Timing.AROUND
    return _timing_of_cut_offs(a, b)


def _timing_of_cut_offs(a: Window, b: Window) -> Timing:
    if abs((a.end - b.end).days) <= _tolerance(a, b):
        return Timing.SAME
    return Timing.WITHIN if a.end < b.end else Timing.AROUND


def _tolerance(a: Window, b: Window) -> int:
    lengths = [window.days for window in (a, b) if window.days is not None]
    return max(SAME_CUT_OFF, min(60, min(lengths, default=0) // 20))
