"""Judgements applied: claims that a person rejected or corrected, and relations that a person decided."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from armscorpus.errors import JudgementError
from armscorpus.models import Bound, Claim, Decision, Judgement, RelationKind
from armscorpus.reconcile.pair import Verdict

JUDGED = "judged"
"""The name of the rule that a judgement is."""

CORRECTABLE = frozenset(
    {"topics", "object", "quantity", "event", "supplier", "recipient", "period", "source", "modality"}
)
"""The fields of a claim that can be corrected; where it stands in its article is not one of them."""

Decided = Mapping[frozenset[str], Judgement]
"""The judgements that hold about two claims, by their ids."""


def decide(
    claims: Sequence[Claim],
    decision: Decision,
    *,
    author: str,
    decided: dt.datetime,
    corrections: Mapping[str, Any] = MappingProxyType({}),
    note: str | None = None,
) -> Judgement:
    """Return a judgement about one claim or two.

    Raises JudgementError where the decision is not said of so many claims, or a correction does not fit the claim.
    """
    if corrections:
        correct(claims[0], corrections)
    try:
        return Judgement(
            claims=tuple(sorted(claim.id for claim in claims)),
            decision=decision,
            corrections=dict(corrections),
            note=note,
            author=author,
            decided=decided,
        )
    except ValidationError as error:
        raise JudgementError(error.errors()[0]["msg"].removeprefix("Value error, ")) from error


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that hold: the latest about the same claims, unless it was withdrawn."""
    latest: dict[tuple[str, ...], Judgement] = {}
    for judgement in sorted(judgements, key=lambda judgement: (judgement.decided, judgement.author)):
        latest[judgement.claims] = judgement
    return [judgement for judgement in latest.values() if judgement.decision is not Decision.WITHDRAWN]


def apply_judgements(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> list[Claim]:
    """Return the claims that `judged` yields."""
    return list(judged(claims, judgements))


def judged(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Iterator[Claim]:
    """Yield claims without those that were rejected, and with the corrections of those that were corrected.

    Raises JudgementError where a correction does not fit the claim.
    """
    of_one = judgements_of_one(judgements)
    for claim in claims:
        judgement = of_one.get(claim.id)
        if judgement is None or judgement.decision is not Decision.REJECT:
            yield _corrected(claim, judgement)


def judgements_of_one(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Return the judgements that hold about one claim, by its id."""
    return {
        judgement.claims[0]: judgement for judgement in standing(judgements) if len(judgement.claims) == 1
    }


def decided_pairs(judgements: Iterable[Judgement]) -> Decided:
    """Return the judgements that hold about two claims."""
    return {
        frozenset(judgement.claims): judgement
        for judgement in standing(judgements)
        if len(judgement.claims) > 1
    }


def verdict_of(judgement: Judgement) -> Verdict | None:
    """Return the verdict of a person on two claims; None for « same », which leaves the relation to the rules."""
    if judgement.decision is Decision.SAME:
        return None
    if judgement.decision is Decision.DIFFERENT:
        return Verdict(RelationKind.UNRELATED, JUDGED)
    note = f" ({judgement.note})" if judgement.note else ""
    said = {"author": judgement.author, "day": judgement.decided.date().isoformat(), "note": note}
    return Verdict(RelationKind(judgement.decision.value), JUDGED, said)


def _corrected(claim: Claim, judgement: Judgement | None) -> Claim:
    return claim if judgement is None or not judgement.corrections else correct(claim, judgement.corrections)


def correct(claim: Claim, corrections: Mapping[str, Any]) -> Claim:
    """Return a claim with fields replaced, by their path in JSON; raises JudgementError where they do not fit.

    A corrected `quantity.value` is exact, unless its bound and its ends are corrected too.
    """
    fields = claim.model_dump()
    for path, value in _whole(corrections).items():
        *parents, name = path.split(".")
        if path.split(".")[0] not in CORRECTABLE:
            raise JudgementError(f"{claim.id}: {path} cannot be corrected")
        target = fields
        for parent in parents:
            target[parent] = target.get(parent) or {}
            target = target[parent]
        target[name] = value
    try:
        return Claim.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise JudgementError(f"{claim.id}: {place}: {first['msg']}") from error


def _whole(corrections: Mapping[str, Any]) -> dict[str, Any]:
    """Return corrections in which a new value has its ends."""
    whole = dict(corrections)
    value = whole.get("quantity.value")
    if value is not None:
        for name, plain in (("bound", Bound.EXACT), ("low", value), ("high", value)):
            whole.setdefault(f"quantity.{name}", plain)
    return whole


def parse_correction(text: str) -> tuple[str, Any]:
    """Return the path and the value of « period.end=2025-03-31 »; values are JSON, or else words.

    Raises JudgementError where there is no `=`.
    """
    path, equals, value = text.partition("=")
    if not equals or not path:
        raise JudgementError(f"{text!r} is no correction such as supplier=KP or period.end=2025-03-31")
    if path == "topics":
        return path, sorted(value.split(","))
    try:
        return path, json.loads(value)
    except ValueError:
        return path, value
