"""What verbs tell of how sure a figure is: those that govern it, deny it, put it off, and their tenses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.schema import Modalities
from armscorpus.models import Bound, Event, Modality, Statistic
from armscorpus.pipes.conditionals import is_history, read_conditional
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import (
    AUXILIARIES,
    Form,
    event_verbs,
    grammar,
    modal_verbs,
    object_modals,
    reporting_verbs,
)

_MODAL_TENSES = frozenset({
    Tense.PRESENT, Tense.IMPERFECT, Tense.FUTURE, Tense.CONDITIONAL, Tense.INFINITIVE, Tense.GERUND,
})  # fmt: skip
_SUBJECT_REACH = 5  # words of a noun phrase between its number and its verb
_PAST_PLANS = frozenset({"promettre", "engager", "décider", "accepter", "proposer", "prévoir", "annoncer"})


def signs_of_verbs(
    reading: Reading, scene: Scene, figure: Figure, first: int, last: int
) -> Iterator[tuple[Modality, str]]:
    """Yield what the verbs tell on which the figure at a range of words depends, with the rule."""
    for group in _governors(scene, figure, first, last):
        yield from _of_links(group, figure)
        yield from _of_object(scene, group, figure, first)
        yield from _of_negation(scene, group, figure, first)
        yield from _of_tense(reading, scene, group, figure)
    yield from _of_superordinate(scene, first)


def _governors(scene: Scene, figure: Figure, first: int, last: int) -> Iterator[VerbGroup]:
    """Yield the verb of the predicate and the finite one that it depends on; else the finite verb of the clause.

    What a participle tells of a noun that is no subject is taken for granted: « les 11 000 hommes dépêchés ».
    """
    borrowed = figure.antecedent is not None and figure.predicate is figure.antecedent.predicate
    own = figure.predicate.group if figure.predicate and not borrowed else None
    if own and (new := _new_verb(scene, own, first, last)):
        yield new
        return
    if own and own in scene.groups and not own.is_bare:
        yield own
        main = None if own.is_finite else scene.main_group(own)
        if main:
            yield main
        if scene.clauses[own.first] != scene.clauses[first]:
            # « … compte 300 hommes, dont la moitié seraient des fantômes »
            yield from (
                group for group in scene.groups if group.is_finite and _stands_with(scene, group, first)
            )
        return
    for clause in scene.lineage(first):
        groups = [
            group for group in scene.groups
            if scene.clauses[group.first] == clause and group.is_finite and not scene.is_aside(group.first)
            and not scene.is_attributing(group)
            and (own is None or (group.first >= last and group.lemma in event_verbs()))
        ]  # fmt: skip
        if groups:
            yield min(groups, key=lambda group: min(abs(first - group.last), abs(group.first - last)))
            return
    if borrowed and figure.predicate and figure.predicate.group in scene.groups:
        yield figure.predicate.group
        return
    announcing = _before_colon(scene, first)
    if announcing and announcing.tense == Tense.FUTURE and not announcing.negated:
        yield announcing


def _before_colon(scene: Scene, first: int) -> VerbGroup | None:
    """Return the verb of the clause that a colon explains: « Les livraisons s'étaleront jusqu'en 2026 : 38 chars »."""
    colon = next((at for at in range(first - 1, 0, -1) if scene.lowers[at] == ":"), None)
    groups = [
        group for group in scene.groups
        if colon is not None and group.is_finite and group.last <= colon and not scene.is_aside(group.first)
    ]  # fmt: skip
    return groups[-1] if groups else None


def _new_verb(scene: Scene, own: VerbGroup, first: int, last: int) -> VerbGroup | None:
    """Return the modal verb of which a figure behind « et » is the subject: « 18 sont partis, et 84 doivent suivre »."""
    if own.last > first or "et" not in scene.lowers[max(0, first - 2) : first]:
        return None
    behind = (group for group in scene.groups if last <= group.first <= last + _SUBJECT_REACH)
    return next((group for group in behind if group.is_finite and _is_modal(group)), None)


def _is_modal(group: VerbGroup) -> bool:
    return group.tense in {Tense.FUTURE, Tense.CONDITIONAL} or any(
        link.lemma in modal_verbs() for link in group.links
    )


def _stands_with(scene: Scene, group: VerbGroup, first: int) -> bool:
    """Whether a verb is that of the figure's own clause."""
    return scene.clauses[group.first] == scene.clauses[first] and not scene.is_attributing(group)


def _of_links(group: VerbGroup, figure: Figure) -> Iterator[tuple[Modality, str]]:
    """Yield what the verbs tell that govern the infinitive: « pourrait livrer », « nie avoir livré »."""
    for link in group.links:
        modality = modal_verbs().get(link.lemma)
        tense = group.tense if link is group.links[0] else link.tense
        if modality is None or (modality == Modality.POSSIBLE and _is_ability(group, figure)):
            continue
        if modality == Modality.PLANNED and tense not in _MODAL_TENSES and link.lemma not in _PAST_PLANS:
            if link.lemma == "devoir" and tense == Tense.PARTICIPLE:
                yield Modality.POSSIBLE, "modality.devoir"
            continue
        if link.lemma in reporting_verbs() and _is_done(group, link):
            continue
        if modality == Modality.NEGATED and group.negated:
            # « n'exclut pas d'envoyer » leaves it open; « ne nie pas avoir envoyé » grants it.
            if link.lemma == "exclure":
                yield Modality.POSSIBLE, "modality.exclure"
            continue
        yield modality, f"modality.{link.lemma}"


