"""Shares of a whole, in percent: « la moitié », « deux tiers », « un obus sur deux », « neuf drones sur dix »."""

from __future__ import annotations

from decimal import Decimal

from armscorpus.values.numerals import ONE, Numeral, number_words, read_numeral
from armscorpus.values.quantities.amounts import Amount, exact_amount
from armscorpus.values.quantities.nouns import NounPhrase
from armscorpus.values.quantities.qualifiers import qualifier_before
from armscorpus.values.quantities.ranges import ARTICLES
from armscorpus.values.quantities.rounds import size_of
from armscorpus.values.quantities.vocabulary import OF, is_noun, noun_words
from armscorpus.values.tokens import Tokens

HUNDRED = Decimal(100)
_SIX_PLACES = Decimal("0.000001")
_SAMPLE_REACH = 6
_WHOLES = frozenset({*range(2, 11), 100, 1000})
"""Of what a part is a proportion; « 267 drones sur 315 » are counted."""
_NO_SHARES = frozenset({"heure", "heures", "siècle", "finale", "tour", "temps", "place"})
_BEFORE_FRACTIONS = frozenset({"dont", "soit", "que", "contre", "et"})


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part of a whole in percent, to six places."""
    value = part * HUNDRED / whole
    return value if value == value.to_integral_value() else value.quantize(_SIX_PLACES)


def share_amount(value: Decimal, first: int, last: int, rule: str) -> Amount:
    """Return a share as an amount."""
    amount = exact_amount(value, first, last, rule)
    amount.is_share = amount.takes_of = True
    return amount


def read_half(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « la moitié » as 50 %; « à moitié », « de moitié » are no share of anything."""
    if i <= floor or tokens.keys[i - 1] not in ("la", "une"):
        return None
    return share_amount(HUNDRED / 2, i - 1, i + 1, "share")


def read_fraction(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un tiers », « le quart », « un dixième » where they are a share of something and no third party."""
    size = size_of(tokens.keys[i - 1])
    at = i - 1 if size is None else i - 2
    if at < floor or tokens.keys[at] not in ("un", "le", "du", "au"):
        return None
    first = at if tokens.keys[at] in ("un", "le") else at + 1
    after = tokens.keys[i + 1]
    is_part = after in OF or (
        tokens.keys[at] == "un"
        and (after in noun_words().auxiliary or tokens.keys[first - 1] in _BEFORE_FRACTIONS)
    )
    if not is_part and qualifier_before(tokens, first, floor) is None:
        return None
    amount = fraction_of(tokens, Numeral(first, i, ONE), floor)
    if amount and size:
        amount.approximate(*size)
    return amount


def fraction_of(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    """Return a number and the denominator behind it as a share: « deux tiers », « les trois quarts »."""
    denominator = number_words().denominator[tokens.keys[numeral.last]]
    last = numeral.last + 1
    if numeral.value > denominator or tokens.keys[last + 1] in _NO_SHARES or tokens.keys[last] in _NO_SHARES:
        return None
    first = numeral.first - (numeral.first > floor and tokens.keys[numeral.first - 1] == "les")
    return share_amount(percent(numeral.value, denominator), first, last, "share")


def read_slash(tokens: Tokens, i: int) -> Amount | None:
    """Return « 2/3 des obus » as a share."""
    part, _, whole = tokens.keys[i].partition("/")
    is_fraction = part.isdecimal() and whole.isdecimal() and len(whole) <= 2 and tokens.keys[i + 1] in OF
    if not is_fraction or not 0 < int(part) < int(whole):
        return None
    return share_amount(percent(Decimal(part), Decimal(whole)), i, i + 1, "share")


def read_sample(tokens: Tokens, i: int, floor: int) -> tuple[Amount, NounPhrase | None] | None:
    """Return the share of « un obus sur deux », where « sur » is token `i`, and its noun phrase."""
    for first in range(i - 1, max(floor, i - _SAMPLE_REACH) - 1, -1):
        if tokens.keys[first] in ARTICLES:
            head = first + 1
            whole = _whole(tokens, i)
            if whole is None or (head < i and not is_noun(tokens, head, plural=False)):
                return None
            phrase = NounPhrase(head, i, (head,)) if head < i else None
            return share_amount(percent(ONE, whole.value), first, whole.last, "sample"), phrase
        if tokens.keys[first] in noun_words().function and tokens.keys[first] not in ("de", "d'"):
            return None
    return None


def read_proportion(tokens: Tokens, amount: Amount, i: int) -> int:
    """Make a number a share where « sur dix » follows at token `i` (« neuf drones sur dix »); return where it ends."""
    whole = _whole(tokens, i)
    if whole is None or amount.value is None or not 0 < amount.value < whole.value:
        return i
    amount.value, amount.low, amount.high = (
        None if part is None else percent(part, whole.value)
        for part in (amount.value, amount.low, amount.high)
    )
    amount.number = (amount.number[0], whole.last)
    amount.is_share = True
    amount.rules.append("sample")
    return whole.last


def _whole(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number after « sur » at token `i` where it counts nothing of its own."""
    if tokens.keys[i] != "sur":
        return None
    whole = read_numeral(tokens, i + 1)
    if whole is None or whole.value not in _WHOLES or is_noun(tokens, whole.last, plural=True):
        return None
    return None if tokens.keys[whole.last] in ("%", "de", "d'") else whole
