"""The forms of French words: verbs in the third person and with « nous », participles, plurals."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import ConjugationPattern, Conjugations


class Tense(StrEnum):
    """The tense or mood of a verb form, as far as a claim depends on it."""

    PRESENT = "present"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    INFINITIVE = "infinitive"


FINITE = frozenset({Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL, Tense.PAST})


@cache
def _patterns() -> dict[str, ConjugationPattern]:
    return {pattern.ending: pattern for pattern in load(Conjugations).pattern}


def conjugate(lemma: str) -> Iterator[tuple[str, Tense]]:
    """Yield the forms of a verb with their tenses; a form that serves two tenses comes twice.

    Raises ValueError for a word that ends like no French infinitive.
    """
    patterns = _patterns()
    for cut in range(len(lemma)):
        if pattern := patterns.get(lemma[cut:]):
            yield from _forms(lemma, lemma[:cut], pattern)
            return
    raise ValueError(f"{lemma!r} does not end like an infinitive")


def _forms(lemma: str, stem: str, pattern: ConjugationPattern) -> Iterator[tuple[str, Tense]]:
    imperfect, future, participle = (
        part.replace("~", stem) for part in (pattern.imperfect, pattern.future, pattern.participle)
    )
    yield lemma, Tense.INFINITIVE
    for form in (*pattern.present, *pattern.also, f"{pattern.imperfect}ons"):
        yield form.replace("~", stem), Tense.PRESENT
    for ending in ("ait", "aient"):
        yield imperfect + ending, Tense.IMPERFECT
        yield future + ending, Tense.CONDITIONAL
    for ending in ("a", "ont", "ons"):
        yield future + ending, Tense.FUTURE
    for form in pattern.past:
        yield form.replace("~", stem), Tense.PAST
    for form in participles(participle):
        yield form, Tense.PARTICIPLE
    yield imperfect + "ant", Tense.GERUND


def participles(masculine: str) -> tuple[str, ...]:
    """Return the four forms of a past participle (« livré, livrée, livrés, livrées »; « mis » has three)."""
    feminine = masculine.replace("û", "u") + "e"
    plural = masculine if masculine.endswith("s") else masculine + "s"
    return tuple(dict.fromkeys((masculine, feminine, plural, feminine + "s")))


def plural(noun: str) -> str:
    """Return the plural of a noun or adjective of one word (« canon » → « canons », « étatal » → « étataux »)."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith(("eau", "eu")):
        return noun + "x"
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + "s"
