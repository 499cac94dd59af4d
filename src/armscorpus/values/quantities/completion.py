"""What belongs to an amount: its qualifiers, its unit, the noun behind it or ahead of it."""

from __future__ import annotations

from decimal import Decimal

from armscorpus.models import Bound
from armscorpus.values.numerals import MILLION, THOUSAND, read_numeral
from armscorpus.values.quantities.amounts import Amount
from armscorpus.values.quantities.drafts import Draft
from armscorpus.values.quantities.modifiers import after_size
from armscorpus.values.quantities.nouns import NounPhrase, noun_after, noun_before
from armscorpus.values.quantities.qualifiers import qualify_after, qualify_before
from armscorpus.values.quantities.ranges import connector_at, opening, read_end
from armscorpus.values.quantities.readers import readers
from armscorpus.values.quantities.shares import read_proportion
from armscorpus.values.quantities.vocabulary import noun_words
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import SHARE, TIME, FoundUnit, Unit, unit_after, unit_before

CELSIUS = "°C"
MINUS = ("-", "−", "–", "moins")
HALF = Decimal("0.5")
_LABEL_STARTS = frozenset({"|", ";", ",", "•", "-", "–", "—", "*", "·", ".", ":"})
_LABEL_ENDS = frozenset({":", "|", "-", "–", "—"})
_DIGITS = frozenset("0123456789")


def complete(tokens: Tokens, amount: Amount, floor: int) -> Draft:
    """Return an amount with its qualifiers, unit and noun."""
    sign = unit_before(tokens, amount.first, floor)
    if sign:
        amount.first = sign.first
    qualify_before(tokens, amount, floor)
    end = qualify_after(tokens, amount, _after_repetition(tokens, amount))
    found = _unit(tokens, amount, end, sign)
    unit = found.unit if found else None
    if found and found.last > end:
        end = _add_half(tokens, amount, _to_upper_end(tokens, amount, found, floor))
        end = qualify_after(tokens, amount, end)
    if unit and unit.code == CELSIUS:
        _negate(tokens, amount, floor)
    draft = Draft(amount, end, end, unit)
    if phrase := _noun_behind(tokens, amount, unit, end):
        _attach(tokens, draft, phrase)
    elif phrase := _noun_ahead(tokens, draft, floor):
        draft.phrase = phrase
        amount.rules.append("noun_before")
    elif size := _size_behind(tokens, end):
        draft.last = size
    elif unit is None:
        _share(tokens, draft, end)
    return draft


def _share(tokens: Tokens, draft: Draft, i: int) -> None:
    """Make a share of a number where « sur dix » follows at token `i`."""
    after = read_proportion(tokens, draft.amount, i)
    if after > i:
        draft.unit = Unit(SHARE, of=True)
        draft.end = draft.last = after


def _size_behind(tokens: Tokens, i: int) -> int:
    """Return the token after the size of what an ellipsis counts (« 1 700 de 500 livres »), or 0."""
    return after_size(tokens, i + 1) if tokens.keys[i] == "de" and tokens.keys[i + 1][:1].isdecimal() else 0


def _after_repetition(tokens: Tokens, amount: Amount) -> int:
    """Return the token after an amount, past the same number in digits (« deux (2) navires »)."""
    last = amount.last
    if tokens.keys[last] != "(":
        return last
    again = read_numeral(tokens, last + 1)
    is_same = again is not None and again.value == amount.value and tokens.keys[again.last] == ")"
    return again.last + 1 if again and is_same else last


def _unit(tokens: Tokens, amount: Amount, end: int, sign: FoundUnit | None) -> FoundUnit | None:
    """Return the unit of an amount: percent of a share, a sign before it, or what follows (« ces six derniers mois »)."""
    if amount.is_share:
        return FoundUnit(end, end, Unit(SHARE, of=True))
    if sign:
        return FoundUnit(end, end, sign.unit)
    at = end + (tokens.keys[end] in noun_words().prenominal)
    found = unit_after(tokens, at, takes_of=amount.takes_of)
    return found if found and (at == end or found.unit.code in TIME) else None


