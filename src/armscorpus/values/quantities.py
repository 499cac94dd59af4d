"""Quantities in French text: numbers, ranges, bounds and shares with their unit, rate, statistic and counted noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from armscorpus.models import QuantityMatch, Rate, Span, Statistic
from armscorpus.values.amounts import Amount, read_amount
from armscorpus.values.exclusions import exclusions, skip_no_quantity
from armscorpus.values.nouns import Phrase, noun_after, noun_record
from armscorpus.values.numerals import number_words, split_compound
from armscorpus.values.qualifiers import qualify_after, qualify_before, qualify_by_clause
from armscorpus.values.rates import rate_of, statistics_of
from armscorpus.values.tokens import Tokens, fold, tokenize
from armscorpus.values.units import COUNT, SHARE, Unit, unit_after, unit_before

_BOUNDARY = re.compile(
    r"(?<!\bM)(?<!\bMM)(?<!\benv)(?<!\bart)(?<!\bp)[.!?…]+[\"»”)\]]*\s+(?=[^a-zà-ÿ\s])|\s*\n\s*(?=[^a-zà-ÿ\s])|\n\s*\n"
)


@dataclass(slots=True)
class Draft:
    """A quantity in the making: from token `first` to token `end`, its noun reaching to token `last`."""

    amount: Amount
    end: int
    last: int
    unit: Unit | None
    phrase: Phrase | None
    per: Rate | None = None
    statistic: Statistic = Statistic.TOTAL
    equals: bool = False

    @property
    def first(self) -> int:
        """The first token, of the qualifier if there is one."""
        return self.amount.first

    @property
    def is_elliptic(self) -> bool:
        """Whether the words name neither a unit nor a noun."""
        return self.unit is None and self.phrase is None


@cache
def _anchors() -> re.Pattern[str]:
    """Return the pattern of what may be or begin a number, over folded text."""
    words = number_words()
    forms = {
        form
        for kind in (words.unit, words.ten, words.hundred, words.scale, words.collective, words.denominator)
        for form in kind
    } - {"un", "une"}
    forms |= {"moitié", "seul", "aucun", "pas un", "demi-"}
    stems = sorted(
        form for form in forms if not any(form != other and form.startswith(other) for other in forms)
    )
    return re.compile(rf"\d|\b(?:{'|'.join(stems)})")


def has_number(text: str) -> bool:
    """Say whether the text has a sign of a quantity: a digit or a number word. Cheap, and misses none."""
    return _anchors().search(fold(text)) is not None


def find_quantities(text: str) -> list[QuantityMatch]:
    """Return the quantities of a French text, in order, never overlapping."""
    matches: list[QuantityMatch] = []
    folded = fold(text)
    for start, end in _sentences(text, folded):
        tokens = tokenize(text, folded, start, end, split_compound)
        matches += [_match(tokens, draft) for draft in _read_sentence(tokens)]
    return matches


def _sentences(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of sentences that have a sign of a number."""
    anchors = _anchors()
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        if anchors.search(folded, start, boundary.end()):
            yield start, boundary.end()
        start = boundary.end()
    if anchors.search(folded, start):
        yield start, len(folded)


@cache
def _starters() -> frozenset[str]:
    words = number_words()
    kinds = (words.unit, words.ten, words.hundred, words.scale, words.collective, words.denominator)
    forms = {form for kind in kinds for form in kind}
    return frozenset(forms - {"un", "une"} | {"moitié", "seul", "seule", "aucun", "aucune", "pas"})


def _read_sentence(tokens: Tokens) -> list[Draft]:
    """Return the quantities of a sentence, with what they share."""
    starters = _starters()
    drafts: list[Draft] = []
    i = floor = 0
    while i < tokens.size:
        key = tokens.keys[i]
        if not (key in starters or key[0].isdecimal()):
            i += 1
            continue
        if resume := skip_no_quantity(tokens, i, floor):
            i = resume
            continue
        amount = read_amount(tokens, i, floor)
        draft = _complete(tokens, amount, floor) if amount else None
        if draft is None:
            i = max(i + 1, amount.last if amount else 0)
            continue
        drafts.append(draft)
        i = floor = draft.last
    _read_clauses(tokens, drafts)
    return drafts


def _complete(tokens: Tokens, amount: Amount, floor: int) -> Draft | None:
    """Return an amount with its qualifiers, unit and noun, or None where it is no quantity after all."""
    sign = unit_before(tokens, amount.first, floor)
    if sign:
        amount.first = sign.first
    qualify_before(tokens, amount, floor)
    end = qualify_after(tokens, amount, amount.last)
    found = None if amount.is_share else unit_after(tokens, end, scaled=amount.scaled)
    unit = sign.unit if sign else None
    if found and sign is None:
        unit, end = found.unit, qualify_after(tokens, amount, found.last)
    if amount.is_share:
        unit = Unit(SHARE, of=True)
    phrase = _noun(tokens, amount, unit, end)
    draft = Draft(amount, end, phrase.last if phrase else end, unit, phrase)
    if phrase:
        after = qualify_after(tokens, amount, phrase.last)
        draft.last = max(draft.last, after)
    return draft if _is_quantity(tokens, draft, floor) else None


def _noun(tokens: Tokens, amount: Amount, unit: Unit | None, end: int) -> Phrase | None:
    if unit is not None:
        return noun_after(tokens, end, of=True, plural=False) if unit.of else None
    plural = amount.value is None or amount.value >= 2
    if amount.scaled:
        return noun_after(tokens, end, of=True, plural=False)
    return noun_after(tokens, end, of=False, plural=plural)


