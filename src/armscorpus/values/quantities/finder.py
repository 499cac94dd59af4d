"""From text to quantities: the amounts of each sentence, their units and nouns, then what their clauses say of them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from armscorpus.models import Bound, QuantityMatch
from armscorpus.values.composed import compose, quantity_in
from armscorpus.values.numerals import MILLION, THOUSAND, read_numeral, split_compound
from armscorpus.values.quantities.amounts import Amount
from armscorpus.values.quantities.clauses import read_clauses, resumes_rate, share_rate
from armscorpus.values.quantities.drafts import Draft, quantity_record
from armscorpus.values.quantities.labels import label_marks
from armscorpus.values.quantities.nouns import NounPhrase, noun_after, noun_before
from armscorpus.values.quantities.qualifiers import qualify_after, qualify_before
from armscorpus.values.quantities.ranges import connector_at, opening, read_end
from armscorpus.values.quantities.rates import rate_tables
from armscorpus.values.quantities.readers import after_no_quantity, is_cardinal, read_cardinal, readers
from armscorpus.values.quantities.sentences import sentences_with_numbers
from armscorpus.values.quantities.shares import read_proportion, read_sample
from armscorpus.values.quantities.vocabulary import noun_words
from armscorpus.values.tokens import Tokens, fold, tokenize
from armscorpus.values.units import SHARE, TIME, FoundUnit, Unit, unit_after, unit_before

CELSIUS = "°C"
MINUS = ("-", "−", "–", "moins")
HALF = Decimal("0.5")
_DIGITS = frozenset("0123456789")
_SAME_PARAGRAPH = frozenset({" ", "\u00a0", "  "})
_LABEL_STARTS = frozenset({"|", ";", ",", "•", "-", "–", "—", "*", "·", ".", ":"})
_LABEL_ENDS = frozenset({":", "|", "-", "–", "—"})
_LARGE = 100
"""From here on a number word alone is a quantity; a smaller one needs words that make it refer back (« dont six »)."""


def find_quantities(text: str) -> list[QuantityMatch]:
    """Return the quantities of a French text in order, never overlapping; offsets count characters of `text`."""
    composed = compose(text)
    if composed is None:
        return _find(text)
    return [quantity_in(text, composed, match) for match in _find(composed.text)]


def _find(text: str) -> list[QuantityMatch]:
    folded = fold(text)
    matches: list[QuantityMatch] = []
    previous: tuple[Draft, int] | None = None
    for start, end in sentences_with_numbers(text, folded):
        tokens = tokenize(text, folded, start, end, split_compound)
        drafts = _read_sentence(tokens)
        if not drafts:
            continue
        if previous and text[previous[1] : start] in _SAME_PARAGRAPH and resumes_rate(tokens, 0, drafts[0]):
            share_rate(previous[0], drafts[0], "resumed_rate")
        matches += [quantity_record(tokens, draft) for draft in drafts]
        previous = drafts[-1], tokens.end(tokens.size)
    return matches


def _read_sentence(tokens: Tokens) -> list[Draft]:
    """Return the quantities of a sentence, with what they share."""
    drafts: list[Draft] = []
    resume = floor = 0
    for i in _candidates(tokens):
        if i < resume:
            continue
        if is_cardinal(tokens.keys[i]) and (resume := after_no_quantity(tokens, i, floor)):
            continue
        draft, resume = _read_draft(tokens, i, floor)
        if draft:
            _drop_nationality(tokens, drafts, draft)
            drafts.append(draft)
            resume = floor = max(draft.last, draft.end)
    read_clauses(tokens, drafts)
    return drafts


def _drop_nationality(tokens: Tokens, drafts: list[Draft], draft: Draft) -> None:
    """Make an ellipsis of « 1 200 russes » behind « 300 chars ukrainiens »: the adjective is no noun there."""
    if not drafts or drafts[-1].phrase is None or draft.phrase is None or draft.unit:
        return
    first, last, _ = draft.phrase
    is_adjective = tokens.keys[first].endswith(noun_words().demonym_endings) and not tokens.is_capital(first)
    if last == first + 1 and is_adjective:
        draft.phrase = None


@cache
def _core_words() -> frozenset[str]:
    return frozenset({*readers(), "sur"})


def _candidates(tokens: Tokens) -> list[int]:
    """Return the tokens at which an amount may begin or which may be the core of one."""
    known = _core_words()
    keys = tokens.keys[: tokens.size]
    return [i for i, key in enumerate(keys) if key in known or key[0] in _DIGITS]


def _read_draft(tokens: Tokens, i: int, floor: int) -> tuple[Draft | None, int]:
    """Return the quantity at token `i`, if any, and the token from which to go on."""
    if tokens.keys[i] == "sur":
        return _read_sample_draft(tokens, i, floor), i + 1
    amount = readers().get(tokens.keys[i], read_cardinal)(tokens, i, floor)
    if amount is None:
        return None, i + 1
    draft = _complete(tokens, amount, floor)
    return (draft if _is_quantity(tokens, draft, floor) else None), max(i + 1, amount.last)


def _read_sample_draft(tokens: Tokens, i: int, floor: int) -> Draft | None:
    found = read_sample(tokens, i, floor)
    if found is None:
        return None
    amount, phrase = found
    qualify_before(tokens, amount, floor)
    return Draft(amount, amount.last, amount.last, Unit(SHARE, of=True), phrase)


def _complete(tokens: Tokens, amount: Amount, floor: int) -> Draft:
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
    return draft


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
    after = read_proportion(tokens, amount, draft.last)
    if after > draft.last:
        draft.unit = Unit(SHARE, of=True)
        draft.end = draft.last = after


def _is_quantity(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Say whether an amount is a quantity: one without noun and unit needs words that make it an ellipsis."""
    amount = draft.amount
    if "none" in amount.rules or "single" in amount.rules:
        is_subject = tokens.keys[draft.end] in noun_words().auxiliary  # un seul a été livré
        is_measured = draft.unit is not None and "qualifier" in amount.rules
        return draft.phrase is not None or is_measured or is_subject
    if not draft.is_elliptic or amount.is_counting or "qualifier" in amount.rules:
        return True
    if "range_dash" in amount.rules:
        return (amount.high or 0) >= 1000
    if "digits" in amount.rules or (amount.low or 0) >= _LARGE:
        return True
    before = tokens.keys[max(floor, amount.first - 3) : amount.first]
    if "en" in before[:-1] or (before and before[-1] in label_marks().alone):
        return True
    after, words = tokens.keys[draft.end], noun_words()
    if after in words.auxiliary or after == "autres" or (floor and after in words.participles):
        return True
    return rate_tables().behind.at(tokens, draft.end) is not None
