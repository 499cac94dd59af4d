"""What a clause says of its quantity (bound, rate, statistic), and what the quantities of a sentence share."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, zip_longest

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Statistic
from armscorpus.values.numerals import MILLION, ONE, THOUSAND
from armscorpus.values.phrases import Phrases
from armscorpus.values.quantities.clause_words import clause_words
from armscorpus.values.quantities.drafts import Draft
from armscorpus.values.quantities.governors import qualify_by_clause
from armscorpus.values.quantities.ranges import follows_change
from armscorpus.values.quantities.rates import (
    rate_at,
    rate_before,
    rate_behind,
    rate_tables,
    statistics_within,
)
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import SHARE, TIME

_STOPS = frozenset({";", ".", "?", "!", "—"})
_PERFECT_REACH = 10


def read_clauses(tokens: Tokens, drafts: list[Draft]) -> None:
    """Complete the quantities of a sentence with what their clauses say, and with what they share."""
    previous: Draft | None = None
    for draft, following in zip_longest(drafts, drafts[1:]):
        floor = previous.last if previous else 0
        qualify_by_clause(tokens, draft.amount, floor)
        left, right = _left(tokens, previous, draft), _right(tokens, draft, following)
        _read_rate(tokens, draft, left, right)
        _read_statistic(tokens, draft, left, right)
        draft.equals = previous is not None and _restates(tokens, previous, draft)
        previous = draft
    _share_in_lists(tokens, drafts)
    for before, after in pairwise(drafts):
        if after.equals and tokens.keys[before.last] == "(":  # 210 000 roubles (2 300 €) par mois
            share_rate(after, before, "shared_rate")
        _share_scale(tokens, before, after)
        _share_unit(tokens, before, after)
        if _resumes(tokens, before, after) or tokens.keys[before.last : after.first] == ["à"]:
            share_rate(before, after, "shared_rate")


# -- where a clause begins and ends ------------------------------------------------------------------------------------


def _left(tokens: Tokens, previous: Draft | None, draft: Draft) -> int:
    """Return where the clause of a quantity begins: behind the first separator after the quantity before."""
    floor = previous.last if previous else 0
    left = _adverbs_before(tokens, draft, floor) if previous else floor
    for i in range(draft.first - 1, floor - 1, -1):
        if tokens.keys[i] in _STOPS:
            return i + 1
        if previous and tokens.keys[i] in clause_words().separator:
            left = i + 1
    return left


def _right(tokens: Tokens, draft: Draft, following: Draft | None) -> int:
    """Return where the clause of a quantity ends: at the last separator before the next quantity."""
    right = _adverbs_before(tokens, following, draft.last) if following else tokens.size
    for i in range(draft.last, right):
        if tokens.keys[i] in _STOPS:
            return i
        if following and tokens.keys[i] in clause_words().separator:
            right = i
    return right


def _adverbs_before(tokens: Tokens, draft: Draft, floor: int) -> int:
    """Return where the adverbs right before a quantity begin, which are its own (« en moyenne 2,7 % »)."""
    tables, first = rate_tables(), draft.first
    while found := (
        tables.statistics.before(tokens, first, floor) or tables.anywhere.before(tokens, first, floor)
    ):
        first = found.first
    return first


# -- rates and statistics ----------------------------------------------------------------------------------------------


def _read_rate(tokens: Tokens, draft: Draft, left: int, right: int) -> None:
    if draft.unit and draft.unit.code == SHARE:  # « 8 % par an », but not « 8 % en un an »
        found = rate_at(tokens, draft.end) if tokens.keys[draft.end] == "par" else None
    else:
        found = rate_behind(tokens, draft.end, draft.last, right) or rate_before(tokens, left, draft.first)
    if found is None or _is_time_of_change(tokens, draft, left):
        return
    draft.per = found.per
    draft.amount.rules.append("rate")
    if found.times != found.divisor:
        draft.convert(found.times, found.divisor)


def _is_time_of_change(tokens: Tokens, draft: Draft, left: int) -> bool:
    """Say whether « en un mois » is how long a change took: « est tombé de 900 à 480 en un mois »."""
    i = draft.amount.first
    return (
        i > 0
        and tokens.keys[i - 1] == "à"
        and tokens.keys[draft.end] == "en"
        and follows_change(tokens, i - 1, 0)
    )


def _read_statistic(tokens: Tokens, draft: Draft, left: int, right: int) -> None:
    """Set the statistic: an explicit adverb first, then what could be done, then the extremes of a rate."""
    marks = statistics_within(tokens, left, right)
    plain = [mark.statistic for mark in marks if not mark.rated and mark.statistic is not Statistic.CAPACITY]
    capacity = [mark.statistic for mark in marks if mark.statistic is Statistic.CAPACITY]
    rated = [mark.statistic for mark in marks if mark.rated and draft.per]
    if choice := plain or capacity or rated:
        draft.statistic = choice[0]
        draft.amount.rules.append("statistic")


# -- what quantities share ---------------------------------------------------------------------------------------------


def _share_in_lists(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the members of a list the rate of its last, and that one the statistic of the first.

    « En moyenne, 300 drones et 40 missiles par mois »
    """
    for before, after in reversed([*pairwise(drafts)]):
        if (
            after.per
            and not after.equals
            and set(tokens.keys[before.last : after.first]) <= clause_words().listing
        ):
            share_rate(after, before, "shared_rate")
            if after.statistic is Statistic.TOTAL and after.per is before.per:
                after.statistic = before.statistic


