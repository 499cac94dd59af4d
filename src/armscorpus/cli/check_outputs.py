"""Where a report of the check goes: standard output in one format, and files in others."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from armscorpus.check.options import CheckFormat

if TYPE_CHECKING:
    from armscorpus.check.reporting import Report

    Outputs = list[tuple[CheckFormat, Path]]


def parse_outputs(outputs: list[str]) -> Outputs:
    """Return formats and files; anything that could not be written is refused before any work is done."""
    from armscorpus.check.formats import BEGINNINGS
    from armscorpus.report.files import check_replaceable

    parsed: Outputs = []
    for output in outputs:
        name, _, path = output.partition("=")
        if name not in BEGINNINGS or not path:
            known = ", ".join(BEGINNINGS)
            raise typer.BadParameter(f"{output!r} is not FORMAT=FILE, with one of {known}.")
        form = CheckFormat(name)
        check_replaceable(Path(path), partial(_begins_with, BEGINNINGS[form]))
        parsed.append((form, Path(path)))
    return parsed


def _begins_with(known: tuple[bytes, ...], beginning: bytes) -> bool:
    return beginning.startswith(known)


def write_outputs(report: Report, outputs: Outputs) -> None:
    """Write a report to files, each whole or not at all."""
    from armscorpus.report.files import replace_whole

    for form, path in outputs:
        replace_whole(path, _encode(report, form))


def print_report(report: Report, form: CheckFormat) -> None:
    """Print a report: text as the terminal can show it, other formats in UTF-8, as they say or expect."""
    if form is not CheckFormat.TEXT:
        typer.echo(_encode(report, form), nl=False)
        return
    from armscorpus.check.formats.text import print_text
    from armscorpus.report.terminal import open_console

    print_text(open_console(), report)


def _encode(report: Report, form: CheckFormat) -> bytes:
    from armscorpus.check.formats import render

    return render(report, form).encode("utf-8", "replace")
