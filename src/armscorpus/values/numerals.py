"""French numbers in digits and in words: where one starts, what it is worth, and how far it reaches."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NumberWord, NumberWords
from armscorpus.values.tokens import SPACES, Tokens, fold, is_number, tokenize

THOUSAND = Decimal(1000)


class Numeral(NamedTuple):
    """A number read from token `first` to token `last` (excluded).

    Where it is a mantissa times a scale (« 6 millions », « 15 000 », « trois cents »), `mantissa` and `scale` say which,
    so that a range can share the scale (« 4 à 6 millions »); else `scale` is 1.
    """

    first: int
    last: int
    value: Decimal
    mantissa: Decimal
    scale: Decimal
    in_digits: bool
    collective: bool = False


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
def _cardinals() -> frozenset[str]:
    words = number_words()
    return frozenset({*words.unit, *words.ten, *words.hundred, *words.scale, "et"})


@lru_cache(maxsize=4096)
def split_compound(word: str) -> tuple[str, ...] | None:
    """Return the parts of a word with hyphens that is all number words (« vingt-et-un »), else None."""
    parts = tuple(word.replace("‑", "-").split("-"))
    return parts if len(parts) > 1 and all(part in _cardinals() for part in parts) else None


def parse_numeral(text: str) -> Decimal | None:
    """Return the value of a text that is one French number and nothing else, in digits or words, else None.

    >>> parse_numeral("vingt-et-un mille")
    Decimal('21000')
    >>> parse_numeral("1,5 million")
    Decimal('1500000')
    """
    folded = fold(text)
    tokens = tokenize(text, folded, 0, len(text), split_compound)
    numeral = read_numeral(tokens, 0)
    return numeral.value if numeral and numeral.last == tokens.size else None


def read_numeral(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number that starts at token `i`, as long as it can be: « 3 millions 200 mille », « deux et demi »."""
    part = _read_part(tokens, i)
    if part is None:
        return None
    total = part
    while part.scale >= THOUSAND and (more := _read_part(tokens, part.last)) and _continues(part, more):
        part = more
        total = Numeral(
            i, more.last, total.value + more.value, total.value + more.value, Decimal(1), total.in_digits
        )
    return _read_half(tokens, total, part.scale)


def _continues(part: Numeral, more: Numeral) -> bool:
    """Say whether two parts make one number: the scale falls, and digits follow digits (« 3 millions 200 000 »)."""
    if more.value >= part.scale or more.collective:
        return False
    return not more.in_digits or (part.in_digits and part.scale > THOUSAND and more.value >= THOUSAND)


def _read_half(tokens: Tokens, numeral: Numeral, scale: Decimal) -> Numeral:
    """Add « et demi », worth half of the last scale (« un million et demi »)."""
    last = numeral.last
    if tokens.keys[last] != "et" or tokens.keys[last + 1] not in ("demi", "demie"):
        return numeral
    value = numeral.value + scale / 2
    if numeral.scale == 1:
        return numeral._replace(last=last + 2, value=value, mantissa=value)
    return numeral._replace(last=last + 2, value=value, mantissa=value / scale)


def _read_part(tokens: Tokens, i: int) -> Numeral | None:
    """Return a number with one scale at most: « 28 700 milliards », « trois cent mille », « cent douze »."""
    words = number_words()
    key = tokens.keys[i]
    if is_number(key):
        scales = words.scale.keys() | words.collective.keys() | words.abbreviation.keys()
        mantissa = parse_digits(key, decimal=tokens.keys[i + 1] in scales)
        numeral = Numeral(i, i + 1, mantissa, mantissa, Decimal(1), in_digits=True)
        return _with_scale(tokens, _shared_thousands(numeral, key))
    below = _read_below_million(tokens, i)
    if below is None and (key in words.scale or key in words.collective):
        below = Numeral(i, i, Decimal(1), Decimal(1), Decimal(1), in_digits=False)
    return _with_scale(tokens, below) if below else None


def parse_digits(key: str, *, decimal: bool = False) -> Decimal:
    """Return the value of a number in digits.

    A comma or a point before three digits separates thousands (« 16.000 », « 16,000 » in translated text) unless the
    number starts with 0, a space separates them already, or `decimal` says that a scale follows (« 1.234 milliard »).
    """
    digits = key.translate(_NO_SPACES)
    head, mark, tail = _split_decimals(digits)
    if mark and len(tail) == 3 and not decimal and head.lstrip("0") and len(head) <= 3 and digits == key:
        return Decimal(head + tail)
    return Decimal(f"{head}.{tail}" if tail else head)


_NO_SPACES = str.maketrans("", "", SPACES + "'")


def _split_decimals(digits: str) -> tuple[str, str, str]:
    """Return integer part, decimal mark and decimals; with two marks or one repeated, the first groups thousands."""
    comma, point = digits.count(","), digits.count(".")
    if comma and point:
        head, mark, tail = digits.rpartition(max(",", ".", key=digits.rfind))
        return head.replace(",", "").replace(".", ""), mark, tail
    if comma + point > 1:
        return digits.replace(",", "").replace(".", ""), "", ""
    head, mark, tail = digits.partition("," if comma else ".")
    return head, mark, tail


