"""Numbers that are no quantities: dates, years, clock times, ages, ordinals, labels, names, footnotes, addresses."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NoQuantities
from armscorpus.values.nouns import is_noun, noun_words
from armscorpus.values.numerals import Numeral, read_numeral
from armscorpus.values.phrases import Phrases
from armscorpus.values.rates import interval_numbers
from armscorpus.values.tokens import Tokens, is_number


class Exclusions(NamedTuple):
    """The words of `no_quantities.toml`."""

    label: Phrases[bool]
    year: frozenset[str]
    name: frozenset[str]
    street: frozenset[str]
    clock_before: frozenset[str]
    clock_after: Phrases[bool]
    age: Phrases[bool]
    elliptic: frozenset[str]


@cache
def exclusions() -> Exclusions:
    """Return the words of `no_quantities.toml`."""
    table = load(NoQuantities)
    return Exclusions(
        Phrases(dict.fromkeys(table.label.words, True)),
        frozenset(table.year.words),
        frozenset(table.name.words),
        frozenset(table.street.words),
        frozenset(table.clock_before.words),
        Phrases(dict.fromkeys(table.clock_after.words, True)),
        Phrases(dict.fromkeys(table.age.words, True)),
        frozenset(table.elliptic.words),
    )


def skip_no_quantity(tokens: Tokens, i: int, floor: int) -> int:
    """Return the token to go on from where the number at token `i` is no quantity, else 0."""
    numeral = read_numeral(tokens, i)
    if numeral is None:
        return 0
    for rule in _RULES:
        if last := rule(tokens, numeral, floor):
            return last
    return 0


def _date(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« le 7 septembre », « les 14, 15 et 16 janvier », « du 8 au 9 juillet », « lundi 12 »."""
    if numeral.value > 31 or numeral.value != numeral.value.to_integral_value():
        return 0
    calendar = noun_words().calendar
    at = numeral.last
    for _ in range(6):
        if tokens.keys[at] in calendar:
            return at + 1
        if tokens.keys[at] not in (",", "et", "au", "ou", "-", "–", "à", "/"):
            break
        day = read_numeral(tokens, at + 1)
        if day is None or day.value > 31:
            break
        at = day.last
    if tokens.keys[numeral.first - 1] in calendar and numeral.in_digits and not _counts(tokens, numeral):
        return numeral.last
    if tokens.keys[numeral.first - 1] == "le" and numeral.in_digits and not _counts(tokens, numeral):
        return numeral.last
    return 0


def _counts(tokens: Tokens, numeral: Numeral) -> bool:
    """Say whether a noun that the number could count follows it."""
    return is_noun(tokens, numeral.last, plural=numeral.value >= 2)