def _negate(tokens: Tokens, amount: Amount, floor: int) -> None:
    """Take the sign of a temperature into account (« −15 °C », « moins vingt degrés »)."""
    if amount.first <= floor or tokens.keys[amount.first - 1] not in MINUS or amount.bound is not Bound.EXACT:
        return
    amount.first -= 1
    amount.value = amount.low = amount.high = -(amount.value or Decimal(0))


def _add_half(tokens: Tokens, amount: Amount, i: int) -> int:
    """Add the half of « deux ans et demi » to an exact number, and return the token after it, or `i`."""
    is_half = tokens.keys[i] == "et" and tokens.keys[i + 1] in ("demi", "demie")
    if not is_half or amount.bound is not Bound.EXACT or amount.value is None:
        return i
    amount.value = amount.low = amount.high = amount.value + HALF
    return i + 2


def _to_upper_end(tokens: Tokens, amount: Amount, unit: FoundUnit, floor: int) -> int:
    """Make an amount a range where its unit comes at both ends (« de 10 km à 15 km »); return the token after it."""
    connector = connector_at(tokens, unit.last)
    high = (
        read_end(tokens, connector[1]) if connector and amount.bound in (Bound.EXACT, Bound.APPROX) else None
    )
    other = unit_after(tokens, high.last, takes_of=True) if high else None
    if connector is None or high is None or other is None or other.unit != unit.unit:
        return unit.last
    first = opening(tokens, connector[0], amount.first, floor)
    if first is None or amount.value is None or not amount.value < high.value or connector[0] == "ou":
        return unit.last
    amount.first, amount.number = first, (amount.number[0], high.last)
    amount.bound, amount.low, amount.high, amount.value = Bound.BETWEEN, amount.value, high.value, None
    amount.rules.append("range")
    return other.last


def _noun_behind(tokens: Tokens, amount: Amount, unit: Unit | None, end: int) -> NounPhrase | None:
    if unit is not None:
        return noun_after(tokens, end, takes_of=True, is_plural=False) if unit.of else None
    if not amount.takes_of and _size_behind(tokens, end):
        return None
    takes_of = amount.takes_of or ((amount.value or 0) >= THOUSAND and tokens.keys[end] in ("de", "d'"))
    is_plural = not amount.takes_of and (amount.value is None or amount.value >= 2)
    phrase = noun_after(tokens, end, takes_of=takes_of, is_plural=is_plural)
    return None if phrase and _is_owner(tokens, amount, phrase) else phrase


def _is_owner(tokens: Tokens, amount: Amount, phrase: NounPhrase) -> bool:
    """Say whether the name behind millions is whose they are, not what they count (« les 500 milliards de Trump »)."""
    head = phrase.heads[0]
    is_people = tokens.keys[head].endswith(noun_words().demonym_endings)
    return amount.scale >= MILLION and tokens.is_capital(head) and not is_people


def _noun_ahead(tokens: Tokens, draft: Draft, floor: int) -> NounPhrase | None:
    """Return the noun of « Chars : 1 062 », « Chars — 1 062 » and « obus (9,4 millions) »."""
    sign, i = tokens.keys[draft.first - 1], draft.first - 1
    is_aside = sign == "(" and tokens.keys[draft.end] == ")"
    if draft.unit or i <= floor or not (sign in _LABEL_ENDS or is_aside):
        return None
    phrase = noun_before(tokens, i, floor, is_plural=draft.amount.value is None or draft.amount.value >= 2)
    if phrase is None:
        return None
    opens = phrase.first == 0 or tokens.keys[phrase.first - 1] in _LABEL_STARTS
    is_owner = tokens.is_capital(phrase.first)  # les États-Unis (5 177)
    return phrase if opens or (is_aside and not is_owner) else None


def _attach(tokens: Tokens, draft: Draft, phrase: NounPhrase) -> None:
    """Attach the noun behind a number, and what follows it: a qualifier, or « sur dix », which makes it a share."""
    amount = draft.amount
    amount.rules.append("noun_after")
    draft.phrase = phrase
    if any(
        tokens.keys[i][0] in _DIGITS or tokens.keys[i] in readers() for i in range(draft.end, phrase.first)
    ):
        return  # the whole of « quatre des six avions » is a quantity of its own
    draft.last = qualify_after(tokens, amount, phrase.last)
    _share(tokens, draft, draft.last)
