"""Problems as lines of text, JSON, or annotations of a GitHub workflow; untrusted text is escaped."""

from __future__ import annotations

import json
from collections.abc import Sequence

from armscorpus.check.options import CheckFormat, Level
from armscorpus.check.problems import Problem

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(problems: Sequence[Problem], form: CheckFormat) -> str:
    """Return problems in a format, the lines each ended; those that are accepted in JSON alone."""
    if form is CheckFormat.JSON:
        rows = [problem.model_dump(mode="json") for problem in problems]
        return json.dumps(rows, indent=2, ensure_ascii=True) + "\n"
    line = _text if form is CheckFormat.TEXT else _annotation
    return "".join(f"{line(problem)}\n" for problem in problems if problem.accepted is None)


def _text(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return _shown(f"{place}: {problem.level} {problem.rule} {problem.name}: {problem.why}")


def _shown(text: str) -> str:
    """Return a text on one line, without what a terminal would obey."""
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else " " for c in text)


def _annotation(problem: Problem) -> str:
    """Return a workflow command; what would end it or a property is escaped."""
    title = _property(f"{problem.rule} {problem.name}")
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{COMMANDS[problem.level]} {place},title={title}::{_message(problem.why)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
