"""The stage that keeps the quantities of the catalogue: `doc._.armscorpus_figures`.

The topic comes from the unit (money, tonnes, shares), from the counted noun, or for an elliptical quantity (« contre
moins de 2 000 pour Kiev ») from the figure or the noun that it refers back to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon.phrases import split_words
from armscorpus.models import QuantityMatch
from armscorpus.pipes.amounts import figure_of_money, figure_of_tonnes, is_money, is_variation
from armscorpus.pipes.catalogue import TopicMatch, topic_of, topics_in
from armscorpus.pipes.ellipsis import elliptical_figure, find_antecedent
from armscorpus.pipes.figures import make_figure, with_part
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.vocabulary import event_nouns

Doc.set_extension("armscorpus_figures", getter=lambda doc: reading_of(doc).figures, force=True)

_OTHERS = re.compile(r"(?:autres?|exemplaires?|unités?|d['’]entre)\b", re.IGNORECASE)
_RATE_OF = re.compile(r"\b(?:de|d['’]|à|taux|intérêt)\s*$")
_PRONOUN_EN = re.compile(r"\ben\s+\w+\s*$")
_BEHIND = re.compile(r"(?:[ \xa0\u202f][\w’'-]+){0,6}")


@Language.factory(
    "armscorpus_topics", requires=["doc._.armscorpus_quantities"], assigns=["doc._.armscorpus_figures"]
)
def create_topics(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it makes a figure of each quantity of the catalogue."""
    return annotate_topics


def annotate_topics(doc: Doc) -> Doc:
    """Keep the quantities of the catalogue, as figures."""
    reading = reading_of(doc)
    for quantity in reading.quantities:
        figure = _figure(reading, quantity)
        if figure:
            reading.figures.append(figure)
    return doc


def _figure(reading: Reading, quantity: QuantityMatch) -> Figure | None:
    sentence = reading.sentence_at(quantity.start)
    if is_variation(sentence, quantity):
        return None
    unit = quantity.unit
    if unit == "%":
        return _share(reading, sentence, quantity)
    if is_money(quantity):
        return figure_of_money(reading, sentence, quantity)
    if unit == "t":
        return figure_of_tonnes(sentence, quantity)
    if unit == "bbl":
        return make_figure(sentence, quantity, TopicMatch(("petrole",), False, "topic.unit"))
    if unit not in {None, "count"}:
        return None
    return _counted(reading, sentence, quantity)


def _counted(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    if quantity.noun is None or _OTHERS.match(quantity.noun.text):
        return elliptical_figure(reading, sentence, quantity)
    topics = [topic_of(text) for text in _head_phrases(reading, quantity)]
    found = [topic for topic in topics if topic]
    if not found:
        return None
    found = [
        (_resolve_weak(reading, sentence, quantity, topic) or topic)
        if topic.rule == "topic.weak_head"
        else topic
        for topic in found
    ]
    if len(found) > 1:
        slugs = tuple(sorted({slug for topic in found for slug in topic.slugs}))
        return make_figure(sentence, quantity, TopicMatch(slugs, False, "topic.coordination"))
    if not found[0].weak or found[0].rule == "topic.civilian":
        return make_figure(sentence, quantity, found[0])
    resolved = _resolve_weak(reading, sentence, quantity, found[0])
    return make_figure(sentence, quantity, resolved) if resolved else None


def _head_phrases(reading: Reading, quantity: QuantityMatch) -> list[str]:
    """Return the noun phrase of each head: from the head to the next one, with the words just behind the last."""
    noun = quantity.noun
    if noun is None:
        return []
    starts = [head.start for head in noun.heads]
    text = reading.text
    behind = _BEHIND.match(text, noun.end)
    end = behind.end() if behind else noun.end
    return [text[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]


def _resolve_weak(
    reading: Reading, sentence: Sentence, quantity: QuantityMatch, topic: TopicMatch
) -> TopicMatch | None:
    """Return which topic a weak noun means: the one its article last spoke of; the words of the sentence first."""
    behind = {slug for _, slug in topics_in(reading.text[quantity.end : sentence.end])}
    for candidates in chain([behind], _topics_before(reading, sentence, quantity)):
        for slug in topic.slugs:
            if slug in candidates:
                return TopicMatch((slug,), topic.rule == "topic.demonym", f"{topic.rule}.in_context")
    if topic.slugs[0] in {"effectifs", "pertes"}:
        return TopicMatch(topic.slugs[:1], True, topic.rule)
    if topic.slugs[0] == "autre" and quantity.noun and list(topics_in(quantity.noun.text)):
        return TopicMatch(topic.slugs, False, "topic.weak_head.of_arms")
    return None


def _topics_before(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Iterator[set[str]]:
    text = reading.text[sentence.start : quantity.start]
    yield {slug for _, slug in topics_in(text)}
    for earlier in reversed(reading.sentences[: sentence.index]):
        yield {slug for _, slug in topics_in(earlier.text)}


def _share(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share with the topic of the thing shared."""
    if quantity.noun:
        topic = topic_of(quantity.noun.text)
        if topic is None:
            return _share_of_event(reading, sentence, quantity)
        shared = _resolve_weak(reading, sentence, quantity, topic) if topic.weak else topic
        return make_figure(sentence, quantity, with_part(shared.slugs[:1], "topic.share")) if shared else None
    before = re.split(r"[;:]", sentence.source[sentence.start : quantity.start])[-1]
    if _RATE_OF.search(before):
        return None
    noun = next((slug for _, slug in reversed(list(topics_in(before)))), None)
    antecedent = find_antecedent(reading, sentence, quantity)
    if antecedent and (antecedent.sentence is sentence or _PRONOUN_EN.search(before)):
        topics = tuple(slug for slug in antecedent.topics if slug != "part")
        return make_figure(sentence, quantity, with_part(topics, "topic.share.ellipsis"), antecedent)
    return make_figure(sentence, quantity, with_part((noun,), "topic.share.of_sentence")) if noun else None


def _share_of_event(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share of what an event noun is about: « 100 missiles, soit un quart de leur stock »."""
    noun = split_words(quantity.noun.text)[0] if quantity.noun else ""
    antecedent = find_antecedent(reading, sentence, quantity) if noun in event_nouns() else None
    if antecedent is None or antecedent.sentence is not sentence or is_money(antecedent.quantity):
        return None
    topics = tuple(slug for slug in antecedent.topics if slug != "part")
    return make_figure(sentence, quantity, with_part(topics, "topic.share.of_event"), antecedent)
