"""Numbers of time that are no quantities: days of a month, years, times of day, ages."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NoQuantities
from armscorpus.values.numerals import Numeral, read_numeral
from armscorpus.values.phrases import Phrases
from armscorpus.values.quantities.qualifiers import qualifier_before
from armscorpus.values.quantities.ranges import DASHES
from armscorpus.values.quantities.vocabulary import is_noun, noun_words
from armscorpus.values.tokens import Tokens, is_number
from armscorpus.values.units import TIME, unit_after

_ENUMERATION = 6
"""How many more days a date may list (« les 14, 15 et 16 janvier »)."""
_BETWEEN_DAYS = frozenset({",", "et", "au", "ou", "à", "/", *DASHES})
_HOURS = frozenset({"heure", "heures", "h"})
_OLDEST = 120
_PAIR = 2
_AGE_AHEAD = 5
"""How far before a number the comma of « , 59 ans, dont » stands."""


class TimeMarks(NamedTuple):
    """The words of `no_quantities.toml` about time."""

    year: Phrases[bool]
    clock_before: frozenset[str]
    clock_after: Phrases[bool]
    age: Phrases[bool]


@cache
def _marks() -> TimeMarks:
    table = load(NoQuantities)
    return TimeMarks(
        Phrases(dict.fromkeys(table.year.words, True)),
        frozenset(table.clock_before.words),
        Phrases(dict.fromkeys(table.clock_after.words, True)),
        Phrases(dict.fromkeys(table.age.words, True), contract=True),
    )


def counts(tokens: Tokens, numeral: Numeral) -> bool:
    """Say whether a noun that the number could count follows it, or a unit."""
    if is_noun(tokens, numeral.last, plural=numeral.value >= 2):
        return True
    return unit_after(tokens, numeral.last, takes_of=False) is not None


def after_date(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a day: « le 7 septembre », « les 14, 15 et 16 janvier », « lundi 12 »; else 0."""
    if numeral.value > 31 or numeral.value != numeral.value.to_integral_value():
        return 0
    is_hyphened = tokens.keys[numeral.last] in DASHES and tokens.is_glued(numeral.last)  # le 11-Septembre
    if last := _after_month(tokens, numeral.last + is_hyphened):
        return last
    before = tokens.keys[numeral.first - 1]
    follows_day = before in noun_words().calendar or before == "le"
    return numeral.last if follows_day and numeral.in_digits and not counts(tokens, numeral) else 0


def _after_month(tokens: Tokens, i: int) -> int:
    """Return the token after the month at token `i`, perhaps behind more days of it, else 0."""
    for _ in range(_ENUMERATION):
        if tokens.keys[i] in noun_words().calendar:
            return i + 1
        if tokens.keys[i] not in _BETWEEN_DAYS:
            return 0
        day = read_numeral(tokens, i + 1 + (tokens.keys[i + 1] == "le"))
        if day is None or day.value > 31:
            return 0
        i = day.last
    return 0


def after_year(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a year: « en 2024 », « mars 2024 », « 2014-2019 », 2024 where it counts nothing; else 0."""
    if not _may_be_year(tokens, numeral):
        return 0
    last = _after_year_range(tokens, numeral.last)
    is_dated = tokens.keys[numeral.first - 1] in noun_words().calendar or _marks().year.before(
        tokens, numeral.first, 0
    )
    if is_dated or last > numeral.last:
        return last
    if counts(tokens, numeral) or qualifier_before(tokens, numeral.first, floor):
        return 0
    return 0 if tokens.keys[numeral.first - 1] in ("contre", "dont") else last


def _may_be_year(tokens: Tokens, numeral: Numeral) -> bool:
    key = tokens.keys[numeral.first]
    return (
        numeral.last == numeral.first + 1 and len(key) == 4 and key.isdecimal() and 1400 <= int(key) <= 2100
    )


def _after_year_range(tokens: Tokens, i: int) -> int:
    """Return the token after « -2019 » or « -25 », else `i`."""
    is_range = (
        tokens.keys[i] in (*DASHES, "/")
        and tokens.keys[i + 1].isdecimal()
        and len(tokens.keys[i + 1]) in (2, 4)
    )
    return i + 2 if is_range and not unit_after(tokens, i + 2, takes_of=False) else i


def after_clock(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a time of day (« à 20 heures », « 2 heures du matin »), else 0."""
    last = numeral.last
    if tokens.keys[last] not in _HOURS or numeral.value > 24:
        return 0
    if is_number(tokens.keys[last + 1]) and len(tokens.keys[last + 1]) == 2:  # 18 heures 30
        return last + 2
    if after := _marks().clock_after.at(tokens, last + 1):
        return after.last
    if after_last := _after_hour(tokens, last + 1):
        return after_last
    before = tokens.keys[numeral.first - 1]
    follows = before in _marks().clock_before or (before == "a" and tokens.is_capital(numeral.first - 1))
    return last + 1 if follows and tokens.keys[last + 1] not in ("de", "d'") else 0


def _after_hour(tokens: Tokens, i: int) -> int:
    """Return the token after the hour to which a time goes (« entre 10 h et 12 h »), else 0."""
    if tokens.keys[i] not in ("et", "à", *DASHES):
        return 0
    if tokens.keys[i + 1][:1].isdecimal() and "h" in tokens.keys[i + 1]:  # de 5h à 6h30
        return i + 2
    hour = read_numeral(tokens, i + 1)
    return hour.last + 1 if hour and hour.value <= 24 and tokens.keys[hour.last] in _HOURS else 0


def after_round_the_clock(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after « 24 heures sur 24 », « 7 jours sur 7 », else 0."""
    unit = unit_after(tokens, numeral.last, takes_of=False)
    if unit is None or unit.unit.code not in TIME or tokens.keys[unit.last] not in ("sur", "/"):
        return 0
    return unit.last + 2 if is_number(tokens.keys[unit.last + 1]) else 0


def after_ages(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a list of ages (« âgés de 19, 44 et 71 ans »), else 0."""
    last, length = numeral.last, 1
    while length < _ENUMERATION and tokens.keys[last] in (",", "et", "ou"):
        more = read_numeral(tokens, last + 1)
        if more is None or more.value > _OLDEST:
            return 0
        last, length = more.last, length + 1
    is_list = length > _PAIR or (length == _PAIR and tokens.keys[numeral.last] == ",")
    is_of_years = tokens.keys[last] == "ans" and numeral.value <= _OLDEST
    return last + 1 if is_list and is_of_years else 0


def after_part_of_age(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after years out of others (« 59 ans, dont trente-huit de maison »), else 0."""
    i = numeral.first
    is_part = i >= _AGE_AHEAD and tokens.keys[i - 3 : i] == ["ans", ",", "dont"]
    is_age = is_part and tokens.keys[i - _AGE_AHEAD] == ","  # not « en deux ans, dont 40 lundi »
    return numeral.last if is_age and not counts(tokens, numeral) else 0


def after_age(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after an age: « un diplomate de 63 ans », « J'ai 71 ans », « Jean Martin, 34 ans »; else 0."""
    last = numeral.last
    if tokens.keys[last] not in ("ans", "an") or numeral.value > _OLDEST:
        return 0
    before, after = tokens.keys[numeral.first - 1], tokens.keys[last + 1]
    if tokens.keys[numeral.first - 2] == "y" or qualifier_before(
        tokens, numeral.first, floor
    ):  # il y a deux ans
        return 0
    if before in (",", "(") and after in (",", ".", ")", "", "et", ";", "»"):
        return last + 1
    return last + 1 if _marks().age.before(tokens, numeral.first, 0) else 0
