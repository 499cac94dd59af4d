"""`armscorpus judge` and `judgements`: what people decide about claims, apart from extraction."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.options import DEFAULT_STORE, AuthorOption, FormatOption, StoreOption, user_name
from armscorpus.report.formats import Format

if TYPE_CHECKING:
    from armscorpus.models import Judgement
    from armscorpus.store import Store


def judge(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM [CLAIM] DECISION [FIELD=VALUE]...",
            help="One claim: accept, reject, correct FIELD=VALUE… Two: same, different, or a relation. withdrawn undoes.",
        ),
    ],
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    author: AuthorOption = None,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Decide about a claim or two; the decision overrides the rules and outlives extraction."""
    from armscorpus.store import open_store

    with open_store(store, must_exist=True) as opened:
        judgement = _parse(opened, words, note, author or user_name())
        opened.judge([judgement])
    tell(f"armscorpus: {' '.join(judgement.claims)}: {judgement.decision}")


def judgements(output: FormatOption = Format.TABLE, store: StoreOption = DEFAULT_STORE) -> None:
    """List what people decided, the withdrawn and the superseded too."""
    from armscorpus.report.output import print_judgements
    from armscorpus.store import open_store

    with open_store(store, must_exist=True) as opened:
        print_judgements(opened.judgements(), output)


def _parse(store: Store, words: list[str], note: str | None, author: str) -> Judgement:
    """Return the judgement of « A reject », « A correct FIELD=VALUE … » or « A B RELATION »."""
    from armscorpus.models import Decision
    from armscorpus.reconcile import decide, parse_correction

    place = next((index for index, word in enumerate(words) if word in set(Decision)), None)
    if place not in {1, 2}:
        raise typer.BadParameter(f"no decision in {' '.join(words)!r}: {', '.join(Decision)}.")
    return decide(
        [store.claim(word) for word in words[:place]],
        Decision(words[place]),
        corrections=dict(parse_correction(word) for word in words[place + 1 :]),
        note=note,
        author=author,
        decided=dt.datetime.now(dt.UTC),
    )