def resumes_rate(tokens: Tokens, first: int, draft: Draft) -> bool:
    """Say whether an ellipsis takes up a rate named before token `first`: not behind a perfect, which states a total.

    « L'Ukraine se contente de 2 000 » resumes « 10 000 par jour », « Moscou en avait commandé 2 400 » does not.
    """
    before = tokens.keys[max(first, draft.first - _PERFECT_REACH) : draft.first]
    return draft.is_elliptic and clause_words().perfect.isdisjoint(before)


def share_rate(giver: Draft, taker: Draft, rule: str) -> None:
    """Give a quantity without a rate that of another, and its statistic unless it has its own."""
    if taker.per or not giver.per:
        return
    taker.per = giver.per
    taker.amount.rules.append(rule)
    if taker.statistic is Statistic.TOTAL:
        taker.statistic = giver.statistic


def _share_scale(tokens: Tokens, giver: Draft, taker: Draft) -> None:
    """Give an ellipsis the scale and currency before it (« 95,3 milliards de dollars, dont 60,8 pour l'Ukraine »)."""
    amount = taker.amount
    is_money = giver.unit is not None and giver.unit.is_money
    if not is_money or not taker.is_elliptic or amount.scale != 1 or giver.amount.scale < THOUSAND:
        return
    is_compared = not clause_words().comparing.isdisjoint(tokens.keys[giver.last : taker.first])
    is_compared = is_compared or (amount.value or 0) % 1 != 0  # la France pour 3,5
    if not is_compared or not amount.value or amount.value >= THOUSAND:
        return
    taker.unit = giver.unit
    taker.convert(giver.amount.scale, ONE)
    amount.rules.append("shared_scale")


def _share_unit(tokens: Tokens, before: Draft, after: Draft) -> None:
    """Give millions without a currency that of the amount before, and the start of a change the unit of its end.

    « 6,5 milliards d'euros pour atteindre 57,1 milliards », « passer de 32 à 64 milliards d'euros », « de 37 à 6 % »
    """
    low = after.amount.value or after.amount.low or ONE
    if before.unit and before.unit.is_money and after.is_elliptic and low >= MILLION:
        after.unit = before.unit
    elif after.unit and before.is_elliptic and tokens.keys[before.last : after.first] == ["à"]:
        before.unit = after.unit


def _resumes(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Say whether a quantity goes on with what the one before counts: an ellipsis, a part, the same noun again."""
    if draft.equals or "dont" in tokens.keys[previous.last : draft.first]:
        return True
    if draft.is_elliptic:
        return resumes_rate(tokens, previous.last, draft)
    if draft.phrase is None or previous.phrase is None or draft.unit or previous.unit:
        return False
    heads = [tokens.keys[phrase.heads[0]].rstrip("sx") for phrase in (previous.phrase, draft.phrase)]
    return heads[0] == heads[1]


@cache
def _equivalence() -> Phrases[bool]:
    return Phrases(dict.fromkeys(load(Quantifiers).equivalence.words, True), contract=True)


def _restates(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    """Say whether a quantity restates the one before: « …, soit … », « 100 miles (160 km) », not « soit … soit »."""
    if tokens.keys[draft.end : draft.end + 2] in (["de", "plus"], ["de", "moins"]):
        return False
    if draft.unit and draft.unit.code in TIME:
        return False
    if _equivalence().before(tokens, draft.first, previous.last):
        return not _equivalence().before(tokens, previous.first, 0)
    is_aside = tokens.keys[previous.last] == "(" and draft.first == previous.last + 1
    if not is_aside or previous.unit is None or draft.unit is None:
        return False
    return previous.unit.code != draft.unit.code and "%" not in (previous.unit.code, draft.unit.code)
