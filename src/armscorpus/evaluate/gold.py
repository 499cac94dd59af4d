"""Annotations: files of JSON Lines → the claims that articles make, and how pairs of them stand to each other.

`docs/evaluation.md` describes the lines.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import Field, JsonValue, ValidationError

from armscorpus.claims_file import AnnotatedArticle, claims_of, first_error, numbered_lines, parse_object
from armscorpus.errors import ClaimsError
from armscorpus.evaluate.fields import NAMES
from armscorpus.models import Claim, Record, RelationKind, Span

SUFFIXES = frozenset({".jsonl", ".ndjson"})
"""The files that are read in a folder of annotations."""

T = TypeVar("T")

_OF_QUANTITY = frozenset({"bound", "unit", "per", "statistic"})


class GoldClaim(Record):
    """A claim as annotated.

    An `optional` one is neither missed nor spurious. `accept` holds, by field, the claim with each other value that is
    as right.
    """

    claim: Claim
    optional: bool = False
    accept: Mapping[str, tuple[Claim, ...]] = Field(default={})


class GoldArticle(Record):
    """An article as annotated on a line of a file; `name` is its path below the folder of the articles."""

    file: Path
    line: int
    name: str
    published: str | None = None
    publisher: str | None = None
    sha256: str | None = None
    claims: tuple[GoldClaim, ...]

    def refuse(self, reason: str) -> ClaimsError:
        """Return the error that says why the line cannot be used."""
        return ClaimsError(self.file, self.line, f"{self.name}: {reason}")


class End(Record):
    """The place of a claim: the article and the span."""

    article: str
    span: Span


class GoldRelation(Record):
    """How two claims stand to each other, why, and which other relations are as right."""

    a: End
    b: End
    relation: RelationKind
    why: str = ""
    accept: tuple[RelationKind, ...] = Field(default=())


class _Marks(Record):
    """What an annotated claim says to a scorer."""

    optional: bool | None = None
    accept: dict[str, list[JsonValue]] | None = None


class _Line(NamedTuple):
    file: Path
    number: int
    record: dict[str, Any]


def read_gold(path: Path) -> list[GoldArticle]:
    """Return the annotated articles of a file, or of the files of a folder, in sorted order.

    Lines about pairs of claims are passed over in a folder. Raises ClaimsError with the file, the line and the reason
    where there is something else, or an article is annotated twice.
    """
    lines = _read(path, lambda record: "relation" in record)
    articles = [_checked(line, _article) for line in lines]
    _refuse_twice(articles)
    return articles


def read_relations(path: Path, golds: Iterable[GoldArticle]) -> list[GoldRelation]:
    """Return the annotated relations of a file, or of a folder, of claims of annotated articles.

    Raises ClaimsError as `read_gold` does, and where a pair is not of two claims that are annotated.
    """
    known = {(gold.name, annotated.claim.span) for gold in golds for annotated in gold.claims}
    return [
        _checked(line, lambda line: _relation(line, known))
        for line in _read(path, lambda record: "claims" in record)
    ]


def _relation(line: _Line, known: Collection[tuple[str, Span]]) -> GoldRelation:
    relation = GoldRelation.model_validate(line.record)
    for end in (relation.a, relation.b):
        if (end.article, end.span) not in known:
            reason = f"{end.article}: no claim is annotated at {end.span.start}-{end.span.end}"
            raise ClaimsError(line.file, line.number, reason)
    return relation


def _read(path: Path, is_other: Callable[[dict[str, Any]], bool]) -> list[_Line]:
    """Return the lines of a file; of a folder, those that hold nothing else."""
    files = _files(path)
    lines = [
        _Line(file, number, parse_object(file, number, line))
        for file in files
        for number, line in numbered_lines(file)
    ]
    wanted = [line for line in lines if not (path.is_dir() and is_other(line.record))]
    if not wanted:
        raise ClaimsError(path, 0, "holds no annotations")
    return wanted


def _files(path: Path) -> list[Path]:
    return sorted(file for file in path.iterdir() if file.suffix in SUFFIXES) if path.is_dir() else [path]


def _checked(line: _Line, parse: Callable[[_Line], T]) -> T:
    try:
        return parse(line)
    except ValidationError as error:
        raise ClaimsError(line.file, line.number, first_error(error)) from error


def _article(line: _Line) -> GoldArticle:
    annotated = AnnotatedArticle.model_validate(line.record)
    claims = claims_of(annotated)
    return GoldArticle(
        file=line.file,
        line=line.number,
        name=annotated.article,
        published=annotated.published,
        publisher=annotated.publisher,
        sha256=annotated.sha256,
        claims=tuple(
            _gold_claim(line, claim, fields) for claim, fields in zip(claims, annotated.claims, strict=True)
        ),
    )


def _gold_claim(line: _Line, claim: Claim, fields: dict[str, Any]) -> GoldClaim:
    marks = _Marks.model_validate({key: fields[key] for key in _Marks.model_fields if key in fields})
    accepted = marks.accept or {}
    for field in accepted:
        if field not in NAMES:
            raise ClaimsError(line.file, line.number, f"accept: {field!r} is none of {', '.join(NAMES)}")
    return GoldClaim(
        claim=claim,
        optional=marks.optional or False,
        accept={field: tuple(_variants(claim, field, values)) for field, values in accepted.items()},
    )


def _variants(claim: Claim, field: str, values: Iterable[JsonValue]) -> Iterator[Claim]:
    """Yield the claim with each value in a field: as in the record, a source also by its name alone."""
    record = claim.model_dump(mode="json")
    for value in values:
        yield Claim.model_validate(record | _changed(record["quantity"], field, value))


def _changed(quantity: dict[str, Any], field: str, value: JsonValue) -> dict[str, Any]:
    if field in _OF_QUANTITY:
        return {"quantity": quantity | {field: value}}
    if field == "number":
        return {"quantity": quantity | value if isinstance(value, dict) else value}
    return {field: {"name": value} if field == "source" and isinstance(value, str) else value}


def _refuse_twice(articles: Iterable[GoldArticle]) -> None:
    first: dict[str, GoldArticle] = {}
    for article in articles:
        if known := first.get(article.name):
            raise article.refuse(f"is annotated in {known.file}, line {known.line}, too")
        first[article.name] = article
