"""The stage that finds how sure each figure is: asserted, reported, possible, planned or negated.

When several hold at once, a denial wins over a plan, a plan over a possibility, a possibility over hearsay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.models import Modality
from armscorpus.pipes.aims import signs_of_aims
from armscorpus.pipes.attribution import Attribution, is_denial
from armscorpus.pipes.conditionals import is_condition, is_past_contrast
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.modal_verbs import signs_of_verbs
from armscorpus.pipes.modal_words import signs_of_words
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.vocabulary import modal_verbs

_STRENGTH = (Modality.NEGATED, Modality.PLANNED, Modality.POSSIBLE, Modality.REPORTED)


@Language.factory("armscorpus_modality", requires=["doc._.armscorpus_figures"])
def create_modality(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it gives each figure its modality."""
    return annotate_modality


def annotate_modality(doc: Doc) -> Doc:
    """Give each figure of a document its modality."""
    reading = reading_of(doc)
    for figure in reading.figures:
        found: dict[Modality, str] = {}
        for modality, rule in _signs(reading, figure):
            found.setdefault(modality, rule)
        if figure.quantity.equals and not found:
            before = reading.figure_before(figure)
            found = {before.modality: "modality.restated"} if before else {}
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


def _signs(reading: Reading, figure: Figure) -> Iterator[tuple[Modality, str]]:
    scene = reading.scenes[figure.sentence.start]
    first, last = words_of(figure)
    if figure.attribution:
        yield from _of_saying(figure.attribution)
    if is_past_contrast(scene, first, reading):
        return
    yield from signs_of_verbs(reading, scene, figure, first, last)
    if is_condition(scene, first):
        yield Modality.POSSIBLE, "modality.condition"
    yield from signs_of_words(scene, figure, first, last)
    yield from signs_of_aims(scene, figure, first)


def _of_saying(attribution: Attribution) -> Iterator[tuple[Modality, str]]:
    """Yield what the verb of saying tells: a denial, a supposition."""
    if is_denial(attribution):
        yield Modality.NEGATED, "modality.denial"
    if attribution.group and modal_verbs().get(attribution.group.lemma) == Modality.POSSIBLE:
        yield Modality.POSSIBLE, f"modality.{attribution.group.lemma}"
