"""Verbs and negations that bound a number from outside (« dépasserait 12 millions », « n'a pas reçu plus de 120 »)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import conjugate
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Bound
from armscorpus.values.phrases import variants
from armscorpus.values.quantities.amounts import Amount
from armscorpus.values.quantities.clause_words import clause_words
from armscorpus.values.quantities.qualifiers import Commitment, commit
from armscorpus.values.tokens import Tokens

_VERB_REACH = 8
_NEGATION_REACH = 16
_INFINITIVE_AUXILIARIES = frozenset({"avoir", "être"})
_REVERSED = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}


class Governor(NamedTuple):
    """How a verb bounds its object, under a negation too, and what may stand between the two."""

    plain: Commitment
    negated: Commitment
    particles: frozenset[tuple[str, ...]]


@cache
def _governors() -> dict[str, Governor]:
    return {
        form: Governor(
            Commitment(entry.bound, entry.low, entry.high),
            Commitment(entry.negated),
            frozenset(tuple(words) for particle in entry.particles for words in _particle(particle)),
        )
        for entry in load(Quantifiers).verb
        for verb in entry.verbs
        for form, _ in conjugate(verb)
    }


def _particle(phrase: str) -> list[list[str]]:
    return variants(phrase) if phrase else [[]]


def qualify_by_clause(tokens: Tokens, amount: Amount, floor: int) -> None:
    """Bound an amount by a negation of its clause or by the verb right before it."""
    if "qualifier" in amount.rules:
        if amount.bound in _REVERSED and _is_negated(tokens, amount.first, floor):
            commit(amount, Commitment(_REVERSED[amount.bound]), "negated_bound")
    elif found := _governor_before(tokens, amount.first, floor):
        at, governor = found
        is_negated = tokens.keys[at - 1] == "sans" or _is_negated(tokens, amount.first, floor)
        commit(amount, governor.negated if is_negated else governor.plain, "verb_bound")


def _governor_before(tokens: Tokens, i: int, floor: int) -> tuple[int, Governor] | None:
    """Return the bounding verb that governs what starts at token `i`, past its particles and adverbs."""
    governors = _governors()
    between: list[str] = []
    for at in range(i - 1, max(floor, i - _VERB_REACH) - 1, -1):
        key = tokens.keys[at]
        if governor := governors.get(key):
            return (at, governor) if tuple(reversed(between)) in governor.particles else None
        if (
            key not in clause_words().adverb
            and key not in clause_words().negative
            and not key.endswith("ment")
        ):
            between.append(key)
    return None


def _is_negated(tokens: Tokens, i: int, floor: int) -> bool:
    """Say whether « ne … pas » governs what starts at token `i`; « ne nie pas avoir livré » governs something else."""
    words = clause_words()
    has_negative = False
    for at in range(i - 1, max(floor, i - _NEGATION_REACH) - 1, -1):
        key = tokens.keys[at]
        if key in words.barrier or (key in _INFINITIVE_AUXILIARIES and not has_negative):
            return False
        if key in words.negative:
            has_negative = True
        elif key in ("n'", "ne") and has_negative:
            return True
    return False
