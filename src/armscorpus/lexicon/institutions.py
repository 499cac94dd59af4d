"""Institutions by the names that the press gives them: « NIS », « le renseignement sud-coréen » are one."""

from __future__ import annotations

from functools import cache, lru_cache

from armscorpus.lexicon import load
from armscorpus.lexicon.names import stems
from armscorpus.lexicon.schema import Institution, Institutions


@lru_cache(maxsize=65536)
def find_institution(name: str) -> Institution | None:
    """Return the institution that a name contains, the one with the most words if there are several."""
    words = frozenset(stems(name))
    found = [entry for word in words for entry in _index().get(word, ()) if entry[0] <= words]
    if found:
        return max(found, key=lambda entry: (len(entry[0]), entry[1].name))[1]
    return _alone().get(words)


@cache
def _index() -> dict[str, list[tuple[frozenset[str], Institution]]]:
    """Return the institutions by one word of each of their names: the longest, which is likely to be rare."""
    index: dict[str, list[tuple[frozenset[str], Institution]]] = {}
    for institution in load(Institutions).institution:
        for name in (institution.name, *institution.aliases, *institution.people):
            words = frozenset(stems(name))
            index.setdefault(max(words, key=lambda word: (len(word), word)), []).append((words, institution))
    return index


@cache
def _alone() -> dict[frozenset[str], Institution]:
    table = load(Institutions).institution
    return {frozenset(stems(name)): institution for institution in table for name in institution.alone}
