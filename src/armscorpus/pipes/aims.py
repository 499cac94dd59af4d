"""What is only wanted: infinitives of an aim, wishes, what is asked, and what is held back before it happens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense, plural
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Modalities
from armscorpus.models import Event, Modality
from armscorpus.pipes.reading import Figure
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_nouns, event_verbs, grammar, variants

_INVERTED = ("-il", "-elle", "-ils", "-elles", "-on")
_INSTEAD = frozenset({"lieu", "contre", "plutôt"})
_GOAL_REACH = 8  # words between « un cap » and its infinitive: « l'objectif affiché est de livrer »
_OPENERS = frozenset({":", "de", "d'"})


def signs_of_aims(scene: Scene, figure: Figure, first: int) -> Iterator[tuple[Modality, str]]:
    """Yield what tells that the figure at a word is wanted, asked, or held back, with the rule."""
    infinitive = _infinitive(scene, figure, first)
    if infinitive and (_has_aim(scene, infinitive) or _has_goal(scene, infinitive)):
        yield Modality.PLANNED, "modality.aim"
    if _is_still_to_do(scene, figure):
        yield Modality.PLANNED, "modality.aim"
    if _is_wished(scene, first):
        yield Modality.PLANNED, "modality.wish"
    if _is_asked(scene, first):
        yield Modality.POSSIBLE, "modality.question"
    if _is_withheld(scene, figure, first):
        yield Modality.NEGATED, "modality.withheld"


def _infinitive(scene: Scene, figure: Figure, first: int) -> VerbGroup | None:
    """Return the infinitive that governs a figure, unless it tells what is done (« après avoir livré »)."""
    before = [group for group in scene.groups if group.last <= first and not group.is_bare]
    own = figure.predicate.group if figure.predicate else None
    group = own if own in before else before[-1] if before else None
    between = frozenset(scene.lowers[group.last : first]) if group else frozenset()
    if group is None or not _INSTEAD.isdisjoint(between) or (group is not own and "," in between):
        return None
    return group if group.tense == Tense.INFINITIVE and group.form == Tense.INFINITIVE else None


def _before(scene: Scene, group: VerbGroup) -> int:
    """Return the index after the last word before a verb, its clitics left out."""
    index = group.first
    while index and scene.lowers[index - 1] in grammar().clitics:
        index -= 1
    return index


@cache
def _aims() -> PhraseTable[bool]:
    return PhraseTable((form, True) for phrase in load(Modalities).aim.words for form in variants(phrase))


def _has_aim(scene: Scene, group: VerbGroup) -> bool:
    end = _before(scene, group)
    return any(
        (found := _aims().find(scene.lowers, at)) and found[0] == end for at in range(max(0, end - 6), end)
    )


@cache
def _goals() -> frozenset[str]:
    words = load(Modalities).goal.words
    return frozenset((*words, *(plural(word) for word in words)))


def _has_goal(scene: Scene, group: VerbGroup) -> bool:
    """Whether a noun announces an infinitive: « s'est fixé un cap : livrer », « l'objectif est de livrer »."""
    end = _before(scene, group)
    if not end or scene.lowers[end - 1] not in _OPENERS:
        return False
    near = scene.lowers[max(0, end - _GOAL_REACH) : end]
    return not _goals().isdisjoint(near) and not {",", ";"}.intersection(near)


def _is_still_to_do(scene: Scene, figure: Figure) -> bool:
    """Whether « à » and an infinitive tell what is still to be done: « il en reste deux à livrer »."""
    last = scene.sentence.word_at(figure.end)
    infinitive = next((group for group in scene.groups if group.first == last + 1), None)
    if scene.lowers[last : last + 1] != ["à"] or infinitive is None or infinitive.tense != Tense.INFINITIVE:
        return False
    flows = {entry.event for entry in event_verbs().get(infinitive.lemma, ())}
    return not flows.isdisjoint(_FLOWS) and not any(
        group.lemma == "être" and group.last <= last and last - group.last <= _GOAL_REACH
        for group in scene.groups
    )


_FLOWS = frozenset({Event.TRANSFER, Event.PRODUCE, Event.ORDER, Event.PAY})


def _is_wished(scene: Scene, first: int) -> bool:
    """Whether a figure stands in the clause of a verb of wish: « veulent que Berlin livre 40 missiles »."""
    starts = {scene.clauses.index(clause) for clause in scene.lineage(first) if clause in scene.clauses}
    return any(
        group.lemma in load(Modalities).wish.words and not group.negated
        and any(at in starts and scene.lowers[at] in {"que", "qu'"} for at in _after_wish(scene, group))
        for group in scene.groups
    )  # fmt: skip


def _after_wish(scene: Scene, group: VerbGroup) -> tuple[int, ...]:
    """Return where the clause of a verb may begin: at once, or behind « à ce »."""
    if scene.lowers[group.last : group.last + 2] == ["à", "ce"]:
        return (group.last + 2,)
    return (group.last,) if group.last < len(scene.lowers) else ()


def _is_asked(scene: Scene, first: int) -> bool:
    """Whether a sentence asks if it is so, and not when, why or by whom: « Berlin livrera-t-il 40 chars ? »."""
    if not scene.sentence.is_question or not _INTERROGATIVES.isdisjoint(scene.lowers[:first]):
        return False
    if scene.lowers[0] in {"que", "qu'"}:
        return False
    is_inverted = any(
        lower.endswith(_INVERTED)
        for group in scene.groups
        for lower in scene.lowers[group.first : group.last + 1]
    )
    return is_inverted or scene.lowers[:2] == ["est", "-ce"]


_INTERROGATIVES = frozenset({
    "qui", "quoi", "quand", "où", "comment", "pourquoi", "combien", "quel", "quelle", "quels", "quelles",
    "lequel", "laquelle",
})  # fmt: skip


def _is_withheld(scene: Scene, figure: Figure, first: int) -> bool:
    """Whether a verb holds back what was under way: « retenait un chargement de 3 500 bombes »."""
    if figure.event != Event.TRANSFER:
        return False
    for group in scene.groups:
        if group.lemma in load(Modalities).withholding.words and not group.negated and group.last <= first:
            near = scene.lowers[group.last : first][:3]
            if scene.clauses[group.first] in scene.lineage(first) and any(
                word in event_nouns() for word in near
            ):
                return True
    return False
