"""The words behind a noun that modify it: adjectives, complements, names and designations."""

from __future__ import annotations

from armscorpus.values.numerals import read_numeral
from armscorpus.values.quantities.labels import is_calibre, label_marks
from armscorpus.values.quantities.vocabulary import (
    PLURAL,
    designation_number,
    is_adjective,
    is_common_noun,
    is_common_word,
    is_designation,
    is_name,
    is_noun,
    noun_words,
)
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import unit_after

_INFINITIVES = ("er", "ir", "oir", "dre", "tre")


def after_modifiers(tokens: Tokens, head: int, *, is_plural: bool) -> int:
    """Return the token after the head and the words that modify it."""
    is_plural = is_plural or tokens.keys[head].endswith(PLURAL)
    i = designation_number(tokens, head + 1) if is_name(tokens, head) else head + 1
    while after := (
        _adjective(tokens, i, is_plural=is_plural)
        or _designation(tokens, i)
        or _attached(tokens, i)
        or _complement(tokens, i)
        or _acronym(tokens, i)
    ):
        i = after
    return i


def _adjective(tokens: Tokens, i: int, *, is_plural: bool) -> int:
    """Return the token after an adjective or participle that may agree with the noun, or 0."""
    keys = tokens.keys
    at = i + (keys[i] in ("et", "ou") and is_adjective(keys[i - 1]) and is_adjective(keys[i + 1]))
    key = keys[at]
    if len(key) < 3 or not is_common_word(tokens, at):
        return 0
    if "-" in key:  # mer-mer, but not « sont-ils »
        return 0 if key.endswith(noun_words().enclitic) else at + 1
    agrees = is_plural and key.endswith(("s", "x"))
    return at + 1 if agrees or key.endswith(noun_words().adjective_endings) else 0


def _designation(tokens: Tokens, i: int) -> int:
    """Return the token after names and designations (« Leopard 2 », « KN-23 et KN-24 », « SAMP/T »), or 0."""
    if not is_name(tokens, i):
        return 0
    last = designation_number(tokens, i + 1)
    if (
        tokens.keys[last] == "/"
        and tokens.is_glued(last)
        and tokens.is_glued(last + 1)
        and is_name(tokens, last + 1)
    ):
        last += 2
    while tokens.keys[last] in ("et", "ou") and is_designation(tokens.keys[last + 1]):
        last = designation_number(tokens, last + 2)
    return last


def _complement(tokens: Tokens, i: int) -> int:
    """Return the token after « de » and a noun without article or a calibre (« d'artillerie », « de 152 mm »), or 0."""
    keys, words = tokens.keys, noun_words()
    if keys[i] not in ("de", "d'") or keys[i + 1] in ("plus", "moins"):
        return 0
    if keys[i + 1][:1].isdecimal():
        return after_size(tokens, i + 1)
    at = i + 1
    while keys[at] in words.prenominal and is_noun(tokens, at + 1, plural=False):
        at += 1
    if not is_common_noun(tokens, at):
        return 0
    last = at + 1
    if keys[at] in label_marks().numbered and keys[last][:1].isdecimal():  # navires de type 075
        return last + 1
    while keys[last] in ("et", "ou") and keys[last + 1] in ("de", "d'") and is_common_noun(tokens, last + 2):
        last += 3
    return last


def after_size(tokens: Tokens, i: int) -> int:
    """Return the token after a size that tells the kind of thing (« de 152 mm », « de 2 000 livres »), or 0."""
    size = read_numeral(tokens, i)
    if size and is_calibre(tokens, size):
        return size.last
    if size and tokens.keys[size.last] in noun_words().size:
        return size.last + 1
    unit = unit_after(tokens, size.last, takes_of=False) if size else None
    return unit.last if unit and unit.unit.is_size else 0


def _attached(tokens: Tokens, i: int) -> int:
    """Return the token after « à » or « sans » and words without article (« à longue portée », « sans pilote »), or 0."""
    keys, words = tokens.keys, noun_words()
    if keys[i] not in ("à", "sans") or keys[i + 1] in words.not_attached or tokens.is_shouted:
        return 0
    at = i + 1
    while keys[at] in words.prenominal:
        at += 1
    return at + 1 if is_common_noun(tokens, at) and not _is_infinitive(keys[at]) else 0


def _is_infinitive(key: str) -> bool:
    return key.endswith(_INFINITIVES) and key not in noun_words().like_infinitive


def _acronym(tokens: Tokens, i: int) -> int:
    """Return the token after « (UAV) » where an adjective follows it, or 0."""
    if tokens.keys[i] != "(" or tokens.keys[i + 2] != ")" or not tokens.is_capital(i + 1):
        return 0
    return i + 3 if is_adjective(tokens.keys[i + 3]) else 0
