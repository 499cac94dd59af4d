"""Which part of a topic a claim counts: « de 152 mm », « balistiques », « tués », « Shahed-136 ».

Facets and their words are in `lexicon/fr/scopes.toml`; calibres are recognised by their form, models by their
form and by the catalogue of topics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from armscorpus.lexicon import load
from armscorpus.lexicon.names import fold, stems
from armscorpus.lexicon.schema import Facet, Scopes, Topics

CALIBRE, MODEL, PROOF = "calibre", "model", "proof"

_JOINING = frozenset({"et", "ou", "comme"})
_CALIBRE = re.compile(r"\b(\d{2,3})\s?mm\b|\bcalibre (\d{2,3})\b")
_DESIGNATION = re.compile(r"\b[A-Z][A-Za-zÀ-ÿ]{0,12}[-\s]?\d{1,4}(?:[-.]\d{1,3})?[A-Z]?\b")


@dataclass(frozen=True, slots=True)
class Part:
    """What a noun phrase says in one respect: the values it names, or the whole; `words` are its words."""

    values: frozenset[str]
    words: str
    whole: bool = False


Scope = dict[str, Part]
"""The respects in which a noun phrase says something, by the name of the facet."""


@dataclass(frozen=True, slots=True)
class ScopeGap:
    """How two scopes differ, in the names of facets, with the words that say so.

    `different`: other things. `a_part`, `b_part`: one is a part of what the other counts. `unstated`: one is
    silent where silence says nothing.
    """

    different: tuple[str, str] | None
    a_part: tuple[str, ...]
    b_part: tuple[str, ...]
    unstated: tuple[str, ...]


@lru_cache(maxsize=65536)
def scope_of(noun: str | None, topics: tuple[str, ...]) -> Scope:
    """Return what a counted noun phrase says of the part that it counts; the result is not to be changed."""
    if noun is None:
        return {}
    scope = dict(_lexical_parts(noun, topics))
    if calibres := _CALIBRE.findall(noun):
        values = frozenset(first or second for first, second in calibres)
        scope[CALIBRE] = Part(values, " et ".join(f"{value} mm" for value in sorted(values)))
    if models := _models_in(noun, topics):
        scope[MODEL] = Part(frozenset(models), " et ".join(models.values()))
    return scope


def mark_documented(scope: Scope, source: str) -> Scope:
    """Return a scope of what is proved one by one, because its source counts nothing else."""
    return {**scope, PROOF: Part(frozenset({"documented"}), source)}


def compare_scopes(a: Scope, b: Scope) -> ScopeGap:
    """Return how two scopes differ, facet by facet."""
    different: tuple[str, str] | None = None
    a_part, b_part, unstated = [], [], []
    for name in sorted(a.keys() | b.keys()):
        mine, other = a.get(name), b.get(name)
        if (mine is None or other is None) and name in silent_facets():
            unstated.append(name)
            continue
        if (mine is None and MODEL in a) or (other is None and MODEL in b):
            continue  # « F-16 Block 70 » are planes, said or not
        a_in_b, b_in_a = _is_in(mine, other), _is_in(other, mine)
        if mine and other and not a_in_b and not b_in_a and not _overlap(mine, other):
            different = different or (mine.words, other.words)
        elif a_in_b and not b_in_a:
            a_part.append(name)
        elif b_in_a and not a_in_b:
            b_part.append(name)
    return ScopeGap(different, tuple(a_part), tuple(b_part), tuple(unstated))


def _is_in(inner: Part | None, outer: Part | None) -> bool:
    """Whether a part lies in another one; a model lies in its family (« Shahed-136 » in « Shahed »)."""
    if outer is None or outer.whole:
        return True
    if inner is None or inner.whole:
        return False
    return all(any(value.startswith(family) for family in outer.values) for value in inner.values)


def _overlap(a: Part, b: Part) -> bool:
    return not a.values.isdisjoint(b.values)


@cache
def definitions() -> frozenset[str]:
    """Return the facets that say how things are delimited or counted, and so explain a gap."""
    named = {facet.name for facet in load(Scopes).facet if facet.definition}
    return frozenset(named | {CALIBRE, MODEL})


@cache
def silent_facets() -> frozenset[str]:
    """Return the facets in which silence says nothing (« 600 soldats »: dead, or dead and wounded?)."""
    return frozenset(facet.name for facet in load(Scopes).facet if facet.silence == "unknown")


@dataclass(frozen=True, slots=True)
class _Words:
    """A facet with its words as they are looked for in the stems of a phrase: between spaces."""

    facet: Facet
    topics: frozenset[str]
    values: tuple[tuple[str, str, str], ...]
    whole: tuple[str, ...]

    def part_of(self, phrase: str, *, is_joined: bool) -> Part | None:
        """Return what the phrase says in this respect, None if nothing.

        Of several values the first one counts (« constructeurs militaires »), unless a conjunction joins
        them; joined ones name the whole where silence is not enough (« morts et blessés »).
        """
        found = {value: word for value, word, key in self.values if key in phrase}
        whole = [key for key in self.whole if key in phrase]
        if len(found) > 1 and not is_joined:
            found = {value: found[value] for value in [self._first(phrase)]}
        if len(found) > 1 and self.facet.silence == "unknown":
            return Part(frozenset(found), "", whole=True)
        if found and not any(" " in key.strip() for key in whole):
            return Part(frozenset(found), " et ".join(found.values()))
        return Part(frozenset(), "", whole=True) if whole else None

    def _first(self, phrase: str) -> str:
        return min((phrase.find(key), value) for value, _, key in self.values if key in phrase)[1]


@cache
def _facets() -> tuple[_Words, ...]:
    return tuple(_words(facet) for facet in load(Scopes).facet)


def _words(facet: Facet) -> _Words:
    values = tuple((name, word, _key(word)) for name, words in facet.value.items() for word in words)
    return _Words(facet, frozenset(facet.topics), values, tuple(_key(word) for word in facet.whole))


def _key(words: str) -> str:
    return f" {' '.join(stems(words))} "


def facet_label(name: str, values: frozenset[str]) -> str:
    """Return the French words for values of a facet: the first of the lexicon for each."""
    words = {facet.name: facet.value for facet in load(Scopes).facet}[name]
    return " et ".join(words[value][0] for value in sorted(values))


def _lexical_parts(noun: str, topics: tuple[str, ...]) -> Iterator[tuple[str, Part]]:
    phrase, is_joined = _key(noun), not _JOINING.isdisjoint(fold(noun).split())
    for words in _facets():
        if not words.topics or not words.topics.isdisjoint(topics):
            part = words.part_of(phrase, is_joined=is_joined)
            if part is not None:
                yield words.facet.name, part


def _models_in(noun: str, topics: tuple[str, ...]) -> dict[str, str]:
    """Return the models that a phrase names, by their key: « Shahed-136 » and « Shahed 136 » are one."""
    words = f" {fold(noun)} "
    models = {fold(name).replace(" ", ""): name for name in _DESIGNATION.findall(noun)}
    for key, name in _known_models(topics):
        if key in words and not any(model.startswith(key.replace(" ", "")) for model in models):
            models[key.replace(" ", "")] = name
    return models


@lru_cache(maxsize=256)
def _known_models(topics: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    known = [topic for topic in load(Topics).topic if topic.slug in topics]
    return tuple((f" {fold(name)} ", name) for topic in known for name in topic.models)
