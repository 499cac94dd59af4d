"""`armscorpus claims` and `armscorpus show`: what the store holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.options import (
    DEFAULT_STORE,
    ArticleOption,
    FormatOption,
    ModalityOption,
    PartyOption,
    RawOption,
    SinceOption,
    SourceOption,
    StoreOption,
    TopicOption,
    UntilOption,
)
from armscorpus.report.formats import Format

if TYPE_CHECKING:
    from armscorpus.models import Claim, Decision, Judgement


def claims(
    topic: TopicOption = None,
    source: SourceOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    modality: ModalityOption = None,
    article: ArticleOption = None,
    raw: RawOption = False,
    output: FormatOption = Format.TABLE,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """List the claims in the store, as people judged them."""
    from armscorpus.models import Modality
    from armscorpus.report.output import print_claims
    from armscorpus.store import open_store

    with open_store(store, must_exist=True) as opened:
        found = opened.claims(
            topic=topic,
            source=source,
            party=party,
            since=since,
            until=until,
            modality=Modality(modality) if modality else None,
            article=article,
        )
        judgements = () if raw else tuple(opened.judgements())
        kept, decisions = _judged(found, judgements) if judgements else (found, {})
        print_claims(_told_if_none(kept), output, decisions)


def _judged(
    claims: Iterator[Claim], judgements: tuple[Judgement, ...]
) -> tuple[Iterator[Claim], dict[str, Decision]]:
    """Return claims without the rejected and with the corrected ones corrected, and what was decided of each."""
    from armscorpus.reconcile.judgements import apply_judgements, judgements_of_one

    known = list(claims)
    kept = apply_judgements(known, judgements)
    if len(kept) < len(known):
        tell(f"armscorpus: rejected claims left out: {len(known) - len(kept)} (--raw lists them)")
    of_one = judgements_of_one(judgements)
    return iter(kept), {claim: judgement.decision for claim, judgement in of_one.items()}


def _told_if_none(claims: Iterator[Claim]) -> Iterator[Claim]:
    """Yield the claims; tell if there is none, since an empty answer may be a wrong question."""
    first = next(claims, None)
    if first is None:
        tell("armscorpus: no claim meets these conditions")
        return
    yield first
    yield from claims


def show(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or its beginning.")],
    explain: Annotated[bool, typer.Option("--explain", help="Print the rules that made each field.")] = False,
    output: FormatOption = Format.TABLE,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Show a claim in its sentence, with its parts marked, as extracted, and what people decided about it."""
    from armscorpus.report.output import print_evidence
    from armscorpus.store import open_store

    with open_store(store, must_exist=True) as opened:
        found = opened.claim(claim)
        judgements = [one for one in opened.judgements() if found.id in one.claims]
        article = opened.article(found.article.id)
        print_evidence(found, article, output, judgements, explain=explain)
