"""Paths → the files to read, folders walked in sorted order."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from armscorpus.errors import ArticleError

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
"""The suffixes of the files that are read in folders; a file named by itself may have any."""

METADATA_FILES = ("metadata.csv", "metadata.jsonl")
"""The files that describe the articles of their folder; what the first one says comes first."""


class Found(NamedTuple):
    """A file to read, and the folders whose metadata may describe it, the nearest first."""

    path: Path
    folders: tuple[Path, ...]


class Visit(NamedTuple):
    """A place on a walk: its path, the folders walked through, the nearest first, and their identities."""

    path: Path
    folders: tuple[Path, ...] = ()
    identities: frozenset[tuple[int, int]] = frozenset()


def find_files(paths: Iterable[Path | str]) -> Iterator[Found | ArticleError]:
    """Yield the files at the paths, in the order given, each once, and errors for paths that lead nowhere."""
    seen: set[Path] = set()
    for path in map(Path, paths):
        for found in _find(path):
            if isinstance(found, ArticleError):
                yield found
            elif found.path not in seen:
                seen.add(found.path)
                yield found


def show_path(path: Path) -> str:
    r"""Return the path in POSIX style; a byte that is no UTF-8 is shown as `\xe9`."""
    return path.as_posix().encode(errors="surrogateescape").decode(errors="backslashreplace")


def explain(error: Exception) -> str:
    """Return what an error says, without the path."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _find(path: Path) -> Iterator[Found | ArticleError]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:
        yield ArticleError(show_path(path), explain(error))
        return
    if is_folder:
        yield from _walk(path)
    elif path.name in METADATA_FILES:
        yield ArticleError(show_path(path), "describes the articles of its folder and is none itself")
    else:
        yield Found(path, (path.parent,))


def _walk(root: Path) -> Iterator[Found | ArticleError]:
    """Yield what is in a folder and below it, sorted by name; a folder without articles is an error."""
    is_empty = True
    pending = [Visit(root)]
    while pending:
        visit = pending.pop()
        try:
            found, within = _look(visit)
        except OSError as error:
            found, within = ArticleError(show_path(visit.path), explain(error)), []
        pending += reversed(within)
        if found is not None:
            is_empty = False
            yield found
    if is_empty:
        yield ArticleError(show_path(root), f"no article in this folder ({', '.join(SUFFIXES)})")


def _look(visit: Visit) -> tuple[Found | ArticleError | None, list[Visit]]:
    """Return the article at a place, or what is in it."""
    status = visit.path.stat()
    if stat.S_ISDIR(status.st_mode):
        return _enter(visit, (status.st_dev, status.st_ino))
    if visit.path.suffix.lower() not in SUFFIXES:
        return None, []
    if not stat.S_ISREG(status.st_mode):
        return ArticleError(show_path(visit.path), "not a regular file"), []
    return Found(visit.path, visit.folders), []


def _enter(visit: Visit, identity: tuple[int, int]) -> tuple[ArticleError | None, list[Visit]]:
    if identity in visit.identities:
        return ArticleError(show_path(visit.path), "a link back to a folder that it is in"), []
    folders, identities = (visit.path, *visit.folders), visit.identities | {identity}
    paths = sorted(path for path in visit.path.iterdir() if not _is_skipped(path.name))
    return None, [Visit(path, folders, identities) for path in paths]


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name in METADATA_FILES or name.lower() == "readme.md"
