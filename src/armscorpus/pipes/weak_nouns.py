"""What a noun that may count several things counts in its article: « appareils », « pièces », « coups »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Topics
from armscorpus.models import QuantityMatch
from armscorpus.pipes.catalogue import TopicMatch, topics_in
from armscorpus.pipes.reading import Reading
from armscorpus.pipes.sentences import Sentence

_REACH = 100  # sentences in which what a weak noun means is looked for
_TONNES = re.compile(r"\btonnes?\b")


def resolve_weak(
    reading: Reading, sentence: Sentence, quantity: QuantityMatch, topic: TopicMatch
) -> TopicMatch | None:
    """Return which topic a weak noun means: the one its article last spoke of; the words of the sentence first."""
    whole = None
    for candidates in _topics_around(reading, sentence, quantity):
        for slug in topic.slugs:
            if slug in candidates and slug not in _wholes(topic.slugs):
                return _in_context(topic, slug)
            whole = slug if slug in candidates else whole
    if whole:
        return _in_context(topic, whole)
    if topic.slugs[0] == "rotations":
        return _flights(reading, sentence, quantity, topic)
    if topic.slugs[0] in {"effectifs", "pertes"}:
        return TopicMatch(topic.slugs[:1], True, topic.rule)
    if topic.slugs[0] == "autre" and quantity.noun and list(topics_in(quantity.noun.text)):
        return TopicMatch(topic.slugs, False, "topic.weak_head.of_arms")
    return None


def _in_context(topic: TopicMatch, slug: str) -> TopicMatch:
    return TopicMatch((slug,), topic.rule == "topic.demonym", f"{topic.rule}.in_context")


@cache
def _wholes(slugs: tuple[str, ...]) -> frozenset[str | None]:
    """Return the topics of which others are a part: « coups » are shells where shells are named, else munitions."""
    return frozenset(topic.parent for topic in load(Topics).topic if topic.slug in slugs)


def _flights(
    reading: Reading, sentence: Sentence, quantity: QuantityMatch, topic: TopicMatch
) -> TopicMatch | None:
    """Return the topic of flights in a sentence that names what they carry: « des chars, à bord de 500 vols »."""
    if not set(load(Topics).grounded.words).isdisjoint(split_words(sentence.text)):
        return None
    around = (reading.text[sentence.start : quantity.start], reading.text[quantity.end : sentence.end])
    is_cargo = any(list(topics_in(text)) for text in around) or _TONNES.search(sentence.text)
    return TopicMatch(topic.slugs, False, "topic.weak_head.of_cargo") if is_cargo else None


def _topics_around(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Iterator[set[str]]:
    """Yield the topics behind a quantity in its sentence, before it there, and in each sentence before that."""
    yield {slug for _, slug in topics_in(reading.text[quantity.end : sentence.end])}
    text = reading.text[sentence.start : quantity.start]
    yield {slug for _, slug in topics_in(text)}
    for earlier in reversed(reading.sentences[max(0, sentence.index - _REACH) : sentence.index]):
        yield {slug for _, slug in topics_in(earlier.text)}
