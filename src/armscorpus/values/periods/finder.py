"""From a text to its periods: tokens, the cascade of rules, then the dates, in the order of the text."""

from __future__ import annotations

import datetime as dt
from collections import deque
from functools import partial

from armscorpus.models import Basis, PeriodMatch, reference_date
from armscorpus.values.composed import compose, period_in
from armscorpus.values.periods.anaphors import anaphors
from armscorpus.values.periods.counts import counts
from armscorpus.values.periods.dates import dates
from armscorpus.values.periods.durations import durations
from armscorpus.values.periods.events import dated_events, undated_events
from armscorpus.values.periods.grammar import Item, Leaf, Level
from armscorpus.values.periods.intervals import Interval
from armscorpus.values.periods.moments import Antecedent, Context
from armscorpus.values.periods.parts import bindings, parts, wholes
from armscorpus.values.periods.ranges import days_of_month, nights, ranges
from armscorpus.values.periods.relations import relations
from armscorpus.values.periods.relative_dates import relative_dates
from armscorpus.values.periods.tense import is_ahead
from armscorpus.values.periods.words import read_line
from armscorpus.values.periods.year_parts import year_parts
from armscorpus.values.periods.years import years

CASCADE = (
    counts,
    Level(
        [
            *anaphors.rules,
            *durations.rules,
            *year_parts.rules,
            *relative_dates.rules,
            *dates.rules,
            *years.rules,
        ]
    ),
    bindings,
    wholes,
    parts,
    days_of_month,
    dated_events,
    ranges,
    nights,
    Level([*relations.rules, *undated_events.rules]),
)
"""The levels of rules, from words to whole expressions."""
JOINS = frozenset({"and", "or", "comma"})
MEMORY = 8
"""How many periods back an anaphor may refer."""


def find_periods(text: str, reference: dt.date | str | None) -> list[PeriodMatch]:
    """Return the expressions of time of a French text, in order and without overlap, with their dates.

    `reference` is the day against which relative expressions resolve, as a date or an ISO string; of a month
    (« 2025-02 ») it is the last day. Without it (None) they keep their text, with null dates. Offsets count
    characters. Raises ValueError for a string that is no ISO date.

    Examples:
        >>> [(period.text, str(period.start)) for period in find_periods("En mars, 300 obus.", "2025-05-01")]
        [('En mars', '2025-03-01')]

    """
    today = reference_date(reference) if isinstance(reference, str) else reference
    earliest = dt.date.fromisoformat(f"{reference}-01") if _is_month(reference) else today
    composed = compose(text)
    if composed is None:
        return _find(text, today, earliest)
    return [period_in(text, composed, match) for match in _find(composed.text, today, earliest)]


def _find(text: str, today: dt.date | None, earliest: dt.date | None) -> list[PeriodMatch]:
    line = read_line(text)
    for level in CASCADE:
        line = level.rewrite(line)
    found: list[PeriodMatch] = []
    before: deque[Antecedent] = deque(maxlen=MEMORY)
    for leaf, sibling in _with_siblings(line.items):
        ahead = partial(is_ahead, text, leaf.start, leaf.end)
        context = _beside(sibling, Context(today, today, earliest, ahead, tuple(before)))
        interval = leaf.when(context) or Interval(None, None)
        if match := _match(leaf, text, interval):
            found.append(match)
            _remember(leaf, interval, before)
    return found


def _is_month(reference: dt.date | str | None) -> bool:
    return isinstance(reference, str) and len(reference) == len("2025-02")


def _with_siblings(items: list[Item]) -> list[tuple[Leaf, Leaf | None]]:
    """Return the expressions, each with the one that gives its year: « en avril et en octobre 2024 »."""
    pairs: list[tuple[Leaf, Leaf | None]] = []
    given: dict[int, Leaf | None] = {}
    for i in range(len(items) - 1, -1, -1):
        leaf = items[i]
        if isinstance(leaf, Leaf):
            other = _joined_to(items, i)
            is_like = other is not None and leaf.is_implied and leaf.precision is other.precision
            sibling = given[i + 2] if is_like else None
            given[i] = sibling if leaf.is_implied else leaf
            pairs.append((leaf, sibling))
    return pairs[::-1]


def _joined_to(items: list[Item], i: int) -> Leaf | None:
    """Return the expression that « et », « ou » or a comma joins to this one."""
    if i + 2 >= len(items) or items[i + 1].kind not in JOINS:
        return None
    other = items[i + 2]
    return other if isinstance(other, Leaf) else None


def _beside(sibling: Leaf | None, context: Context) -> Context:
    days = sibling and sibling.when(context)
    near = days and (days.start or days.end)
    return context.before_day(near) if near else context


def _match(leaf: Leaf, text: str, interval: Interval) -> PeriodMatch | None:
    """Return the period of an expression, unless it contradicts itself or is an adverb without a date."""
    start, end, precision = interval
    if (leaf.is_adverb and not (start or end)) or (start and end and start > end):
        return None
    return PeriodMatch(
        text=text[leaf.start : leaf.end],
        start=start,
        end=end,
        start_char=leaf.start,
        end_char=leaf.end,
        relation=leaf.relation,
        precision=precision or leaf.precision,
        basis=Basis.IMPLIED if leaf.is_implied else Basis.STATED,
        rules=leaf.rules,
    )


def _remember(leaf: Leaf, interval: Interval, before: deque[Antecedent]) -> None:
    """Note a dated period for the anaphors after it."""
    if (interval.start or interval.end) and not leaf.is_adverb:
        precision = interval.precision or leaf.precision
        before.appendleft(Antecedent(interval, precision, is_weekday=leaf.rules[0] == "date.weekday"))