def _is_done(group: VerbGroup, link: Form) -> bool:
    """Whether a verb of saying tells what is done: « a annoncé avoir livré 300 chars »."""
    behind = group.links[group.links.index(link) + 1 :]
    return any(other.lemma in AUXILIARIES and other.tense == Tense.INFINITIVE for other in behind)


def _is_ability(group: VerbGroup, figure: Figure) -> bool:
    """Whether « pouvoir » tells what a thing is made for: « peut emporter six missiles »."""
    if figure.quantity.statistic == Statistic.CAPACITY:
        return True
    carries = any(entry.carrier for entry in event_verbs().get(group.lemma, ()))
    return carries and group.tense == Tense.PRESENT


def _of_object(scene: Scene, group: VerbGroup, figure: Figure, first: int) -> Iterator[tuple[Modality, str]]:
    """Yield what a verb makes of its object: « prévoit 12 avions », « a suspendu la livraison de 3 500 bombes »."""
    modality = object_modals().get(group.lemma)
    is_object = first < group.first if group.is_passive else first >= group.last
    is_object = is_object or _is_antecedent(scene, group, first)
    pledge = load(Modalities).pledge
    is_pledge = group.lemma in pledge.lemmas and not (group.is_passive and group.lemma in pledge.only_active)
    if is_pledge and is_object and (group.lemma not in pledge.only_money or figure.event == Event.PAY):
        yield Modality.PLANNED, "modality.pledge"
    if group.negated and group.lemma == "exclure" and is_object:
        yield Modality.POSSIBLE, "modality.exclure"
    if (
        modality is None
        or not is_object
        or (group.negated and not _only_later(scene, group))
        or scene.clauses[group.first] not in scene.lineage(first)
    ):
        return
    if modality == Modality.NEGATED or figure.event not in {Event.FIRE, Event.LOSS}:
        yield modality, f"modality.{group.lemma}"


def _only_later(scene: Scene, group: VerbGroup) -> bool:
    """Whether a negation only puts off: « n'arriveront pas avant 2026 »."""
    behind = [word for word in scene.lowers[group.last : group.last + 2] if word not in grammar().negators]
    return group.negated and behind[:1] == ["avant"]


def _is_antecedent(scene: Scene, group: VerbGroup, first: int) -> bool:
    """Whether a relative pronoun makes the figure the object of a verb: « les 49 chars que l'Australie a promis »."""
    start = scene.clauses.index(scene.clauses[group.first])
    return first < start and scene.lowers[start] in {"que", "qu'"}


def _of_negation(
    scene: Scene, group: VerbGroup, figure: Figure, first: int
) -> Iterator[tuple[Modality, str]]:
    lemmas = (group.lemma, *(link.lemma for link in group.links))
    if any(modal_verbs().get(lemma) == Modality.NEGATED for lemma in lemmas):
        return
    if group.negated and _is_denied(scene, group, figure, first):
        yield Modality.NEGATED, "modality.negation"
    before = scene.lowers[max(0, group.first - 2) : group.first]
    if group.tense == Tense.INFINITIVE and "sans" in before and first >= group.last:
        yield Modality.NEGATED, "modality.without"


def _is_denied(scene: Scene, group: VerbGroup, figure: Figure, first: int) -> bool:
    """Whether a negation denies the figure, and does not only bound it (« pas moins de », « plus que »)."""
    quantity = figure.quantity
    if quantity.bound == Bound.AT_MOST or quantity.value == 0 or "negated_bound" in quantity.rules:
        return False
    around = scene.lowers[group.first : group.last + 4]
    if _only_later(scene, group):
        return False
    is_partial = any(word in grammar().negators and behind in _ONLY for word, behind in pairwise(around))
    if is_partial or scene.lowers[first - 1 : first] in (["que"], ["qu'"]):
        return False
    return first >= group.last or group.lemma in event_verbs() or group.lemma in _BEING


_ONLY = frozenset({"seulement", "uniquement", "simplement", "que", "qu'"})
_BEING = frozenset({"être", "exister", "avoir", "figurer", "arriver"})


def _of_tense(
    reading: Reading, scene: Scene, group: VerbGroup, figure: Figure
) -> Iterator[tuple[Modality, str]]:
    if group.tense == Tense.FUTURE and not is_history(scene, group, reading):
        yield Modality.PLANNED, "modality.future"
    if group.tense == Tense.CONDITIONAL:
        yield read_conditional(scene, group, figure)


def _of_superordinate(scene: Scene, first: int) -> Iterator[tuple[Modality, str]]:
    """Yield what the verb tells on which the clause depends: « On suppose que », « Moscou nie que »."""
    for clause in scene.lineage(first):
        start = scene.clauses.index(clause) if clause in scene.clauses else 0
        if scene.lowers[start] not in {"que", "qu'"}:
            continue
        for group in scene.groups:
            modality = modal_verbs().get(group.lemma)
            if modality in _OF_CLAUSES and group.last <= start <= group.last + 1 and not group.negated:
                yield modality, f"modality.{group.lemma}"


_OF_CLAUSES = frozenset({Modality.POSSIBLE, Modality.NEGATED})
