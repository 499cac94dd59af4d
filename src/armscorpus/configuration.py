"""The user's settings: `armscorpus.toml`, or `[tool.armscorpus]` of `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from armscorpus.check.options import Level
from armscorpus.check.rules import choose
from armscorpus.errors import LexiconError
from armscorpus.lexicon.user import UserWords

NAME = "armscorpus.toml"
PROJECT = "pyproject.toml"


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class Check(BaseModel):
    """Settings of the check: rules by id or name, levels by rule, and what its options of the same names say.

    `baseline` is seen from the folder of the file.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_dashed, populate_by_name=False)

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: dict[str, Level] = {}
    fail_on: Level | None = None
    baseline: str | None = None
    against: str | None = None

    @model_validator(mode="after")
    def _known(self) -> Self:
        """Refuse rules that do not exist."""
        choose(self.select, self.ignore, self.levels)
        return self


class Configuration(BaseModel):
    """Settings: the address of the store, of the check, and for each file of the lexicon the words to add."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    store: str | None = None
    check: Check = Check()
    lexicon: dict[str, dict[str, Any]] = {}


def find_configuration(folder: Path) -> Path | None:
    """Return the nearest file with settings, in a folder or in those above it."""
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return place / NAME
        project = place / PROJECT
        if project.is_file() and b"[tool.armscorpus" in project.read_bytes():
            return project
    return None


def read_configuration(path: Path) -> Configuration:
    """Return the settings of a file.

    Raises LexiconError with the file, the key and the reason.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(path, "file", str(error)) from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path, "syntax", str(error)) from error
    settings = found.get("tool", {}).get("armscorpus", {}) if path.name == PROJECT else found
    try:
        return Configuration.model_validate(settings)
    except ValidationError as error:
        raise LexiconError(path, *_first(error)) from error


def user_words(path: Path, configuration: Configuration) -> UserWords | None:
    """Return the words that the settings of a file add, None where they add none."""
    return UserWords(str(path), configuration.lexicon) if configuration.lexicon else None


def _first(error: ValidationError) -> Iterator[str]:
    first = error.errors()[0]
    yield ".".join(str(part) for part in first["loc"])
    yield first["msg"].removeprefix("Value error, ")
