"""`armscorpus review`: judging claims one by one by keyboard, the doubtful first."""

from __future__ import annotations

import datetime as dt
import gc
import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from armscorpus.cli.boundary import MISUSE, tell
from armscorpus.cli.options import (
    DEFAULT_STORE,
    AuthorOption,
    LanguageOption,
    ModalityOption,
    PartyOption,
    SinceOption,
    StoreOption,
    TopicOption,
    UntilOption,
    user_name,
)
from armscorpus.report.formats import Language

if TYPE_CHECKING:
    from armscorpus.models import Judgement
    from armscorpus.reconcile import Doubtful
    from armscorpus.review import Desk
    from armscorpus.store import Store


def review(
    topic: TopicOption = None,
    party: PartyOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    modality: ModalityOption = None,
    article: Annotated[
        str | None, typer.Option(metavar="ARTICLE", help="Only claims of this article (end of path, or id).")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="The claims that have been judged too.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the N most doubtful.")] = None,
    author: AuthorOption = None,
    lang: LanguageOption = Language.FRENCH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Judge claims one by one by keyboard, the doubtful first."""
    _require_terminal()
    from armscorpus.review import Desk, ReviewApp
    from armscorpus.store import open_store

    asked = {"topic": topic, "party": party, "since": since, "until": until, "article": article}
    with open_store(store, must_exist=True) as opened:
        judgements = opened.judgements()
        queue = _queue(opened, asked, modality, judgements, lang, everything)[:limit]
        if not queue:
            tell("armscorpus: no claim to judge meets these conditions; --all has the judged ones too")
            return
        gc.enable()  # an afternoon may pass
        desk = Desk(
            queue,
            judgements,
            keep=lambda judgement: opened.judge([judgement]),
            author=author or user_name(),
            clock=lambda: dt.datetime.now(dt.UTC),
        )
        ReviewApp(desk, opened.article, lang).run()
    _tell_done(desk)


def _tell_done(desk: Desk) -> None:
    """Say how far the person came, and which notes had no decision to go with."""
    tell(f"armscorpus: {desk.judged} of {len(desk.queue)} claims judged")
    for claim, note in desk.notes.items():
        tell(f"armscorpus: {claim}: note without a decision, which is not kept: {note}")


def is_on_terminal() -> bool:
    """Whether a person can look and answer; textual draws on standard error."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _require_terminal() -> None:
    """End the command where no person can look and answer."""
    if not is_on_terminal():
        tell(
            "armscorpus: review needs a terminal for input, output and errors; `armscorpus judge CLAIM DECISION` needs none"
        )
        raise typer.Exit(MISUSE)


def _queue(
    store: Store,
    asked: dict[str, Any],
    modality: str | None,
    judgements: list[Judgement],
    language: Language,
    everything: bool,
) -> list[Doubtful]:
    """Return the claims that are asked for, the doubtful first, compared with all that the store has about their topics."""
    from armscorpus.models import Modality
    from armscorpus.reconcile import is_one_party, queue_of

    asked |= {"modality": Modality(modality) if modality else None}
    claims = list(store.claims(**asked))
    is_part = any(value is not None for value in asked.values())
    compared = [*claims, *store.comparable(claims, match=is_one_party)] if is_part else claims
    return queue_of(claims, compared, judgements=judgements, language=language, include_judged=everything)
