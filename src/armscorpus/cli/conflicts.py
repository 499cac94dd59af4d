"""`armscorpus conflicts`: claims about the same quantity, and how they stand to one another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.options import DEFAULT_STORE, FormatOption, StoreOption, TopicOption
from armscorpus.report.formats import Format

if TYPE_CHECKING:
    from armscorpus.models import Claim


def conflicts(
    topic: TopicOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every relation: agreements, echoes and revisions too.")
    ] = False,
    claims: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Compare the claims of a file of JSON Lines, not of the store."),
    ] = None,
    output: FormatOption = Format.TABLE,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show the claims that do not agree, most severe first."""
    from armscorpus.report.output import print_comparison

    compared = _read_file(claims, topic) if claims else _read_store(store, topic)
    if not print_comparison(compared, output, everything=everything):
        tell(f"armscorpus: {len(compared)} claims, none of which disagree")


def _read_file(path: Path, topic: str | None) -> list[Claim]:
    from armscorpus.claims_file import read_claims

    return [claim for claim in read_claims(path) if topic is None or topic in claim.topics]


def _read_store(address: str, topic: str | None) -> list[Claim]:
    from armscorpus.store import open_store

    with open_store(address, must_exist=True) as opened:
        return list(opened.claims(topic=topic))
