"""Units: currencies, shares and measures, and the stretch of text that names one beside a number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import plural
from armscorpus.lexicon.schema import Currencies, Currency, Measures
from armscorpus.values.phrases import Phrases
from armscorpus.values.tokens import Tokens, fold

SHARE = "%"
COUNT = "count"
TIME = frozenset(
    {"s", "min", "hour", "day", "week", "month", "quarter", "semester", "year", "decade", "century"}
)


class Unit(NamedTuple):
    """A unit of a quantity: its code, whether it is money, and whether « de » and a noun may follow it.

    `with_scale` is True for a noun that is a currency only after a scale (« milliards de livres »), `is_size` for a unit
    that tells kinds of things apart (« obus de 152 mm »).
    """

    code: str
    is_money: bool = False
    of: bool = False
    with_scale: bool = False
    is_size: bool = False
    elsewhere: tuple[tuple[str, frozenset[str]], ...] = ()


class FoundUnit(NamedTuple):
    """A unit from token `first` to token `last` (excluded)."""

    first: int
    last: int
    unit: Unit


def unit_after(tokens: Tokens, i: int, *, takes_of: bool) -> FoundUnit | None:
    """Return the unit that starts at token `i`, right after a number.

    `takes_of` says that the number ends in a scale or a collective noun, after which « de » may come first.
    """
    keys = tokens.keys
    at = i + 1 if takes_of and keys[i] in ("de", "d'") else i
    found = _units().at(tokens, at)
    if found is None:
        code = _iso_codes().get(tokens.raw(at, at + 1)) if at < tokens.size and len(keys[at]) == 3 else None
        return FoundUnit(i, at + 1, Unit(code, is_money=True, of=True)) if code else None
    unit, last = found.value, found.last
    if unit.is_money and (qualified := _with_adjective(tokens, found.first, last)):
        return FoundUnit(i, qualified.last, _here(tokens, qualified.unit))
    unit = _here(tokens, unit)
    if (unit.with_scale and not takes_of) or not unit.code:
        return None
    return FoundUnit(i, last, unit)


def unit_before(tokens: Tokens, i: int, floor: int) -> FoundUnit | None:
    """Return the currency sign or code that ends right before token `i` (« $2,98 milliards », « CHF 20 millions »)."""
    found = _signs().before(tokens, i, floor)
    if found:
        return FoundUnit(found.first, i, found.value)
    code = _iso_codes().get(tokens.raw(i - 1, i)) if i > floor and len(tokens.keys[i - 1]) == 3 else None
    return FoundUnit(i - 1, i, Unit(code, is_money=True, of=True)) if code else None


def _here(tokens: Tokens, unit: Unit) -> Unit:
    """Return a currency as the places that the sentence names tell it: the dinar of Algeria, the franc CFA of Chad."""
    codes = (code for code, places in unit.elsewhere if not places.isdisjoint(tokens.keys))
    return unit._replace(code=next(codes, unit.code)) if unit.elsewhere else unit


def _with_adjective(tokens: Tokens, first: int, last: int) -> FoundUnit | None:
    """Return the currency that a noun and the adjective after it name (« dollars canadiens », « dinars algériens »)."""
    if found := _qualified().at(tokens, first):
        return FoundUnit(first, found.last, found.value)
    word = tokens.keys[last]
    if not word.endswith(load(Currencies).adjective.words):
        return None
    if (name := f"{tokens.keys[first]} {word}") in _cldr_names():
        return FoundUnit(first, last + 1, Unit(_cldr_names()[name], is_money=True, of=True))
    return None


@cache
def _units() -> Phrases[Unit]:
    forms = {
        form: Unit(entry.unit, of=entry.of, is_size=entry.size)
        for entry in load(Measures).measure
        for form in entry.forms
    }
    for currency in load(Currencies).currency:
        unit = Unit(
            currency.code or "",
            is_money=True,
            of=True,
            with_scale=currency.with_scale,
            elsewhere=_elsewhere(currency),
        )
        forms |= dict.fromkeys((*currency.nouns, *currency.signs), unit)
    return Phrases(forms)


def _elsewhere(currency: Currency) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((code, frozenset(places)) for code, places in currency.elsewhere.items())


@cache
def _signs() -> Phrases[Unit]:
    return Phrases(
        {
            sign: Unit(currency.code or "", is_money=True, of=True)
            for currency in load(Currencies).currency
            for sign in currency.signs
        }
    )


@cache
def _qualified() -> Phrases[Unit]:
    """Return the nouns of currencies with the adjectives of the lexicon."""
    names = {
        name: code for currency in load(Currencies).currency for name, code in _adjectival_names(currency)
    }
    others = {
        currency.code: _elsewhere(currency) for currency in load(Currencies).currency if currency.elsewhere
    }
    return Phrases(
        {
            name: Unit(code, is_money=True, of=True, elsewhere=others.get(code, ()))
            for name, code in names.items()
        }
    )


def _adjectival_names(currency: Currency) -> list[tuple[str, str]]:
    return [
        (f"{noun} {form}", code)
        for noun in currency.nouns
        for adjective, code in currency.adjectives.items()
        for form in {adjective, plural(adjective)}
    ]


@cache
def _cldr_names() -> dict[str, str]:
    """Return the French names of the currencies, in the singular and the plural, with their codes."""
    from babel.numbers import get_currency_name

    return {
        fold(get_currency_name(code, count, locale="fr")): code for code in _iso_codes() for count in (1, 2)
    }


@cache
def _iso_codes() -> dict[str, str]:
    from babel.numbers import list_currencies

    return {code: code for code in list_currencies()}
