"""Problems as commands of a GitHub workflow, which shows them beside the changed lines."""

from __future__ import annotations

from armscorpus.check.options import Level
from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.untrusted import printable

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render_github(report: Report) -> str:
    """Return an annotation for each problem that nobody has accepted."""
    return "".join(f"{_annotation(problem)}\n" for problem in report.standing)


def _annotation(problem: Problem) -> str:
    """Return a workflow command on the sentence; what would end it or a property is escaped."""
    properties = {"file": problem.path, **_place(problem), "title": f"{problem.rule} {problem.name}"}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{COMMANDS[problem.level]} {told}::{_message(problem.why)}"


def _place(problem: Problem) -> dict[str, int]:
    """Return the lines of the sentence; GitHub refuses columns where it has several, and an empty stretch."""
    where = problem.sentence
    lines = {"line": where.line, "endLine": where.end_line}
    if where.line != where.end_line or where.column == where.end_column:
        return lines
    return {**lines, "col": where.column, "endColumn": where.end_column}


def _message(text: str) -> str:
    """Return a text that is no more than the message: a terminal obeys none of it, nor does GitHub."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
