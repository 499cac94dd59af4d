"""Problems as lines that editors and people know from compilers."""

from __future__ import annotations

from armscorpus.check.options import Level
from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.report.terminal import Cell, Console
from armscorpus.untrusted import printable

STYLES = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "blue"}


def print_text(console: Console, report: Report) -> None:
    """Print a line for each problem that nobody has accepted, in colour where the console has it."""
    for problem in report.standing:
        console.print_line(*_cells(problem))


def render_text(report: Report) -> str:
    """Return a line for each problem that nobody has accepted."""
    return "".join(f"{text_line(problem)}\n" for problem in report.standing)


def text_line(problem: Problem) -> str:
    """Return `path:line:column: level RULE name: why`, without what a terminal would obey."""
    return "".join(cell.text for cell in _cells(problem))


def _cells(problem: Problem) -> tuple[Cell, ...]:
    return (
        Cell(f"{printable(problem.path)}:{problem.line}:{problem.column}", "bold"),
        Cell(": "),
        Cell(problem.level, STYLES[problem.level]),
        Cell(f" {problem.rule} {problem.name}", "dim"),
        Cell(f": {printable(problem.why)}"),
    )
