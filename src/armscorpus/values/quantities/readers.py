"""Which reader reads the amount at a token, and which rules tell that a number there is no quantity."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from armscorpus.values.digits import is_grouped
from armscorpus.values.numerals import Numeral, number_words, read_numeral
from armscorpus.values.quantities.amounts import Amount, Reader, numeral_amount
from armscorpus.values.quantities.codes import after_chain, after_change, after_score, after_series
from armscorpus.values.quantities.dates import (
    after_age,
    after_ages,
    after_clock,
    after_date,
    after_part_of_age,
    after_round_the_clock,
    after_year,
)
from armscorpus.values.quantities.labels import (
    after_address,
    after_article,
    after_bare_age,
    after_bare_calibre,
    after_calibre,
    after_calibres,
    after_designation,
    after_footnote,
    after_generation,
    after_label,
    after_ordinal,
    after_proper_name,
    after_ratio,
)
from armscorpus.values.quantities.ranges import ARTICLES, one_before, read_range, start_of_change
from armscorpus.values.quantities.rates import rate_around
from armscorpus.values.quantities.rounds import read_round
from armscorpus.values.quantities.shares import fraction_of, read_fraction, read_half, read_slash
from armscorpus.values.quantities.singles import (
    NO,
    SINGLE,
    read_article,
    read_none,
    read_not_one,
    read_one_per,
    read_single,
)
from armscorpus.values.tokens import Tokens

Rule = Callable[[Tokens, Numeral, int], int]


def _after_rate(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a rate that holds the number (« en 24 heures », « tous les quatre jours »), else 0."""
    found = rate_around(tokens, numeral.first)
    return found.last if found else 0


_BY_FOLLOWER: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(("heure", "heures", "h"), (after_round_the_clock, after_clock)),
    **dict.fromkeys(("jour", "jours", "j"), (after_round_the_clock,)),
    **dict.fromkeys(("an", "ans"), (after_age,)),
    **dict.fromkeys(("mm", "millimètre", "millimètres"), (after_calibre,)),
    "fois": (after_ratio,),
    **dict.fromkeys(("calibre", "calibres"), (after_calibres,)),
    "g": (after_generation,),
}
"""The rules that ask what follows the number."""

_OF_DIGITS: tuple[Rule, ...] = (
    _after_rate,
    after_ages,
    after_part_of_age,
    after_date,
    after_chain,
    after_score,
    after_bare_calibre,
    after_designation,
    after_year,
    after_label,
    after_address,
    after_footnote,
    after_bare_age,
    after_article,
)
_OF_WORDS: tuple[Rule, ...] = (
    _after_rate,
    after_ages,
    after_part_of_age,
    after_ordinal,
    after_date,
    after_label,
    after_proper_name,
    after_article,
)


def after_no_quantity(tokens: Tokens, i: int, floor: int) -> int:
    """Return the token from which to go on where the number at token `i` is no quantity, else 0."""
    numeral = read_numeral(tokens, i)
    if numeral is None:
        return 0
    if last := after_series(tokens, numeral):
        return last
    if last := after_change(tokens, numeral):
        return last
    rules = _BY_FOLLOWER.get(tokens.keys[numeral.last], ())
    if not is_grouped(tokens.keys[i]):  # no date, label or the like is written « 16 000 »
        rules = (*(_OF_DIGITS if numeral.in_digits else _OF_WORDS), *rules)
    for rule in rules:
        if last := rule(tokens, numeral, floor):
            return last
    return 0


def is_cardinal(key: str) -> bool:
    """Say whether a token is a number of its own, in digits or words, and no noun that makes one."""
    return key[0].isdecimal() or readers().get(key) is read_cardinal


@cache
def readers() -> dict[str, Reader]:
    """Return which reader reads the amount that begins at a word, or that the word is the core of."""
    words = number_words()
    cardinals = {*words.unit, *words.ten, *words.hundred, "mille"} - set(ARTICLES)
    return {
        **dict.fromkeys(words.denominator, read_fraction),
        **dict.fromkeys(cardinals, read_cardinal),
        **dict.fromkeys(words.collective, read_round),
        **dict.fromkeys(words.scale.keys() - {"mille", "mil"}, read_round),
        **dict.fromkeys(SINGLE, read_single),
        **dict.fromkeys(NO, read_none),
        **dict.fromkeys(ARTICLES, read_article),
        **dict.fromkeys(("par", "tous", "toutes"), read_one_per),
        "moitié": read_half,
        "pas": read_not_one,
    }


def read_cardinal(tokens: Tokens, i: int, floor: int) -> Amount | None:
    """Return the amount of a number in digits or words, a range or a fraction if it is part of one."""
    numeral = read_numeral(tokens, i)
    if numeral is None:
        return read_slash(tokens, i)
    if tokens.keys[numeral.last] in number_words().denominator:
        return fraction_of(tokens, numeral, floor)
    one = one_before(tokens, i, floor)
    return (
        (read_range(tokens, one, floor) if one else None)
        or read_range(tokens, numeral, floor)
        or numeral_amount(start_of_change(tokens, numeral, floor))
    )
