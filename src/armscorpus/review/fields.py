"""The fields of a claim as a person writes them: « quantity.value », « 16000 »; and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from armscorpus.errors import JudgementError
from armscorpus.models import Claim, Source
from armscorpus.reconcile import parse_correction

PATHS = (
    "quantity.value",
    "quantity.low",
    "quantity.high",
    "quantity.bound",
    "quantity.unit",
    "quantity.per",
    "quantity.statistic",
    "object",
    "topics",
    "event",
    "supplier",
    "recipient",
    "period.start",
    "period.end",
    "period.text",
    *(f"source.{name}" for name in Source.model_fields),
    "modality",
)
"""The fields that a person can correct, by their paths in JSON."""


def value_at(claim: Claim, path: str) -> Any:
    """Return the value of a field, as JSON has it; None where its parent is null."""
    value: Any = claim.model_dump(mode="json")
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def written(path: str, value: Any) -> str:
    """Return how a person writes a value: words as they are unless they would be read as something else."""
    if path == "topics":
        return ",".join(value)
    is_plain = isinstance(value, str) and value == value.strip() != ""
    if is_plain and parse_correction(f"{path}={value}") == (path, value):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def correction_of(claim: Claim, path: str, text: str) -> dict[str, Any]:
    """Return what is right of a field, empty where that is what the claim says.

    Raises JudgementError for what is not written as `armscorpus judge` reads it.
    """
    if not text.strip():
        raise JudgementError(f"{claim.id}: {path}: no value; null is nothing")
    path, value = parse_correction(f"{path}={text.strip()}")
    return {} if value == value_at(claim, path) else {path: value}
