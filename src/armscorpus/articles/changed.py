"""Which files git says are new or changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from armscorpus.errors import GitError

NEW_OR_CHANGED = "ACMRT"
"""The letters of git for files that are added, copied, modified, renamed, or of another type than before."""


def changed_since(revision: str, paths: Iterable[Path]) -> frozenset[Path]:
    """Return the files at or below some paths that differ from a revision, or that git does not know, resolved.

    What counts is where the present branch left that of the revision, so that what others did there since is no change.
    Raises GitError where git is not there, where this is no repository, and for a revision that it does not know.
    """
    asked = [str(path) for path in paths]
    top = _git("rev-parse", "--show-toplevel").rstrip("\n")
    known = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    if not known:
        raise GitError(f"git knows no revision {revision!r} here")
    since = _git("merge-base", known, "HEAD").strip() or known
    options = ("-z", "--name-only", f"--diff-filter={NEW_OR_CHANGED}")
    changed = _git("diff", *options, since, "--", *asked)
    unknown = _git("ls-files", "-z", "--full-name", "--others", "--exclude-standard", "--", *asked)
    return frozenset(Path(top, name).resolve() for name in (changed + unknown).split("\0") if name)


def _git(command: str, *arguments: str) -> str:
    """Return what git prints, nothing where it answers no without a word."""
    try:
        process = subprocess.run(  # noqa: S603 - no shell, and paths come after `--`
            ["git", "--literal-pathspecs", command, *arguments],  # noqa: S607 - the git of the user's PATH is meant
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if process.returncode and process.stderr:
        raise GitError(f"git {command}: {_first_line(process.stderr)}")
    return "" if process.returncode else os.fsdecode(process.stdout)


def _first_line(message: bytes) -> str:
    return message.decode(errors="replace").strip().partition("\n")[0]
