"""Judgements as a table: what was decided about which claims, by whom, when, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import Judgement
from armscorpus.report.claims import ID_LENGTH
from armscorpus.report.dates import render_day
from armscorpus.report.terminal import Cell, Console, Grid

SHARES = (18, 15, 13, 15, 19)


def print_table(console: Console, judgements: Iterable[Judgement]) -> None:
    """Print judgements in the order given, a row each."""
    labels = load(Labels)
    grid = Grid.shared(console, *SHARES)
    headings = ("claims", "decision", "author", "decided", "note")
    grid.print_row(*(labels.heading[name] for name in headings), style="bold")
    for judgement in judgements:
        said = [f"{path}={json.dumps(value)}" for path, value in sorted(judgement.corrections.items())]
        grid.print_row(
            Cell(" ".join(claim[:ID_LENGTH] for claim in judgement.claims), "dim"),
            Cell(labels.decision[judgement.decision], "bold"),
            judgement.author,
            render_day(judgement.decided.date()),
            " ".join([*said, *([judgement.note] if judgement.note else [])]),
        )
