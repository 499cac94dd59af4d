"""What changed between two extractions, as a table for each kind of change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from armscorpus.evaluate.gains import Balance, Change, Gain, Gains, Verdict, Way
from armscorpus.evaluate.options import ScoreFormat
from armscorpus.report.claims import render_name
from armscorpus.report.printing import write_text
from armscorpus.report.sections import Section, markdown_sections, print_sections
from armscorpus.report.terminal import Cell, open_console
from armscorpus.untrusted import json_line

OLD, NEW = "red", "green"
STYLES = {Way.GAINED: NEW, Way.LOST: OLD}
VERDICT_STYLES = {Verdict.RIGHT: NEW, Verdict.WRONG: OLD, Verdict.NEITHER: "dim", None: ""}


def print_gains(gains: Gains, form: ScoreFormat) -> None:
    """Print what changed on standard output."""
    if form is ScoreFormat.JSON:
        write_text([json_line(gains.model_dump(mode="json")), "\n"])
    elif form is ScoreFormat.MARKDOWN:
        write_text([_summary(gains), "\n", *markdown_sections(_sections(gains))])
    else:
        console = open_console()
        console.print_line(Cell(_summary(gains)))
        print_sections(console, _sections(gains))


def _summary(gains: Gains) -> str:
    counts = Counter(gain.way for gain in gains.gains)
    told = ", ".join(f"{counts[way]} {way}" for way in Way)
    return f"{told}{_told(gains.balance)}"


def _told(balance: Balance | None) -> str:
    if balance is None:
        return ""
    return f"; {balance.right} right, {balance.wrong} wrong, {balance.neither} neither"


def _sections(gains: Gains) -> Iterator[Section]:
    for way in (Way.GAINED, Way.LOST):
        claims = [_claim(gain) for gain in gains.gains if gain.way is way]
        yield Section(way.capitalize(), ("Article", "Verdict", "Claim", "Sentence"), claims)
    changes = [
        _change(gain, change, is_first=not index)
        for gain in gains.gains
        for index, change in enumerate(gain.changes)
    ]
    yield Section("Changed", ("Article", "Field", "Verdict", "Old", "New", "Claim"), changes)
    counts = [(name, str(count)) for name, count in gains.fields.items()]
    yield Section("Changes by field", ("Field", "Claims"), counts)


def _claim(gain: Gain) -> Sequence[Cell | str]:
    text = Cell(gain.text, STYLES[gain.way])
    return render_name(gain.article), _verdict(gain.verdict), text, gain.sentence or ""


def _change(gain: Gain, change: Change, *, is_first: bool) -> Sequence[Cell | str]:
    """Return the row of a changed field; the first of a claim says where it is."""
    name, words = (render_name(gain.article), gain.sentence or gain.text) if is_first else ("", "")
    old, new = Cell(change.old, OLD), Cell(change.new, NEW)
    return name, change.field, _verdict(change.verdict), old, new, words


def _verdict(verdict: Verdict | None) -> Cell:
    return Cell(verdict or "", VERDICT_STYLES[verdict])
