"""Amounts: numbers, round numbers (« une centaine »), ranges and shares, with the interval that they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import conjugate
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Bound
from armscorpus.values.numerals import Numeral, number_words, read_numeral
from armscorpus.values.tokens import Tokens, is_number

HUNDRED = Decimal(100)
APPROX_LOW, APPROX_HIGH = Decimal("0.9"), Decimal("1.1")
VAGUE_FACTOR = 2
"""« des millions » are at least two."""


@dataclass(slots=True)
class Amount:
    """A number, or the two ends of a range, from token `first` to token `last` (excluded).

    `number` is the stretch of the bare number or range. `is_share` says that it is a share of a whole in percent,
    `is_counting` that the form counts things even without a noun (« une centaine »).
    """

    first: int
    last: int
    number: tuple[int, int]
    bound: Bound
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    is_share: bool = False
    is_counting: bool = False
    scaled: bool = False
    rules: list[str] = field(default_factory=list)


class Determiners(NamedTuple):
    """What may come before a round number."""

    vague: frozenset[str]
    definite: frozenset[str]
    sizes: dict[str, tuple[Decimal, Decimal]]
    variation: frozenset[str]


@cache
def determiners() -> Determiners:
    """Return the determiners and adjectives of `quantifiers.toml`."""
    table = load(Quantifiers)
    return Determiners(
        frozenset(table.vague),
        frozenset(table.definite),
        {word: (entry.low, entry.high) for entry in table.size for word in entry.before},
        frozenset(form for verb in table.variation_verbs for form, _ in conjugate(verb)),
    )


def exact(value: Decimal, first: int, last: int, rule: str) -> Amount:
    """Return an amount that is just this number."""
    return Amount(first, last, (first, last), Bound.EXACT, value, value, value, rules=[rule])


def read_amount(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return the amount whose first number word is token `i`; determiners before it are sought down to token `floor`."""
    key, words = tokens.keys[i], number_words()
    if key in _SHARES:
        return _read_share_noun(tokens, i, floor)
    if key in words.denominator and not is_number(key):
        return _read_fraction(tokens, i, floor)
    if key in _SINGLE:
        return _read_single(tokens, i, floor)
    if key in _NONE:
        return _read_none(tokens, i, floor)
    if key in words.collective or (key in words.scale and key not in ("mille", "mil")):
        return _read_round(tokens, i, floor)
    return _read_cardinal(tokens, i, floor)


_SHARES = {"moitié"}
_SINGLE = {"seul", "seule"}
_NONE = {"aucun", "aucune", "pas"}
_ONE = ("un", "une")


