"""The stage that lets a statistical model speak where the rules are silent, in pipelines with entities.

Entities name sides and sources that no rule knows; where the pipeline parses too, its subjects decide. Nothing that the
rules found is changed, and what the model adds has the rule `party.model` or `source.model`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from armscorpus.models import Source
from armscorpus.models import Span as Offsets
from armscorpus.pipes.gazetteer import gazetteer
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.reading import Figure, reading_of
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.speakers import describe_name
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, prepositions

_PERSONS = frozenset({"PER", "PERSON"})
_BODIES = frozenset({"ORG"})
_PLACES = frozenset({"LOC", "GPE", "NORP"})
_SIDES = ("supplier", "recipient")
_PAUSES = frozenset({",", "»", "”", '"', "–", "—"})
_REACH = 5  # words between a pause and the name of who speaks: « …, fulmine l'ancien ministre X »


class Entity(NamedTuple):
    """An entity that a model found, at the words [first, last) of a sentence."""

    first: int
    last: int
    label: str
    span: Span


@Language.factory("armscorpus_refinement", requires=["doc._.armscorpus_figures", "doc.ents"])
def create_refinement(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it fills the sides and sources that the rules left open, from entities and parse."""
    return annotate_refinement


def annotate_refinement(doc: Doc) -> Doc:
    """Fill the sides and sources that the rules left open, from the entities and the parse of a document."""
    reading = reading_of(doc)
    for figure in reading.figures:
        scene = reading.scenes[figure.sentence.start]
        entities = list(_entities(doc, scene))
        _refine_source(scene, figure, entities)
        for side in _SIDES:
            if getattr(figure, side) is None:
                _refine_side(scene, figure, side, entities)
    return doc


def _entities(doc: Doc, scene: Scene) -> Iterator[Entity]:
    sentence = scene.sentence
    for span in doc.ents:
        if sentence.start <= span.start_char < sentence.end:
            first, last = sentence.word_at(span.start_char), sentence.word_at(span.end_char)
            yield Entity(first, last, span.label_, span)


def _refine_source(scene: Scene, figure: Figure, entities: list[Entity]) -> None:
    if figure.source is not None and "source" not in figure.implied:
        return
    words = words_of(figure)
    for entity in entities:
        if entity.label in _PERSONS | _BODIES and (
            _says_before(scene, entity, words[0]) or _says_after(scene, entity, words[1])
        ):
            name, is_person = entity.span.text, entity.label in _PERSONS
            source = Source(name=name, person=name if is_person else None)
            figure.settle("source", describe_name(source), "source.model")
            figure.spans["source"] = Offsets(entity.span.start_char, entity.span.end_char)
            return


def _says_before(scene: Scene, entity: Entity, first: int) -> bool:
    """Whether a name, a verb and « que » stand before the figure: « Jean Dupont pérore que 300 obus … »."""
    for index in range(entity.last + 1, min(entity.last + 4, first)):
        if scene.lowers[index] in {"que", "qu'"}:
            return _is_subject(scene, entity, index - 1)
    return False


def _says_after(scene: Scene, entity: Entity, last: int) -> bool:
    """Whether a pause, a verb and a name stand behind the figure: « 300 obus sont partis, fulmine Jean Dupont »."""
    end = scene.lowers[entity.last] if entity.last < len(scene.lowers) else "."
    for index in range(entity.first - 1, max(last, entity.first - _REACH) - 1, -1):
        if scene.lowers[index] in _PAUSES:
            return end in {",", "."} and _is_subject(scene, entity, index + 1)
    return False


def _is_subject(scene: Scene, entity: Entity, verb: int) -> bool:
    """Whether a name is the subject of a verb: as the parse has it, else a person's by the look of the word."""
    word = scene.words[verb]
    if not (word.text[0].isalpha() and word.text[0].islower()):
        return False
    if entity.span.doc.has_annotation("DEP"):
        head = entity.span.root.head
        return entity.span.root.dep_.startswith("nsubj") and head.idx == word.start
    small = grammar().determiners | grammar().relatives | grammar().conjunctions | grammar().adverbs
    return entity.label in _PERSONS and word.lower not in small and word.lower not in grammar().prepositions


def _refine_side(scene: Scene, figure: Figure, side: str, entities: list[Entity]) -> None:
    predicate = figure.predicate
    group = predicate.group if predicate else None
    if predicate is None or group is None or group not in scene.groups:
        return
    taken = {figure.supplier, figure.recipient}
    for entity in entities:
        name = _party(scene, entity)
        if name in taken or scene.is_aside(entity.first) or _is_counted(figure, entity):
            continue
        preposition = _preposition(scene, entity)
        if preposition is None:
            holds = predicate.frame.subject == side and _acts(scene, entity, group)
        elif preposition == "par":
            holds = predicate.frame.subject == side and group.is_passive and entity.first >= group.last
        else:
            holds = predicate.frame.prepositions.get(preposition) == side and entity.first >= group.last
        if holds:
            figure.settle(side, name, "party.model")
            figure.spans[side] = Offsets(entity.span.start_char, entity.span.end_char)
            return


def _is_counted(figure: Figure, entity: Entity) -> bool:
    """Whether a model took a part of the figure for a name: « Caesar »."""
    return entity.span.start_char < figure.end and entity.span.end_char > figure.span.start


def _acts(scene: Scene, entity: Entity, group: VerbGroup) -> bool:
    """Whether a name is the subject of an active verb: by the parse, else by standing right before it."""
    if group.is_passive or group.is_bare:
        return False
    if entity.span.doc.has_annotation("DEP"):
        root = entity.span.root
        words = scene.words
        within = words[group.first].start <= root.head.idx < words[group.last - 1].end
        return root.dep_.startswith("nsubj") and within
    between = scene.lowers[entity.last : group.first]
    small = grammar().clitics | grammar().negations | grammar().adverbs
    return entity.last <= group.first and all(word in small for word in between)


def _preposition(scene: Scene, entity: Entity) -> str | None:
    first = entity.first
    while first > 0 and scene.lowers[first - 1] in {"le", "la", "l'", "les"}:
        first -= 1
    found = prepositions().find_ending(scene.lowers, first)
    return found[1] if found else None


def _party(scene: Scene, entity: Entity) -> str:
    """Return the code of a state that the gazetteer knows, else the name as written."""
    found = gazetteer().find(scene.lowers, entity.first)
    return found[1].party if found and found[0] == entity.last else entity.span.text
