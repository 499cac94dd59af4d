"""Problems as a report of GitLab's Code Quality, which a merge request shows."""

from __future__ import annotations

from typing import Any

from armscorpus.check.formats.records import dump
from armscorpus.check.options import Level
from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.untrusted import printable

SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}


def render_gitlab(report: Report) -> str:
    """Return an array of the problems that nobody has accepted."""
    return dump([_issue(problem) for problem in report.standing])


def _issue(problem: Problem) -> dict[str, Any]:
    return {
        "description": printable(f"{problem.rule} {problem.name}: {problem.why}"),
        "check_name": problem.name,
        "fingerprint": problem.fingerprint,
        "severity": SEVERITIES[problem.level],
        "location": {"path": problem.path, "lines": {"begin": problem.line, "end": problem.end_line}},
    }
