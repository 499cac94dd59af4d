"""Which claims a command is about: those of a store, with what people decided, or those of a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:
    from armscorpus.models import Article, Claim, Judgement
    from armscorpus.store.conditions import Conditions

ClaimsOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The claims of a file of JSON Lines, not of the store."),
]


class Selection(NamedTuple):
    """Claims, what people decided, and the way to the articles; a file of claims has neither of the latter."""

    claims: Iterator[Claim]
    judgements: tuple[Judgement, ...] = ()
    find_article: Callable[[str], Article] | None = None


@contextmanager
def selected(conditions: Conditions, path: Path | None, address: str) -> Iterator[Selection]:
    """Give what meets the conditions, of a file or else of a store, which is open as long."""
    if path is not None:
        from armscorpus.claims_file import read_claims

        yield Selection(claim for claim in read_claims(path) if conditions.meets(claim))
        return
    from armscorpus.store import open_store

    with open_store(address, must_exist=True) as opened:
        claims = opened.claims(**conditions._asdict())
        yield Selection(claims, tuple(opened.judgements()), opened.article)


def read_compared(
    path: Path | None, address: str, topic: str | None, party: str | None, since: dt.date | None = None
) -> tuple[list[Claim], tuple[Judgement, ...]]:
    """Return the claims of a file, or those of a store with what people decided about them."""
    from armscorpus.store.conditions import Conditions

    with selected(Conditions(topic=topic, party=party, since=since), path, address) as selection:
        return list(selection.claims), selection.judgements
