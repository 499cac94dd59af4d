"""The stage that finds how sure each figure is: asserted, reported, possible, planned or negated.

When several hold at once, a denial wins over a plan, a plan over a possibility, a possibility over hearsay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Modalities, ModalPhrases
from armscorpus.models import Bound, Event, Modality, Statistic
from armscorpus.pipes.attribution import is_denial
from armscorpus.pipes.parties import words_of
from armscorpus.pipes.reading import Figure, reading_of
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import modal_verbs

_STRENGTH = (Modality.NEGATED, Modality.PLANNED, Modality.POSSIBLE, Modality.REPORTED)
_MODAL_TENSES = frozenset({Tense.PRESENT, Tense.FUTURE, Tense.CONDITIONAL, Tense.INFINITIVE, Tense.GERUND})
_PAST_PLANS = frozenset({"promettre", "engager", "décider", "accepter", "proposer", "prévoir", "annoncer"})
_BESIDE = 4  # words behind the figure among which « promis », « prévus » stand


@Language.factory("armscorpus_modality", requires=["doc._.armscorpus_figures"])
def create_modality(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it gives each figure its modality."""
    return annotate_modality


def annotate_modality(doc: Doc) -> Doc:
    """Give each figure of a document its modality."""
    reading = reading_of(doc)
    for figure in reading.figures:
        found = dict(_signs(reading.scenes[figure.sentence.start], figure))
        if figure.quantity.equals and not found:
            found = _of_restated(figure, reading.figures)
        elif figure.donor and not found and _passes_on(figure.donor, figure):
            found = {figure.donor.modality: "modality.inherited"}
        for modality in _STRENGTH:
            if modality in found:
                figure.settle("modality", modality, found[modality])
                break
        else:
            figure.settle("modality", Modality.ASSERTED, "modality.indicative")
    return doc


def _passes_on(donor: Figure, figure: Figure) -> bool:
    """Whether a figure only goes on with what another said: « On y trouve six systèmes, ainsi que … »."""
    return donor.sentence is not figure.sentence or donor.rules["modality"] == "modality.inherited"


def _of_restated(figure: Figure, figures: list[Figure]) -> dict[Modality, str]:
    """Return the modality of the figure before, which this one restates."""
    index = figures.index(figure)
    return {figures[index - 1].modality: "modality.restated"} if index else {}


def _signs(scene: Scene, figure: Figure) -> Iterator[tuple[Modality, str]]:
    first, last = words_of(figure)
    if figure.attribution and is_denial(figure.attribution):
        yield Modality.NEGATED, "modality.denial"
    for group in _governors(scene, figure, first, last):
        yield from _of_group(group, figure)
    yield from _of_words(scene, figure, first, last)


def _governors(scene: Scene, figure: Figure, first: int, last: int) -> Iterator[VerbGroup]:
    """Yield the verb of the predicate and the finite one that it depends on; else the finite verb of the clause.

    What a participle tells of a noun that is no subject is taken for granted: « les 11 000 hommes dépêchés ».
    """
    borrowed = figure.antecedent is not None and figure.predicate is figure.antecedent.predicate
    own = figure.predicate.group if figure.predicate and not borrowed else None
    if own and own in scene.groups and not own.is_bare:
        yield own
        main = None if own.is_finite else scene.main_group(own)
        if main:
            yield main
        return
    for clause in scene.lineage(first):
        groups = [
            group for group in scene.groups
            if scene.clauses[group.first] == clause and group.is_finite and not scene.is_aside(group.first)
            and not scene.is_attributing(group) and (own is None or group.first >= last)
        ]  # fmt: skip
        if groups:
            yield min(groups, key=lambda group: min(abs(first - group.last), abs(group.first - last)))
            return
    if borrowed and figure.predicate and figure.predicate.group in scene.groups:
        yield figure.predicate.group


def _of_group(group: VerbGroup, figure: Figure) -> Iterator[tuple[Modality, str]]:
    for link in group.links:
        modality = modal_verbs().get(link.lemma)
        tense = group.tense if link is group.links[0] else link.tense
        if modality is None or (
            modality == Modality.POSSIBLE and figure.quantity.statistic == Statistic.CAPACITY
        ):
            continue
        if modality == Modality.PLANNED and tense not in _MODAL_TENSES and link.lemma not in _PAST_PLANS:
            continue
        yield modality, f"modality.{link.lemma}"
    pledge = load(Modalities).pledge
    if group.lemma in pledge.lemmas and (group.lemma not in pledge.only_money or figure.event == Event.PAY):
        yield Modality.PLANNED, "modality.pledge"
    if group.negated and figure.quantity.bound != Bound.AT_MOST and figure.quantity.value != 0:
        yield Modality.NEGATED, "modality.negation"
    if group.tense == Tense.FUTURE:
        yield Modality.PLANNED, "modality.future"
    if group.tense == Tense.CONDITIONAL:
        yield Modality.REPORTED, "modality.conditional"


@cache
def _phrases(kind: str) -> PhraseTable[Modality]:
    lists: ModalPhrases = getattr(load(Modalities), kind)
    return PhraseTable(
        (phrase, modality)
        for modality in (Modality.POSSIBLE, Modality.PLANNED, Modality.NEGATED, Modality.REPORTED)
        for phrase in getattr(lists, modality)
    )


def _of_words(scene: Scene, figure: Figure, first: int, last: int) -> Iterator[tuple[Modality, str]]:
    """Yield what phrases before the figure, adverbs of its clause and participles beside it tell."""
    clauses = set(scene.lineage(first))
    for index in range(len(scene.lowers)):
        if scene.clauses[index] not in clauses or scene.is_aside(index):
            continue
        for kind in ("phrase", "noun", "adverb"):
            found = _phrases(kind).find(scene.lowers, index)
            if found and (kind == "adverb" or (index < first and not _is_between(scene, index, first))):
                yield found[1], f"modality.{kind}"
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


def _is_between(scene: Scene, index: int, first: int) -> bool:
    """Whether another figure, of another clause, stands between a phrase and the figure."""
    return any(index < start < first and ";" in scene.lowers[start:first] for start, _ in scene.figures)
