"""The values of the options of the check, apart from its records: `--help` needs them alone."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """How much a problem matters; the most serious first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def reaches(self, other: Level) -> bool:
        """Return whether this level is as serious as another, or more so."""
        return list(Level).index(self) <= list(Level).index(other)


class CheckFormat(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"
    GITLAB = "gitlab"
    MARKDOWN = "md"
