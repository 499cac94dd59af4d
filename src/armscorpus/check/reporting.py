"""What a check has found, with what the formats say about it as a whole."""

from __future__ import annotations

from typing import NamedTuple

from armscorpus.check.options import Level
from armscorpus.check.problems import Problem
from armscorpus.report.formats import Language


class Report(NamedTuple):
    """The problems of the files checked, those that are accepted among them; from `fail_on` on they fail the check.

    `language` is that of the words around them; their reasons have theirs already.
    """

    problems: tuple[Problem, ...] = ()
    paths: tuple[str, ...] = ()
    fail_on: Level = Level.WARNING
    language: Language = Language.ENGLISH

    @property
    def standing(self) -> list[Problem]:
        """The problems that nobody has accepted."""
        return [problem for problem in self.problems if problem.accepted is None]

    @property
    def has_failed(self) -> bool:
        """Whether a problem is serious enough to fail the check."""
        return any(map(self.fails, self.standing))

    def fails(self, problem: Problem) -> bool:
        """Return whether a problem that nobody has accepted fails the check."""
        return problem.level.reaches(self.fail_on)

    def of_path(self, path: str) -> list[Problem]:
        """Return the problems of a file, those that are accepted among them."""
        return [problem for problem in self.problems if problem.path == path]
