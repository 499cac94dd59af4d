"""Outlets: the press through which a figure reaches the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable, split_words
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.vocabulary import variants
from armscorpus.pipes.words import Word, text_of

_ARTICLES = ("le ", "la ", "les ", "l'", "the ", "der ", "die ", "el ", "al-")
_BEFORE_NAME = frozenset({
    "le", "la", "l'", "les", "par", "agence", "chaîne", "quotidien", "journal", "site", "magazine", "hebdomadaire",
    "du", "au", "média",
})  # fmt: skip


@cache
def outlets() -> PhraseTable[str]:
    """Return the names of the press outlets, with and without their article."""
    return PhraseTable(
        (form, name)
        for entry in load(Attributions).outlet
        for name in entry.words
        for form in dict.fromkeys((name, *_without_article(name)))
    )


def _without_article(name: str) -> list[str]:
    return [name[len(article) :] for article in _ARTICLES[:-1] if name.lower().startswith(article)]


def outlet_at(words: Sequence[Word], index: int) -> tuple[int, str] | None:
    """Return the index after the outlet that begins at a word, and its name; None where there is none."""
    if index >= len(words):
        return None
    found = outlets().find([word.lower for word in words], index)
    if found is None or not any(word.text[:1].isupper() for word in words[index : found[0]]):
        return None
    return found


def outlet_name(name: str) -> str | None:
    """Return the outlet that a name is, as the lexicon spells it; None where it is none."""
    words = split_words(name)
    found = outlets().find(words, 0) if name[:1].isupper() else None
    return found[1] if found and found[0] == len(words) else None


@cache
def via_openers() -> PhraseTable[bool]:
    """Return the words before an outlet that stands behind its source: « cité par », « consultés par »."""
    return PhraseTable((form, True) for phrase in load(Attributions).via.before for form in variants(phrase))


@cache
def via_frames() -> PhraseTable[bool]:
    """Return the words before an outlet that stands before its source: « dans les colonnes du »."""
    return PhraseTable((form, True) for phrase in load(Attributions).via.frame for form in variants(phrase))


@cache
def via_prepositions() -> PhraseTable[bool]:
    """Return the prepositions before an outlet that somebody spoke to: « a déclaré à »."""
    return PhraseTable((phrase, True) for phrase in load(Attributions).via.at)


def read_outlets(words: Sequence[Word], index: int) -> tuple[int, str] | None:
    """Return the index after the outlets that begin at a word, and their names as one.

    For example « le Washington Post et le New York Times ».
    """
    start = index
    found = outlet_at(words, start)
    while found is None and start < len(words) and words[start].lower in _BEFORE_NAME:
        start += 1
        found = outlet_at(words, start)
    if found is None:
        return None
    end, name = found
    more = read_outlets(words, end + 1) if end + 1 < len(words) and words[end].lower == "et" else None
    return (more[0], text_of(words, start, more[0])) if more else (end, name)
