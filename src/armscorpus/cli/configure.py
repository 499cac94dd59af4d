"""The user's settings, read before any command runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from armscorpus.configuration import Check


def configure(context: typer.Context, path: Path | None) -> None:
    """Give the commands the store of the settings by default, and the lexicon the words that they add."""
    if path is None and not _has_settings():
        return
    from armscorpus.configuration import find_configuration, read_configuration, user_words
    from armscorpus.lexicon import add_words

    found = path or find_configuration(Path.cwd())
    if found is None:
        return
    configuration = read_configuration(found)
    add_words(user_words(found, configuration))
    names = getattr(context.command, "commands", {})
    store = {"store": configuration.store} if configuration.store else {}
    context.default_map = {name: dict(store) for name in names}
    context.default_map["check"] |= dict(_defaults(configuration.check, found.parent))


def _defaults(settings: Check, folder: Path) -> Iterator[tuple[str, Any]]:
    """Yield the defaults of the options of `check` that the settings give."""
    if settings.levels:
        yield "level", [f"{rule}={level}" for rule, level in settings.levels.items()]
    if settings.baseline:
        yield "baseline", folder / settings.baseline
    for name in ("select", "ignore", "fail_on", "against"):
        if value := getattr(settings, name):
            yield name, list(value) if isinstance(value, tuple) else value


def _has_settings() -> bool:
    """Whether a file here or above may hold settings; what reads them is imported only then."""
    here = Path.cwd()
    return any((place / name).exists() for place in (here, *here.parents) for name in _NAMES)


_NAMES = ("armscorpus.toml", "pyproject.toml")
