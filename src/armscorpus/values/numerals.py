"""French numbers in digits and in words: where one starts, what it is worth, and how far it reaches."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NumberWord, NumberWords
from armscorpus.values.digits import is_grouped, parse_digits
from armscorpus.values.tokens import Tokens, fold, is_number, tokenize

ONE, THOUSAND, MILLION = Decimal(1), Decimal(1000), Decimal(1_000_000)
_MOST_SCALES = 3
SIGNS_OF_MONEY = frozenset("$€£¥₩")


class Numeral(NamedTuple):
    """A number read from token `first` to token `last` (excluded).

    Where it is a mantissa times a scale (« 6 millions », « 15 000 », « trois cents »), `scale` says which, so that a
    range can share it (« 4 à 6 millions »); else it is 1. `is_collective` says that it ends in a noun (« dizaines »).
    """

    first: int
    last: int
    value: Decimal
    scale: Decimal = ONE
    in_digits: bool = False
    is_collective: bool = False


class Words(NamedTuple):
    """The words of the numbers with their values, by kind."""

    unit: dict[str, Decimal]
    ten: dict[str, Decimal]
    hundred: dict[str, Decimal]
    scale: dict[str, Decimal]
    abbreviation: dict[str, Decimal]
    collective: dict[str, Decimal]
    denominator: dict[str, Decimal]


@cache
def number_words() -> Words:
    """Return the words of `numerals.toml`."""
    table = load(NumberWords)
    return Words(*(_values(getattr(table, kind)) for kind in Words._fields))


def _values(entries: tuple[NumberWord, ...]) -> dict[str, Decimal]:
    return {form: entry.value for entry in entries for form in entry.forms}


@cache
def _compounding() -> frozenset[str]:
    return _first_words() | {"et", "demi"}


@cache
def _first_words() -> frozenset[str]:
    words = number_words()
    return frozenset({*words.unit, *words.ten, *words.hundred, *words.scale, *words.collective})


@cache
def _scaling() -> frozenset[str]:
    words = number_words()
    return frozenset({*words.scale, *words.collective, *words.abbreviation})


@lru_cache(maxsize=4096)
def split_compound(word: str) -> tuple[str, ...] | None:
    """Return the parts of a word with hyphens that is all number words (« vingt-et-un »), else None."""
    parts = tuple(word.split("-"))
    return parts if all(part in _compounding() for part in parts) else None


def parse_numeral(text: str) -> Decimal | None:
    """Return the value of a text that is one French number and nothing else, in digits or words, else None.

    >>> parse_numeral("vingt-et-un mille")
    Decimal('21000')
    >>> parse_numeral("3 millions 200 mille")
    Decimal('3200000')
    """
    tokens = tokenize(text, fold(text), 0, len(text), split_compound)
    numeral = read_numeral(tokens, 0)
    return numeral.value if numeral and numeral.last == tokens.size else None


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number that starts at token `i`, as long as it can be: « 3 millions 200 mille », « deux et demi »."""
    key = tokens.keys[i]
    if key not in _first_words() and not key[:1].isdecimal():
        return None
    if i not in tokens.numerals:
        tokens.numerals[i] = _read_whole(tokens, i)
    return tokens.numerals[i]


def _read_whole(tokens: Tokens, i: int) -> Numeral | None:
    part = _read_part(tokens, i)
    if part is None:
        return None
    total = part
    while part.scale >= THOUSAND and (more := _read_part(tokens, part.last)) and _continues(part, more):
        part = more
        total = Numeral(i, more.last, total.value + more.value, in_digits=total.in_digits)
    return _add_half(tokens, total, part.scale)


def _continues(part: Numeral, more: Numeral) -> bool:
    """Say whether two parts make one number: the scale falls, and digits follow digits (« 3 millions 200 000 »)."""
    if more.value >= part.scale or more.is_collective or part.is_collective:
        return False
    return not more.in_digits or (part.in_digits and part.scale > THOUSAND and more.value >= THOUSAND)


def _add_half(tokens: Tokens, numeral: Numeral, scale: Decimal) -> Numeral:
    """Add « et demi », worth half of the last scale (« un million et demi »)."""
    last = numeral.last
    if tokens.keys[last] != "et" or tokens.keys[last + 1] not in ("demi", "demie"):
        return numeral
    return numeral._replace(last=last + 2, value=numeral.value + scale / 2)


def _read_part(tokens: Tokens, i: int) -> Numeral | None:
    """Return a number with one scale at most: « 28 700 milliards », « trois cent mille », « cent douze »."""
    words = number_words()
    key = tokens.keys[i]
    if is_number(key):
        numeral = _in_digits(tokens, i)
        return _scale(tokens, numeral) if tokens.keys[i + 1] in _scaling() else numeral
    if key not in _first_words():
        return None
    below = _read_below_million(tokens, i)
    if below and tokens.keys[below.last] == "virgule":
        below = _add_decimals(tokens, below)
    if below is None and (key in words.scale or key in words.collective):
        below = Numeral(i, i, ONE)
    return _scale(tokens, below) if below else None


