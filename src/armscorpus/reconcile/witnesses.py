"""Witnesses: who stands behind a figure, whatever the outlet and however the article names them.

« NIS », « le renseignement sud-coréen » and « Service national du renseignement » are one institution, and so
are the people who speak for it (`lexicon/fr/institutions.toml`). An article that names nobody is its own
witness.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from babel import Locale

from armscorpus.lexicon import load
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.names import fold, stems
from armscorpus.lexicon.schema import Institutions, Parties
from armscorpus.models import Claim

_ARTICLES = ("", "le ", "la ", "l'", "les ")
_AND = re.compile(r"\s*(?:,|\bet\b)\s*")


@dataclass(frozen=True, slots=True)
class Witness:
    """Who stands behind a figure.

    `keys` are the names under which it is known; `named` is False for « des responsables » and for articles
    that name nobody, whose `attributed` is False too. `outlets` are those through which the figure came.
    `documented` says that the witness counts only what is proved one by one. `label` is what to call it.
    """

    keys: frozenset[str]
    named: bool
    attributed: bool
    outlets: frozenset[str]
    documented: bool
    label: str


def witness_of(claim: Claim, *, copied: str | None = None) -> Witness:
    """Return who stands behind a claim; copies of one article that name nobody are one witness."""
    source, article = claim.source, claim.article
    if source is None or not (source.name or source.acronym):
        via = source.via if source else None
        witness = _unattributed(
            via, article.publisher, None if article.publisher else article.id, article.path
        )
        return witness if copied is None else replace(witness, keys=witness.keys | {f"copies {copied}"})
    return _attributed(source.name, source.acronym, source.via)


@lru_cache(maxsize=65536)
def _unattributed(via: str | None, publisher: str | None, article: str | None, path: str) -> Witness:
    """Return the witness of an article that names nobody: its publisher, or else itself."""
    keys = keys_of(publisher, None) if publisher else frozenset({f"article {article}"})
    return Witness(keys, False, False, _outlets(via), False, publisher or path)


@lru_cache(maxsize=65536)
def _attributed(name: str | None, acronym: str | None, via: str | None) -> Witness:
    institution = find_institution(name or "") or find_institution(acronym or "")
    named = institution is not None or not is_anonymous(name or acronym or "")
    documented = institution is not None and institution.counts == "documented"
    return Witness(keys_of(name, acronym), named, True, _outlets(via), documented, acronym or name or "")


def is_same_voice(a: Witness, b: Witness) -> bool:
    """Whether two claims speak with one voice: the same source, or the same article in its own name."""
    return not a.keys.isdisjoint(b.keys)


def is_same_source(a: Witness, b: Witness) -> bool:
    """Whether two claims come from one named source; an outlet is the source of what it states itself."""
    if not a.keys.isdisjoint(b.keys):
        return a.named or b.named
    return a.named and b.named and any(_is_within(x, y) for x in a.keys for y in b.keys)


def share_outlet(a: Witness, b: Witness) -> bool:
    """Whether two claims came through the same outlet."""
    return not a.outlets.isdisjoint(b.outlets)


@lru_cache(maxsize=65536)
def keys_of(name: str | None, acronym: str | None) -> frozenset[str]:
    """Return the keys of a source: its institution, or else its folded name and acronym."""
    institution = find_institution(name or "") or find_institution(acronym or "")
    if institution is not None:
        return frozenset({fold(institution.name)})
    return frozenset(_states().get(fold(part)) or " ".join(stems(part)) for part in (name, acronym) if part)


@lru_cache(maxsize=65536)
def is_anonymous(name: str) -> bool:
    """Whether a source is unnamed: « responsables américains », « une source proche du dossier »."""
    words = stems(name)
    return bool(words) and words[0] in _anonymous()


@cache
def _anonymous() -> frozenset[str]:
    return frozenset(stems(word)[0] for word in load(Institutions).anonymous)


@lru_cache(maxsize=4096)
def _outlets(via: str | None) -> frozenset[str]:
    if via is None:
        return frozenset()
    return frozenset(key for part in _AND.split(via) if part for key in keys_of(part, None))


def _is_within(a: str, b: str) -> bool:
    """Whether one name is the end of the other (« Guseinova », « Olena Guseinova ») or two words of it."""
    shorter, longer = sorted((a, b), key=len)
    if " " in shorter:
        return f" {shorter} " in f" {longer} "
    return len(shorter) > 4 and longer.endswith(f" {shorter}")


@cache
def _states() -> dict[str, str]:
    """Return the keys of states by their folded names: « Kiev », « Kyiv » and « l'Ukraine » speak as one."""
    table, territories = load(Parties).state, Locale("fr").territories
    names = {
        code: (territories.get(code, code), state.capital, *state.names) for code, state in table.items()
    }
    return {
        fold(article + name): f"state {code}"
        for code, known in names.items()
        for name in known
        for article in _ARTICLES
    }
