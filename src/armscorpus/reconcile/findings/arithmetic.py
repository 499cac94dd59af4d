"""Arithmetic inside an article: rate × period, a share of a stated whole, parts and their sum."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import combinations, takewhile

from armscorpus.models import Statistic
from armscorpus.reconcile.findings.draft import ORDINALS, Draft, Said, number, quantity, size, weigh
from armscorpus.reconcile.findings.places import are_in_one_sentence, restated, restates
from armscorpus.reconcile.intervals import Interval, is_apart, ratio
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.rates import DAYS
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import compare_scopes

TOLERANCE = 1.1
"""How far a restatement may be off: articles round both numbers."""

MISTAKE = 0.6
"""The severity at most of wrong arithmetic."""


def wrong_rates(articles: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield rates that are not what the article equals them to (« 250 000 par mois, soit 5 millions par an »)."""
    for first, second in (pair for told in articles for pair in restated(told)):
        if not _are_one_thing(first, second) or first.claim.quantity.per is second.claim.quantity.per:
            continue
        pair = Pair(first, second)
        if pair.factors is None:
            continue
        a, b = pair.figures if pair.a is first else reversed(pair.figures)
        if ratio(a, b) > TOLERANCE:
            said = {"sum": _computed(first, second, a)} | _as_quantities(first, second)
            yield Draft("wrong_rate", (first, second), weigh(MISTAKE, ratio(a, b), first), said)


def _computed(first: Reading, second: Reading, per_day: Interval) -> Said:
    """Return how to say the first figure in the terms of the second."""
    per, unit = second.claim.quantity.per, second.claim.quantity.unit
    length = second.window.days if second.window else None
    days = DAYS[per] if per else length or 1
    value = (per_day.low if math.isinf(per_day.high) else (per_day.low + per_day.high) / 2) * days
    return lambda words: f"{number(value, unit)(words)} {words.reasons.per[per] if per else ''}".strip()


def _are_one_thing(first: Reading, second: Reading) -> bool:
    a, b = first.subject, second.subject
    return (a.topics, a.event, a.unit, a.planned) == (b.topics, b.event, b.unit, b.planned)


def wrong_shares(articles: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield shares that are not what the article equals them to (« un tiers des 12 000 obus, soit 6 000 »)."""
    for told in articles:
        for index, third in enumerate(told):
            before = list(takewhile(lambda other: are_in_one_sentence(other, third), reversed(told[:index])))  # noqa: B023
            share = next((other for other in before if other.subject.unit == "%"), None)
            wholes = [other for other in before if _is_whole_of(other, third)]
            if share is None or not wholes or not restates(before[0], third):
                continue
            whole, expected = wholes[0], share.interval.times(size(wholes[0]) / 100)
            if is_apart(expected, third.interval) and ratio(expected, third.interval) > TOLERANCE:
                computed = size(share) * size(whole) / 100
                said = {"sum": number(computed, third.subject.unit)} | _as_quantities(share, whole, third)
                severity = weigh(MISTAKE, ratio(expected, third.interval), third)
                yield Draft("wrong_share", (share, whole, third), severity, said)


def _as_quantities(*readings: Reading) -> dict[str, Said]:
    return {name: quantity(reading) for name, reading in zip(ORDINALS, readings, strict=False)}


def _is_whole_of(whole: Reading, part: Reading) -> bool:
    has_rate = whole.claim.quantity.per or part.claim.quantity.per
    return (
        whole.subject.unit == part.subject.unit != "%"
        and whole.subject.topics == part.subject.topics
        and not has_rate
    )


def wrong_sums(articles: Iterable[list[Reading]]) -> Iterator[Draft]:
    """Yield wholes that their parts exceed, or that are given as their sum and are not.

    « 600 morts et 4 100 blessés, soit 5 700 pertes », « 4 000 pertes, dont 600 morts et 4 100 blessés ».
    """
    for told in articles:
        for index, whole in enumerate(told):
            if _is_countable(whole):
                yield from _sum_before(told[:index], whole)
                yield from _sum_behind(whole, told[index + 1 :])


def _is_countable(reading: Reading) -> bool:
    quantity = reading.claim.quantity
    is_sum = quantity.per is None and quantity.statistic is Statistic.TOTAL and not reading.is_level
    return is_sum and quantity.value is not None


def _sum_before(before: list[Reading], whole: Reading) -> Iterator[Draft]:
    """Check a sum that restates the parts before it."""
    if not before or not restates(before[-1], whole):
        return
    parts = list(takewhile(lambda part: _is_part(part, whole), reversed(before)))
    if len(parts) > 1 and _exclude_each_other(parts):
        total = _sum_of(parts)
        if is_apart(total, whole.interval) and ratio(total, whole.interval) > 1:
            yield _draft(whole, parts, ratio(total, whole.interval))


def _sum_behind(whole: Reading, behind: list[Reading]) -> Iterator[Draft]:
    """Check that the parts that follow a whole do not exceed it together."""
    parts = list(takewhile(lambda part: _is_part(part, whole) and part.scope != whole.scope, behind))
    if len(parts) > 1 and _exclude_each_other(parts) and all(_is_narrower(part, whole) for part in parts):
        total = _sum_of(parts)
        if total.low > whole.interval.high and is_apart(total, whole.interval):
            yield _draft(whole, parts, ratio(total, whole.interval))


def _draft(whole: Reading, parts: list[Reading], factor: float) -> Draft:
    total = sum(size(part) for part in parts)
    said = {"first": quantity(whole), "sum": number(total, whole.subject.unit)}
    return Draft("wrong_sum", (whole, *parts), weigh(MISTAKE, factor, whole, *parts), said)


def _sum_of(parts: list[Reading]) -> Interval:
    return Interval(sum(part.interval.low for part in parts), sum(part.interval.high for part in parts))


def _is_part(part: Reading, whole: Reading) -> bool:
    is_said_with_it = are_in_one_sentence(part, whole) and part.witness.keys == whole.witness.keys
    return is_said_with_it and _is_countable(part) and _are_one_thing(part, whole)


def _is_narrower(part: Reading, whole: Reading) -> bool:
    gap = compare_scopes(part.scope, whole.scope)
    return bool(gap.a_part) and gap.different is None


def _exclude_each_other(parts: list[Reading]) -> bool:
    return all(compare_scopes(a.scope, b.scope).different is not None for a, b in combinations(parts, 2))