def _add_decimals(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Add the decimals of « quatre virgule deux », « douze virgule zéro cinq »."""
    at, zeros = numeral.last + 1, 0
    while number_words().unit.get(tokens.keys[at]) == 0:
        at, zeros = at + 1, zeros + 1
    decimals = _read_below_thousand(tokens, at)
    if decimals is None:
        return numeral
    places = zeros + len(str(decimals.value))
    return Numeral(numeral.first, decimals.last, numeral.value + decimals.value.scaleb(-places))


def _in_digits(tokens: Tokens, i: int) -> Numeral:
    """Return a number in digits; « 15 000 » is 15 times a thousand, which « 10-15 000 » shares."""
    key = tokens.keys[i]
    value = parse_digits(key, is_scaled=_is_scaled(tokens, i))
    shared = is_grouped(key) and key.endswith("000") and value % THOUSAND == 0
    return Numeral(i, i + 1, value, THOUSAND if shared else ONE, in_digits=True)


def _is_scaled(tokens: Tokens, i: int) -> bool:
    """Say whether a scale or a share follows, before which a comma is that of decimals."""
    after = tokens.keys[i + 1]
    if "." in tokens.keys[i] and after.endswith("s"):  # 28.700 milliards
        return False
    return after == "%" or after in _scaling()


def _scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Multiply by the scales that follow: « 6 millions », « 2 centaines de milliers », « 5 M », « mille milliards »."""
    for _ in range(_MOST_SCALES):
        found = _scale_at(tokens, numeral)
        if found is None:
            break
        value, last, is_collective = found
        scale = value if numeral.in_digits and numeral.scale == THOUSAND else numeral.scale * value
        numeral = Numeral(
            numeral.first,
            last,
            numeral.value * value,
            scale,
            numeral.in_digits,
            is_collective or numeral.is_collective,
        )
    return numeral


def _scale_at(tokens: Tokens, numeral: Numeral) -> tuple[Decimal, int, bool] | None:
    """Return the scale after a number, the token after it, and whether it is a collective noun."""
    words, keys, last = number_words(), tokens.keys, numeral.last
    if keys[last] in ("de", "d'") and (numeral.is_collective or keys[last - 1] in words.scale):
        last += 1
    key = keys[last]
    if key in words.collective:
        return words.collective[key], last + 1, True
    if key in words.scale and (words.scale[key] > THOUSAND or numeral.in_digits):
        is_translated = numeral.value >= 2 and key in _translated()
        return _translated()[key] if is_translated else words.scale[key], last + 1, False
    if numeral.in_digits and key in words.abbreviation and _is_scale(tokens, last):
        has_point = keys[last + 1] == "." and keys[last + 2] in ("de", "d'")  # 20 mio. de francs
        return words.abbreviation[key], last + 1 + has_point, False
    return None


@cache
def _translated() -> dict[str, Decimal]:
    """Return what the singular of a scale is worth after two and more."""
    return {entry.forms[0]: entry.translated for entry in load(NumberWords).scale if entry.translated}


def _is_scale(tokens: Tokens, i: int) -> bool:
    """Say whether « m », « g » or « k » is a scale (« 5 M$ », « 5 M d'euros », « 7k drones ») and no metre or gram."""
    key, after = tokens.keys[i], tokens.keys[i + 1]
    if key in ("m", "g"):
        is_money = after in SIGNS_OF_MONEY or after in ("us", "usd", "eur", "chf")
        return is_money or (tokens.is_capital(i) and after in ("d'", "de"))
    return key != "k" or tokens.is_glued(i) or after in SIGNS_OF_MONEY


def _read_below_million(tokens: Tokens, i: int) -> Numeral | None:
    """Return a number of words below a million: [hundreds] mille [hundreds]."""
    thousands = _read_below_thousand(tokens, i)
    at = thousands.last if thousands else i
    if number_words().scale.get(tokens.keys[at]) != THOUSAND:
        return thousands
    value, scale = (thousands.value, thousands.scale) if thousands else (ONE, ONE)
    if thousands is None and tokens.keys[at + 1] == "et" and tokens.keys[at + 2] in ("un", "une"):
        return Numeral(i, at + 3, THOUSAND + ONE)  # mille et une nuits
    rest = _read_below_thousand(tokens, at + 1)
    if rest and rest.value:
        return Numeral(i, rest.last, value * THOUSAND + rest.value)
    return Numeral(i, at + 1, value * THOUSAND, scale * THOUSAND)


def _read_below_thousand(tokens: Tokens, i: int) -> Numeral | None:
    """Return a number of words below a thousand, or hundreds to « quatre-vingt-dix-neuf cents »."""
    count = _read_below_hundred(tokens, i)
    at = count.last if count else i
    factor = number_words().hundred.get(tokens.keys[at])
    if factor is None:
        return count
    value = (count.value if count else ONE) * factor
    rest = _read_below_hundred(tokens, at + 1)
    if rest and rest.value:
        return Numeral(i, rest.last, value + rest.value)
    return Numeral(i, at + 1, value, factor)


def _read_below_hundred(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number of words below a hundred that starts at token `i`."""
    words, keys = number_words(), tokens.keys
    if keys[i] == "quatre" and keys[i + 1] in ("vingt", "vingts"):
        return _add_units(tokens, Numeral(i, i + 2, words.ten["vingt"] * 4))
    if (ten := words.ten.get(keys[i])) is not None:
        return _add_units(tokens, Numeral(i, i + 1, ten))
    if (unit := words.unit.get(keys[i])) is None:
        return None
    more = words.unit.get(keys[i + 1])
    if keys[i] == "dix" and more is not None and 7 <= more <= 9:
        return Numeral(i, i + 2, unit + more)
    return Numeral(i, i + 1, unit)


def _add_units(tokens: Tokens, ten: Numeral) -> Numeral:
    """Add to a ten the units that may follow it: up to 9, or to 19 after soixante and quatre-vingt."""
    joined = tokens.keys[ten.last] == "et"
    at = ten.last + joined
    units = None if tokens.keys[at] in number_words().ten else _read_below_hundred(tokens, at)
    if units is None or not 1 <= units.value <= (19 if ten.value in (60, 80) else 9):
        return ten
    if joined and units.value not in (1, 11):
        return ten
    return Numeral(ten.first, units.last, ten.value + units.value)
