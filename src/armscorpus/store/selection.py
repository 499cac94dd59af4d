"""Which claims are asked for, as SQL; and the rows that answer, as claims."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pydantic_core import from_json
from sqlalchemy.engine import Row
from sqlalchemy.sql import ColumnElement, Select, and_, case, cast, func, or_, select
from sqlalchemy.types import Text

from armscorpus.models import ArticleRef, Claim, Modality
from armscorpus.store.folding import fold
from armscorpus.store.readings import QUANTITY
from armscorpus.store.schema import article_paths, articles, claim_topics, claims

LAST_CHARACTER = "\U0010ffff"

ARTICLE = {
    name: article_paths.c[name].label(f"article_{name}")
    for name in ("path", "title", "publisher", "published")
}
"""The columns that a claim shows of its article, those of the path that leads."""

DOCUMENTS = {name: cast(claims.c[name], Text).label(name) for name in ("evidence", "source_details")}
"""The columns of JSON as text, which pydantic parses faster than the database does."""


def select_claims() -> Select[Any]:
    """Return the query for all claims, in order of path and position: a row for each claim and topic."""
    columns = [column for column in claims.c if column.name not in DOCUMENTS]
    return (
        select(*columns, *DOCUMENTS.values(), *ARTICLE.values(), claim_topics.c.topic)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(article_paths, article_paths.c.path == articles.c.path)
        .outerjoin(claim_topics, claim_topics.c.claim_id == claims.c.id)
        .order_by(
            article_paths.c.path, claims.c.span_start, claims.c.span_end, claims.c.id, claim_topics.c.topic
        )
    )


def read_claims(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[Claim]:
    """Yield the claims of the rows that `select_claims` gives."""
    article: ArticleRef | None = None
    for _, group in groupby(rows, key=lambda row: row.id):
        first, *others = group
        if article is None or article.id != first.article_id:
            told = {name: getattr(first, column.name) for name, column in ARTICLE.items()}
            article = ArticleRef(id=first.article_id, **told)
        topics = (first.topic, *(row.topic for row in others)) if first.topic is not None else ()
        yield _claim(first, article, topics)


def _claim(row: Row[*tuple[Any, ...]], article: ArticleRef, topics: tuple[str, ...]) -> Claim:
    """Return a claim, made by one call of its schema: thousands are read at a time."""
    return Claim.model_validate(
        {
            "id": row.id,
            "article": article,
            "span": (row.span_start, row.span_end),
            "text": row.text,
            "topics": topics,
            "object": row.object,
            "quantity": {name: getattr(row, name) for name in QUANTITY},
            "event": row.event,
            "supplier": row.supplier,
            "recipient": row.recipient,
            "period": {"text": row.period_text, "start": row.period_start, "end": row.period_end},
            "source": None if row.source_key is None else _source(row),
            "modality": row.modality,
            "evidence": row.evidence and from_json(row.evidence),
        }
    )


def _source(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    names = {"name": row.source_name, "acronym": row.source_acronym, "via": row.source_via}
    return names | from_json(row.source_details) if row.source_details else names


def has_topic(topic: str) -> ColumnElement[bool]:
    """Return the condition that the topic is among those of the claim."""
    return claims.c.id.in_(select(claim_topics.c.claim_id).where(claim_topics.c.topic == topic))


def has_source(words: str) -> ColumnElement[bool]:
    """Return the condition that the words begin words of the source's name, acronym or outlet, in a row."""
    return claims.c.source_key.contains(f" {fold(words)}", autoescape=True)


def has_party(names: str) -> ColumnElement[bool]:
    """Return the condition that one of the names (joined with commas) is a supplier or a recipient."""
    members = [f",{fold(name)}," for name in names.split(",")]
    return or_(*(claims.c.party_key.contains(member, autoescape=True) for member in members))


def is_since(day: dt.date) -> ColumnElement[bool]:
    """Return the condition that the claim's dates do not end before the day."""
    return _dates(claims.c.period_end, dt.date.max, article_paths.c.published_end) >= day


def is_until(day: dt.date) -> ColumnElement[bool]:
    """Return the condition that the claim's dates do not start after the day."""
    return _dates(claims.c.period_start, dt.date.min, article_paths.c.published_start) <= day


def _dates(
    bound: ColumnElement[Any], open_bound: dt.date, published: ColumnElement[Any]
) -> ColumnElement[Any]:
    """Return the bound of the claim's period, or of its publication where the period has no dates."""
    dateless = and_(claims.c.period_start.is_(None), claims.c.period_end.is_(None))
    return case((dateless, published), else_=func.coalesce(bound, open_bound))


def has_modality(modality: Modality) -> ColumnElement[bool]:
    """Return the condition that the article is sure of the claim to this degree."""
    return claims.c.modality == modality


def is_in_article(name: str) -> ColumnElement[bool]:
    """Return the condition that the name begins the article's id or ends one of its paths.

    A path may be given with its suffix (`seeds/a.md`) or without (`a`), as tables show it.
    """
    name_in_path, path = name.removeprefix("./"), article_paths.c.path
    holders = select(article_paths.c.article_id).where(
        or_(
            path == name_in_path,
            _ends_with(path, f"/{name_in_path}"),
            path.startswith(f"{name_in_path}.", autoescape=True),
            path.contains(f"/{name_in_path}.", autoescape=True),
        )
    )
    return or_(begins_with(claims.c.article_id, name), claims.c.article_id.in_(holders))


def begins_with(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Return the condition that a text begins with a prefix; an index of the column serves it."""
    return and_(column >= prefix, column <= prefix + LAST_CHARACTER)


def _ends_with(column: ColumnElement[str], suffix: str) -> ColumnElement[bool]:
    # Not LIKE, which ignores case in SQLite alone.
    return func.substr(column, func.length(column) - len(suffix) + 1) == suffix
