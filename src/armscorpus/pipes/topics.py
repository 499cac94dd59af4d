"""The stage that keeps the quantities of the catalogue: `doc._.armscorpus_figures`.

The topic comes from the unit (money, tonnes, shares), from the counted noun, or for an elliptical quantity (« contre
moins de 2 000 pour Kiev ») from the figure or the noun that it refers back to.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.models import QuantityMatch
from armscorpus.pipes.amounts import figure_of_money, figure_of_tonnes, is_money, is_variation
from armscorpus.pipes.catalogue import TopicMatch, topic_of
from armscorpus.pipes.ellipsis import elliptical_figure
from armscorpus.pipes.figures import make_figure
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.shares import figure_of_share
from armscorpus.pipes.weak_nouns import resolve_weak
from armscorpus.pipes.workers import worker_topic

Doc.set_extension("armscorpus_figures", getter=lambda doc: reading_of(doc).figures, force=True)

_OTHERS = re.compile(r"(?:autres?|exemplaires?|unités?|d['’]entre)\b", re.IGNORECASE)
_PICKED = re.compile(r"\bdont\s*$|\bparmi (?:eux|elles|lesquels|lesquelles)\W*$")
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
        return figure_of_share(reading, sentence, quantity)
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
    if worker := worker_topic(reading, sentence, quantity):
        return make_figure(sentence, quantity, worker)
    topics = [topic_of(text) for text in _head_phrases(reading, quantity)]
    found = [topic for topic in topics if topic]
    if not found:
        return None
    found = [
        (resolve_weak(reading, sentence, quantity, topic) or topic)
        if topic.rule == "topic.weak_head"
        else topic
        for topic in found
    ]
    if len(found) > 1:
        slugs = tuple(sorted({slug for topic in found for slug in topic.slugs}))
        return make_figure(sentence, quantity, TopicMatch(slugs, False, "topic.coordination"))
    if found[0].rule == "topic.civilian" and (whole := _whole_of_people(reading, sentence, quantity)):
        return make_figure(sentence, quantity, TopicMatch(whole, False, "topic.part_of_people"))
    if not found[0].weak or found[0].rule == "topic.civilian":
        return make_figure(sentence, quantity, found[0])
    resolved = resolve_weak(reading, sentence, quantity, found[0])
    return make_figure(sentence, quantity, resolved) if resolved else None


def _whole_of_people(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> tuple[str, ...] | None:
    """Return the topics of the people of whom these are some: « 360 000 réservistes, dont 40 000 femmes »."""
    before = reading.figures[-1] if reading.figures else None
    if (
        before is None
        or before.sentence is not sentence
        or before.topics not in (("effectifs",), ("pertes",))
    ):
        return None
    gap = sentence.source[before.span.end : quantity.start]
    return before.topics if _PICKED.search(gap) else None


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
