"""The noun that a number counts: where it stands, which words modify it, and what shares its number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NounWords
from armscorpus.models import Noun, Span
from armscorpus.values.tokens import Tokens, is_number

OPENING = frozenset("«“\"‹'")
CLOSING = frozenset("»”\"›'")
OF = frozenset({"de", "d'", "du", "des"})
_PLURAL = ("s", "x", "z")


class NounWordSets(NamedTuple):
    """The words of `nouns.toml`, as sets."""

    function: frozenset[str]
    prenominal: frozenset[str]
    determiner: frozenset[str]
    adverb: frozenset[str]
    complement: frozenset[str]
    adverbial: frozenset[str]
    calendar: frozenset[str]
    adjective: tuple[str, ...]
    demonym: tuple[str, ...]


@cache
def noun_words() -> NounWordSets:
    """Return the words of `nouns.toml`."""
    table = load(NounWords)
    return NounWordSets(
        function=frozenset(word for entry in table.function for word in entry.words),
        **{
            kind: frozenset(getattr(table, kind).words)
            for kind in ("prenominal", "determiner", "adverb", "complement", "adverbial", "calendar")
        },
        adjective=table.adjective.words,
        demonym=table.demonym.words,
    )


class Phrase(NamedTuple):
    """A noun phrase from token `first` to token `last` (excluded), with its head nouns."""

    first: int
    last: int
    heads: tuple[int, ...]


def noun_after(tokens: Tokens, i: int, *, of: bool, plural: bool) -> Phrase | None:
    """Return the noun phrase that a number before token `i` counts.

    `of` says that « de » and perhaps an article come first (« millions d'obus », « la moitié de ses chars »), `plural`
    that the noun has to be one.
    """
    at = _after_of(tokens, i) if of else i
    if at is None:
        return None
    head = _head(tokens, at, plural=plural)
    if head is None:
        return None
    first = at + (tokens.keys[at] in OPENING)
    last = _modifiers(tokens, head + 1, plural=plural)
    heads = [head]
    while (more := _coordinated(tokens, last, of=of, bare=last == heads[-1] + 1, plural=plural)) is not None:
        heads.append(more)
        last = _modifiers(tokens, more + 1, plural=plural)
    return Phrase(first, last, tuple(heads))


def noun_record(tokens: Tokens, phrase: Phrase) -> Noun:
    """Return the record of a noun phrase."""
    return Noun(
        start=tokens.starts[phrase.first],
        end=tokens.ends[phrase.last - 1],
        text=tokens.raw(phrase.first, phrase.last),
        heads=tuple(Span(tokens.starts[head], tokens.ends[head]) for head in phrase.heads),
    )


def _after_of(tokens: Tokens, i: int) -> int | None:
    """Return the token after « de » and the determiners that may follow it."""
    words, keys = noun_words(), tokens.keys
    while keys[i] in words.adverb:
        i += 1
    if keys[i] not in OF or keys[i + 1] in ("plus", "moins"):
        return None
    i += 1
    while keys[i] in words.determiner:
        i += 1
    return i


def _head(tokens: Tokens, i: int, *, plural: bool) -> int | None:
    """Return the head of the noun phrase that starts at token `i`: past a quotation mark and adjectives."""
    i += tokens.keys[i] in OPENING
    while tokens.keys[i] in noun_words().prenominal and is_noun(tokens, i + 1, plural=plural):
        i += 1
    return i if tokens.keys[i] not in noun_words().prenominal and is_noun(tokens, i, plural=plural) else None


def is_noun(tokens: Tokens, i: int, *, plural: bool) -> bool:
    """Say whether a token can be the head of a counted noun phrase.

    A plural ends in s, x or z, unless it is a name or a designation (« 49 Abrams », « 148 KN-23 », « 30 Leopard »).
    """
    key, words = tokens.keys[i], noun_words()
    if not key[:1].isalpha() or key in words.function or key in words.calendar or key.endswith("'"):
        return False
    if len(key) == 1:
        return False
    return not plural or key.endswith(_PLURAL) or tokens.is_capital(i) or key[-1].isdecimal()


def _modifiers(tokens: Tokens, i: int, *, plural: bool) -> int:
    """Return the token after the modifiers of a noun that start at token `i`."""
    while True:
        after = (
            _adjective(tokens, i, plural=plural)
            or _designation(tokens, i)
            or _complement(tokens, i)
            or _attached(tokens, i)
        )
        if not after:
            return i
        i = after


def _adjective(tokens: Tokens, i: int, *, plural: bool) -> int:
    """Return the token after an adjective or participle that agrees with the noun, or 0."""
    key, words = tokens.keys[i], noun_words()
    if key in words.function or key in words.calendar or not key[:1].isalpha() or tokens.is_capital(i):
        return 0
    if "-" in key and not key.endswith(("-il", "-elle", "-ils", "-elles", "-on", "-ci", "-là", "-t", "-ce")):
        return i + 1  # sol-air, mer-mer
    agrees = key.endswith(("s", "x")) if plural else key.endswith(words.adjective)
    return i + 1 if agrees else 0


def _designation(tokens: Tokens, i: int) -> int:
    """Return the token after names and designations (« Leopard 2 », « KN-23 et KN-24 », « Mirage 2000-5 »), or 0."""
    if not _is_name(tokens, i):
        return 0
    last = _designation_number(tokens, i + 1)
    while (
        tokens.keys[last] in ("et", "ou")
        and _is_name(tokens, last + 1)
        and tokens.keys[last + 1][-1].isdecimal()
    ):
        last = _designation_number(tokens, last + 2)
    return last


def _is_name(tokens: Tokens, i: int) -> bool:
    key = tokens.keys[i]
    return (
        key[:1].isalnum()
        and not is_number(key)
        and (
            (tokens.is_capital(i) and key not in noun_words().function)
            or (key[-1:].isdecimal() and key[:1].isalpha())
        )
    )


def _designation_number(tokens: Tokens, i: int) -> int:
    """Return the token after the number of a designation (« Leopard 2 », « Mirage 2000-5 »), or `i`."""
    keys = tokens.keys
    if not keys[i].isdecimal() or len(keys[i]) > 4:
        return i
    if keys[i + 1] in ("-", "/") and keys[i + 2].isdecimal() and tokens.starts[i + 1] == tokens.ends[i]:
        return i + 3
    return i + 1


def _complement(tokens: Tokens, i: int) -> int:
    """Return the token after « de » and a noun without article or a calibre (« d'artillerie », « de 152 mm »), or 0."""
    keys = tokens.keys
    if keys[i] not in ("de", "d'") or keys[i + 1] in ("plus", "moins"):
        return 0
    if is_number(keys[i + 1]):
        return i + 3 if keys[i + 2] in ("mm", "millimètres", "millimètre") else 0
    at = i + 1
    while keys[at] in noun_words().prenominal and is_noun(tokens, at + 1, plural=False):
        at += 1
    if not is_noun(tokens, at, plural=False) or (tokens.is_capital(at) and not keys[at][-1].isdecimal()):
        return 0
    last = at + 1
    while (
        keys[last] in ("et", "ou")
        and keys[last + 1] in ("de", "d'")
        and is_noun(tokens, last + 2, plural=True)
    ):
        last += 3
    return last


def _attached(tokens: Tokens, i: int) -> int:
    """Return the token after « à » or « sans » and words without article (« à longue portée », « sans pilote »), or 0."""
    words, keys = noun_words(), tokens.keys
    if keys[i] not in words.complement or keys[i + 1] in words.adverbial or tokens.is_capital(i + 1):
        return 0
    at = i + 1
    while keys[at] in words.prenominal:
        at += 1
    return at + 1 if is_noun(tokens, at, plural=False) and not is_infinitive(keys[at]) else 0


def is_infinitive(key: str) -> bool:
    """Say whether a word looks like an infinitive (« prêts à partir »)."""
    return key.endswith(("er", "ir", "re", "oir")) and key not in (
        "laser",
        "mer",
        "guerre",
        "terre",
        "fer",
        "tir",
    )


def _coordinated(tokens: Tokens, i: int, *, of: bool, bare: bool, plural: bool) -> int | None:
    """Return the head of a noun that shares the number (« de roquettes et d'obus », « d'obus et roquettes »), or None."""
    keys = tokens.keys
    if keys[i] not in ("et", "ou", ","):
        return None
    at = i + 1
    if keys[at] in ("de", "d'"):
        at += 1
        if not of:
            return None
    elif keys[i] == "," or not bare:
        return None
    if tokens.is_capital(at) and not plural:
        return None
    return _head(tokens, at, plural=True)
