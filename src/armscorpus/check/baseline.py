"""The baseline: the problems that a desk knows and lives with, so that a check reports only what is new.

It is a file of JSON Lines, sorted and without positions: a line is a problem, so that two branches merge, a person can
read it, and an edited article does not change it. `reason` is free for who wants to say why.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from pydantic import ValidationError

from armscorpus.check.problems import Acceptance, Accepted, Problem
from armscorpus.errors import ClaimsError
from armscorpus.models import Record


class Known(Record):
    """An accepted problem: where it is, what it says, and the fingerprint by which it is known again."""

    path: str
    rule: str
    figure: str | None = None
    why: str
    fingerprint: str
    reason: str | None = None


def read_baseline(path: Path) -> list[Known]:
    """Return the problems of a baseline, none where there is no file.

    Raises ClaimsError with the line and the reason.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimsError(path, 0, getattr(error, "strerror", None) or str(error)) from error
    return [_parse(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _parse(path: Path, number: int, line: str) -> Known:
    try:
        return Known.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ClaimsError(path, number, f"{place}: {first['msg']}" if place else first["msg"]) from error


def baseline_lines(known: Iterable[Known]) -> str:
    """Return the text of a baseline."""
    ordered = sorted(known, key=lambda one: (one.path, one.rule, one.figure or "", one.fingerprint))
    rows = (one.model_dump(mode="json", exclude_none=True) for one in ordered)
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def accept_known(problems: Iterable[Problem], baseline: Iterable[Known]) -> list[Problem]:
    """Return problems, those of the baseline marked; what the article itself accepts stays as it is."""
    known = {one.fingerprint: one for one in baseline}
    return [
        problem.model_copy(update={"accepted": _acceptance(known[problem.fingerprint])})
        if problem.accepted is None and problem.fingerprint in known
        else problem
        for problem in problems
    ]


def _acceptance(known: Known) -> Acceptance:
    return Acceptance(where=Accepted.IN_BASELINE, reason=known.reason)


def gone(baseline: Iterable[Known], problems: Iterable[Problem], checked: Collection[str]) -> list[Known]:
    """Return what the baseline knows of the paths that were checked and is no longer reported there."""
    reported = {problem.fingerprint for problem in problems}
    return [one for one in baseline if one.path in checked and one.fingerprint not in reported]


def updated(baseline: Iterable[Known], problems: Iterable[Problem], checked: Collection[str]) -> list[Known]:
    """Return the baseline with the problems of the paths that were checked in place of those it had there.

    The reasons that people gave stay; what an article itself accepts is not repeated.
    """
    before = list(baseline)
    reasons = {one.fingerprint: one.reason for one in before}
    now = [
        Known(
            path=problem.path,
            rule=problem.rule,
            figure=problem.claim.text if problem.claim else None,
            why=problem.why,
            fingerprint=problem.fingerprint,
            reason=reasons.get(problem.fingerprint),
        )
        for problem in problems
        if problem.accepted is None or problem.accepted.where is not Accepted.IN_ARTICLE
    ]
    return [one for one in before if one.path not in checked] + now
