"""A report of the check in each format: for people, for programs, and for CI servers."""

from __future__ import annotations

from collections.abc import Callable

from armscorpus.check.formats.github import render_github
from armscorpus.check.formats.gitlab import render_gitlab
from armscorpus.check.formats.junit import render_junit
from armscorpus.check.formats.markdown import render_markdown
from armscorpus.check.formats.records import render_json
from armscorpus.check.formats.sarif import render_sarif
from armscorpus.check.formats.text import render_text
from armscorpus.check.options import CheckFormat
from armscorpus.check.reporting import Report

RENDERERS: dict[CheckFormat, Callable[[Report], str]] = {
    CheckFormat.TEXT: render_text,
    CheckFormat.JSON: render_json,
    CheckFormat.SARIF: render_sarif,
    CheckFormat.GITHUB: render_github,
    CheckFormat.JUNIT: render_junit,
    CheckFormat.GITLAB: render_gitlab,
    CheckFormat.MARKDOWN: render_markdown,
}

BEGINNINGS = {
    CheckFormat.JSON: (b"[]", b'[\n  {\n    "line":'),
    CheckFormat.SARIF: (b'{\n  "$schema": "https://docs.oasis-open.org/sarif/',),
    CheckFormat.JUNIT: (b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="armscorpus check"',),
    CheckFormat.GITLAB: (b"[]", b'[\n  {\n    "description": "ARM'),
    CheckFormat.MARKDOWN: (b"## armscorpus check\n",),
}
"""How the files of a format begin, where one can be known by that: it may be written over an older one."""


def render(report: Report, form: CheckFormat) -> str:
    """Return a report in a format, always the same for the same report."""
    return RENDERERS[form](report)
