"""What words tell of how sure a figure is: adverbs, phrases, nouns, adjectives and participles beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Modalities, ModalPhrases
from armscorpus.models import Modality
from armscorpus.pipes.reading import Figure
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.vocabulary import variants

_BESIDE = 4  # words behind the figure among which « promis », « prévus » stand
_OF = frozenset({"de", "d'", "du", "des"})


@cache
def _phrases(kind: str) -> PhraseTable[Modality]:
    lists: ModalPhrases = getattr(load(Modalities), kind)
    return PhraseTable(
        (form, modality)
        for modality in (Modality.POSSIBLE, Modality.PLANNED, Modality.NEGATED, Modality.REPORTED)
        for phrase in getattr(lists, modality)
        for form in variants(phrase)
    )


def signs_of_words(scene: Scene, figure: Figure, first: int, last: int) -> Iterator[tuple[Modality, str]]:
    """Yield what phrases and nouns before the figure, adverbs of its clause and words beside it tell."""
    clauses = set(scene.lineage(first))
    for index in range(len(scene.lowers)):
        if scene.clauses[index] not in clauses or scene.is_aside(index):
            continue
        for kind in ("phrase", "noun", "adverb"):
            found = _phrases(kind).find(scene.lowers, index)
            if found and (kind == "adverb" or (index < first and _leads_to(scene, kind, found[0], first))):
                yield found[1], f"modality.{kind}"
    yield from _of_predicate_noun(scene, figure, first)
    yield from _beside(scene, figure, first, last)


def _leads_to(scene: Scene, kind: str, index: int, first: int) -> bool:
    """Whether what a phrase or a noun governs is the figure: no other figure, no verb with its subject between."""
    between = scene.lowers[index:first]
    if any(index <= start < first and ";" in scene.lowers[start:first] for start, _ in scene.figures):
        return False
    if kind == "phrase":
        return True
    if between[:1] == [","] and "," in between[1:]:
        # An insertion: « son refus, en 2022, de céder ».
        index += between.index(",", 1) + 1
    if scene.lowers[index] not in _OF and not _is_subject(scene, index, first):
        return False
    return "," not in scene.lowers[index:first]


def _is_subject(scene: Scene, index: int, first: int) -> bool:
    """Whether a verb follows a noun at once, and none other before the figure: « le plan porte sur 300 drones »."""
    verbs = [group.first for group in scene.groups if group.is_finite and index <= group.first < first]
    return verbs == [index]


def _of_predicate_noun(scene: Scene, figure: Figure, first: int) -> Iterator[tuple[Modality, str]]:
    """Yield what an adjective tells of the noun of the event: « une possible livraison », « la livraison prévue »."""
    index = figure.predicate.index if figure.predicate else None
    for at in (index - 1, index + 1, index + 2) if index is not None else ():
        found = _phrases("qualifier").find(scene.lowers, at) if 0 <= at < len(scene.lowers) else None
        if found and at <= first:
            yield found[1], "modality.qualifier"


def _beside(scene: Scene, figure: Figure, first: int, last: int) -> Iterator[tuple[Modality, str]]:
    """Yield what participles right behind the figure tell: « les 17 Patriot promis »."""
    predicate = figure.predicate
    is_subject = predicate is not None and predicate.rule == "predicate.verb_after"
    if "part" in figure.topics or (is_subject and scene.lowers[max(0, first - 1)] not in {"de", "des", "d'"}):
        return
    for index in range(last, min(last + _BESIDE, len(scene.lowers))):
        if scene.lowers[index] in {",", ";", "et"}:
            return
        found = _phrases("beside").find(scene.lowers, index)
        if found:
            yield found[1], "modality.beside"
