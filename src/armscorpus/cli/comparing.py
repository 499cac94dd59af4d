"""What the commands that compare claims read: those of a store with what people decided, or those of a file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from armscorpus.models import Claim, Judgement

ClaimsOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Compare the claims of a file of JSON Lines, not of the store."),
]


def read_compared(
    path: Path | None, address: str, topic: str | None, party: str | None, since: dt.date | None = None
) -> tuple[list[Claim], tuple[Judgement, ...]]:
    """Return the claims of a file, or those of a store with what people decided about them."""
    if path is not None:
        from armscorpus.claims_file import read_claims

        return [claim for claim in read_claims(path) if _meets(claim, topic, party, since)], ()
    from armscorpus.store import open_store

    with open_store(address, must_exist=True) as opened:
        return list(opened.claims(topic=topic, party=party, since=since)), tuple(opened.judgements())


def _meets(claim: Claim, topic: str | None, party: str | None, since: dt.date | None) -> bool:
    """Whether a claim meets the conditions that are given, as the store understands them."""
    sides = {side.strip().casefold() for side in f"{claim.supplier or ''},{claim.recipient or ''}".split(",")}
    is_dated = claim.period.start is not None or claim.period.end is not None
    last = (claim.period.end or dt.date.max) if is_dated else claim.article.reference
    return (
        (topic is None or topic in claim.topics)
        and (party is None or party.casefold() in sides)
        and (since is None or (last is not None and last >= since))
    )
