"""A group of claims as one record: what its claims together say."""

from __future__ import annotations

from pydantic import Field

from armscorpus.interchange.shapes import Shape
from armscorpus.models import Rate, Record
from armscorpus.reconcile import Group
from armscorpus.reconcile.consensus import Consensus


class GroupLine(Record):
    """The claims about one subject, and what they say together."""

    subject: str
    """What the group is about, in words."""
    topics: tuple[str, ...]
    """What is counted, as slugs of the catalogue."""
    unit: str | None
    """The unit of the figures."""
    per: Rate | None
    """The length of time that the figures of the envelope are for; null for totals."""
    low: float | None
    """The lowest number that the claims commit to, in `unit`; null is open."""
    high: float | None
    """The highest number that the claims commit to, in `unit`; null is open."""
    consensus: Consensus | None
    """The interval that most independent sources support; null unless two do."""
    independent: int
    """The number of independent sources."""
    latest: str | None
    """The id of the figure that knows most; null where all are denied."""
    severity: float = Field(ge=0, le=1)
    """The severity of the most severe relation between the claims, from 0 to 1."""
    claims: tuple[str, ...] = Field(min_length=1)
    """The ids of the claims, in the order of what they can know."""


GROUPS = Shape("groups", GroupLine)


def group_line(group: Group) -> GroupLine:
    """Return what a group says, with the ids of its claims."""
    low, high = group.envelope
    return GroupLine(
        subject=group.subject,
        topics=group.topics,
        unit=group.claims[0].quantity.unit,
        per=group.per,
        low=low,
        high=high,
        consensus=group.consensus,
        independent=group.independent,
        latest=group.latest.id if group.latest else None,
        severity=group.severity,
        claims=tuple(claim.id for claim in group.claims),
    )
