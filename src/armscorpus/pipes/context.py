"""What the text around a sentence says of its figures: questions, sentences that introduce a list, the title."""

from __future__ import annotations

from dataclasses import replace

from armscorpus.pipes.layout import Layout
from armscorpus.pipes.mentions import Mention
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.predicates import bend, find_heading, find_predicates_of_text
from armscorpus.pipes.reading import Figure


def predicate_of_question(layout: Layout, figure: Figure) -> Predicate | None:
    """Return what a question asks of the things counted in its answer, where that has no verb.

    For example « Que produit Téhéran ? Cent drones par mois ».
    """
    question = layout.question_before(figure.sentence)
    scene = layout.scene(figure.sentence)
    if question is None or any(
        group.is_finite and not (scene.is_aside(group.first) or scene.is_attributing(group))
        for group in scene.groups
    ):
        return None
    found = next((other for other in find_predicates_of_text(layout.scene(question)) if other.group), None)
    if found is None:
        return None
    return replace(found, event=bend(found.event, figure, buys_goods=False), rule="predicate.of_question")


def predicate_of_introducer(layout: Layout, figure: Figure, first: int) -> Predicate | None:
    """Return what the sentence that introduces a list is about: « Ce qu'il faut retenir du contrat : »."""
    introducer = layout.reading.introducer(figure.sentence)
    if introducer is None or any(group.is_finite for group in layout.scene(figure.sentence).groups):
        return None
    scene = layout.scene(introducer)
    return find_heading(scene, figure, len(scene.lowers), at=first)


def take_from_question(layout: Layout, figure: Figure) -> None:
    """Take the only party of the question that a figure answers.

    For example « Combien de Rwandais en face ? 4 000 soldats ».
    """
    question = layout.question_before(figure.sentence)
    parties = {mention.party for mention in layout.scene(question).mentions} if question else set()
    if len(parties) == 1:
        figure.settle("supplier", parties.pop(), "party.of_question", implied=True)


def take_subject_before(layout: Layout, figure: Figure) -> None:
    """Take the subject of a sentence of the paragraph, or of a question just before it.

    For example « Combien de drones la Russie produit-elle ? ».
    """
    sentences = layout.reading.sentences
    for index in range(figure.sentence.index - 1, -1, -1):
        earlier = sentences[index]
        if figure.sentence.paragraph - earlier.paragraph > earlier.is_question:
            return
        scene = layout.scene(earlier)
        for group in scene.groups:
            subject = scene.subject_of(group) if group.is_finite else None
            if isinstance(subject, Mention):
                figure.settle("supplier", subject.party, "party.subject_before", implied=True)
                return


def take_from_title(layout: Layout, figure: Figure) -> None:
    """Take the only party of the title where the paragraph names none: « Hezbollah : l'arsenal en questions »."""
    named = {mention.party for mention in layout.scene(layout.title).mentions}
    if len(named) == 1 and not layout.named_in(figure.sentence.paragraph):
        figure.settle("supplier", named.pop(), "party.of_title", implied=True)