def _shared_thousands(numeral: Numeral, key: str) -> Numeral:
    """Take « 15 000 » as 15 times a thousand, which « 10-15 000 » shares."""
    if len(key) > 4 and key.endswith("000") and not key[-4].isdecimal() and numeral.value % THOUSAND == 0:
        return numeral._replace(mantissa=numeral.value / THOUSAND, scale=THOUSAND)
    return numeral


def _with_scale(tokens: Tokens, numeral: Numeral) -> Numeral:
    """Multiply by the scales that follow: « 6 millions », « 2 centaines de milliers », « 5 M », « mille milliards »."""
    while scale := _scale_at(tokens, numeral):
        value, last, collective = scale
        scaled = numeral.scale if numeral.in_digits is False or numeral.scale != THOUSAND else Decimal(1)
        mantissa = numeral.value / scaled
        numeral = Numeral(
            numeral.first,
            last,
            numeral.value * value,
            mantissa,
            scaled * value,
            numeral.in_digits,
            collective or numeral.collective,
        )
    return numeral


def _scale_at(tokens: Tokens, numeral: Numeral) -> tuple[Decimal, int, bool] | None:
    """Return the scale after a number, the token after it, and whether it is a collective noun."""
    words = number_words()
    last = numeral.last
    key = tokens.keys[last]
    if key in ("de", "d'") and (numeral.collective or tokens.keys[last - 1] in words.scale):
        last += 1
        key = tokens.keys[last]
    if key in words.scale and key != "mille":
        return words.scale[key], last + 1, False
    if key in words.collective:
        return words.collective[key], last + 1, True
    if last == numeral.last and numeral.in_digits and numeral.scale in (1, THOUSAND):
        if key == "mille":
            return THOUSAND, last + 1, False
        if key in words.abbreviation and _is_abbreviated_scale(tokens, last):
            return words.abbreviation[key], last + 1, False
    return None


def _is_abbreviated_scale(tokens: Tokens, i: int) -> bool:
    """Say whether « m » or « k » is a scale (« 5 M$ », « 5 M d'euros », « 7k drones ») and not a metre."""
    key, after = tokens.keys[i], tokens.keys[i + 1]
    if key == "m":
        return after in ("$", "€", "£", "¥") or (
            tokens.is_capital(i) and (after in ("d'", "de") or after[:2] == "us")
        )
    return key != "k" or tokens.starts[i] == tokens.ends[i - 1] or after in ("$", "€", "£", "¥")


def _read_below_million(tokens: Tokens, i: int) -> Numeral | None:
    """Return a number of words below a million: [hundreds] mille [hundreds]."""
    thousands = _read_below_thousand(tokens, i)
    at = thousands.last if thousands else i
    if tokens.keys[at] not in ("mille", "mil"):
        return thousands
    if thousands is None:
        thousands = Numeral(i, i, Decimal(1), Decimal(1), Decimal(1), in_digits=False)
    value = thousands.value * THOUSAND
    rest = _read_below_thousand(tokens, at + 1)
    if rest and rest.value:
        return Numeral(i, rest.last, value + rest.value, value + rest.value, Decimal(1), in_digits=False)
    return Numeral(i, at + 1, value, thousands.mantissa, thousands.scale * THOUSAND, in_digits=False)


def _read_below_thousand(tokens: Tokens, i: int) -> Numeral | None:
    """Return a number of words below a thousand, or hundreds to « quatre-vingt-dix-neuf cents »."""
    hundreds = _read_below_hundred(tokens, i)
    at = hundreds[1] if hundreds else i
    factor = number_words().hundred.get(tokens.keys[at])
    if factor is None:
        return _plain(i, *hundreds) if hundreds else None
    count = hundreds[0] if hundreds else Decimal(1)
    rest = _read_below_hundred(tokens, at + 1)
    if rest and rest[0]:
        return _plain(i, count * factor + rest[0], rest[1])
    return Numeral(i, at + 1, count * factor, count, factor, in_digits=False)


def _plain(first: int, value: Decimal, last: int) -> Numeral:
    return Numeral(first, last, value, value, Decimal(1), in_digits=False)


def _read_below_hundred(tokens: Tokens, i: int) -> tuple[Decimal, int] | None:
    """Return the value of the number words below a hundred that start at token `i`, and the token after them."""
    words, keys = number_words(), tokens.keys
    if keys[i] == "quatre" and keys[i + 1] in ("vingt", "vingts"):
        return _add_units(tokens, words.ten["vingt"] * 4, i + 2)
    if (ten := words.ten.get(keys[i])) is not None:
        return _add_units(tokens, ten, i + 1)
    if (unit := words.unit.get(keys[i])) is None:
        return None
    more = words.unit.get(keys[i + 1])
    if keys[i] == "dix" and more is not None and 7 <= more <= 9:
        return unit + more, i + 2
    return unit, i + 1


def _add_units(tokens: Tokens, ten: Decimal, i: int) -> tuple[Decimal, int]:
    """Add to a ten the units that may follow it: up to 9, or to 19 after soixante and quatre-vingt."""
    at = i + (tokens.keys[i] == "et")
    units = None if tokens.keys[at] in number_words().ten else _read_below_hundred(tokens, at)
    if units is None or not 1 <= units[0] <= (19 if ten in (60, 80) else 9):
        return ten, i
    if at > i and units[0] not in (1, 11):
        return ten, i
    return ten + units[0], units[1]
