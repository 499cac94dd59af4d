"""Ranges: « 4 à 6 millions », « entre 457 millions et 1,19 milliard », « 10-15 000 », « deux ou trois »."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import conjugate
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Bound
from armscorpus.values.numerals import ONE, Numeral, number_words, read_numeral
from armscorpus.values.quantities.amounts import Amount, takes_of
from armscorpus.values.tokens import Tokens

ARTICLES = ("un", "une")
DASHES = ("-", "–")
_CHANGE_REACH = 3
_MOVE_REACH = 9
_ENDS_OF_CLAUSE = frozenset({",", ";", ":", ".", "(", ")"})
_OPENING_REACH = 3
"""How many words before the lower end « entre » may stand (« entre environ 4 et 6 millions »)."""


@cache
def _verbs_of_move() -> frozenset[str]:
    return frozenset(form for verb in load(Quantifiers).move.words for form, _ in conjugate(verb))


@cache
def verbs_of_change() -> frozenset[str]:
    """Return the forms of the verbs after which « de A à B » is a change and no range (« passer de 300 à 500 »)."""
    return frozenset(form for verb in load(Quantifiers).change.words for form, _ in conjugate(verb))


def read_range(tokens: Tokens, low: Numeral, floor: int) -> Amount | None:
    """Return the range whose lower end is `low`, if a connector and a higher number follow."""
    connector = connector_at(tokens, low.last)
    high = read_end(tokens, connector[1]) if connector else None
    if connector is None or high is None:
        return None
    first = opening(tokens, connector[0], low.first, floor)
    value = shared_scale(low, high)
    if first is None or not value < high.value:
        return None
    return Amount(
        first,
        high.last,
        (low.first, high.last),
        Bound.BETWEEN,
        None,
        value,
        high.value,
        is_counting=high.is_collective,
        takes_of=takes_of(high),
        rules=["range_dash" if connector[0] == "-" else "range"],
    )


def start_of_change(tokens: Tokens, low: Numeral, floor: int) -> Numeral:
    """Return the first figure of a change with the scale of the second (« passer de 4 à 6 millions »)."""
    if low.first <= floor or tokens.keys[low.first - 1] not in ("de", "d'") or tokens.keys[low.last] != "à":
        return low
    high = read_end(tokens, low.last + 1)
    if high is None or not follows_change(tokens, low.first - 1, floor):
        return low
    return low._replace(value=shared_scale(low, high))


def shared_scale(low: Numeral, high: Numeral) -> Decimal:
    """Return the lower end of a range: « 4 à 6 millions » shares the scale, « 800 000 à 1,2 million » does not."""
    shares = low.scale == 1 and low.value < high.value / high.scale
    return low.value * high.scale if shares else low.value


def connector_at(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Return what joins the ends of a range at token `i`, and the token after it."""
    key = tokens.keys[i]
    if key in ("à", "ou", "et", "voire"):
        return key, i + 1
    if key in DASHES:
        return "-", i + 1
    if key == "," and tokens.keys[i + 1] == "voire":
        return "voire", i + 2
    if 0 < i < tokens.size and tokens.text[tokens.end(i) : tokens.starts[i]] in DASHES:  # deux-trois navires
        return "-", i
    return None


def read_end(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number at token `i` as the upper end of a range; « un million » and « une dizaine » are such too."""
    if tokens.keys[i] not in ARTICLES:
        return read_numeral(tokens, i)
    words = number_words()
    if tokens.keys[i + 1] in words.scale or tokens.keys[i + 1] in words.collective:
        numeral = read_numeral(tokens, i + 1)
        return numeral._replace(first=i) if numeral else None
    return None


def one_before(tokens: Tokens, i: int, floor: int) -> Numeral | None:
    """Return « un » of « un à deux », « un ou deux », where the number at token `i` is the upper end."""
    if i < floor + 2 or tokens.keys[i - 1] not in ("à", "ou", "et") or tokens.keys[i - 2] not in ARTICLES:
        return None
    return Numeral(i - 2, i - 1, ONE)


def opening(tokens: Tokens, connector: str, first: int, floor: int) -> int | None:
    """Return the token with which a range opens: « entre », « de », or its lower end; None if it is no range."""
    keys = tokens.keys
    if connector == "et":
        candidates = range(first - 1, max(floor, first - _OPENING_REACH) - 1, -1)
        return next((i for i in candidates if keys[i] == "entre"), None)
    if connector == "à" and first > floor and keys[first - 1] in ("de", "d'"):
        return None if follows_change(tokens, first - 1, floor) else first - 1
    return first


def follows_change(tokens: Tokens, i: int, floor: int) -> bool:
    """Say whether a verb of change governs what starts at token `i` (« est passé de 300 à 500 »).

    What is moved from one figure to another may stand between (« a porté sa production d'obus de 300 à 500 »).
    """
    if not verbs_of_change().isdisjoint(tokens.keys[max(floor, i - _CHANGE_REACH) : i]):
        return True
    between = tokens.keys[max(floor, i - _MOVE_REACH) : i]
    moves = [at for at, key in enumerate(between) if key in _verbs_of_move()]
    return bool(moves) and _ENDS_OF_CLAUSE.isdisjoint(between[moves[-1] :])