def _year(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« en 2024 », « fin 2025 », « mars 2024 », « 2014-2019 », and any such number that counts nothing."""
    key = tokens.keys[numeral.first]
    if (
        len(key) != 4
        or not key.isdecimal()
        or not 1500 <= int(key) <= 2100
        or numeral.last != numeral.first + 1
    ):
        return 0
    before = tokens.keys[numeral.first - 1] if numeral.first > 0 else ""
    if before in noun_words().calendar or (
        before in exclusions().year and before not in ("de", "d'", "à", "et", "pour")
    ):
        return numeral.last
    if tokens.keys[numeral.last] in ("%", "€", "$", "£") or _counts(tokens, numeral):
        return 0
    return (
        0
        if before in ("environ", "que", "dont", "quelque", "contre", "de", "d'")
        and _quantified(tokens, numeral)
        else numeral.last
    )


def _quantified(tokens: Tokens, numeral: Numeral) -> bool:
    """Say whether the words before a number treat it as a count (« plus de 2000 », « contre 1500 »)."""
    keys = tokens.keys
    before = keys[numeral.first - 1]
    return before in ("environ", "quelque", "dont", "contre") or keys[numeral.first - 2] in (
        "plus",
        "moins",
        "près",
        "pas",
    )


def _clock(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« à 20 heures », « vers 2 heures du matin », but not « 24 heures »."""
    last = numeral.last
    if tokens.keys[last] not in ("heure", "heures", "h") or numeral.value > 24:
        return 0
    if tokens.keys[last + 1] == "sur" and is_number(tokens.keys[last + 2]):
        return last + 3
    if exclusions().clock_after.at(tokens, last + 1):
        return last + 1
    after = tokens.keys[last + 1]
    if tokens.keys[numeral.first - 1] in ("à", "vers", "dès", "avant", "après") and after not in ("de", "d'"):
        return last + 1
    return 0


def _age(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« un diplomate de 63 ans », « J'ai 71 ans », « Jean Martin, 34 ans, boulanger »."""
    last = numeral.last
    if tokens.keys[last] not in ("ans", "an") or numeral.value > 120:
        return 0
    before = tokens.keys[numeral.first - 1] if numeral.first else ""
    if before in (",", "(") and tokens.keys[last + 1] in (",", ".", ")", "", "et", ";"):
        return last + 1
    return last + 1 if exclusions().age.before(tokens, numeral.first) else 0


def _label(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« l'article 4 », « la résolution 1718 », « numéro 3 »."""
    if exclusions().label.before(tokens, numeral.first) is None:
        return 0
    return 0 if numeral.scale > 1000 else numeral.last


def _name(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« Leopard 2 », « Mirage 2000-5 », « France 24 », and « en Ukraine 1 » before a footnote call."""
    i = numeral.first
    if i == 0 or not tokens.keys[i].isdecimal() or len(tokens.keys[i]) > 4:
        return 0
    if tokens.keys[i - 1] in exclusions().name:
        return _past_series(tokens, i + 1)
    if (
        not tokens.is_capital(i - 1)
        or not tokens.keys[i - 1][:1].isalpha()
        or tokens.keys[i - 1] in noun_words().function
    ):
        return 0
    if not _counts(tokens, numeral) or tokens.keys[numeral.last].endswith(noun_words().demonym):
        return 0 if i == 1 and len(tokens.keys[i]) > 2 else _past_series(tokens, i + 1)
    return 0


def _past_series(tokens: Tokens, i: int) -> int:
    """Return the token after « -5 » in « Mirage 2000-5 »."""
    return i + 2 if tokens.keys[i] == "-" and tokens.keys[i + 1].isdecimal() else i


def _address(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« 12, rue de la Paix », « 75002 Paris », « 06000 Nice »."""
    key, last = tokens.keys[numeral.first], numeral.last
    if key[0] == "0" and len(key) > 1 and key.isdecimal():
        return last
    at = last + (tokens.keys[last] in (",", "bis", "ter"))
    if numeral.in_digits and numeral.value < 10000 and tokens.keys[at] in exclusions().street:
        return last
    before = tokens.keys[numeral.first - 1] if numeral.first else ""
    is_code = key.isdecimal() and len(key) in (4, 5) and before in (",", "-", "–", "•", "|", "")
    if is_code and tokens.is_capital(last) and not tokens.keys[last].endswith((*noun_words().demonym, "s")):
        return last + 1
    return 0


def _footnote(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« l'ouest de la Russie 1. », « [2] », « 3) » at the start of a line."""
    i, last = numeral.first, numeral.last
    if not tokens.keys[i].isdecimal() or numeral.value > 99 or last > i + 1:
        return 0
    before, after = tokens.keys[i - 1] if i else "", tokens.keys[last]
    if (before, after) == ("[", "]") or ((before, after) == ("(", ")") and numeral.value < 10):
        return last
    if i == 0:
        return last if after in (".", ")", "/", "-", "–", "°") else 0
    if after not in (".", ";", ",", "", "!", "?", "»", ")", "”", ":"):
        return 0
    if not before[:1].isalpha() or before in noun_words().function or before in exclusions().elliptic:
        return 0
    return 0 if "en" in tokens.keys[max(floor, i - 3) : i] else last


def _interval(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« tous les quatre jours »."""
    return numeral.last + 1 if interval_numbers(tokens, numeral.first) else 0


def _ratio(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« quatre fois plus », « deux fois inférieurs »."""
    last = numeral.last
    if tokens.keys[last] != "fois":
        return 0
    after = tokens.keys[last + 1]
    return (
        last + 1
        if after in ("plus", "moins", "mieux", "la", "le", "les", "l'")
        or after.startswith(("inférieur", "supérieur"))
        else 0
    )


def _calibre(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« obus de 152 mm »: part of the noun, and a measure of rain at most without « de »."""
    if tokens.keys[numeral.last] not in ("mm", "millimètres") or not Decimal(4) < numeral.value <= 460:
        return 0
    return (
        0
        if tokens.keys[numeral.last + 2] in ("pluie", "eau", "précipitations", "neige")
        else numeral.last + 1
    )


def _proper(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """« les Douze », « la guerre de Cent Ans », « les Trente Glorieuses »."""
    i = numeral.first
    if (
        numeral.in_digits
        or i == 0
        or not tokens.is_capital(i)
        or tokens.keys[i - 1] in ("«", "“", '"', ":", "-", "–", "•")
    ):
        return 0
    return numeral.last


_RULES = (
    _interval,
    _date,
    _year,
    _clock,
    _age,
    _label,
    _name,
    _address,
    _footnote,
    _ratio,
    _calibre,
    _proper,
)
