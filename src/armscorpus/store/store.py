"""The store: articles and their claims in a database, told apart by content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby, islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy.engine import Engine, Row
from sqlalchemy.sql import ColumnElement, Select, func, select

from armscorpus.errors import StoreError
from armscorpus.models import Article, ArticleRef, Claim, Judgement, Modality, Record
from armscorpus.store import judging, schema, selection, writing
from armscorpus.store.address import Address, parse_address, reported
from armscorpus.store.comparable import Match, may_compare, without_repeats
from armscorpus.store.engine import connect, writer
from armscorpus.store.readings import Reading, read, refuse_unstorable
from armscorpus.store.versions import bring_up, check_version, missing
from armscorpus.store.writing import Added

BATCH = 200
"""Articles that `Store.add_many` writes in one transaction."""

PAGE = 1000
"""Rows that a query fetches at a time."""

SHOWN = 5
"""Candidates that the error for an ambiguous id lists."""


class StoredArticle(ArticleRef):
    """An article of a store: all paths that hold its text, sorted, and the number of its claims.

    `path` is the one that leads: the title, the date and the claims are those read there.
    """

    paths: tuple[str, ...]
    claims: int


class Counts(Record):
    """How much a store holds; `topics` counts claims by topic, and a claim of two topics twice."""

    articles: int
    paths: int
    claims: int
    topics: dict[str, int]


def open_store(address: str | Path, *, must_exist: bool = False, read_only: bool = False) -> Store:
    """Return the store at a path, a `sqlite:///` URL or a `postgresql://` URL, for a `with` statement.

    A store that is not there yet is created, unless it must exist; one of an older version is brought up to date. One
    that is `read_only` must exist, be up to date, and is never written. Raises StoreError where there is none, where
    the database cannot be reached, or where it holds something else or the tables of a newer version.
    """
    where = parse_address(address)
    if where.path:
        _check_file(where.path, missing(where) if must_exist or read_only else None)
    engine = connect(where, read_only=read_only)
    try:
        with reported(where.name):
            check_version(engine, where) if read_only else bring_up(engine, where, must_exist=must_exist)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, where)


def _check_file(path: Path, absence: StoreError | None) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; a store is a file")
    if not path.exists() and absence:
        raise absence
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}")


class Store:
    """Articles and claims in one database; its methods raise StoreError where the database refuses."""

    def __init__(self, engine: Engine, address: Address) -> None:
        self.name = address.name
        self._engine = engine

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections to the database."""
        self._engine.dispose()

    def add(self, article: Article, claims: Sequence[Claim], *, extractor: str) -> Added:
        """Store an article and the claims that a version of the extractor made of it, in one transaction.

        They replace what the article's path held before; the same content again changes nothing.
        """
        return self._write([read(article, claims, extractor)])[0]

    def add_many(self, items: Iterable[tuple[Article, Sequence[Claim]]], *, extractor: str) -> list[Added]:
        """Store articles with their claims, as `add` does, many in one transaction.

        Whatever stops the iteration, the articles before it are stored.
        """
        added: list[Added] = []
        batch: list[Reading] = []
        try:
            for article, made in items:
                batch.append(read(article, made, extractor))
                if len(batch) == BATCH:
                    full, batch = batch, []
                    added += self._write(full)
        finally:
            added += self._write(batch) if batch else []
        return added

    def _write(self, readings: Sequence[Reading]) -> list[Added]:
        with reported(self.name), writer(self._engine).begin() as connection:
            return [writing.add(connection, reading) for reading in readings]

    def remove(self, path: str) -> bool:
        """Forget what a path held; return whether the path was known."""
        refuse_unstorable(self.name, path)
        with reported(self.name), writer(self._engine).begin() as connection:
            return writing.remove(connection, path)

    def claims(
        self,
        *,
        topic: str | None = None,
        source: str | None = None,
        party: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        modality: Modality | None = None,
        article: str | None = None,
    ) -> Iterator[Claim]:
        """Return the claims that meet every condition given, by path of the article and position in its text.

        `source` begins words of the source's name, acronym or outlet, whatever their case and accents;
        `party` is a supplier or a recipient; `article` begins an id or ends a path. `since` and `until` are
        inclusive: the claim's period overlaps them, or where it has no dates, the article's publication.
        """
        for text in filter(None, (topic, source, party, article)):
            refuse_unstorable(self.name, text)
        asked: list[tuple[Callable[[Any], ColumnElement[bool]], object]] = [
            (selection.has_topic, topic),
            (selection.has_source, source),
            (selection.has_party, party),
            (selection.is_since, since),
            (selection.is_until, until),
            (selection.has_modality, modality),
            (selection.is_in_article, article),
        ]
        conditions = [condition(value) for condition, value in asked if value is not None]
        return self._stream(selection.select_claims().where(*conditions))

    def comparable(self, claims: Iterable[Claim], *, match: Match = str.__eq__) -> Iterator[Claim]:
        """Return the claims that some claims may be compared with, and perhaps others, in the order of `claims`.

        They have a topic, an event, a unit and a side in common; what names nobody compares with what has its figure or
        its source. `match` tells whether two names are of the same party. Claims that a person has corrected are among
        them. Articles that only repeat what others say word for word are left out.
        """
        with reported(self.name), self._engine.connect() as connection:
            condition = without_repeats(connection, may_compare(connection, claims, match))
        return self._stream(selection.select_claims().where(condition))

    def _stream(self, query: Select[Any]) -> Generator[Claim, None, None]:
        options = {"yield_per": PAGE}
        with (
            reported(self.name),
            self._engine.connect() as connection,
            connection.execute(query, execution_options=options) as rows,
        ):
            yield from selection.read_claims(rows)

    def claim(self, id_prefix: str) -> Claim:
        """Return the claim whose id begins so; raise StoreError where there is none, or more than one."""
        refuse_unstorable(self.name, id_prefix)
        is_candidate = selection.begins_with(schema.claims.c.id, id_prefix)
        with closing(self._stream(selection.select_claims().where(is_candidate))) as candidates:
            found = list(islice(candidates, SHOWN + 1))
        exact = [claim for claim in found if claim.id == id_prefix]
        if len(exact or found) == 1:
            return (exact or found)[0]
        if not found:
            raise StoreError(f"{self.name}: no claim {id_prefix}")
        ids = [claim.id for claim in found[:SHOWN]] + ["…"] * (len(found) > SHOWN)
        raise StoreError(f"{self.name}: more than one claim begins with {id_prefix}: {', '.join(ids)}")

    def article(self, article_id: str) -> Article:
        """Return an article with its text; raise StoreError where there is none of this id."""
        refuse_unstorable(self.name, article_id)
        query = _leading(schema.articles.c.text, schema.article_paths.c.url, schema.article_paths.c.lang)
        rows = self._fetch(query.where(schema.articles.c.id == article_id))
        if not rows:
            raise StoreError(f"{self.name}: no article {article_id}")
        return Article(**rows[0]._mapping)

    def articles(self) -> list[StoredArticle]:
        """Return all articles, by path."""
        paths, claims = schema.article_paths.alias("held"), schema.claims
        held = select(func.count()).where(claims.c.article_id == schema.articles.c.id).scalar_subquery()
        query = _leading(held.label("claims"), paths.c.path.label("held_path"))
        query = query.join(paths, paths.c.article_id == schema.articles.c.id)
        rows = self._fetch(query.order_by(schema.articles.c.path, paths.c.path))
        groups = [list(group) for _, group in groupby(rows, key=lambda row: row.id)]
        return [_stored_article(group) for group in groups]

    def counts(self) -> Counts:
        """Return how many articles, paths and claims the store holds, and how many claims each topic has."""
        tables = {"articles": schema.articles, "paths": schema.article_paths, "claims": schema.claims}
        totals = {
            name: self._fetch(select(func.count()).select_from(table))[0][0] for name, table in tables.items()
        }
        topic = schema.claim_topics.c.topic
        topics = self._fetch(select(topic, func.count()).group_by(topic).order_by(topic))
        return Counts(**totals, topics={row[0]: row[1] for row in topics})

    def judge(self, decided: Iterable[Judgement]) -> int:
        """Keep judgements, in one transaction; return how many were not known yet."""
        rows = [judging.judgement_row(judgement) for judgement in decided]
        for text in (value for row in rows for value in row.values() if isinstance(value, str)):
            refuse_unstorable(self.name, text)
        with reported(self.name), writer(self._engine).begin() as connection:
            return judging.add(connection, rows)

    def judgements(self) -> list[Judgement]:
        """Return all judgements, by the claims they are about, then by date; withdrawn ones too."""
        return [judging.read_judgement(row) for row in self._fetch(judging.ALL)]

    def _fetch(self, query: Select[Any]) -> Sequence[Row[*tuple[Any, ...]]]:
        with reported(self.name), self._engine.connect() as connection:
            return connection.execute(query).all()


def _leading(*columns: ColumnElement[Any]) -> Select[Any]:
    """Return the query for all articles: what the leading path says of each, and the columns."""
    paths = schema.article_paths
    told = (paths.c.path, paths.c.title, paths.c.publisher, paths.c.published)
    return select(schema.articles.c.id, *told, *columns).join(paths, paths.c.path == schema.articles.c.path)


def _stored_article(rows: Sequence[Row[*tuple[Any, ...]]]) -> StoredArticle:
    fields = {name: value for name, value in rows[0]._mapping.items() if name != "held_path"}
    return StoredArticle(**fields, paths=tuple(row.held_path for row in rows))
