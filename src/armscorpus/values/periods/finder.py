"""From a text to its periods: tokens, the cascade of rules, then the dates, in the order of the text."""

from __future__ import annotations

import datetime as dt
from functools import partial

from armscorpus.models import Basis, PeriodMatch, Precision, reference_date
from armscorpus.values.periods.anaphors import anaphors
from armscorpus.values.periods.counts import counts
from armscorpus.values.periods.dates import dates
from armscorpus.values.periods.grammar import Leaf, Level
from armscorpus.values.periods.moments import Antecedent, Context, Interval
from armscorpus.values.periods.parts import bindings, parts, wholes
from armscorpus.values.periods.ranges import days_of_month, nights, ranges
from armscorpus.values.periods.relations import relations
from armscorpus.values.periods.relative_dates import relative_dates
from armscorpus.values.periods.tense import is_ahead
from armscorpus.values.periods.words import tokenize

CASCADE = (
    counts,
    Level(anaphors.rules + relative_dates.rules + dates.rules),
    bindings,
    wholes,
    parts,
    days_of_month,
    ranges,
    nights,
    relations,
)
MEMORY = 8
"""How many periods back an anaphor may refer."""


def find_periods(text: str, reference: dt.date | str | None) -> list[PeriodMatch]:
    """Return the expressions of time of a French text, in order and without overlap, with their dates.

    `reference` is the day against which relative expressions resolve, as a date or an ISO string; of a month
    (« 2025-02 ») it is the last day. Without it (None) they keep their text, with null dates. Offsets count characters.
    Raises ValueError for a string that is no ISO date.

    >>> [(period.text, period.start, period.end) for period in find_periods("En mars, 300 obus.", "2025-05-01")]
    [('En mars', datetime.date(2025, 3, 1), datetime.date(2025, 3, 31))]
    """
    today = reference_date(reference) if isinstance(reference, str) else reference
    items = tokenize(text)
    for level in CASCADE:
        items = level.rewrite(items)
    found: list[PeriodMatch] = []
    before: list[tuple[int, Antecedent]] = []
    for leaf in items:
        if isinstance(leaf, Leaf):
            match = _resolve(leaf, text, today, before)
            if match:
                found.append(match)
    return found


def _resolve(
    leaf: Leaf, text: str, today: dt.date | None, before: list[tuple[int, Antecedent]]
) -> PeriodMatch | None:
    """Return the period of an expression, and note it for the anaphors after it."""
    ahead = partial(is_ahead, text, leaf.start, leaf.end)
    nearest = tuple(antecedent for _, antecedent in reversed(before[-MEMORY:]))
    days = leaf.when(Context(today, today, ahead, nearest)) or Interval(None, None)
    if days.start and days.end and days.start > days.end:
        return None
    if days != (None, None):
        before.append((leaf.start, Antecedent(days, leaf.precision, statement="date.weekday" in leaf.rules)))
    return PeriodMatch(
        text=text[leaf.start : leaf.end],
        start=days.start,
        end=days.end,
        start_char=leaf.start,
        end_char=leaf.end,
        relation=leaf.relation,
        precision=leaf.precision,
        basis=Basis.IMPLIED if leaf.implied else Basis.STATED,
        rules=leaf.rules,
    )
