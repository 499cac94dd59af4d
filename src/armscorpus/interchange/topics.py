"""A topic of the catalogue as one record: what it is called, and examples."""

from __future__ import annotations

from armscorpus.interchange.shapes import Shape
from armscorpus.lexicon.schema import Topic
from armscorpus.models import Record


class TopicLine(Record):
    """A kind of thing counted."""

    slug: str
    """What claims and `--topic` call it."""
    label: str
    """What it is called in French."""
    parent: str | None
    """The topic of which it is a part; null where there is none."""
    examples: tuple[str, ...]
    """Sentences with a figure of this topic."""


TOPICS = Shape("topics", TopicLine)


def topic_line(topic: Topic) -> TopicLine:
    """Return what a topic is called, with its examples."""
    return TopicLine(slug=topic.slug, label=topic.label, parent=topic.parent, examples=topic.examples)
