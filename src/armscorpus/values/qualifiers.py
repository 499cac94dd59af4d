"""What bounds an amount: the words beside it, the verb that governs it, a negation of its clause."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import conjugate
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Bound
from armscorpus.values.amounts import Amount, approximate
from armscorpus.values.phrases import Phrases
from armscorpus.values.tokens import Tokens


class Commitment(NamedTuple):
    """How far words commit to a number; an approximation spans `low` to `high` times the number."""

    bound: Bound
    low: Decimal
    high: Decimal


class VerbBound(NamedTuple):
    """The bound of a verb over its object, under a negation too; `particles` may stand between."""

    plain: Commitment
    negated: Bound
    particles: frozenset[str]


class QualifierTables(NamedTuple):
    """The phrases of `quantifiers.toml`; a fake one has no commitment."""

    before: Phrases[Commitment]
    after: Phrases[Commitment | None]
    verbs: dict[str, VerbBound]


@cache
def _tables() -> QualifierTables:
    table = load(Quantifiers)
    entries = [(entry, Commitment(entry.bound, entry.low, entry.high)) for entry in table.qualifier]
    after: dict[str, Commitment | None] = {
        phrase: commitment for entry, commitment in entries for phrase in entry.after
    }
    return QualifierTables(
        Phrases(
            {phrase: commitment for entry, commitment in entries for phrase in entry.before}, contract=True
        ),
        Phrases(after | dict.fromkeys(table.fake)),
        {
            form: VerbBound(
                Commitment(entry.bound, entry.low, entry.high), entry.negated, frozenset(entry.particles)
            )
            for entry in table.verb
            for verb in entry.verbs
            for form, _ in conjugate(verb)
        },
    )


def qualify_before(tokens: Tokens, amount: Amount, floor: int) -> None:
    """Take the qualifiers before an amount into it, the outermost deciding (« jusqu'à près de 300 »)."""
    found = [_tables().before.before(tokens, amount.first, floor)]
    while (match := found[-1]) is not None:
        amount.first = match.first
        found.append(_tables().before.before(tokens, match.first, floor))
    commitments = [match.value for match in found if match]
    if commitments:
        commit(amount, _decisive(commitments), "qualifier")


def _decisive(commitments: list[Commitment]) -> Commitment:
    """Return the outermost bound; an approximation only where there is no other."""
    bounds = [item for item in commitments if item.bound not in (Bound.APPROX, Bound.EXACT)]
    return (bounds or [item for item in commitments if item.bound is not Bound.EXACT] or commitments)[-1]


def qualify_after(tokens: Tokens, amount: Amount, i: int) -> int:
    """Take the qualifier that starts at token `i` into account, and return the token after it, or `i`."""
    found = _tables().after.at(tokens, i)
    if found is None or found.value is None:
        return i
    if "qualifier" not in amount.rules:
        commit(amount, found.value, "qualifier")
    return found.last


def commit(amount: Amount, commitment: Commitment, rule: str) -> None:
    """Bound a single number; a range and an unspecified plural stay what they are."""
    if amount.value is None:
        return
    amount.rules.append(rule)
    bound = commitment.bound
    if bound is Bound.APPROX:
        approximate(amount, commitment.low, commitment.high)
    elif bound is not Bound.EXACT:
        amount.bound = bound
        amount.low = amount.value if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else None
        amount.high = amount.value if bound in (Bound.AT_MOST, Bound.LESS_THAN) else None


NEGATIVE = frozenset({"pas", "jamais", "guère", "point", "nullement", "aucunement"})
_UPPER = {Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST}


def qualify_by_clause(tokens: Tokens, amount: Amount, floor: int) -> None:
    """Bound an amount by the verb before it (« dépasserait 12 millions ») or a negation (« n'a jamais reçu plus de »)."""
    negated = _is_negated(tokens, amount.first, floor)
    if negated and amount.bound in _UPPER:
        commit(amount, Commitment(_UPPER[amount.bound], Decimal(1), Decimal(1)), "negated_bound")
    elif "qualifier" not in amount.rules and (verb := _verb_before(tokens, amount.first, floor)):
        plain = verb.plain
        commit(amount, Commitment(verb.negated, plain.low, plain.high) if negated else plain, "verb_bound")


def _verb_before(tokens: Tokens, i: int, floor: int) -> VerbBound | None:
    """Return the bounding verb before token `i`, past its particles."""
    verbs = _tables().verbs
    passed: list[str] = []
    for at in range(i - 1, max(floor, i - 6) - 1, -1):
        key = tokens.keys[at]
        if verb := verbs.get(key):
            return verb if all(word in verb.particles or word in NEGATIVE for word in passed) else None
        passed.append(key)
    return None


def _is_negated(tokens: Tokens, i: int, floor: int) -> bool:
    """Say whether « ne … pas » governs what starts at token `i`, in its clause."""
    seen = False
    for at in range(i - 1, max(floor, i - 14) - 1, -1):
        key = tokens.keys[at]
        if key in (";", ":", "que", "qu'", "mais", "(", "—") or (key in ("avoir", "être") and not seen):
            return False
        if key in NEGATIVE:
            seen = True
        elif key in ("n'", "ne"):
            return seen
    return False
