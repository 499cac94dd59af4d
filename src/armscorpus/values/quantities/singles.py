"""One and none: « un seul navire », « au moins un mort », « un mort et trois blessés », « aucun navire »."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.values.numerals import ONE, number_words, read_numeral
from armscorpus.values.phrases import Phrases
from armscorpus.values.quantities.amounts import Amount, exact_amount
from armscorpus.values.quantities.nouns import noun_after
from armscorpus.values.quantities.ranges import ARTICLES
from armscorpus.values.quantities.rates import rate_at
from armscorpus.values.quantities.vocabulary import is_noun, noun_words
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import TIME, unit_after

SINGLE = ("seul", "seule")
NO = ("aucun", "aucune")
_ADVERBIAL = ("sans", "en", "à", "d'", "par", "pour")
_CLAUSE_STARTS = ("", ",", ";", ":", "«", "“", "et", "—", "–", ".")
_PICKING = ("dont", "seulement")
"""Before « un » and a verb, they pick one out of several (« trois chars, dont un a brûlé »)."""
_RATE_REACH = 6


@cache
def _counting_qualifiers() -> Phrases[bool]:
    """Return the qualifiers that make « un » a number."""
    return Phrases(dict.fromkeys(load(Quantifiers).counting.words, True), contract=True)


def read_single(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un seul », « seul un » as one, « pas un seul » as none."""
    keys = tokens.keys
    if i > floor and keys[i - 1] in ARTICLES:
        if i > floor + 1 and keys[i - 2] == "pas":
            return exact_amount(Decimal(0), i - 2, i + 1, "none")
        return exact_amount(ONE, i - 1, i + 1, "single")
    return exact_amount(ONE, i, i + 2, "single") if keys[i + 1] in ARTICLES else None


def read_article(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un » as one where it is a number: « au moins un mort », « un mort et trois blessés »."""
    if tokens.keys[i - 1] in _PICKING and tokens.keys[i + 1] in noun_words().auxiliary:
        return exact_amount(ONE, i, i + 1, "single")
    if not is_noun(tokens, i + 1, plural=False) or tokens.keys[i + 1] in number_words().denominator:
        return None
    if tokens.keys[i + 1] in SINGLE or _is_measured(tokens, i):
        return None
    if (
        _counting_qualifiers().before(tokens, i, floor)
        or _closes_list(tokens, i, floor)
        or _opens_list(tokens, i)
    ):
        return exact_amount(ONE, i, i + 1, "single")
    return None


def _closes_list(tokens: Tokens, i: int, floor: int) -> bool:
    """Say whether « un » comes last in a list of numbers (« trois blessés et un mort »)."""
    return 0 < floor == i - 1 and tokens.keys[i - 1] == "et" and not _is_time(tokens, i)


def _opens_list(tokens: Tokens, i: int) -> bool:
    """Say whether a number with a noun of its own follows « un » and its noun, and no preposition comes before."""
    if tokens.keys[i - 1] in noun_words().preposition or _is_time(tokens, i):
        return False
    phrase = noun_after(tokens, i + 1, takes_of=False, is_plural=False)
    if phrase is None or tokens.keys[phrase.last] not in (",", "et"):
        return False
    is_apposed = tokens.keys[phrase.last] == "," and tokens.keys[i - 1] not in _CLAUSE_STARTS
    other = None if is_apposed else read_numeral(tokens, phrase.last + 1)
    if other is None or other.value == ONE:
        return False
    return noun_after(tokens, other.last, takes_of=False, is_plural=True) is not None


def _is_measured(tokens: Tokens, i: int) -> bool:
    """Say whether « un » and its noun lead to a measure (« une portée de 1 400 km »)."""
    return tokens.keys[i + 2] in ("de", "d'") and tokens.keys[i + 3][:1].isdecimal()


def _is_time(tokens: Tokens, i: int) -> bool:
    unit = unit_after(tokens, i + 1, takes_of=False)
    return unit is not None and unit.unit.code in TIME


def read_one_per(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « un » of « un voyage tous les quatre jours », « un navire par mois », where the rate is at token `i`."""
    if rate_at(tokens, i) is None:
        return None
    for first in range(i - 2, max(floor, i - _RATE_REACH) - 1, -1):
        if tokens.keys[first] in ARTICLES:
            return exact_amount(ONE, first, first + 1, "single")
    return None


def read_none(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « aucun » as none, but not « sans aucun doute », « en aucun cas »."""
    if i > floor and tokens.keys[i - 1] in _ADVERBIAL:
        return None
    return exact_amount(Decimal(0), i, i + 1, "none")


def read_not_one(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return « pas un » as none where it opens a clause (« Pas un obus n'est arrivé »), not « n'est pas un »."""
    before = tokens.keys[i - 1] if i > floor else ""
    if before not in _CLAUSE_STARTS or tokens.keys[i + 1] not in ARTICLES:
        return None
    return exact_amount(Decimal(0), i, i + 2 + (tokens.keys[i + 2] in SINGLE), "none")
