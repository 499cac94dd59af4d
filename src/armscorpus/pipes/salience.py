"""The parties that a pronoun can mean."""

from __future__ import annotations

from armscorpus.models import Event
from armscorpus.pipes.layout import Layout
from armscorpus.pipes.mentions import Mention
from armscorpus.pipes.owners import find_owner
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.verbs import VerbGroup


def salient_parties(layout: Layout, sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
    """Return the parties that a pronoun of a predicate can mean, likeliest first.

    The subjects of the clauses before it, the nearest sentence first, then the other parties; never who gives to
    « lui ».
    """
    subjects: list[str] = []
    others: list[str] = []
    givers: list[str] = []
    before = layout.reading.sentences_before(sentence)
    if sentence.is_question:
        before = reversed(layout.reading.sentences[: sentence.index])
    for earlier in (sentence, *before):
        scene = layout.scene(earlier)
        end = _start_of_clause(scene, predicate) if earlier is sentence else len(scene.lowers)
        for group in scene.groups:
            if group.is_finite and group.last <= end:
                (givers if _has_dative(scene, group) else subjects).extend(_subjects(scene, group))
        others += [mention.party for mention in scene.mentions if mention.is_actor and mention.last <= end]
        if earlier is sentence:
            others += _setting(scene, predicate)
    return tuple(party for party in dict.fromkeys((*subjects, *others)) if party not in givers)


def _setting(scene: Scene, predicate: Predicate) -> list[str]:
    """Return the state with which a sentence sets its scene: « En Birmanie, la junte a importé »."""
    start = predicate.group.first if predicate.group else 0
    return [
        mention.party
        for mention in scene.mentions
        if mention.first <= 1 and mention.last <= start and mention.preposition in {"en", "à", "chez"}
    ]


def _start_of_clause(scene: Scene, predicate: Predicate) -> int:
    return scene.clauses.index(scene.clauses[predicate.group.first]) if predicate.group else 0


def _has_dative(scene: Scene, group: VerbGroup) -> bool:
    return not {"lui", "leur"}.isdisjoint(scene.lowers[max(0, group.first - 2) : group.first])


def _subjects(scene: Scene, group: VerbGroup) -> list[str]:
    """Return the party that is the subject of a verb, or whose the things counted are that are its subject.

    For example « 3 000 soldats rwandais campent à la frontière ».
    """
    subject = scene.subject_of(group)
    if isinstance(subject, Mention):
        return [subject.party]
    figures = [figure for figure in scene.figures if figure[1] <= group.first] if subject == "figure" else []
    owner = find_owner(scene, Event.DEPLOY, *figures[-1]) if figures else None
    return [owner.party] if owner else []
