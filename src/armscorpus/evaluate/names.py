"""Which article a path means, from whichever folder it was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from armscorpus.errors import ClaimsError


class Articles:
    """Paths of articles, to be found again under longer or shorter ones: `seed-4.md` is `data/seeds/seed-4.md`."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for path in dict.fromkeys(paths):
            self._by_name[PurePosixPath(path).name].append(path)

    def find(self, path: str) -> str | None:
        """Return the path of which this one is an end, or that is an end of it; None where there is none.

        Raises ClaimsError where it may be either of two.
        """
        known = self._by_name.get(PurePosixPath(path).name, [])
        fitting = [other for other in known if _is_end(path, other)]
        closest = [other for other in fitting if other == path] or fitting
        if len(closest) > 1:
            raise ClaimsError(path, 0, f"may be {' or '.join(closest)}")
        return closest[0] if closest else None


def _is_end(a: str, b: str) -> bool:
    parts, others = PurePosixPath(a).parts, PurePosixPath(b).parts
    length = min(len(parts), len(others))
    return parts[-length:] == others[-length:]
