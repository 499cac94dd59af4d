"""Words that users add to those of the package, file by file, in the same schemas."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

IDENTITIES = ("slug", "name", "names", "code")
"""The keys by which an entry of a list is known: one with the same is completed, any other is added."""


@dataclass(frozen=True)
class UserWords:
    """What a file of the user adds: for each file of the lexicon, by its name, entries as in that file."""

    path: str
    files: Mapping[str, Mapping[str, Any]]

    @property
    def fingerprint(self) -> str:
        """The same for the same words, whatever the file."""
        written = json.dumps(self.files, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(written.encode()).hexdigest()[:8]


def merged(packaged: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """Return the words of a file with those added: lists grow, tables are completed, single values are replaced."""
    result = dict(packaged)
    for key, value in added.items():
        known = result.get(key)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            result[key] = merged(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            result[key] = _grown(known, value)
        else:
            result[key] = value
    return result


def _grown(known: list[Any], added: list[Any]) -> list[Any]:
    """Return a list with more entries, the user's first, since the first entry that fits is taken."""
    result = list(known)
    new = []
    for entry in added:
        place = next((index for index, other in enumerate(result) if _is_same(other, entry)), None)
        if place is None:
            new.append(entry)
        elif isinstance(entry, Mapping):
            result[place] = merged(result[place], entry)
    return new + result


def _is_same(one: Any, other: Any) -> bool:
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        return bool(one == other)
    return any(key in one and key in other and _first(one[key]) == _first(other[key]) for key in IDENTITIES)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
