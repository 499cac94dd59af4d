"""Judgements as a table: what was decided about which claims, by whom, when, and why."""

from __future__ import annotations

import json
from collections.abc import Iterable

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import Judgement
from armscorpus.report.claims import ID_LENGTH
from armscorpus.report.dates import render_day
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.terminal import Cell, Console, Grid

SHARES = (18, 15, 13, 15, 19)


def print_table(console: Console, judgements: Iterable[Judgement]) -> None:
    """Print judgements in the order given, a row each."""
    labels = load(Labels)
    grid = Grid.shared(console, *SHARES)
    headings = ("claims", "decision", "author", "decided", "note")
    grid.print_row(*(labels.heading[name] for name in headings), style="bold")
    for judgement in judgements:
        grid.print_row(
            Cell(" ".join(claim[:ID_LENGTH] for claim in judgement.claims), "dim"),
            Cell(labels.decision[judgement.decision], "bold"),
            judgement.author,
            render_day(judgement.decided.date()),
            _said(judgement),
        )


def render_judgement(judgement: Judgement, language: Language = Language.FRENCH) -> str:
    """Return « corrigé (Anne, 3 mars 2026) : period.end=… note »."""
    decision = labels_in(language).decision[judgement.decision]
    said = _said(judgement)
    who = f"{decision} ({judgement.author}, {render_day(judgement.decided.date(), language)})"
    colon = "\u00a0: " if language is Language.FRENCH else ": "
    return f"{who}{colon}{said}" if said else who


def _said(judgement: Judgement) -> str:
    """Return the corrections and the note."""
    corrections = sorted(judgement.corrections.items())
    said = [f"{path}={json.dumps(value, ensure_ascii=False)}" for path, value in corrections]
    return ", ".join([*said, *([judgement.note] if judgement.note else [])])