def _read_cardinal(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return the amount of a number in digits or words."""
    numeral = read_numeral(tokens, i)
    if numeral is None or (tokens.keys[i] in _ONE and numeral.last == i + 1):
        return None
    words = number_words()
    if tokens.keys[numeral.last] in words.denominator:
        return _share(tokens, numeral, words.denominator[tokens.keys[numeral.last]], floor)
    if i >= floor + 2 and tokens.keys[i - 1] in ("ou", "à", "et") and tokens.keys[i - 2] in _ONE:
        one = Numeral(i - 2, i - 1, Decimal(1), Decimal(1), Decimal(1), in_digits=False)
        if found := _read_range(tokens, one, floor):
            return found
    return _read_range(tokens, numeral, floor) or _from_numeral(numeral)


def _from_numeral(numeral: Numeral) -> Amount:
    amount = exact(numeral.value, numeral.first, numeral.last, "digits" if numeral.in_digits else "words")
    amount.scaled = numeral.scale > 1000 or numeral.collective
    if numeral.collective:
        approximate(amount, APPROX_LOW, APPROX_HIGH)
        amount.is_counting = True
    return amount


def approximate(amount: Amount, low: Decimal, high: Decimal) -> None:
    """Make an amount approximate, from `low` to `high` times its value."""
    assert amount.value is not None  # noqa: S101
    amount.bound, amount.low, amount.high = Bound.APPROX, amount.value * low, amount.value * high


# -- ranges ------------------------------------------------------------------------------------------------------------


def _read_range(tokens: Tokens, low: Numeral, floor: int) -> Amount | None:
    """Return « A à B », « entre A et B », « A ou B », « A-B », « A, voire B » as one amount, if that is what stands here."""
    keys = tokens.keys
    connector = _connector(tokens, low.last)
    if connector is None:
        return None
    high = _operand(tokens, connector[1])
    if high is None:
        return None
    first = low.first
    if connector[0] == "et":
        opening = _entre(tokens, first, floor)
        if opening is None:
            return None
        first = opening
    elif connector[0] == "à" and first > floor and keys[first - 1] in ("de", "d'"):
        if _is_variation(tokens, first - 1, floor):
            return None
        first -= 1
    value = shared_scale(low, high)
    if not value < high.value:
        return None
    return Amount(
        first,
        high.last,
        (low.first, high.last),
        Bound.BETWEEN,
        None,
        value,
        high.value,
        is_counting=high.collective,
        scaled=high.scale > 1000 or high.collective,
        rules=["range"],
    )


def shared_scale(low: Numeral, high: Numeral) -> Decimal:
    """Return the lower end of a range: « 4 à 6 millions » shares the scale, « 800 000 à 1,2 million » does not."""
    if low.scale == 1 and high.scale > 1 and low.value < high.mantissa:
        return low.value * high.scale
    return low.value


def _connector(tokens: Tokens, i: int) -> tuple[str, int] | None:
    """Return what joins the ends of a range at token `i`, and the token after it."""
    keys = tokens.keys
    if keys[i] in ("à", "ou", "et", "voire"):
        return keys[i], i + 1
    if keys[i] in ("-", "–", "‑"):
        return "-", i + 1
    if keys[i] == "," and keys[i + 1] == "voire":
        return "voire", i + 2
    return None


def _entre(tokens: Tokens, first: int, floor: int) -> int | None:
    """Return the token « entre » before the lower end of a range, at most two words away."""
    for i in range(first - 1, max(floor, first - 3) - 1, -1):
        if tokens.keys[i] == "entre":
            return i
    return None


def _operand(tokens: Tokens, i: int) -> Numeral | None:
    """Return the number at token `i` as the upper end of a range; « un million » and « une dizaine » count too."""
    if tokens.keys[i] in _ONE:
        words = number_words()
        if tokens.keys[i + 1] in words.scale or tokens.keys[i + 1] in words.collective:
            numeral = read_numeral(tokens, i + 1)
            return numeral._replace(first=i) if numeral else None
        return None
    return read_numeral(tokens, i)


def _is_variation(tokens: Tokens, i: int, floor: int) -> bool:
    """Say whether a verb of change governs « de A à B » (« est passé de 300 à 500 »)."""
    verbs = determiners().variation
    return any(tokens.keys[at] in verbs for at in range(max(floor, i - 3), i))


# -- round numbers -----------------------------------------------------------------------------------------------------


def _read_round(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return the amount of a scale or collective noun: « un million », « une bonne centaine », « des milliers »."""
    numeral = read_numeral(tokens, i)
    if numeral is None:
        return None
    sizes = determiners().sizes
    at = i - 1
    size = sizes.get(tokens.keys[at]) if at >= floor else None
    if size is not None:
        at -= 1
    determiner = tokens.keys[at] if at >= floor else ""
    if tokens.keys[i].endswith("s"):
        return _vague(tokens, numeral, at if determiner in determiners().vague else None)
    if determiner not in determiners().definite:
        return None
    first = at if determiner in _ONE else (i if size is None else at + 1)
    numeral = numeral._replace(first=first)
    if found := _read_range(tokens, numeral, floor):
        return found
    amount = _from_numeral(numeral)
    amount.is_counting = amount.is_counting or tokens.keys[i] in number_words().collective
    if amount.is_counting:
        approximate(amount, *(size or (APPROX_LOW, APPROX_HIGH)))
    amount.scaled = True
    amount.rules = ["round"]
    return amount


def _vague(tokens: Tokens, numeral: Numeral, determiner: int | None) -> Amount:
    """Return an unspecified plural: « des millions », « plusieurs dizaines de milliers »."""
    first = numeral.first
    if determiner is not None and tokens.keys[determiner] in (
        "des",
        "quelques",
        "plusieurs",
        "maintes",
        "diverses",
    ):
        first = determiner
    low = numeral.value * VAGUE_FACTOR
    return Amount(
        first,
        numeral.last,
        (numeral.first, numeral.last),
        Bound.VAGUE,
        None,
        low,
        None,
        is_counting=True,
        scaled=True,
        rules=["vague"],
    )


# -- shares ------------------------------------------------------------------------------------------------------------


def _read_share_noun(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « la moitié » as 50 %."""
    before = tokens.keys[i - 1] if i > floor else ""
    if before not in ("la", "une", "de", "sa", "leur"):
        return None
    first = i - 1 if before in ("la", "une") else i
    amount = exact(Decimal(50), first, i + 1, "share")
    amount.is_share = amount.scaled = True
    if before == "de":
        amount.rules.append("variation")
    return amount


def _read_fraction(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un tiers », « le quart », « un dixième » as a share, where it is one of something."""
    before = tokens.keys[i - 1] if i > floor else ""
    if before not in ("un", "le", "du", "au"):
        return None
    first = i - 1 if before in ("un", "le") else i
    if tokens.keys[i + 1] not in ("de", "d'", "du", "des") and tokens.keys[first - 1] not in _FRACTION_CUES:
        return None
    if tokens.keys[i + 2] in ("heure", "siècle", "finale", "tour"):
        return None
    one = Numeral(first, i, Decimal(1), Decimal(1), Decimal(1), in_digits=False)
    return _share(tokens, one, number_words().denominator[tokens.keys[i]], floor)


_FRACTION_CUES = frozenset({"de", "d'", "du", "environ", "dont", "presque", "moins", "soit", "que"})


def _share(tokens: Tokens, numeral: Numeral, denominator: Decimal, floor: int) -> Amount | None:
    """Return a fraction as a share: « deux tiers », « les trois quarts »."""
    last = numeral.last + 1
    if numeral.value > denominator or tokens.keys[last + 1] in ("finale", "heure"):
        return None
    first = numeral.first
    if first > floor and tokens.keys[first - 1] == "les":
        first -= 1
    amount = exact(percent(numeral.value, denominator), first, last, "share")
    amount.is_share = amount.scaled = True
    return amount


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return a part of a whole in percent, to six decimals."""
    value = part * HUNDRED / whole
    return value if value == value.to_integral_value() else value.quantize(Decimal("0.000001"))


# -- one and none ------------------------------------------------------------------------------------------------------


def _read_single(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un seul », « seul un » as one, and « pas un seul » as none."""
    keys = tokens.keys
    if i > floor and keys[i - 1] in _ONE:
        if i > floor + 1 and keys[i - 2] == "pas":
            return exact(Decimal(0), i - 2, i + 1, "none")
        return exact(Decimal(1), i - 1, i + 1, "single")
    return exact(Decimal(1), i, i + 2, "single") if keys[i + 1] in _ONE else None


def _read_none(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « aucun » and a sentence's « pas un » as none."""
    before = tokens.keys[i - 1] if i > floor else ""
    if tokens.keys[i] != "pas":
        return None if before in ("sans", "en", "à", "d'", "par") else exact(Decimal(0), i, i + 1, "none")
    if before in ("", ",", ";", ":", "«") and tokens.keys[i + 1] in _ONE:
        last = i + 2 + (tokens.keys[i + 2] in _SINGLE)
        return exact(Decimal(0), i, last, "none")
    return None