def _is_quantity(tokens: Tokens, draft: Draft, floor: int) -> bool:
    """Say whether a number is one: a small number word alone needs words that make it an ellipsis."""
    amount = draft.amount
    if "none" in amount.rules or "single" in amount.rules:
        return draft.phrase is not None
    if (
        draft.unit
        or draft.phrase
        or amount.is_counting
        or "digits" in amount.rules
        or "qualifier" in amount.rules
    ):
        return True
    if "range" in amount.rules and tokens.keys[amount.number[0]][0].isdecimal():
        return tokens.keys[amount.number[0] + 1] not in ("-", "–", "ou")
    cues = exclusions().elliptic
    before = tokens.keys[max(floor, amount.first - 3) : amount.first]
    return bool(before and before[-1] in cues) or "en" in before or (amount.low or Decimal(0)) >= 100


def _read_clauses(tokens: Tokens, drafts: list[Draft]) -> None:
    """Add to each quantity what its clause says: bounds, rate, statistic, equivalence."""
    for k, draft in enumerate(drafts):
        previous = drafts[k - 1] if k else None
        following = drafts[k + 1] if k + 1 < len(drafts) else None
        left = _left(tokens, previous, draft)
        right = _right(tokens, draft, following)
        qualify_by_clause(tokens, draft.amount, previous.last if previous else 0)
        _read_rate(tokens, draft, left, right)
        _read_statistic(tokens, draft, left, right)
        if previous:
            _share_rate(tokens, previous, draft)
            draft.equals = _is_equivalent(tokens, previous, draft)


_SEPARATORS = frozenset(
    {",", ";", "et", "ou", "mais", "contre", "puis", "tandis", "alors", "dont", "soit", "(", "—", "–"}
)
_STOPS = frozenset({";", ".", "?", "!", "—"})


def _left(tokens: Tokens, previous: Draft | None, draft: Draft) -> int:
    """Return where the clause of a quantity begins: after the first separator behind the quantity before."""
    start = previous.last if previous else 0
    left = start if previous is None else draft.first
    for i in range(draft.first - 1, start - 1, -1):
        if tokens.keys[i] in _STOPS:
            return i + 1
        if previous and tokens.keys[i] in _SEPARATORS:
            left = i + 1
    return left


def _right(tokens: Tokens, draft: Draft, following: Draft | None) -> int:
    """Return where the clause of a quantity ends: at the last separator before the next quantity."""
    end = following.first if following else tokens.size
    right = end
    for i in range(draft.last, end):
        if tokens.keys[i] in _STOPS:
            return i
        if following and tokens.keys[i] in _SEPARATORS:
            right = i
    return right


def _read_rate(tokens: Tokens, draft: Draft, left: int, right: int) -> None:
    found = rate_of(tokens, left, draft.first, draft.end, draft.last, right)
    if found is None:
        return
    draft.per = found.per
    amount = draft.amount
    amount.rules.append("rate")
    if found.divisor != 1:
        amount.value, amount.low, amount.high = (
            None if x is None else x / found.divisor for x in (amount.value, amount.low, amount.high)
        )


def _read_statistic(tokens: Tokens, draft: Draft, left: int, right: int) -> None:
    """Set the statistic: an explicit adverb first, then capacity, then the extremes of a rate."""
    found = statistics_of(tokens, left, draft.first, draft.last, right)
    plain = [item.statistic for item in found if not item.rated and item.statistic is not Statistic.CAPACITY]
    capacity = [item.statistic for item in found if item.statistic is Statistic.CAPACITY]
    rated = [item.statistic for item in found if item.rated and draft.per]
    if choice := plain or capacity or rated:
        draft.statistic = choice[0]
        draft.amount.rules.append("statistic")


def _share_rate(tokens: Tokens, previous: Draft, draft: Draft) -> None:
    """Let an ellipsis, or the same noun again, share the rate and statistic of the quantity before."""
    if draft.per or not previous.per or not _resumes(tokens, previous, draft):
        return
    draft.per = previous.per
    draft.amount.rules.append("shared_rate")
    if draft.statistic is Statistic.TOTAL:
        draft.statistic = previous.statistic


def _resumes(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    if draft.is_elliptic:
        return True
    if draft.phrase is None or previous.phrase is None or draft.unit or previous.unit:
        return False
    heads = [tokens.keys[phrase.heads[0]].rstrip("sx") for phrase in (previous.phrase, draft.phrase)]
    return heads[0] == heads[1]


def _is_equivalent(tokens: Tokens, previous: Draft, draft: Draft) -> bool:
    before = tokens.keys[previous.last : draft.first]
    return bool(before) and ("soit" in before or "équivalent" in before or "c'" in before)


def _match(tokens: Tokens, draft: Draft) -> QuantityMatch:
    amount = draft.amount
    start, end = tokens.starts[amount.first], tokens.ends[draft.end - 1]
    rules = [*amount.rules, "noun_after"] if draft.phrase else amount.rules
    return QuantityMatch(
        start=start,
        end=end,
        text=tokens.text[start:end],
        number=Span(tokens.starts[amount.number[0]], tokens.ends[amount.number[1] - 1]),
        bound=amount.bound,
        value=_plain(amount.value),
        low=_plain(amount.low),
        high=_plain(amount.high),
        unit=_unit_code(draft),
        per=draft.per,
        statistic=draft.statistic,
        noun=noun_record(tokens, draft.phrase) if draft.phrase else None,
        equals=draft.equals,
        rules=tuple(rules),
    )


def _unit_code(draft: Draft) -> str | None:
    if draft.unit:
        return draft.unit.code
    return COUNT if draft.phrase or draft.amount.is_counting else None


def _plain(value: Decimal | None) -> Decimal | None:
    """Return a number without the zeros that arithmetic leaves behind its point."""
    if value is None:
        return None
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
