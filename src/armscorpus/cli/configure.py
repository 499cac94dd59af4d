"""The user's settings, read before any command runs."""

from __future__ import annotations

from pathlib import Path

import typer


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
    if configuration.store:
        names = getattr(context.command, "commands", {})
        context.default_map = {name: {"store": configuration.store} for name in names}


def _has_settings() -> bool:
    """Whether a file here or above may hold settings; what reads them is imported only then."""
    here = Path.cwd()
    return any((place / name).exists() for place in (here, *here.parents) for name in _NAMES)


_NAMES = ("armscorpus.toml", "pyproject.toml")
