"""Which claims of a store some others may be compared with, found without reading the rest.

Claims compare that have a topic, an event and a unit in common, and a side. What names neither side compares with what
it has a figure or a source in common with, and with the sides of that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnElement, and_, func, or_, select, true

from armscorpus.models import Claim, Decision, Event
from armscorpus.store.folding import fold
from armscorpus.store.schema import claims, judgements
from armscorpus.store.selection import has_source, has_topic

CODE = 2
"""The length of the code of a state; a role is longer where its parties are several, or no states."""

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


Side = tuple[str | None, str | None]
"""The supplier and the recipient of a claim."""


def may_compare(connection: Connection, wanted: Iterable[Claim]) -> ColumnElement[bool]:
    """Return the condition that a claim may compare with one of some claims, or that a person has corrected it."""
    by_block: dict[Block, list[Claim]] = defaultdict(list)
    for claim in wanted:
        if claim.topics:
            by_block[Block(claim.topics[0], claim.event, claim.quantity.unit)].append(claim)
    blocks = sorted(by_block.items(), key=lambda item: repr(item[0]))
    alike = (and_(block.condition, _shares_side(connection, block, found)) for block, found in blocks)
    corrected = select(judgements.c.subject).where(judgements.c.decision == Decision.CORRECT)
    return or_(claims.c.id.in_(corrected), *alike)


def _shares_side(connection: Connection, block: Block, found: list[Claim]) -> ColumnElement[bool]:
    if block.topic == SIDELESS:
        return true()
    sides: set[Side] = {(claim.supplier, claim.recipient) for claim in found}
    marks = [mark for claim in found if claim.supplier is claim.recipient is None for mark in _marks(claim)]
    if marks:
        roles = select(claims.c.supplier, claims.c.recipient).where(block.condition, or_(*marks)).distinct()
        sides |= {(row.supplier, row.recipient) for row in connection.execute(roles)}
        return or_(_has_side(sides), and_(claims.c.party_key.is_(None), or_(*marks)))
    return _has_side(sides)


def _marks(claim: Claim) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that a claim has the figure of another one, or its source."""
    names = ("value",) if claim.quantity.value is not None else ("low", "high")
    yield and_(*(claims.c[name].is_not_distinct_from(getattr(claim.quantity, name)) for name in names))
    if claim.source and (name := claim.source.acronym or claim.source.name) and fold(name):
        yield has_source(name)


def _has_side(sides: set[Side]) -> ColumnElement[bool]:
    """Return the condition that a claim shares a supplier or a recipient; one that is no state may go by other names."""
    suppliers = {supplier for supplier, _ in sides if supplier}
    recipients = {recipient for _, recipient in sides if recipient}
    roles = (claims.c.supplier, sorted(suppliers)), (claims.c.recipient, sorted(recipients))
    return or_(*(or_(column.in_(names), func.length(column) != CODE) for column, names in roles))
