"""Which topic of the catalogue a counted noun denotes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import plural
from armscorpus.lexicon.phrases import WORD, PhraseTable, split_words
from armscorpus.lexicon.schema import Topic, Topics
from armscorpus.pipes.gazetteer import NameKind, gazetteer
from armscorpus.pipes.vocabulary import grammar
from armscorpus.values.quantities.vocabulary import noun_words

_PHRASE = 6  # words of a noun phrase among which what qualifies its head is looked for
_HEAD_REACH = 3  # words of the noun phrase among which its head is looked for (« grands obusiers »)


class TopicMatch(NamedTuple):
    """The topics that a noun denotes; `weak` where only the context can tell which one it is."""

    slugs: tuple[str, ...]
    weak: bool
    rule: str


@cache
def _heads() -> PhraseTable[str]:
    return PhraseTable(
        (form, topic.slug)
        for topic in load(Topics).topic
        for head in topic.heads
        for form in noun_forms(head)
    )


@cache
def _weak_heads() -> PhraseTable[tuple[str, ...]]:
    topics: dict[str, list[str]] = {}
    for topic in load(Topics).topic:
        for head in topic.weak:
            for form in noun_forms(head):
                topics.setdefault(form, []).append(topic.slug)
    return PhraseTable((form, tuple(dict.fromkeys(slugs))) for form, slugs in topics.items())


@cache
def _models() -> PhraseTable[str]:
    return PhraseTable((model, topic.slug) for topic in load(Topics).topic for model in topic.models)


@cache
def _demonym_topic() -> Topic:
    return next(topic for topic in load(Topics).topic if topic.demonyms)


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return a noun phrase in the singular and the plural (« pièce d'artillerie », « pièces d'artillerie »)."""
    words = noun.split()
    first_only = " ".join((plural(words[0]), *words[1:]))
    agreeing = next(
        (i for i, word in enumerate(words) if word in {"de", "à"} or word.startswith("d'")), len(words)
    )
    agreed = " ".join((*(plural(word) for word in words[:agreeing]), *words[agreeing:]))
    return tuple(dict.fromkeys((noun, first_only, agreed)))


def topic_of(noun: str) -> TopicMatch | None:
    """Return the topic that a counted noun phrase denotes by its head; None where it is not of the catalogue."""
    words = split_words(noun)
    return (
        _qualified(words)
        or _by_head(words)
        or _by_model(words, noun)
        or _by_demonym(words, noun)
        or _worker(words)
        or _civilian(words)
        or _weak(words)
    )


def _by_head(words: tuple[str, ...]) -> TopicMatch | None:
    for index in range(min(_HEAD_REACH, len(words))):
        found = _heads().find(words, index)
        if found and not _is_complement(words, index) and not (index and words[index] in _adjectives()):
            return TopicMatch((found[1],), False, "topic.head")
        if words[index] in {"de", "d'", "des", "du", "à", "en"}:
            return None
    return None


def _is_complement(words: tuple[str, ...], index: int) -> bool:
    return any(word in {"de", "d'", "des", "du"} for word in words[:index])


def _qualified(words: tuple[str, ...]) -> TopicMatch | None:
    if not words:
        return None
    lower = " ".join(words)
    slugs = [
        slug
        for slug, heads, qualifiers in _qualified_heads()
        if words[0] in heads and any(f" {qualifier} " in f" {lower} " for qualifier in qualifiers)
    ]
    return TopicMatch(tuple(sorted(set(slugs))), False, "topic.qualified_head") if slugs else None


@cache
def _qualified_heads() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    return tuple(
        (
            topic.slug,
            frozenset(form for head in phrase.heads for form in noun_forms(head)),
            tuple(
                dict.fromkeys(
                    form for word in phrase.words for form in (" ".join(split_words(word)), *noun_forms(word))
                )
            ),
        )
        for topic in load(Topics).topic
        for phrase in topic.phrases
    )


def _by_model(words: tuple[str, ...], noun: str) -> TopicMatch | None:
    if not words or not (noun[:1].isupper() or noun[:1].isdigit()):
        return None
    found = _models().find(words, 0)
    if found:
        return TopicMatch((found[1],), False, "topic.model")
    stem = words[0]
    while "-" in stem:
        stem = stem.rpartition("-")[0]
        found = _models().find((stem,), 0)
        if found:
            return TopicMatch((found[1],), False, "topic.model")
    return None


def _by_demonym(words: tuple[str, ...], noun: str) -> TopicMatch | None:
    if not words or not noun[:1].isupper():
        return None
    found = gazetteer().find(words, 0)
    if found and found[1].kind == NameKind.DEMONYM:
        return TopicMatch((_demonym_topic().slug,), True, "topic.demonym")
    return None


@cache
def _civilians() -> PhraseTable[str]:
    return PhraseTable(
        (form, topic.slug)
        for topic in load(Topics).topic
        for head in topic.civilians
        for form in noun_forms(head)
    )


def _head_among(heads: PhraseTable[str], words: tuple[str, ...]) -> tuple[int, str] | None:
    """Return the head of a noun phrase where it is among these, perhaps behind an adjective: « jeunes femmes »."""
    is_adjective = len(words) > 1 and words[0] in noun_words().prenominal
    return heads.find(words, int(is_adjective)) if words else None


def _civilian(words: tuple[str, ...]) -> TopicMatch | None:
    found = _head_among(_civilians(), words)
    return TopicMatch((found[1],), True, "topic.civilian") if found else None


@cache
def _workers() -> PhraseTable[str]:
    return PhraseTable(
        (form, topic.slug)
        for topic in load(Topics).topic
        for head in topic.workers
        for form in noun_forms(head)
    )


def _worker(words: tuple[str, ...]) -> TopicMatch | None:
    found = _head_among(_workers(), words)
    return TopicMatch((found[1],), True, "topic.worker") if found else None


def _weak(words: tuple[str, ...]) -> TopicMatch | None:
    found = _weak_heads().find(words, 0) if words else None
    return TopicMatch(found[1], True, "topic.weak_head") if found else None


def topics_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the topics that the words of a text denote, with the index of the word, in order."""
    written = WORD.findall(text.replace("’", "'"))
    words = tuple(word.lower() for word in written)
    index = 0
    while index < len(words):
        end, slug = _topic_at(words, index, is_name=not written[index][0].islower())
        if slug:
            yield index, slug
        index = end


def _topic_at(words: tuple[str, ...], index: int, *, is_name: bool) -> tuple[int, str | None]:
    """Return the index after a noun of the catalogue and its topic; the next index and None where there is none.

    Models are names: « un bastion du Hezbollah » is no « Bastion ».
    """
    qualified = _qualified(words[index : index + _PHRASE])
    if qualified:
        return index + 1, qualified.slugs[0]
    found = _heads().find(words, index)
    if found and not (words[index] in _adjectives() and words[index - 1] not in grammar().determiners):
        return found
    model = _by_model(words[index : index + 3], words[index].capitalize()) if is_name else None
    return index + 1, model.slugs[0] if model else None


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(
        form for topic in load(Topics).topic for word in topic.adjectives for form in noun_forms(word)
    )
