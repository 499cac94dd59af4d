"""From text to quantities: the amounts of each sentence, their units and nouns, then what their clauses say of them."""

from __future__ import annotations

from functools import cache

from armscorpus.models import QuantityMatch
from armscorpus.values.composed import compose, quantity_in
from armscorpus.values.numerals import split_compound
from armscorpus.values.quantities.clauses import read_clauses, resumes_rate, share_rate
from armscorpus.values.quantities.completion import complete
from armscorpus.values.quantities.drafts import Draft, quantity_record
from armscorpus.values.quantities.labels import label_marks
from armscorpus.values.quantities.qualifiers import qualify_before
from armscorpus.values.quantities.ranges import follows_change
from armscorpus.values.quantities.rates import rate_tables
from armscorpus.values.quantities.readers import after_no_quantity, is_cardinal, read_cardinal, readers
from armscorpus.values.quantities.sentences import sentences_with_numbers
from armscorpus.values.quantities.shares import read_sample
from armscorpus.values.quantities.vocabulary import noun_words
from armscorpus.values.tokens import Tokens, fold, tokenize
from armscorpus.values.units import SHARE, Unit

_DIGITS = frozenset("0123456789")
_SAME_PARAGRAPH = frozenset({" ", "\u00a0", "  "})
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
    draft = complete(tokens, amount, floor)
    return (draft if _is_quantity(tokens, draft, floor) else None), max(i + 1, amount.last)


def _begins_change(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Say whether an amount is where a change starts: « de deux à six »."""
    i = draft.amount.first
    is_start = i > floor and tokens.keys[i - 1] == "de" and tokens.keys[draft.end] == "à"
    return is_start and follows_change(tokens, i - 1, floor)


def _read_sample_draft(tokens: Tokens, i: int, floor: int) -> Draft | None:
    found = read_sample(tokens, i, floor)
    if found is None:
        return None
    amount, phrase = found
    qualify_before(tokens, amount, floor)
    return Draft(amount, amount.last, amount.last, Unit(SHARE, of=True), phrase)


def _is_quantity(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Say whether an amount is a quantity: one without noun and unit needs words that make it an ellipsis."""
    amount = draft.amount
    if "none" in amount.rules or "single" in amount.rules:
        is_subject = tokens.keys[draft.end] in noun_words().auxiliary  # un seul a été livré
        is_sum = (
            draft.unit is not None and draft.unit.is_money and amount.last > amount.number[0] + 1
        )  # un seul franc
        is_measured = is_sum or (draft.unit is not None and "qualifier" in amount.rules)
        return draft.phrase is not None or is_measured or is_subject
    if not draft.is_elliptic or amount.is_counting or "qualifier" in amount.rules:
        return True
    if "range_dash" in amount.rules:
        return (amount.high or 0) >= 1000
    if "digits" in amount.rules or (amount.low or 0) >= _LARGE or _begins_change(tokens, draft, floor):
        return True
    before = tokens.keys[max(floor, amount.first - 3) : amount.first]
    if "en" in before[:-1] or (before and before[-1] in label_marks().alone):
        return True
    after, words = tokens.keys[draft.end], noun_words()
    if after in words.auxiliary or after == "autres" or (floor and after in words.participles):
        return True
    return rate_tables().behind.at(tokens, draft.end) is not None
