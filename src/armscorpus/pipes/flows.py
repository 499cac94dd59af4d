"""The flows that a text tells, with a figure or without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from armscorpus.models import Event
from armscorpus.pipes.layout import Layout
from armscorpus.pipes.owners import find_maker
from armscorpus.pipes.predicates import find_predicates_of_text
from armscorpus.pipes.roles import SIDES, find_roles

_TOLD = frozenset({Event.TRANSFER, Event.DEPLOY, Event.CALL, Event.ORDER})


class Flow(NamedTuple):
    """A transfer that a sentence tells, with a figure or without: who sends, who receives."""

    start: int
    paragraph: int
    supplier: str
    recipient: str


def find_flows(layout: Layout) -> Iterator[Flow]:
    """Yield the flows that the title and the sentences of a text tell."""
    for sentence in (layout.title, *layout.reading.sentences):
        scene = layout.scene(sentence)
        if len({mention.party for mention in scene.mentions}) < len(SIDES):
            continue
        for predicate in find_predicates_of_text(scene):
            roles = find_roles(scene, predicate) if predicate.event in _TOLD else {}
            if "supplier" not in roles and (maker := find_maker(scene, predicate)):
                roles = {"supplier": maker} | roles
            if len(roles) == len(SIDES):
                supplier, recipient = (roles[side].party for side in SIDES)
                yield Flow(sentence.start, sentence.paragraph, supplier, recipient)
