"""Suppressions: problems that the front matter of an article accepts, each with a reason.

armscorpus:
ignore:
- rule: ARM001
reason: the agency has since corrected its figure
- {rule: arithmetic, figure: 810 millions, reason: rounded by the ministry}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from armscorpus.check.problems import Acceptance, Accepted, Problem
from armscorpus.check.rules import find_rule
from armscorpus.errors import ArticleError

KEY = "armscorpus"
"""The field of the front matter that is for this program."""


class Suppression(BaseModel):
    """A rule, by id or name, that an article accepts to break, why, and at which figure; at all where that is None."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    reason: str = Field(min_length=1)
    figure: str | None = None

    @field_validator("rule")
    @classmethod
    def _known(cls, rule: str) -> str:
        return find_rule(rule).id

    def accepts(self, problem: Problem) -> bool:
        """Whether a problem is of the rule, and at the figure, in its words but for spaces."""
        is_there = self.figure is None or (
            problem.claim is not None and _words(self.figure) == _words(problem.claim.text)
        )
        return problem.rule == self.rule and is_there


class _Settings(BaseModel):
    """What an article may say to this program."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ignore: tuple[Suppression, ...] = ()


def parse_suppressions(path: str, front_matter: Mapping[str, object]) -> tuple[Suppression, ...]:
    """Return what the front matter of an article accepts.

    Raises ArticleError where that is not as it must be: an unknown rule, no reason.
    """
    try:
        return _Settings.model_validate(front_matter.get(KEY, {})).ignore
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in (KEY, *first["loc"]))
        reason = first["msg"].removeprefix("Value error, ")
        raise ArticleError(path, f"front matter: {place}: {reason}") from error


def suppress(
    problems: Iterable[Problem], suppressions: Mapping[str, Sequence[Suppression]]
) -> tuple[list[Problem], list[tuple[str, Suppression]]]:
    """Return problems, those that their article accepts marked, and the suppressions that accept none, by path."""
    used: set[tuple[str, int]] = set()
    marked = []
    for problem in problems:
        known = suppressions.get(problem.path, ())
        place = next((index for index, one in enumerate(known) if one.accepts(problem)), None)
        if place is not None:
            used.add((problem.path, place))
            acceptance = Acceptance(where=Accepted.IN_ARTICLE, reason=known[place].reason)
            problem = problem.model_copy(update={"accepted": acceptance})
        marked.append(problem)
    idle = [
        (path, suppression)
        for path, told in suppressions.items()
        for index, suppression in enumerate(told)
        if (path, index) not in used
    ]
    return marked, idle


def _words(text: str) -> str:
    return " ".join(text.split())
