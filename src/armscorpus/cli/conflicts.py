"""`armscorpus conflicts` and `armscorpus timeline`: claims about the same quantity, and how they stand to one another."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.options import (
    DEFAULT_STORE,
    FormatOption,
    LanguageOption,
    PartyOption,
    SinceOption,
    StoreOption,
    TopicOption,
    check_relations,
)
from armscorpus.report.formats import Format, Language

if TYPE_CHECKING:
    from armscorpus.models import Claim, Judgement

ClaimsOption = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Compare the claims of a file of JSON Lines, not of the store."),
]


def conflicts(
    topic: TopicOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    min_severity: Annotated[
        float, typer.Option(min=0, max=1, metavar="SEVERITY", help="Only what matters at least so much.")
    ] = 0.0,
    relation: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RELATION",
            callback=check_relations,
            help="Only these: conflict, divergence, revision, evolution, refinement, agreement, echo.",
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every relation: agreements, echoes and revisions too.")
    ] = False,
    claims: ClaimsOption = None,
    lang: LanguageOption = Language.FRENCH,
    output: FormatOption = Format.TABLE,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show the claims that do not agree, most severe first."""
    from armscorpus.models import RelationKind
    from armscorpus.report.output import DISPUTES, Wanted, print_comparison

    kinds = frozenset(map(RelationKind, relation or ())) or (
        frozenset(RelationKind) if everything else DISPUTES
    )
    compared, decided = _read(claims, store, topic, party, since)
    if not print_comparison(compared, output, Wanted(kinds, min_severity, lang, decided)):
        tell(f"armscorpus: {len(compared)} claims, none of which disagree")


def timeline(
    topic: TopicOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Plot the N largest groups.")] = 3,
    claims: ClaimsOption = None,
    lang: LanguageOption = Language.FRENCH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Plot figures with their intervals over time."""
    from armscorpus.report.output import print_timeline

    compared, decided = _read(claims, store, topic, party, since)
    if not print_timeline(compared, decided, lang, limit):
        tell("armscorpus: no claim meets these conditions")


def _read(
    path: Path | None, address: str, topic: str | None, party: str | None, since: dt.date | None
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
