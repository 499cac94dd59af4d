"""Institutions by the names that the press gives them: « NIS », « le renseignement sud-coréen » are one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from babel import Locale

from armscorpus.lexicon import load
from armscorpus.lexicon.names import fold, stems
from armscorpus.lexicon.schema import Institution, Institutions, Organ, Parties

_TOKEN = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([nt])\1$")


@lru_cache(maxsize=65536)
def find_institution(name: str) -> Institution | None:
    """Return the institution that a name contains, the one with the most words if there are several.

    One that is not listed, but an organ of a state, is made up of the two: « l'armée bulgare ».
    """
    words = _words(name)
    found = [entry for word in words for entry in _index().get(word, ()) if entry[0] <= words]
    if found:
        return max(found, key=lambda entry: (len(entry[0]), entry[1].name))[1]
    return _alone().get(words) or _organ_of_state(words)


def _words(name: str) -> frozenset[str]:
    """Return the stems of a name; an acronym among other words is taken as it is (« OSCE » is not « OSC »)."""
    tokens = _TOKEN.findall(name)
    acronyms = {token for token in tokens if len(token) > 1 and token.isupper()}
    if len(tokens) > 1 and len(acronyms) == len(tokens):
        return frozenset(stems(name))
    others = " ".join(token for token in tokens if token not in acronyms)
    return frozenset(stems(others)) | {fold(token) for token in acronyms}


def _organ_of_state(words: frozenset[str]) -> Institution | None:
    """Return the institution that the name of an organ and of one state make, as long as no other words distract."""
    states = {_states()[word] for word in map(_undoubled, words) if word in _states()}
    organs = [(organ, entry) for organ, entry in _organs() if organ <= words]
    if len(states) != 1 or not organs:
        return None
    organ = max(organs, key=lambda found: len(found[0]))[1]
    state = states.pop()
    name = f"{organ.name} ({Locale('fr').territories.get(state, state)})"
    return Institution(name=name, state=state, kind=organ.kind, examples=())


@cache
def _organs() -> list[tuple[frozenset[str], Organ]]:
    return [(_words(name), organ) for organ in load(Institutions).organ for name in organ.words]


@cache
def _states() -> dict[str, str]:
    """Return the states by the stems of their adjectives, names and capitals of one word."""
    states: dict[str, str] = {}
    territories = Locale("fr").territories
    for code, state in load(Parties).state.items():
        demonyms = (form for text in state.demonyms for form in text.split(":"))
        for name in (territories.get(code, code), state.capital, *state.names, *demonyms):
            found = stems(name)
            if len(found) == 1:
                states.setdefault(_undoubled(found[0]), code)
    return states


def _undoubled(stem: str) -> str:
    """Return a stem with its last consonant once: « israélienne » is « israélien »."""
    return _DOUBLED.sub(r"\1", stem)


@cache
def _index() -> dict[str, list[tuple[frozenset[str], Institution]]]:
    """Return the institutions by one word of each of their names: the longest, which is likely to be rare."""
    index: dict[str, list[tuple[frozenset[str], Institution]]] = {}
    for institution in load(Institutions).institution:
        for name in (institution.name, *institution.aliases, *institution.people):
            words = _words(name)
            index.setdefault(max(words, key=lambda word: (len(word), word)), []).append((words, institution))
    return index


@cache
def _alone() -> dict[frozenset[str], Institution]:
    table = load(Institutions).institution
    return {_words(name): institution for institution in table for name in institution.alone}
