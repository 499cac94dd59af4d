"""How readings enter a store and leave it: what is stored depends on the set of readings, not on their order.

One text is one article, however many paths hold it. One of these paths leads (`_rank`): the article's
claims are those that were made there, with its date. The claims made at the other paths wait in their rows of
`article_paths`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy.engine import Connection
from sqlalchemy.sql import bindparam, delete, insert, select, update

from armscorpus.errors import StoreError
from armscorpus.models import ArticleRef, Claim, reference_date
from armscorpus.store.readings import Reading, claim_row, dump_claims, load_claims, path_row, topic_rows
from armscorpus.store.schema import article_paths, articles, claim_topics, claims
from armscorpus.store.selection import read_claims, select_claims


class Added(StrEnum):
    """What adding an article did: its path is new, is as it was, or has other content than before."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


DIGEST = select(article_paths.c.digest).where(article_paths.c.path == bindparam("path"))
"""The digest of the reading at a path."""

PATH = select(article_paths).where(article_paths.c.path == bindparam("path"))

LEADER = (
    select(articles.c.text, article_paths.c.path, article_paths.c.published)
    .join(article_paths, article_paths.c.path == articles.c.path)
    .where(articles.c.id == bindparam("id"))
)
"""The text of an article, and its leading path with the date read there."""


def add(connection: Connection, reading: Reading) -> Added:
    """Store a reading in place of what its path held, and return what that changed."""
    path = reading.article.path
    stored = connection.execute(DIGEST, {"path": path}).scalar_one_or_none()
    if stored == reading.digest:
        return Added.UNCHANGED
    if stored is not None:
        remove(connection, path)
    _attach(connection, reading)
    return Added.ADDED if stored is None else Added.REPLACED


def remove(connection: Connection, path: str) -> bool:
    """Forget a path, and its article where no other path holds it; return whether the path was known."""
    row = connection.execute(PATH, {"path": path}).one_or_none()
    if row is None:
        return False
    connection.execute(delete(article_paths).where(article_paths.c.path == path))
    if row.waiting is None:
        _hand_over(connection, row.article_id)
    return True


def _attach(connection: Connection, reading: Reading) -> None:
    article = reading.article
    leader = connection.execute(LEADER, {"id": article.id}).one_or_none()
    if leader is None:
        new = {"id": article.id, "path": article.path, "text": article.text}
        connection.execute(insert(articles), new)
    elif leader.text != article.text:
        raise StoreError(f"{article.path}: the id {article.id} is that of another text, {leader.path}")
    elif _rank(article.path, article.published) > _rank(leader.path, leader.published):
        connection.execute(insert(article_paths), path_row(reading, leads=False))
        return
    else:
        _keep_waiting(connection, article.id, leader.path)
        _set_leader(connection, article.id, article.path)
    connection.execute(insert(article_paths), path_row(reading, leads=True))
    _insert_claims(connection, reading.claims)


def _rank(path: str, published: str | None) -> tuple[dt.date, bool, str]:
    """Return the rank of a path among those of one text: the earliest known date, then the smallest path."""
    return reference_date(published) or dt.date.max, published is None, path


def _keep_waiting(connection: Connection, article_id: str, path: str) -> None:
    """Move the article's claims into the row of the path where they were made."""
    made = read_claims(connection.execute(select_claims().where(claims.c.article_id == article_id)))
    row = update(article_paths).where(article_paths.c.path == path)
    connection.execute(row.values(waiting=dump_claims(made)))
    connection.execute(delete(claims).where(claims.c.article_id == article_id))


def _hand_over(connection: Connection, article_id: str) -> None:
    """Let the next path of an article lead, with the claims made there; without one, forget the article."""
    rows = connection.execute(select(article_paths).where(article_paths.c.article_id == article_id)).all()
    if not rows:
        connection.execute(delete(articles).where(articles.c.id == article_id))
        return
    heir = min(rows, key=lambda row: _rank(row.path, row.published))
    connection.execute(delete(claims).where(claims.c.article_id == article_id))
    connection.execute(update(article_paths).where(article_paths.c.path == heir.path).values(waiting=None))
    _set_leader(connection, article_id, heir.path)
    _insert_claims(connection, load_claims(heir.waiting, ArticleRef(id=article_id, path=heir.path)))


def _set_leader(connection: Connection, article_id: str, path: str) -> None:
    connection.execute(update(articles).where(articles.c.id == article_id).values(path=path))


def _insert_claims(connection: Connection, made: Sequence[Claim]) -> None:
    if made:
        connection.execute(insert(claims), [claim_row(claim) for claim in made])
    if topics := [row for claim in made for row in topic_rows(claim)]:
        connection.execute(insert(claim_topics), topics)
