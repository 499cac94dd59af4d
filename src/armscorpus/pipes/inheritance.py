"""What a figure takes over from its surroundings where its sentence does not say it; always marked as implied.

In this order: the figure that it restates or refers back to; the nearest figure of the same kind of event in the
paragraph; a party of the sentence that no role has used; the flow that a sentence near by tells; the only flow of
the article. Prices have no sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable, split_words
from armscorpus.lexicon.schema import Events, Makes
from armscorpus.models import Event
from armscorpus.pipes.battle import PEOPLE, USES, is_toll, leader, take_from_battle
from armscorpus.pipes.flows import Flow
from armscorpus.pipes.predicates import bend
from armscorpus.pipes.reading import Figure, Reading

FLOWS = frozenset({Event.TRANSFER, Event.DEPLOY, Event.CALL, Event.ORDER, Event.OTHER})
TWO_SIDED = frozenset({*FLOWS, Event.PAY})
_REACH = 100  # figures on either side that still tell something of one


def inherit_event(figure: Figure, earlier: Sequence[Figure]) -> None:
    """Give a figure without predicate the event of the figure that it goes with."""
    donor = figure.antecedent or next((other for other in reversed(earlier) if _shares(other, figure)), None)
    if figure.event is None and donor and donor.event:
        event = donor.event
        if event == Event.PAY and not {"paiements", "prix"}.intersection(figure.topics):
            event = Event.TRANSFER
        figure.donor = donor
        figure.settle("event", bend(event, figure, buys_goods=False), "event.inherited", implied=True)


def _shares(other: Figure, figure: Figure) -> bool:
    return other.sentence.paragraph == figure.sentence.paragraph and other.event is not None


def inherit_sides(figure: Figure, reading: Reading, flows: Sequence[Flow], named: frozenset[str]) -> None:
    """Fill in the sides that the sentence does not name.

    `named` are the parties that the paragraph names.
    """
    if "prix" in figure.topics:
        return
    index, figures = reading.index_of(figure), reading.figures
    earlier = figures[max(0, index - _REACH) : index][::-1]
    later = figures[index + 1 : index + 1 + _REACH]
    reverse = "party.reversed" in figure.rules.values()
    take_from_battle(figure, earlier, later)
    for donors, rule in (
        (_restated(figure, earlier), "party.antecedent"),
        (_of_paragraph(figure, earlier), "party.inherited"),
        (_of_sentence(figure, later), "party.inherited_backwards"),
    ):
        for donor in donors:
            supplier = None if _is_own_make(donor, figure) else donor.supplier
            _copy(figure, supplier, donor.recipient, rule, reverse=reverse)
            if is_complete(figure):
                return
    _from_flows(figure, flows, named, reverse=reverse)
    if not is_complete(figure):
        _recipient_of_paragraph(figure, earlier)
        _from_make(figure)
        _from_article(figure, [*earlier, *later], named)


def _restated(figure: Figure, earlier: Sequence[Figure]) -> Iterator[Figure]:
    if figure.antecedent and figure.antecedent.event in _family(figure.event):
        yield figure.antecedent
    if figure.quantity.equals and earlier:
        yield earlier[0]


def _of_sentence(figure: Figure, others: Iterable[Figure]) -> Iterator[Figure]:
    yield from _of_paragraph(
        figure,
        (
            other
            for other in others
            if other.sentence is figure.sentence and other.predicate is figure.predicate
        ),
    )


def _of_paragraph(figure: Figure, others: Iterable[Figure]) -> Iterator[Figure]:
    """Yield the figures of the paragraph with the same kind of event, then for a flow those of payments."""
    near = [
        other
        for other in others
        if other.sentence.paragraph == figure.sentence.paragraph and _agrees(figure, other)
    ]
    yield from (
        other
        for other in near
        if other.event in _family(figure.event)
        and other.event != Event.PAY
        and not _is_other_loss(figure, other)
    )
    if figure.event in FLOWS or figure.event == Event.PAY:
        yield from (
            other
            for other in near
            if other.event == Event.PAY and (figure.event == Event.PAY or _is_aid(other))
        )
    if PEOPLE.intersection(figure.topics) and not is_toll(figure):
        yield from (other for other in near if PEOPLE.intersection(other.topics))
    if figure.event in USES:
        yield from (
            other
            for other in near
            if other.event in USES and set(other.topics) & set(figure.topics) - {"part"}
        )


def _is_other_loss(figure: Figure, other: Figure) -> bool:
    """Whether people and things are lost in two sentences: drones shot down, then civilians killed."""
    is_people = not PEOPLE.isdisjoint(figure.topics)
    is_loss = figure.event == other.event == Event.LOSS
    return (
        is_loss
        and is_people != (not PEOPLE.isdisjoint(other.topics))
        and figure.sentence is not other.sentence
    )


def _is_own_make(donor: Figure, figure: Figure) -> bool:
    """Whether an adjective tells the maker of the donor's things alone: « 1 000 missiles chinois et 10 000 fusils »."""
    is_told = donor.rules.get("supplier") in {"party.adjective", "party.of_noun"}
    is_other = figure.event in FLOWS and figure.antecedent is not donor
    return is_told and is_other and not PEOPLE.intersection(donor.topics)


def _is_aid(figure: Figure) -> bool:
    """Whether money goes the way of the goods: « une aide de 600 millions, dont six systèmes »; a payment does not."""
    predicate = figure.predicate
    if predicate is None or predicate.rule == "predicate.of_topic":
        return False
    return predicate.group is None or predicate.group.lemma not in load(Events).payments.words


