"""`armscorpus conflicts` and `armscorpus timeline`: claims about the same quantity, and how they stand to one another."""

from __future__ import annotations

from typing import Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.comparing import ClaimsOption, read_compared
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
    compared, decided = read_compared(claims, store, topic, party, since)
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

    compared, decided = read_compared(claims, store, topic, party, since)
    if not print_timeline(compared, decided, lang, limit):
        tell("armscorpus: no claim meets these conditions")
