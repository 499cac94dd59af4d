"""The stage that finds what happened, and between whom: event, supplier, recipient."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import NationalCurrencies, SharedCurrency
from armscorpus.models import Event
from armscorpus.pipes.battle import state_of_source
from armscorpus.pipes.context import take_from_question, take_from_title, take_subject_before
from armscorpus.pipes.flows import Flow, find_flows
from armscorpus.pipes.inheritance import inherit_event, inherit_sides
from armscorpus.pipes.layout import Layout
from armscorpus.pipes.occurrence import settle_event
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.sides import settle_sides
from armscorpus.values.quantities.clause_words import clause_words

_NEAR = 20  # figures before one from which it can have its event
_OF_PEOPLE = frozenset({Event.DEPLOY, Event.LOSS})
_ONE_SIDED = frozenset({Event.FIRE, Event.PRODUCE, Event.STOCK})


@Language.factory(
    "armscorpus_parties", requires=["doc._.armscorpus_figures", "doc._.armscorpus_attributions"]
)
def create_parties(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it gives each figure its event, supplier and recipient."""
    return annotate_parties


def annotate_parties(doc: Doc) -> Doc:
    """Give each figure of a document its event, supplier and recipient; drop those that are not of arms."""
    reading = reading_of(doc)
    if reading.figures:
        layout = Layout(reading)
        for index, figure in enumerate(reading.figures):
            settle_event(layout, figure)
            inherit_event(figure, reading.figures[max(0, index - _NEAR) : index])
            settle_sides(layout, figure)
        reading.figures = [figure for figure in reading.figures if _is_of_arms(reading, figure)]
        flows = list(find_flows(layout))
        observers = frozenset(state for figure in reading.figures if (state := state_of_source(figure)))
        for figure in reading.figures:
            _complete(layout, figure, flows, observers)
    return doc


def _complete(layout: Layout, figure: Figure, flows: Sequence[Flow], observers: frozenset[str]) -> None:
    """Take from the surroundings of a figure what its sentence does not say.

    `observers` are the states whose services tell of the figures: named for that, they have no part.
    """
    _inherit_rate(figure)
    if figure.supplier is None and figure.event in {*_ONE_SIDED, Event.DEPLOY}:
        take_from_question(layout, figure)
    if figure.event is None:
        event = _event_before(layout.reading, figure) or (Event.TRANSFER if flows else Event.OTHER)
        figure.settle("event", event, "event.of_article", implied=True)
    inherit_sides(figure, layout.reading, flows, layout.named_in(figure.sentence.paragraph) - observers)
    if figure.supplier is None and figure.event in _ONE_SIDED:
        take_subject_before(layout, figure)
    if figure.supplier is None and figure.event in _ONE_SIDED:
        take_from_title(layout, figure)
    _pay_in_own_currency(figure, layout.reading)


def _event_before(reading: Reading, figure: Figure) -> Event | None:
    """Return what the figure before this one tells, where things change hands: a purchase, then its items."""
    before = reading.figure_before(figure)
    return before.event if before and before.event in {Event.ORDER, Event.TRANSFER} else None


def _is_of_arms(reading: Reading, figure: Figure) -> bool:
    """Whether a figure of people is of arms: those sent, fighting or lost, not those who flee or vote."""
    predicate = figure.predicate
    if not figure.is_weak:
        return True
    if figure.rules["topics"].startswith("topic.weak_head"):
        return predicate is not None and figure.event in {Event.DEPLOY, Event.LOSS, Event.STOCK}
    if figure.quantity.unit != "%" and _has_companion(reading, figure):
        return True
    if (
        figure.event == Event.LOSS and predicate and predicate.event != Event.LOSS
    ):  # « 300 ont reçu l'alerte »
        return False
    is_told = predicate is not None and predicate.event != Event.STOCK and "event" not in figure.implied
    return is_told and figure.event in _OF_PEOPLE


def _has_companion(reading: Reading, figure: Figure) -> bool:
    """Whether a figure of fighters stands before in the sentence: « 15 000 hommes, dont 4 000 Rwandais »."""
    return any(
        other.span.end <= figure.span.start and not {"effectifs", "pertes"}.isdisjoint(other.topics)
        for other in reading.figures_in(figure.sentence)
    )


def _pay_in_own_currency(figure: Figure, reading: Reading) -> None:
    """Take a sign that several currencies share for that of who pays: the « 123 M$ » of Ottawa are Canadian."""
    for shared in load(NationalCurrencies).shared:
        if not shared.by_payer or not figure.quantity.text.endswith(shared.endings):
            continue
        if figure.supplier in shared.states or (figure.supplier is None and _is_own(reading, shared)):
            quantity = figure.quantity.model_copy(update={"unit": shared.code})
            figure.settle("quantity", quantity, f"{figure.rules['quantity']} currency.of_payer")


def _is_own(reading: Reading, shared: SharedCurrency) -> bool:
    """Whether an article of a state marks the currencies of others: a « M$ » beside « M$ US » is its own."""
    is_marked = any(mark in reading.lower_text for mark in shared.marked)
    return is_marked and not reading.known.isdisjoint(shared.states)


def _is_new_total(figure: Figure, other: Figure) -> bool:
    """Whether a perfect of another sentence tells a total: « 3 milliards par an. Le Congrès y en a joint 14 »."""
    ahead = split_words(figure.sentence.source[figure.sentence.start : figure.span.start])
    return figure.sentence is not other.sentence and not clause_words().perfect.isdisjoint(ahead)


def _inherit_rate(figure: Figure) -> None:
    """Give an elliptical figure the rate and the statistic of the one that it refers back to."""
    other = figure.antecedent
    if other is None or figure.quantity.per or not other.quantity.per or other.event != figure.event:
        return
    if "prix" in figure.topics or figure.quantity.unit == "%" or _is_new_total(figure, other):
        return
    figure.settle(
        "quantity",
        figure.quantity.model_copy(update={"per": other.quantity.per, "statistic": other.quantity.statistic}),
        f"{figure.rules['quantity']} rate.inherited",
    )