def _family(event: Event | None) -> frozenset[Event]:
    if event in FLOWS:
        return FLOWS
    return frozenset({event}) if event else frozenset()


def _agrees(figure: Figure, other: Figure) -> bool:
    """Whether what two figures know of their sides does not differ."""
    pairs = ((figure.supplier, other.supplier), (figure.recipient, other.recipient))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def is_complete(figure: Figure) -> bool:
    """Whether every side is known that the event has."""
    return bool(figure.supplier and (figure.recipient or figure.event not in TWO_SIDED))


def _copy(
    figure: Figure, supplier: str | None, recipient: str | None, rule: str, *, reverse: bool = False
) -> None:
    if reverse:
        supplier, recipient = recipient, supplier
    if figure.supplier is None and supplier and supplier != figure.recipient:
        figure.settle("supplier", supplier, rule, implied=True)
    if figure.event in TWO_SIDED and figure.recipient is None and recipient and recipient != figure.supplier:
        figure.settle("recipient", recipient, rule, implied=True)


def _from_make(figure: Figure) -> None:
    """Take the state that sells things of a name: who orders 34 F-35 has them from the United States."""
    changes_hands = figure.event in {Event.ORDER, Event.TRANSFER} and figure.recipient is not None
    if not changes_hands or figure.supplier or figure.quantity.per or "part" in figure.topics:
        return
    words = split_words(figure.noun.text) if figure.noun else ()
    found = (_makes().find(words, index) for index in range(len(words)))
    maker = next((match[1] for match in found if match), None)
    if maker and maker != figure.recipient:
        figure.settle("supplier", maker, "party.make", implied=True)


@cache
def _makes() -> PhraseTable[str]:
    return PhraseTable((name.lower(), make.state) for make in load(Makes).make for name in make.names)


def _from_flows(figure: Figure, flows: Sequence[Flow], named: frozenset[str], *, reverse: bool) -> None:
    """Take the flow told in the paragraph, else the only one of the text, where those that fit are all alike.

    A paragraph that names a third party tells something else. Money goes against the goods.
    """
    if figure.event not in TWO_SIDED:
        return
    fitting = [
        (flow, sides) for flow in flows if _fits(figure, sides := _sides_of(flow, figure, reverse=reverse))
    ]
    near = [sides for flow, sides in fitting if flow.paragraph == figure.sentence.paragraph]
    pairs = {frozenset((flow.supplier, flow.recipient)) for flow in flows}
    told = {party for _, sides in fitting for party in sides}
    is_open = len(pairs) == 1 or figure.supplier or figure.recipient
    is_theme = figure.event != Event.PAY and is_open and named <= told
    for candidates in (near, [sides for _, sides in fitting] if is_theme else []):
        if len(set(candidates)) == 1:
            _copy(figure, *candidates[0], "party.flow_of_text")
        if candidates:
            return


def _sides_of(flow: Flow, figure: Figure, *, reverse: bool) -> tuple[str, str]:
    backwards = (figure.event == Event.PAY) != reverse
    return (flow.recipient, flow.supplier) if backwards else (flow.supplier, flow.recipient)


def _fits(figure: Figure, sides: tuple[str, str]) -> bool:
    return figure.supplier in {None, sides[0]} and figure.recipient in {None, sides[1]}


def _recipient_of_paragraph(figure: Figure, earlier: Sequence[Figure]) -> None:
    """Take the one whom all others of the paragraph help: aid to Kiev, then « Ottawa, qui a livré huit chars »."""
    recipients = {
        other.recipient
        for other in earlier
        if other.sentence.paragraph == figure.sentence.paragraph
        and other.event in TWO_SIDED
        and other.recipient
    }
    if figure.recipient is None and len(recipients) == 1:
        _copy(figure, None, recipients.pop(), "party.recipient_of_paragraph")


def _from_article(figure: Figure, others: Sequence[Figure], named: frozenset[str]) -> None:
    """Take the sides of the article's other figures of the same kind where nearly all are alike."""
    if figure.event == Event.OTHER:
        return
    kin = [other for other in others if _is_kin(figure, other)]
    has_seller = any(other.supplier and other.recipient == figure.recipient for other in kin)
    least = 1 if figure.recipient and has_seller else 2
    supplier = leader((other.supplier for other in kin if _agrees(figure, other)), least)
    is_helped = len({other.supplier for other in kin if other.recipient and _is_state(other.supplier)}) > 1
    helping = kin if is_helped and _is_state(figure.supplier) else [o for o in kin if _agrees(figure, o)]
    recipient = leader(other.recipient for other in helping if other.recipient != figure.supplier)
    known = {party for other in others for party in (other.supplier, other.recipient)}
    known |= {figure.supplier, figure.recipient}
    if named <= known:
        rivals = {other.supplier for other in kin} - {supplier}
        is_lone = named <= {supplier} if figure.event in USES else named.isdisjoint(rivals)
        _copy(figure, supplier if is_lone else None, None, "party.of_article")
        _copy(figure, None, recipient, "party.of_article")


def _is_state(party: str | None) -> bool:
    return party is not None and len(party) == len("FR")


def _is_kin(figure: Figure, other: Figure) -> bool:
    """Whether a figure tells of the same kind of event, and did not have its sides from the article itself."""
    is_aid = figure.event == Event.PAY and _is_aid(figure) and other.event in FLOWS
    is_alike = other.event in _family(figure.event) or is_aid
    return is_alike and "party.of_article" not in other.rules.values()
