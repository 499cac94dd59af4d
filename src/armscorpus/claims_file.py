"""Claims and relations as JSON Lines: one claim per line, or one annotated article per line with its claims.

A claim line holds the fields of `models.Claim` without `evidence`, as `armscorpus extract --format jsonl`
prints them. An article line holds `article` (its file name), `published` and `claims`; the ids of those
claims are made from the article and the span.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from armscorpus.errors import ClaimsError
from armscorpus.models import ArticleRef, Claim, Relation

ID_LENGTH = 16
"""Hexadecimal digits of an id that is made here."""

_OF_ANNOTATION = frozenset({"optional", "accept"})
"""Fields with which an annotated claim tells a scorer what else it would take."""


def read_claims(path: Path) -> list[Claim]:
    """Return the claims of a JSON Lines file, in its order; blank lines are skipped.

    Raises ClaimsError with the line and the reason; the line is 0 where the file itself cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimsError(path, 0, str(error)) from error
    return [
        claim
        for number, line in enumerate(lines, 1)
        if line.strip()
        for claim in _parse_line(path, number, line)
    ]


def claim_line(claim: Claim) -> dict[str, Any]:
    """Return a claim as the JSON object of its line: everything but the evidence."""
    return claim.model_dump(mode="json", exclude={"evidence"})


def relation_line(relation: Relation) -> dict[str, Any]:
    """Return a relation as the JSON object of its line, with the places of its two claims."""
    return {
        "a": _place(relation.a),
        "b": _place(relation.b),
        "relation": relation.relation.value,
        "why": relation.why,
        "severity": relation.severity,
    }


def _place(claim: Claim) -> dict[str, Any]:
    return {"article": claim.article.path, "span": list(claim.span), "id": claim.id}


def _parse_line(path: Path, number: int, line: str) -> Iterator[Claim]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise ClaimsError(path, number, f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise ClaimsError(path, number, "not a JSON object")
    try:
        yield from _claims_of_article(record) if "claims" in record else [Claim.model_validate(record)]
    except ValidationError as error:
        raise ClaimsError(path, number, _first_error(error)) from error
    except (KeyError, TypeError) as error:
        raise ClaimsError(path, number, f"unusable record: {error!r}") from error


def _first_error(error: ValidationError) -> str:
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def _claims_of_article(record: dict[str, Any]) -> Iterator[Claim]:
    name = record["article"]
    identity = record.get("sha256") or hashlib.sha256(str(name).encode()).hexdigest()
    article = ArticleRef(
        id=identity[:ID_LENGTH],
        path=name,
        title=record.get("title"),
        publisher=record.get("publisher"),
        published=record.get("published"),
    )
    for fields in record["claims"]:
        known = {key: value for key, value in fields.items() if key not in _OF_ANNOTATION}
        yield Claim.model_validate({"id": _claim_id(article, fields["span"]), "article": article, **known})


def _claim_id(article: ArticleRef, span: list[int]) -> str:
    return hashlib.sha256(f"{article.path}:{span[0]}-{span[1]}".encode()).hexdigest()[:ID_LENGTH]
