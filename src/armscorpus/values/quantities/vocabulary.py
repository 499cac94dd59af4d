"""What a word can be in a noun phrase: a noun, an adjective, a name, a designation, or none of them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import participles
from armscorpus.lexicon.schema import NounWords, TimeWords
from armscorpus.values.numerals import number_words
from armscorpus.values.tokens import Tokens

OPENING = frozenset("«“\"‹'‘„")
CLOSING = frozenset("»”\"›'’")
OF = frozenset({"de", "d'", "du", "des"})
PLURAL = ("s", "x", "z")
_CALENDAR_KINDS = ("month", "short_month", "weekday")


class Vocabulary(NamedTuple):
    """The words of `nouns.toml` as sets, endings as tuples."""

    function: frozenset[str]
    preposition: frozenset[str]
    auxiliary: frozenset[str]
    prenominal: frozenset[str]
    determiner: frozenset[str]
    partitive: frozenset[str]
    interposed: frozenset[str]
    not_attached: frozenset[str]
    participles: frozenset[str]
    size: frozenset[str]
    like_infinitive: frozenset[str]
    invariable: frozenset[str]
    enclitic: tuple[str, ...]
    calendar: frozenset[str]
    adjective_endings: tuple[str, ...]
    demonym_endings: tuple[str, ...]


@cache
def noun_words() -> Vocabulary:
    """Return the words that decide where a counted noun starts and ends."""
    table = load(NounWords)
    return Vocabulary(
        function=_function_words(table),
        preposition=frozenset(table.preposition.words),
        auxiliary=frozenset(table.auxiliary.words),
        prenominal=frozenset(table.prenominal.words),
        determiner=frozenset(table.determiner.words),
        partitive=frozenset(table.partitive.words),
        interposed=frozenset(table.interposed.words),
        not_attached=frozenset(table.not_attached.words),
        participles=frozenset(form for word in table.participle.words for form in participles(word)),
        size=frozenset(table.size.words),
        like_infinitive=frozenset(table.like_infinitive.words),
        invariable=frozenset(table.invariable.words),
        enclitic=table.enclitic.words,
        calendar=_calendar(),
        adjective_endings=tuple(table.adjective.words),
        demonym_endings=tuple(table.demonym.words),
    )


def _function_words(table: NounWords) -> frozenset[str]:
    """Return the words that are no noun: the lists of the lexicon, and the words of the numbers."""
    listed = {word for entry in (*table.function, table.preposition, table.auxiliary) for word in entry.words}
    numbers = number_words()
    return frozenset(
        listed.union(numbers.unit, numbers.ten, numbers.hundred, numbers.scale, numbers.collective)
    )


def _calendar() -> frozenset[str]:
    """Return the names of months and days, without those that are numbers too (« sept. »)."""
    words = {word for entry in load(TimeWords).word if entry.kind in _CALENDAR_KINDS for word in entry.words}
    return frozenset(words - number_words().unit.keys())


def is_noun(tokens: Tokens, i: int, *, plural: bool) -> bool:
    """Say whether a token can be the head of a counted noun phrase.

    A plural ends in s, x or z, unless it is a name or a designation (« 49 Abrams », « 148 KN-23 », « deux 2S19 »).
    """
    key = tokens.keys[i]
    if len(key) < 2 or key[-1] == "'" or key in noun_words().participles:
        return False
    if not key[0].isalpha():
        return is_designation(key)
    if key in noun_words().function or key in noun_words().calendar:
        return False
    is_plural = key.endswith(PLURAL) or key[-1].isdecimal() or key in noun_words().invariable
    return not plural or is_plural or tokens.is_capital(i)


def is_common_word(tokens: Tokens, i: int) -> bool:
    """Say whether a token is a word that can mean something, and no name, function word, month or day."""
    key, words = tokens.keys[i], noun_words()
    is_known = key in words.function or key in words.calendar
    return key[:1].isalpha() and not is_known and not tokens.is_capital(i)


def is_common_noun(tokens: Tokens, i: int) -> bool:
    """Say whether a token can be a noun and is no name; a designation can (« de KN-23 »)."""
    return is_noun(tokens, i, plural=False) and (not tokens.is_capital(i) or is_designation(tokens.keys[i]))


def is_adjective(key: str) -> bool:
    """Say whether a word looks like an adjective, in the singular or the plural."""
    singular = key[:-3] + "al" if key.endswith("aux") else key.removesuffix("s")
    return key.endswith(noun_words().demonym_endings) or singular.endswith(noun_words().adjective_endings)


def is_name(tokens: Tokens, i: int) -> bool:
    """Say whether a token is a name, by its capital, or a designation."""
    key = tokens.keys[i]
    if is_designation(key):
        return True
    return key[:1].isalpha() and tokens.is_capital(i) and key not in noun_words().function


def is_designation(key: str) -> bool:
    """Say whether letters and digits make a designation (« KN-23 », « 2S19 »), not a time or an ordinal (« 2e »)."""
    return key[-1:].isdecimal() and key.isascii() and not key.isdecimal() and key.replace("-", "").isalnum()


def designation_number(tokens: Tokens, i: int) -> int:
    """Return the token after the number of a designation (« Leopard 2 », « Mirage 2000-5F »), or `i`."""
    keys = tokens.keys
    if not keys[i].isdecimal() and is_designation(keys[i]):  # 2A6
        return i + 1
    if not keys[i].isdecimal() or len(keys[i]) > 4:
        return i
    if keys[i + 1] == "-" and keys[i + 2][:1].isdecimal() and tokens.is_glued(i + 1):
        return i + 3
    return i + 1
