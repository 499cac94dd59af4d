"""Which claims of a store some others may be compared with, found without reading the rest.

Claims compare that have a topic, an event and a unit in common, and a side. What names neither side compares with what
it has a figure or a source in common with, and with the sides of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnElement, Select, and_, cast, or_, select, true
from sqlalchemy.types import Text

from armscorpus.models import Claim, Decision, Event
from armscorpus.store.folding import fold
from armscorpus.store.schema import article_paths, articles, claims, judgements
from armscorpus.store.selection import has_source, has_topic

MANY = 30_000
"""Articles that a condition can name."""

_TOLD_APART = ("id", "article_id", "span_start", "span_end", "party_key", "source_details", "evidence")
_SAID = [cast(column, Text) for column in claims.c if column.name not in _TOLD_APART]
_PUBLISHED = (article_paths.c.publisher, article_paths.c.published)

SIDELESS = "prix"
"""The topic of what has no sides: all prices of one thing compare."""


class Block(NamedTuple):
    """What claims that compare have in common; `topic` is the first of theirs."""

    topic: str
    event: Event
    unit: str | None

    @property
    def condition(self) -> ColumnElement[bool]:
        """The condition that a claim is in the block."""
        unit = claims.c.unit.is_(None) if self.unit is None else claims.c.unit == self.unit
        return and_(has_topic(self.topic), claims.c.event == self.event, unit)


Sides = tuple[str | None, str | None]
"""The supplier and the recipient of a claim."""

Match = Callable[[str, str], bool]
"""Whether two names are of the same party."""


def may_compare(connection: Connection, wanted: Iterable[Claim], match: Match) -> ColumnElement[bool]:
    """Return the condition that a claim may compare with one of some claims, or that a person has corrected it."""
    by_block: dict[Block, list[Claim]] = defaultdict(list)
    for claim in wanted:
        if claim.topics:
            by_block[Block(claim.topics[0], claim.event, claim.quantity.unit)].append(claim)
    blocks = sorted(by_block.items(), key=lambda item: repr(item[0]))
    alike = (and_(block.condition, _shares_side(connection, block, found, match)) for block, found in blocks)
    corrected = select(judgements.c.subject).where(judgements.c.decision == Decision.CORRECT)
    return or_(claims.c.id.in_(corrected), *alike)


def without_repeats(connection: Connection, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition, without the articles that only repeat others: all their claims stand word for word elsewhere.

    What counts is what a claim says, who says it, and when and by whom it was published. Of the articles that are left
    all claims are, so that figures which stand side by side still do.
    """
    told = select(claims.c.article_id, *_SAID, *_PUBLISHED).where(condition)
    told = told.join(articles, articles.c.id == claims.c.article_id)
    told = told.join(article_paths, article_paths.c.path == articles.c.path).order_by(article_paths.c.path)
    seen: set[tuple[object, ...]] = set()
    kept: dict[str, None] = {}
    for article, *said in connection.execute(told):
        before = len(seen)
        seen.add(tuple(said))
        if len(seen) > before:
            kept[article] = None
    return and_(condition, claims.c.article_id.in_(kept)) if len(kept) <= MANY else condition


def _shares_side(
    connection: Connection, block: Block, found: list[Claim], match: Match
) -> ColumnElement[bool]:
    if block.topic == SIDELESS:
        return true()
    pairs = select(claims.c.supplier, claims.c.recipient).where(block.condition).distinct()
    wanted: set[Sides] = {(claim.supplier, claim.recipient) for claim in found}
    marks = [mark for claim in found if claim.supplier is claim.recipient is None for mark in _marks(claim)]
    if marks:
        wanted |= _fetch(connection, pairs.where(or_(*marks)))
    shared = _has_side(wanted, _fetch(connection, pairs), match)
    return or_(shared, and_(claims.c.party_key.is_(None), or_(*marks))) if marks else shared


def _fetch(connection: Connection, pairs: Select[Any]) -> set[Sides]:
    return {(row.supplier, row.recipient) for row in connection.execute(pairs)}


def _marks(claim: Claim) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that a claim has the figure of another one, or its source."""
    names = ("value",) if claim.quantity.value is not None else ("low", "high")
    yield and_(*(claims.c[name].is_not_distinct_from(getattr(claim.quantity, name)) for name in names))
    if claim.source and (name := claim.source.acronym or claim.source.name) and fold(name):
        yield has_source(name)


def _has_side(wanted: set[Sides], known: set[Sides], match: Match) -> ColumnElement[bool]:
    """Return the condition that a claim shares a supplier or a recipient, under whatever name it is known."""
    shared = []
    for role, column in enumerate((claims.c.supplier, claims.c.recipient)):
        names = {sides[role] for sides in wanted}
        alike = {name for sides in known if (name := sides[role]) and _is_any(name, names, match)}
        shared.append(column.in_(sorted(alike)))
    return or_(*shared)


def _is_any(name: str, names: set[str | None], match: Match) -> bool:
    return name in names or any(other and match(name, other) for other in names)
