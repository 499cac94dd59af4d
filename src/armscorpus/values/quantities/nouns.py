"""The noun that a number counts: where it stands, and which nouns share the number."""

from __future__ import annotations

from typing import NamedTuple

from armscorpus.models import Noun, Span
from armscorpus.values.numerals import read_numeral
from armscorpus.values.quantities.modifiers import after_modifiers, after_size
from armscorpus.values.quantities.vocabulary import (
    CLOSING,
    OF,
    OPENING,
    PLURAL,
    is_designation,
    is_noun,
    noun_words,
)
from armscorpus.values.tokens import Tokens

_CLOSING_OF_NUMBER = frozenset("»”")


class NounPhrase(NamedTuple):
    """A noun phrase from token `first` to token `last` (excluded), with its head nouns."""

    first: int
    last: int
    heads: tuple[int, ...]


def noun_after(tokens: Tokens, i: int, *, takes_of: bool, is_plural: bool) -> NounPhrase | None:
    """Return the noun phrase that the number before token `i` counts.

    `takes_of` says that « de » leads to it (« millions d'obus », « la moitié de ses chars »), `is_plural` that it has to
    be a plural.
    """
    if tokens.keys[i] in _CLOSING_OF_NUMBER and not takes_of and is_plural:  # « au moins six » avions
        i += 1
    at = _after_of(tokens, i) if takes_of else _after_partitive(tokens, i)
    head = _head(tokens, at, is_plural=is_plural) if at is not None else None
    if at is None or head is None:
        return None
    last = after_modifiers(tokens, head, is_plural=is_plural)
    heads = [head]
    while (more := _coordinated(tokens, last, takes_of=takes_of or at > i)) is not None:
        heads.append(more)
        last = after_modifiers(tokens, more, is_plural=True)
    return NounPhrase(at + (tokens.keys[at] in OPENING), last, tuple(heads))


def noun_before(tokens: Tokens, i: int, floor: int, *, is_plural: bool) -> NounPhrase | None:
    """Return the noun phrase that ends before token `i`, from its first noun on (« véhicules blindés : 2 567 »)."""
    first = i
    while first > floor and _may_precede(tokens, first - 1):
        first -= 1
    nouns = (at for at in range(first, i) if is_noun(tokens, at, plural=is_plural))
    head = next((at for at in nouns if not is_plural or tokens.keys[at].endswith(PLURAL)), None)
    return NounPhrase(head, i, (head,)) if head is not None else None


def _may_precede(tokens: Tokens, i: int) -> bool:
    """Say whether a token can be part of a noun phrase that ends at a number (« obus de 155 mm : 500 000 »)."""
    key = tokens.keys[i]
    if key[0].isdecimal():
        return after_size(tokens, i) > 0
    return key in ("de", "d'") or (key[0].isalpha() and key not in noun_words().function)


def noun_record(tokens: Tokens, phrase: NounPhrase) -> Noun:
    """Return the record of a noun phrase."""
    return Noun(
        start=tokens.starts[phrase.first],
        end=tokens.end(phrase.last),
        text=tokens.raw(phrase.first, phrase.last),
        heads=tuple(Span(tokens.starts[head], tokens.end(head + 1)) for head in phrase.heads),
    )


def _after_of(tokens: Tokens, i: int) -> int | None:
    """Return the token after « de » and the determiners that may follow it, perhaps past « supplémentaires »."""
    words, keys = noun_words(), tokens.keys
    while keys[i] in words.interposed or keys[i] in CLOSING:
        i += 1
    if keys[i] not in OF or keys[i + 1] in ("plus", "moins"):
        return None
    i += 1
    while keys[i] in words.determiner:
        i += 1
    return _after_whole(tokens, i)


def _after_partitive(tokens: Tokens, i: int) -> int:
    """Return the token after « des », « de ces », « de leurs » (« trois de leurs navires »), else `i`."""
    if tokens.keys[i] == "des":
        return _after_whole(tokens, i + 1)
    if tokens.keys[i] == "de" and tokens.keys[i + 1] in noun_words().partitive:
        return _after_whole(tokens, i + 2)
    return i


def _after_whole(tokens: Tokens, i: int) -> int:
    """Return the token after the number of the whole (« quatre des six avions »), which is a quantity of its own."""
    whole = read_numeral(tokens, i)
    return whole.last if whole else i


def _head(tokens: Tokens, i: int, *, is_plural: bool) -> int | None:
    """Return the head of the noun phrase that starts at token `i`: past a quotation mark and adjectives."""
    words = noun_words()
    if tokens.keys[i] in OPENING:
        i, is_plural = i + 1, False
    while tokens.keys[i] in words.prenominal and is_noun(tokens, i + 1, plural=is_plural):
        i += 1
    return i if tokens.keys[i] not in words.prenominal and is_noun(tokens, i, plural=is_plural) else None


def _coordinated(tokens: Tokens, i: int, *, takes_of: bool) -> int | None:
    """Return the head of a noun that shares the number: « de roquettes et d'obus », « d'obus et roquettes »."""
    keys = tokens.keys
    if keys[i] not in ("et", "ou", ","):
        return None
    if keys[i + 1] in ("de", "d'"):
        return _head(tokens, i + 2, is_plural=True) if takes_of else None
    if tokens.is_capital(i + 1) and not is_designation(keys[i + 1]):
        return None
    head = _head(tokens, i + 1, is_plural=True)
    if head is None or keys[i] != ",":
        return head
    return head if _closes_list(tokens, after_modifiers(tokens, head, is_plural=True)) else None


def _closes_list(tokens: Tokens, i: int) -> bool:
    """Say whether a last noun follows at token `i` (« 300 réservistes, contractuels ou volontaires »)."""
    return tokens.keys[i] in ("et", "ou") and _head(tokens, i + 1, is_plural=True) is not None
