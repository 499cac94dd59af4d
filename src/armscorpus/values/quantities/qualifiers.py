"""Words beside a number that say how far it commits: « près de », « au moins », « jusqu'à », « environ »."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.models import Bound
from armscorpus.values.phrases import Found, Phrases
from armscorpus.values.quantities.amounts import Amount
from armscorpus.values.tokens import Tokens

_PREPOSITIONS = ("à", "de", "sur", "en")


class Commitment(NamedTuple):
    """How far words commit to a number; an approximation spans `low` to `high` times the number."""

    bound: Bound
    low: Decimal = Decimal(1)
    high: Decimal = Decimal(1)


@cache
def _before() -> Phrases[Commitment]:
    return Phrases(
        {
            phrase: Commitment(entry.bound, entry.low, entry.high)
            for entry in load(Quantifiers).qualifier
            for phrase in entry.before
        },
        contract=True,
    )


@cache
def _after() -> Phrases[Commitment | None]:
    """Return the qualifiers that follow a number; a fake one has no commitment."""
    table = load(Quantifiers)
    phrases: dict[str, Commitment | None] = {
        phrase: Commitment(entry.bound, entry.low, entry.high)
        for entry in table.qualifier
        for phrase in entry.after
    }
    return Phrases(phrases | dict.fromkeys(table.fake.words))


def qualifier_before(tokens: Tokens, i: int, floor: int) -> Found[Commitment] | None:
    """Return the qualifier that ends right before token `i`."""
    return _before().before(tokens, i, floor)


def _qualifier_around(tokens: Tokens, i: int, floor: int) -> Found[Commitment] | None:
    """Return the qualifier before token `i`, or before the preposition there (« environ à 3 milliards »)."""
    found = qualifier_before(tokens, i, floor)
    if found or tokens.keys[i - 1] not in _PREPOSITIONS:
        return found
    return qualifier_before(tokens, i - 1, floor)


def qualify_before(tokens: Tokens, amount: Amount, floor: int) -> None:
    """Take the qualifiers before an amount into it; the outermost decides (« jusqu'à près de 300 »)."""
    commitments = []
    while match := _qualifier_around(tokens, amount.first, floor):
        amount.first = match.first
        commitments.append(match.value)
    if commitments:
        commit(amount, _decisive(commitments), "qualifier")


def _decisive(commitments: list[Commitment]) -> Commitment:
    """Return the outermost bound; an approximation only where there is no other, exactness last."""
    weights = {Bound.EXACT: 0, Bound.APPROX: 1}
    return max(enumerate(commitments), key=lambda item: (weights.get(item[1].bound, 2), item[0]))[1]


def qualify_after(tokens: Tokens, amount: Amount, i: int) -> int:
    """Take the qualifier that starts at token `i` into account, and return the token after it, or `i`."""
    found = _after().at(tokens, i)
    if found is None or found.value is None or (tokens.keys[i] == "+" and not tokens.is_glued(i)):
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
        amount.approximate(commitment.low, commitment.high)
    elif bound is not Bound.EXACT:
        amount.bound = bound
        amount.low = amount.value if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else None
        amount.high = amount.value if bound in (Bound.AT_MOST, Bound.LESS_THAN) else None
