"""Who works in an arms factory: « L'usine compte 310 salariés », « Le site recrutera soixante personnes »."""

from __future__ import annotations

from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import conjugate
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Topics
from armscorpus.models import QuantityMatch
from armscorpus.pipes.catalogue import TopicMatch, topic_of
from armscorpus.pipes.reading import Reading
from armscorpus.pipes.sentences import Sentence

_PEOPLE = frozenset({"topic.civilian", "topic.worker"})


def worker_topic(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> TopicMatch | None:
    """Return the topic of workers whom a verb employs or a paragraph about makers names, else None.

    Other people need both: « L'usine a recruté soixante personnes ».
    """
    topic = topic_of(quantity.noun.text) if quantity.noun else None
    if topic is None or topic.rule not in _PEOPLE:
        return None
    is_employed = not _work_verbs().isdisjoint(split_words(sentence.text))
    is_worker = topic.rule == "topic.worker"
    if not (is_worker and is_employed) and not (
        (is_worker or is_employed) and _is_about_makers(reading, sentence)
    ):
        return None
    return TopicMatch(("effectifs",), False, "topic.worker.employed")


def _is_about_makers(reading: Reading, sentence: Sentence) -> bool:
    makers = load(Topics).work.words
    near = (sentence, *reading.sentences_before(sentence))
    return any(not set(makers).isdisjoint(split_words(other.text)) for other in near)


@cache
def _work_verbs() -> frozenset[str]:
    return frozenset(form for verb in load(Topics).work.verbs for form, _ in conjugate(verb))
