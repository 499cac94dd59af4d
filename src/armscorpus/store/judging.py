"""How judgements enter a store and leave it: a row for each, never changed, so that stores and files merge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.engine import Connection, Row
from sqlalchemy.sql import insert, select

from armscorpus.models import Judgement
from armscorpus.store.schema import judgements

ALL = select(judgements).order_by(judgements.c.subject, judgements.c.decided, judgements.c.author)

KEY = ("subject", "decided", "author")


def judgement_row(judgement: Judgement) -> dict[str, Any]:
    """Return the row of `judgements`."""
    return {
        "subject": " ".join(judgement.claims),
        "decided": judgement.model_dump(mode="json")["decided"],
        "author": judgement.author,
        "decision": judgement.decision.value,
        "corrections": dict(judgement.corrections) or None,
        "note": judgement.note,
    }


def read_judgement(row: Row[*tuple[Any, ...]]) -> Judgement:
    """Return the judgement of a row."""
    fields = dict(row._mapping)
    claims = tuple(fields.pop("subject").split(" "))
    return Judgement(**{**fields, "claims": claims, "corrections": fields["corrections"] or {}})


def add(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert the rows that are not there yet; return how many."""
    known = {tuple(row) for row in connection.execute(select(*(judgements.c[name] for name in KEY)))}
    new = {_key(row): row for row in rows if _key(row) not in known}
    if new:
        connection.execute(insert(judgements), list(new.values()))
    return len(new)


def _key(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(row[name] for name in KEY)
