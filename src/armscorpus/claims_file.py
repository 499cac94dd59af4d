"""Claims, relations and judgements as JSON Lines: one claim per line, or one annotated article per line with its claims.

A claim line holds the fields of `models.Claim`, as `armscorpus extract --format jsonl` prints them; `evidence` may
be left out. An article line holds `article` (its file name), `published` and `claims`; the ids of those
claims are made from the article and the span.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from armscorpus.errors import ClaimsError
from armscorpus.models import ArticleRef, Claim, Judgement, Record, Relation, RelationKind, Span

ID_LENGTH = 16
"""Hexadecimal digits of an id that is made here."""

_OF_ANNOTATION = frozenset({"optional", "accept"})
"""Fields with which an annotated claim tells a scorer what else it would take."""

_UNSAID: dict[str, Any] = {"object": None, "supplier": None, "recipient": None, "period": {}, "source": None}
"""Fields that an annotated claim may leave out, with what that means."""


class AnnotatedArticle(Record):
    """An article with its claims on one line."""

    article: str
    """The name of its file."""
    published: str | None = None
    """The ISO date of publication, to the day or only to the month; null where it is not known."""
    title: str | None = None
    """Its title; null where none is known."""
    publisher: str | None = None
    """Who published it; null where that is not known."""
    sha256: str | None = None
    """The SHA-256 of its file, in hexadecimal digits."""
    claims: tuple[dict[str, Any], ...]
    """Its claims, without `id` and `article`; `optional` and `accept`, for scorers, are passed over."""


def read_claims(path: Path) -> list[Claim]:
    """Return the claims of a JSON Lines file, in its order; blank lines are skipped.

    Raises ClaimsError with the line and the reason; the line is 0 where the file itself cannot be read.
    """
    return [claim for number, line in numbered_lines(path) for claim in _parse_line(path, number, line)]


def read_judgements(path: Path) -> list[Judgement]:
    """Return the judgements of a JSON Lines file, in its order; raises ClaimsError as `read_claims` does."""
    judgements = []
    for number, line in numbered_lines(path):
        try:
            judgements.append(Judgement.model_validate_json(line))
        except ValidationError as error:
            raise ClaimsError(path, number, first_error(error)) from error
    return judgements


def numbered_lines(path: Path) -> list[tuple[int, str]]:
    """Return the lines of a file that are not blank, with their numbers; raises ClaimsError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimsError(path, 0, getattr(error, "strerror", None) or str(error)) from error
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def claim_line(claim: Claim, *, with_evidence: bool = False) -> dict[str, Any]:
    """Return a claim as the JSON object of its line, the evidence only on request.

    A number that no double holds is a Decimal there, so that `json_line` writes all its digits.
    """
    line = claim.model_dump(mode="json", exclude=None if with_evidence else {"evidence"})
    for name in ("value", "low", "high"):
        number = line["quantity"][name]
        if isinstance(number, float) and Decimal(str(number)) != (exact := getattr(claim.quantity, name)):
            line["quantity"][name] = exact
    return line


class Place(Record):
    """Where a claim is."""

    article: str
    """The path of its article."""
    span: Span
    """Where it stands, in characters of the article's text from 0, end excluded."""
    id: str
    """Its id."""


class RelationLine(Record):
    """How two claims stand to each other, with their places."""

    a: Place
    """One claim."""
    b: Place
    """The other."""
    relation: RelationKind
    """How they stand to each other."""
    rule: str
    """The rule that says so."""
    why: str
    """The reason, in one sentence."""
    severity: float = Field(ge=0, le=1)
    """How much it matters to a reader, from 0 to 1."""


def relation_line(relation: Relation) -> RelationLine:
    """Return a relation with the places of its two claims instead of the claims."""
    return RelationLine(
        a=_place(relation.a),
        b=_place(relation.b),
        relation=relation.relation,
        rule=relation.rule,
        why=relation.why,
        severity=relation.severity,
    )


def _place(claim: Claim) -> Place:
    return Place(article=claim.article.path, span=claim.span, id=claim.id)


def parse_object(path: Path, number: int, line: str) -> dict[str, Any]:
    """Return the JSON object of a line; raises ClaimsError."""
    try:
        record = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise ClaimsError(path, number, f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise ClaimsError(path, number, "not a JSON object")
    return record


def _parse_line(path: Path, number: int, line: str) -> list[Claim]:
    record = parse_object(path, number, line)
    try:
        if "claims" in record:
            return claims_of(AnnotatedArticle.model_validate(record))
        return [Claim.model_validate(record)]
    except ValidationError as error:
        raise ClaimsError(path, number, first_error(error)) from error


def first_error(error: ValidationError) -> str:
    """Return the first thing that does not fit a record, with its path."""
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def claims_of(annotated: AnnotatedArticle) -> list[Claim]:
    """Return the claims of an annotated article, in its order; raises ValidationError where one is none."""
    identity = annotated.sha256 or hashlib.sha256(annotated.article.encode()).hexdigest()
    article = ArticleRef(
        id=identity[:ID_LENGTH],
        path=annotated.article,
        title=annotated.title,
        publisher=annotated.publisher,
        published=annotated.published,
    )
    return [_annotated_claim(fields, article) for fields in annotated.claims]


def _annotated_claim(fields: dict[str, Any], article: ArticleRef) -> Claim:
    known = {key: value for key, value in fields.items() if key not in _OF_ANNOTATION}
    claim = Claim.model_validate({"id": "", "article": article} | _UNSAID | known)
    return claim.model_copy(update={"id": claim.id or _claim_id(claim)})


def _claim_id(claim: Claim) -> str:
    place = f"{claim.article.path}:{claim.span.start}-{claim.span.end}"
    return hashlib.sha256(place.encode()).hexdigest()[:ID_LENGTH]
