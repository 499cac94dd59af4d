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
        """Whether a problem fails the check."""
        return any(map(self.fails, self.problems))

    def fails(self, problem: Problem) -> bool:
        """Return whether a problem fails the check: nobody has accepted it, and it is serious enough."""
        return problem.accepted is None and problem.level.reaches(self.fail_on)

    @property
    def by_path(self) -> dict[str, list[Problem]]:
        """The problems of each file that was checked, those that are accepted among them."""
        found: dict[str, list[Problem]] = {path: [] for path in self.paths}
        for problem in self.problems:
            found[problem.path].append(problem)
        return found
