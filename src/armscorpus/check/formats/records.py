"""Problems as JSON, for programs of one's own."""

from __future__ import annotations

import json
from typing import Any

from armscorpus.check.reporting import Report


def render_json(report: Report) -> str:
    """Return an array of the problems, those that are accepted among them with `accepted`."""
    return dump([problem.model_dump(mode="json") for problem in report.problems])


def dump(document: Any) -> str:
    """Return a document of JSON in ASCII, in which no character can steer a terminal."""
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"
