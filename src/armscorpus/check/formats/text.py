"""Problems as lines that editors and people know from compilers."""

from __future__ import annotations

from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.untrusted import printable


def render_text(report: Report) -> str:
    """Return a line for each problem that nobody has accepted."""
    return "".join(f"{text_line(problem)}\n" for problem in report.standing)


def text_line(problem: Problem) -> str:
    """Return `path:line:column: level RULE name: why`, without what a terminal would obey."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return printable(f"{place}: {problem.level} {problem.rule} {problem.name}: {problem.why}")
