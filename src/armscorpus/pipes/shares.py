"""Shares: « la moitié des obus tirés », « les deux tiers partent en Ukraine »."""

from __future__ import annotations

import re

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Topics
from armscorpus.models import QuantityMatch
from armscorpus.pipes.amounts import is_money
from armscorpus.pipes.catalogue import topic_of, topics_in
from armscorpus.pipes.ellipsis import find_antecedent
from armscorpus.pipes.figures import make_figure, with_part
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.vocabulary import event_nouns
from armscorpus.pipes.weak_nouns import resolve_weak

_RATE_OF = re.compile(r"\b(?:de|d['’]|à|taux|intérêt)\s*$")
_SHARE_NAMED = re.compile(r"\b(?:parts?|proportions?|pourcentages?)\b", re.IGNORECASE)
_PRONOUN_EN = re.compile(r"\ben\s+\w+(?:\s+\w+)?\s*$")
_OPENING = re.compile(r"[\s«“\"‹—–-]*")


def figure_of_share(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share with the topic of the thing shared."""
    if quantity.noun:
        topic = topic_of(quantity.noun.text)
        if topic is None:
            return _of_whole(reading, sentence, quantity) or _of_trade(reading, sentence, quantity)
        shared = resolve_weak(reading, sentence, quantity, topic) if topic.weak else topic
        return make_figure(sentence, quantity, with_part(shared.slugs[:1], "topic.share")) if shared else None
    before = re.split(r"[;:]", sentence.source[sentence.start : quantity.start])[-1]
    if _RATE_OF.search(before) and not _SHARE_NAMED.search(before):
        return None
    noun = next((slug for _, slug in reversed(list(topics_in(before)))), None)
    antecedent = find_antecedent(reading, sentence, quantity)
    if antecedent and (antecedent.sentence is sentence or _PRONOUN_EN.search(before)):
        return _of_antecedent(sentence, quantity, antecedent, "topic.share.ellipsis")
    if noun is None and _OPENING.fullmatch(before):
        noun = _noun_before(reading, sentence)
    if noun is None or _goes_on(reading, sentence):
        return _of_trade(reading, sentence, quantity)
    return make_figure(sentence, quantity, with_part((noun,), "topic.share.of_sentence"))


def _of_trade(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share of the trade in arms, or of one more: « 43 % des exportations d'armes, la France 9 % »."""
    topic = with_part(("autre",), "topic.share.of_trade")
    if quantity.noun is None:
        means_trade = _PRONOUN_EN.search(sentence.source[sentence.start : quantity.start])
        told = [earlier.text for earlier in reading.sentences_before(sentence)]
        is_told = any(_is_of_arms(text) and _has_trade(text) for text in told)
        is_one = _goes_on(reading, sentence) or (means_trade and is_told)
        return make_figure(sentence, quantity, topic) if is_one else None
    around = (sentence.text, *(earlier.text for earlier in reading.sentences_before(sentence)))
    is_trade = split_words(quantity.noun.text)[0] in load(Topics).trade.words
    return make_figure(sentence, quantity, topic) if is_trade and any(map(_is_of_arms, around)) else None


def _goes_on(reading: Reading, sentence: Sentence) -> bool:
    """Whether the figure before is a share of the trade, and of the same sentence."""
    last = reading.figures[-1] if reading.figures else None
    return last is not None and last.sentence is sentence and last.topics == ("autre", "part")


def _is_of_arms(text: str) -> bool:
    return not set(load(Topics).arms.words).isdisjoint(split_words(text))


def _has_trade(text: str) -> bool:
    return not set(load(Topics).trade.words).isdisjoint(split_words(text))


def _noun_before(reading: Reading, sentence: Sentence) -> str | None:
    """Return what the paragraph last named.

    « À qui vont ces obus ? Les deux tiers partent en Ukraine. »
    """
    for earlier in reading.sentences_before(sentence):
        if found := [slug for _, slug in topics_in(earlier.text)]:
            return found[-1]
    return None


def _of_whole(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share of what was counted before.

    « 100 missiles, soit un quart de leur stock », « 3 000 obus. La moitié des lots … »
    """
    noun = split_words(quantity.noun.text)[0] if quantity.noun else ""
    before = sentence.source[sentence.start : quantity.start]
    if noun in event_nouns() and _SHARE_NAMED.search(before):  # la part des chars dans les livraisons
        slug = next((slug for _, slug in topics_in(before)), None)
        return make_figure(sentence, quantity, with_part((slug,), "topic.share.named")) if slug else None
    is_whole = noun in load(Topics).whole.words
    antecedent = find_antecedent(reading, sentence, quantity) if is_whole or noun in event_nouns() else None
    if antecedent is None or is_money(antecedent.quantity):
        return None
    is_near = antecedent.sentence is sentence or (
        is_whole and antecedent.sentence.paragraph == sentence.paragraph
    )
    return _of_antecedent(sentence, quantity, antecedent, "topic.share.of_whole") if is_near else None


def _of_antecedent(sentence: Sentence, quantity: QuantityMatch, antecedent: Figure, rule: str) -> Figure:
    topics = tuple(slug for slug in antecedent.topics if slug != "part")
    return make_figure(sentence, quantity, with_part(topics, rule), antecedent)
