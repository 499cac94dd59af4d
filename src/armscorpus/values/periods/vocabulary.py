"""The words of time, from the lexicon: what each means, and the pattern of those worth stopping at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NumberWords, TimeWords

PART = re.compile(r"\w+'?|[^\w\s]")
ANCHORS_IN_FIGURES = (r"1[5-9]\d\d", r"2[01]\d\d", r"\d\d?/\d\d?/\d\d", r"\d\d?h")


class Meaning(NamedTuple):
    """What a word or a phrase of time is: its kind, and the value that its kind has."""

    kind: str
    value: int


class Phrase(NamedTuple):
    """A phrase of time: its words, and what it means as a whole."""

    parts: tuple[str, ...]
    meaning: Meaning


class Vocabulary(NamedTuple):
    """The words of time, the phrases by first and second word (longest first), and the pattern of what to stop at."""

    words: dict[str, Meaning]
    phrases: dict[str, dict[str, list[Phrase]]]
    anchors: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of `periods.toml`, and the number words of `numerals.toml`, ready for reading."""
    table = load(TimeWords)
    phrases = [
        Phrase(tuple(PART.findall(form)), Meaning(entry.kind, entry.value))
        for entry in table.word
        for written in entry.words
        for form in contractions(written)
    ]
    words = dict(_number_words()) | {parts[0]: meaning for parts, meaning in phrases if len(parts) == 1}
    by_first: dict[str, dict[str, list[Phrase]]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase.parts)):
        if len(phrase.parts) > 1:
            by_first.setdefault(phrase.parts[0], {}).setdefault(phrase.parts[1], []).append(phrase)
    anchored = [phrase for phrase in phrases if phrase.meaning.kind in table.anchors]
    return Vocabulary(words, by_first, _any_of(_anchors(anchored)))


def contractions(spelling: str) -> list[str]:
    """Return a phrase with what « de » or « à » at its end becomes before an article or a vowel."""
    if spelling.endswith(" de"):
        return [spelling[:-2] + form for form in ("de", "d'", "du", "des")]
    if spelling.endswith((" à", "'à")):
        return [spelling[:-1] + form for form in ("à", "au", "aux")]
    return [spelling]


def _anchors(phrases: list[Phrase]) -> set[str]:
    """Return words of which each phrase has one: single words, and the longest of a phrase without any."""
    anchors = {parts[0] for parts, _ in phrases if len(parts) == 1}
    for parts, _ in phrases:
        if not anchors.intersection(parts):
            anchors.add(max((part for part in parts if not part.endswith("'")), key=len))
    return anchors


def _any_of(anchors: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, grouped by first letter, which is faster than a plain alternation."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(anchors, reverse=True):
        by_letter.setdefault(word[0], []).append(word[1:])
    groups = [f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join([*groups, *ANCHORS_IN_FIGURES])})(?!\w)")


def _number_words() -> Iterator[tuple[str, Meaning]]:
    """Yield the number words, « un » and « onze » apart: « et » joins them to a ten (« vingt et un »)."""
    table = load(NumberWords)
    for entry in (*table.unit, *table.ten, *table.hundred):
        value = int(entry.value)
        kind = "one" if value in (1, 11) else "ten" if entry in table.ten else "number_word"
        yield from ((form, Meaning(kind, value)) for form in entry.forms)
    for entry in table.collective:
        yield from ((form, Meaning("collective", int(entry.value))) for form in entry.forms)
    for entry in table.scale:
        yield from ((form, Meaning("measure", 0)) for form in entry.forms)
