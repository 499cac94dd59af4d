"""From a text to its periods: tokens, the cascade of rules, then the dates, in the order of the text."""

from __future__ import annotations

import datetime as dt
from collections import deque
from functools import partial

from armscorpus.models import Basis, PeriodMatch, reference_date
from armscorpus.values.periods.anaphors import anaphors
from armscorpus.values.periods.counts import counts
from armscorpus.values.periods.dates import dates
from armscorpus.values.periods.durations import durations
from armscorpus.values.periods.grammar import Leaf, Level
from armscorpus.values.periods.intervals import Interval
from armscorpus.values.periods.moments import Antecedent, Context
from armscorpus.values.periods.parts import bindings, parts, wholes
from armscorpus.values.periods.ranges import days_of_month, nights, ranges
from armscorpus.values.periods.relations import relations
from armscorpus.values.periods.relative_dates import relative_dates
from armscorpus.values.periods.tense import is_ahead
from armscorpus.values.periods.words import read_line
from armscorpus.values.periods.year_parts import year_parts

CASCADE = (
    counts,
    Level([*anaphors.rules, *durations.rules, *year_parts.rules, *relative_dates.rules, *dates.rules]),
    bindings,
    wholes,
    parts,
    days_of_month,
    ranges,
    nights,
    relations,
)
"""The levels of rules, from words to whole expressions."""
MEMORY = 8
"""How many periods back an anaphor may refer."""


def find_periods(text: str, reference: dt.date | str | None) -> list[PeriodMatch]:
    """Return the expressions of time of a French text, in order and without overlap, with their dates.

    `reference` is the day against which relative expressions resolve, as a date or an ISO string; of a month
    (« 2025-02 ») it is the last day. Without it (None) they keep their text, with null dates. Offsets count
    characters. Raises ValueError for a string that is no ISO date.

    >>> [(period.text, str(period.start)) for period in find_periods("En mars, 300 obus.", "2025-05-01")]
    [('En mars', '2025-03-01')]
    """
    today = reference_date(reference) if isinstance(reference, str) else reference
    line = read_line(text)
    for level in CASCADE:
        line = level.rewrite(line)
    found: list[PeriodMatch] = []
    before: deque[Antecedent] = deque(maxlen=MEMORY)
    for leaf in line.items:
        if isinstance(leaf, Leaf) and (match := _resolve(leaf, text, today, before)):
            found.append(match)
    return found


def _resolve(leaf: Leaf, text: str, today: dt.date | None, before: deque[Antecedent]) -> PeriodMatch | None:
    """Return the period of an expression, and note it for the anaphors after it; None if it contradicts itself."""
    context = Context(today, today, partial(is_ahead, text, leaf.start, leaf.end), tuple(before))
    days = leaf.when(context)
    if days is None and leaf.is_adverb:
        return None
    days = days or Interval(None, None)
    if days.start and days.end and days.start > days.end:
        return None
    precision = days.precision or leaf.precision
    if days[:2] != (None, None) and not leaf.is_adverb:
        before.appendleft(Antecedent(days, precision, leaf.rules[0] == "date.weekday"))
    return PeriodMatch(
        text=text[leaf.start : leaf.end],
        start=days.start,
        end=days.end,
        start_char=leaf.start,
        end_char=leaf.end,
        relation=leaf.relation,
        precision=precision,
        basis=Basis.IMPLIED if leaf.is_implied else Basis.STATED,
        rules=leaf.rules,
    )
