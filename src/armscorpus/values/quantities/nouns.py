"""The noun that a number counts: where it stands, which words modify it, and which nouns share the number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import participles
from armscorpus.lexicon.schema import NounWords, TimeWords
from armscorpus.models import Noun, Span
from armscorpus.values.numerals import number_words, read_numeral
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import unit_after

OPENING = frozenset("«“\"‹'‘„")
CLOSING = frozenset("»”\"›'’")
OF = frozenset({"de", "d'", "du", "des"})
PLURAL = ("s", "x", "z")
_CALENDAR_KINDS = ("month", "short_month", "weekday")


class NounPhrase(NamedTuple):
    """A noun phrase from token `first` to token `last` (excluded), with its head nouns."""

    first: int
    last: int
    heads: tuple[int, ...]


class Vocabulary(NamedTuple):
    """The words of `nouns.toml` as sets, endings as tuples."""

    function: frozenset[str]
    auxiliary: frozenset[str]
    prenominal: frozenset[str]
    determiner: frozenset[str]
    partitive: frozenset[str]
    interposed: frozenset[str]
    not_attached: frozenset[str]
    participles: frozenset[str]
    size: frozenset[str]
    calendar: frozenset[str]
    adjective_endings: tuple[str, ...]
    demonym_endings: tuple[str, ...]


@cache
def noun_words() -> Vocabulary:
    """Return the words that decide where a counted noun starts and ends."""
    table = load(NounWords)
    return Vocabulary(
        function=_function_words(table),
        auxiliary=frozenset(table.auxiliary.words),
        prenominal=frozenset(table.prenominal.words),
        determiner=frozenset(table.determiner.words),
        partitive=frozenset(table.partitive.words),
        interposed=frozenset(table.interposed.words),
        not_attached=frozenset(table.not_attached.words),
        participles=frozenset(form for word in table.participle.words for form in participles(word)),
        size=frozenset(table.size.words),
        calendar=_calendar(),
        adjective_endings=tuple(table.adjective.words),
        demonym_endings=tuple(table.demonym.words),
    )


def _function_words(table: NounWords) -> frozenset[str]:
    """Return the words that are no noun: the lists of the lexicon, and the words of the numbers."""
    listed = {word for entry in (*table.function, table.auxiliary) for word in entry.words}
    numbers = number_words()
    return frozenset(
        listed.union(numbers.unit, numbers.ten, numbers.hundred, numbers.scale, numbers.collective)
    )


def _calendar() -> frozenset[str]:
    """Return the names of months and days, without those that are numbers too (« sept. »)."""
    words = {word for entry in load(TimeWords).word if entry.kind in _CALENDAR_KINDS for word in entry.words}
    return frozenset(words - number_words().unit.keys())


def noun_after(tokens: Tokens, i: int, *, takes_of: bool, is_plural: bool) -> NounPhrase | None:
    """Return the noun phrase that the number before token `i` counts.

    `takes_of` says that « de » leads to it (« millions d'obus », « la moitié de ses chars »), `is_plural` that it has to
    be a plural.
    """
    at = _after_of(tokens, i) if takes_of else _after_partitive(tokens, i)
    head = _head(tokens, at, is_plural=is_plural) if at is not None else None
    if at is None or head is None:
        return None
    last = _after_modifiers(tokens, head, is_plural=is_plural)
    heads = [head]
    while (more := _coordinated(tokens, last, takes_of=takes_of or at > i)) is not None:
        heads.append(more)
        last = _after_modifiers(tokens, more, is_plural=True)
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
    """Say whether a token can be part of a noun phrase that ends at a number."""
    key = tokens.keys[i]
    return key in ("de", "d'") or (key[:1].isalpha() and key not in noun_words().function)


def noun_record(tokens: Tokens, phrase: NounPhrase) -> Noun:
    """Return the record of a noun phrase."""
    return Noun(
        start=tokens.starts[phrase.first],
        end=tokens.end(phrase.last),
        text=tokens.raw(phrase.first, phrase.last),
        heads=tuple(Span(tokens.starts[head], tokens.end(head + 1)) for head in phrase.heads),
    )


def is_noun(tokens: Tokens, i: int, *, plural: bool) -> bool:
    """Say whether a token can be the head of a counted noun phrase.

    A plural ends in s, x or z, unless it is a name or a designation (« 49 Abrams », « 148 KN-23 », « deux 2S19 »).
    """
    key, words = tokens.keys[i], noun_words()
    if (
        len(key) < 2
        or not key[0].isalnum()
        or key in words.function
        or key in words.calendar
        or key[-1] == "'"
    ):
        return False
    if not key[0].isalpha():
        return _is_designation(key)
    if key in words.participles:
        return False
    return not plural or key.endswith(PLURAL) or key[-1].isdecimal() or tokens.is_capital(i)


# -- before the head ---------------------------------------------------------------------------------------------------


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


# -- behind the head ---------------------------------------------------------------------------------------------------


def _after_modifiers(tokens: Tokens, head: int, *, is_plural: bool) -> int:
    """Return the token after the head and the words that modify it."""
    is_plural = is_plural or tokens.keys[head].endswith(PLURAL)
    i = designation_number(tokens, head + 1) if _is_name(tokens, head) else head + 1
    while True:
        if (
            after := _adjective(tokens, i, is_plural=is_plural)
            or _designation(tokens, i)
            or _attached(tokens, i)
        ):
            i = after
        elif after := _complement(tokens, i):
            i = after
        elif after := _acronym(tokens, i):
            i = after
        else:
            return i


def _adjective(tokens: Tokens, i: int, *, is_plural: bool) -> int:
    """Return the token after an adjective or participle that may agree with the noun, or 0."""
    at = i + (
        tokens.keys[i] in ("et", "ou")
        and is_adjective(tokens.keys[i - 1])
        and is_adjective(tokens.keys[i + 1])
    )
    key, words = tokens.keys[at], noun_words()
    if (
        len(key) < 3
        or not key[0].isalpha()
        or key in words.function
        or key in words.calendar
        or tokens.is_capital(at)
    ):
        return 0
    if "-" in key:
        return at + 1 if not key.endswith(("-il", "-elle", "-ils", "-elles", "-on", "-là", "-ci")) else 0
    if is_plural and key.endswith(("s", "x")):
        return at + 1
    return at + 1 if key.endswith(words.adjective_endings) else 0


def is_adjective(key: str) -> bool:
    """Say whether a word looks like an adjective, in the singular or the plural."""
    singular = key[:-3] + "al" if key.endswith("aux") else key.removesuffix("s")
    return key.endswith(noun_words().demonym_endings) or singular.endswith(noun_words().adjective_endings)


def _designation(tokens: Tokens, i: int) -> int:
    """Return the token after names and designations (« Leopard 2 », « KN-23 et KN-24 », « Mirage 2000-5 »), or 0."""
    if not _is_name(tokens, i):
        return 0
    last = designation_number(tokens, i + 1)
    while tokens.keys[last] in ("et", "ou") and _is_designation(tokens.keys[last + 1]):
        last = designation_number(tokens, last + 2)
    return last


def _is_name(tokens: Tokens, i: int) -> bool:
    key = tokens.keys[i]
    if _is_designation(key):
        return True
    return key[:1].isalpha() and tokens.is_capital(i) and key not in noun_words().function


def _is_designation(key: str) -> bool:
    """Say whether letters and digits make a designation (« KN-23 », « 2S19 »), not a time or an ordinal (« 2e »)."""
    return key[-1:].isdecimal() and key.isascii() and not key.isdecimal() and key.replace("-", "").isalnum()


def designation_number(tokens: Tokens, i: int) -> int:
    """Return the token after the number of a designation (« Leopard 2 », « Mirage 2000-5 »), or `i`."""
    keys = tokens.keys
    if not keys[i].isdecimal() and _is_designation(keys[i]):  # 2A6
        return i + 1
    if not keys[i].isdecimal() or len(keys[i]) > 4:
        return i
    if keys[i + 1] == "-" and keys[i + 2].isdecimal() and tokens.is_glued(i + 1):
        return i + 3
    return i + 1


def _complement(tokens: Tokens, i: int) -> int:
    """Return the token after « de » and a noun without article or a calibre (« d'artillerie », « de 152 mm »), or 0."""
    keys, words = tokens.keys, noun_words()
    if keys[i] not in ("de", "d'") or keys[i + 1] in ("plus", "moins"):
        return 0
    if keys[i + 1][:1].isdecimal():
        return _after_size(tokens, i + 1)
    at = i + 1
    while keys[at] in words.prenominal and is_noun(tokens, at + 1, plural=False):
        at += 1
    if not _is_common_noun(tokens, at):
        return 0
    last = at + 1
    while keys[last] in ("et", "ou") and keys[last + 1] in ("de", "d'") and _is_common_noun(tokens, last + 2):
        last += 3
    return last


def _after_size(tokens: Tokens, i: int) -> int:
    """Return the token after a size that tells the kind of thing (« de 152 mm », « de 2 000 livres »), or 0."""
    size = read_numeral(tokens, i)
    if size and tokens.keys[size.last] in noun_words().size:
        return size.last + 1
    unit = unit_after(tokens, size.last, takes_of=False) if size else None
    return unit.last if unit and unit.unit.is_size else 0


def _is_common_noun(tokens: Tokens, i: int) -> bool:
    return is_noun(tokens, i, plural=False) and (not tokens.is_capital(i) or _is_designation(tokens.keys[i]))


def _attached(tokens: Tokens, i: int) -> int:
    """Return the token after « à » or « sans » and words without article (« à longue portée », « sans pilote »), or 0."""
    keys, words = tokens.keys, noun_words()
    if keys[i] not in ("à", "sans") or keys[i + 1] in words.not_attached or tokens.is_shouted:
        return 0
    at = i + 1
    while keys[at] in words.prenominal:
        at += 1
    return at + 1 if _is_common_noun(tokens, at) and not _is_infinitive(keys[at]) else 0


def _is_infinitive(key: str) -> bool:
    return key.endswith(("er", "ir", "oir", "dre", "tre")) and key not in (
        "laser",
        "mer",
        "fer",
        "tir",
        "air",
    )


def _acronym(tokens: Tokens, i: int) -> int:
    """Return the token after « (UAV) » where an adjective follows it, or 0."""
    if tokens.keys[i] != "(" or tokens.keys[i + 2] != ")" or not tokens.is_capital(i + 1):
        return 0
    return i + 3 if is_adjective(tokens.keys[i + 3]) else 0


def _coordinated(tokens: Tokens, i: int, *, takes_of: bool) -> int | None:
    """Return the head of a noun that shares the number: « de roquettes et d'obus », « d'obus et roquettes »."""
    keys = tokens.keys
    if keys[i] not in ("et", "ou", ","):
        return None
    if keys[i + 1] in ("de", "d'"):
        return _head(tokens, i + 2, is_plural=True) if takes_of else None
    if tokens.is_capital(i + 1) and not _is_designation(keys[i + 1]):
        return None
    head = _head(tokens, i + 1, is_plural=True)
    if head is None or keys[i] != ",":
        return head
    return head if _closes_list(tokens, _after_modifiers(tokens, head, is_plural=True)) else None


def _closes_list(tokens: Tokens, i: int) -> bool:
    """Say whether a last noun follows at token `i` (« 300 réservistes, contractuels ou volontaires »)."""
    return tokens.keys[i] in ("et", "ou") and _head(tokens, i + 1, is_plural=True) is not None
