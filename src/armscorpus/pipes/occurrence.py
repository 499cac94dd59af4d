"""What happened to the things that a figure counts: its predicate, and the event with what it makes of the topics."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Events
from armscorpus.models import Event, Span
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.context import predicate_of_introducer, predicate_of_question
from armscorpus.pipes.layout import Layout, words_of
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.predicates import (
    as_presence,
    bend,
    default_predicate,
    find_before_colon,
    find_heading,
    find_predicate,
    is_shooting,
)
from armscorpus.pipes.reading import Figure
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.sides import is_contrast

_CARRIER_REACH = 14  # words before the verb among which its subject stands


def settle_event(layout: Layout, figure: Figure) -> None:
    """Set the predicate of a figure, its event, and the topics that the event makes of them."""
    scene = layout.scene(figure.sentence)
    predicate = figure.predicate = _predicate(layout, scene, figure)
    if predicate is None:
        return
    event = bend(predicate.event, figure, buys_goods=_buys_goods(figure))
    group = predicate.group if any(predicate.group is group for group in scene.groups) else None
    if event == Event.TRANSFER and group and is_shooting(scene, predicate):
        event = Event.FIRE
    container = _container(scene, predicate) if group and predicate.is_carrier else None
    if container:
        figure.rules["container"] = f"topic.{container}"
    figure.settle("event", event, predicate.rule, implied=predicate.rule == "predicate.of_topic")
    if group:
        figure.spans["predicate"] = Span(scene.words[group.first].start, scene.words[group.last - 1].end)
    if event == Event.LOSS and figure.topics == ("effectifs",):
        figure.settle("topics", ("pertes",), "topic.people_lost")
    if figure.topics == ("navires",) and (predicate.docks or _sails(predicate)):
        figure.settle("topics", ("rotations",), "topic.ship_that_sails")
        figure.settle("event", Event.CALL, predicate.rule)


def _container(scene: Scene, predicate: Predicate) -> str | None:
    """Return the topic of the one thing that holds what is counted: « un conteneur pourrait renfermer 300 obus »."""
    group = predicate.group
    before = scene.lowers[max(0, group.first - _CARRIER_REACH) : group.first] if group else []
    for index, lower in enumerate(before[:-1]):
        if lower in {"un", "une", "chaque", "tout"}:
            topic = topic_of(before[index + 1])
            return topic.slugs[0] if topic else None
    return None


def _predicate(layout: Layout, scene: Scene, figure: Figure) -> Predicate | None:
    """Return what governs a figure; one that restates or answers another has the predicate of that one."""
    first, last = words_of(figure)
    other = _restated(layout, figure) if figure.quantity.equals else figure.antecedent
    if other and (figure.quantity.equals or is_contrast(scene, first)):
        return other.predicate
    found = find_predicate(scene, figure, first, last)
    if found and bend(found.event, figure, buys_goods=False) == Event.LOSS != found.event:
        return default_predicate(figure, first)  # « des tirs ont fait 12 morts »: who fires does not lose
    if found:
        return as_presence(scene, figure, found, last)
    if other:
        return other.predicate
    whole = _restated(layout, figure)
    if (
        whole
        and "pertes" in whole.topics
        and scene.lowers[max(0, first - 1) : first] in (["dont"], ["parmi"])
    ):
        return whole.predicate  # « près de 1 190 morts, dont 435 militaires »
    return (
        find_heading(scene, figure, first)
        or find_before_colon(scene, figure, first)
        or predicate_of_introducer(layout, figure, first)
        or predicate_of_question(layout, figure)
        or default_predicate(figure, first)
    )


def _restated(layout: Layout, figure: Figure) -> Figure | None:
    other = layout.reading.figure_before(figure)
    return other if other and other.sentence is figure.sentence else None


def _sails(predicate: Predicate) -> bool:
    """Whether it is the ship that moves: « trois cargos ont quitté Rajin »."""
    is_whole = predicate.is_carrier or predicate.is_weak
    moves = predicate.is_subject and not is_whole and predicate.frame.subject == "things"
    return moves and predicate.event in {Event.TRANSFER, Event.CALL}


def _buys_goods(figure: Figure) -> bool:
    """Whether an amount is the value of goods: « 9,8 milliards de dollars d'armes »."""
    if figure.predicate and figure.predicate.rule == "predicate.estimate":
        return True
    if figure.noun is None:
        return False
    topic = topic_of(figure.noun.text)
    return not set(load(Events).goods.words).isdisjoint(split_words(figure.noun.text)[:1]) or (
        topic is not None and not topic.weak
    )
