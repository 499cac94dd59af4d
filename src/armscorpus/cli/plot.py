"""`armscorpus plot`: the charts of a topic as a figure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from armscorpus.cli.boundary import tell
from armscorpus.cli.comparing import ClaimsOption, read_compared
from armscorpus.cli.options import DEFAULT_STORE, LanguageOption, PartyOption, StoreOption, TopicOption
from armscorpus.report.formats import Language

SUFFIXES = (".svg", ".png", ".pdf")


def plot(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The figure: .svg, .png or .pdf.")
    ],
    topic: TopicOption = None,
    party: PartyOption = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Draw the N largest groups.")] = 1,
    claims: ClaimsOption = None,
    lang: LanguageOption = Language.FRENCH,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Draw figures with their intervals over time."""
    from armscorpus.reconcile import reconcile
    from armscorpus.report.files import check_output, write_whole
    from armscorpus.report.plot import drawable, render_plot

    if output.suffix not in SUFFIXES:
        raise typer.BadParameter(
            f"{str(output)!r} ends in none of {', '.join(SUFFIXES)}.", param_hint="--output"
        )
    check_output(output)
    compared, decided = read_compared(claims, store, topic, party)
    drawn = drawable(reconcile(compared, judgements=decided, language=lang), lang)[:limit]
    if drawn:
        write_whole(output, render_plot(drawn, output.suffix, lang))
        tell(f"{output}: {', '.join(group.subject for group, _ in drawn)}")
    else:
        tell(f"armscorpus: {len(compared)} claims, no two of which can be drawn together")
