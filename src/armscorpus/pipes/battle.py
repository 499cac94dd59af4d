"""What a battle tells of its sides: who fires what was delivered, who is shot at, whose things are shot down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from armscorpus.lexicon.institutions import find_institution
from armscorpus.models import Event, SourceKind
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.reading import Figure

MAJORITY = 0.75  # of an article's figures, for a side to be that of the others
USES = frozenset({Event.FIRE, Event.LOSS})
PEOPLE = frozenset({"effectifs", "pertes"})
_TARGET = 3  # words behind a preposition among which its noun stands
_TOWARDS = frozenset({"sur", "contre", "vers"})
_AIMED = frozenset({"drones", "missiles", "roquettes"})
_BELLIGERENTS = frozenset(
    {SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.STATE, SourceKind.INTELLIGENCE}
)


def take_from_battle(figure: Figure, earlier: Sequence[Figure], later: Sequence[Figure]) -> None:
    """Fill in the sides of a figure of shots or losses from the other figures, nearest first, and from who counts."""
    _from_use(figure)
    _from_target(figure, earlier)
    _from_counter(figure)
    _from_shots(figure, [*earlier, *later])


def _from_use(figure: Figure) -> None:
    """Who fires or loses what was delivered is who received it: « cent missiles, dont soixante ont été tirés »."""
    donor = figure.antecedent
    is_use = figure.event in USES and figure.supplier is None
    if is_use and donor and donor.event in {Event.TRANSFER, Event.ORDER} and donor.recipient:
        figure.settle("supplier", donor.recipient, "party.user_of_delivery", implied=True)
    elif is_use and donor and donor.event == Event.STOCK and donor.supplier:
        figure.settle("supplier", donor.supplier, "party.user_of_stock", implied=True)


def _from_target(figure: Figure, earlier: Sequence[Figure]) -> None:
    """People die where shots fall: « 137 drones ont visé l'Ukraine. Trois civils ont péri »."""
    if figure.event != Event.LOSS or figure.supplier or PEOPLE.isdisjoint(figure.topics):
        return
    fire = next(
        (
            other
            for other in earlier
            if other.event == Event.FIRE and other.sentence.paragraph == figure.sentence.paragraph
        ),
        None,
    )
    if fire and fire.recipient and not is_toll(figure):
        figure.settle("supplier", fire.recipient, "party.target", implied=True)


def _from_counter(figure: Figure) -> None:
    """Take who counts the shots for who is shot at: « la Russie a tiré 479 drones, d'après l'armée ukrainienne »."""
    state = state_of_source(figure)
    is_salvo = not _AIMED.isdisjoint(figure.topics) and figure.quantity.per is None
    is_open = bool(figure.supplier) and figure.recipient is None and not _has_target(figure)
    if figure.event == Event.FIRE and is_salvo and is_open and state not in {None, figure.supplier}:
        figure.settle("recipient", state, "party.who_counts", implied=True)


def _has_target(figure: Figure) -> bool:
    """Whether the words say what was shot at, and it is no place: « sur des navires marchands »."""
    words = [word for word in figure.sentence.words if word.start >= figure.span.end]
    places = [index for index, word in enumerate(words) if word.lower in _TOWARDS]
    return any(topic_of(word.text) for index in places for word in words[index + 1 : index + 1 + _TARGET])


def state_of_source(figure: Figure) -> str | None:
    """Return the state whose army or government a figure is from."""
    name = figure.source.name if figure.source else None
    body = find_institution(name) if name else None
    return body.state if body and body.kind in _BELLIGERENTS else None


def _from_shots(figure: Figure, others: Sequence[Figure]) -> None:
    """Take who shot what is shot down: « la Russie a tiré 479 drones. […] Kiev dit en avoir neutralisé 284 »."""
    is_shot_down = figure.predicate is not None and figure.predicate.frame.subject == "enemy"
    if (
        figure.event != Event.LOSS
        or figure.supplier
        or not is_shot_down
        or PEOPLE.intersection(figure.topics)
    ):
        return
    shots = [other for other in others if other.event == Event.FIRE and other.topics == figure.topics]
    shooter = leader((other.supplier for other in shots), 1)
    if shooter and shooter != state_of_source(figure):
        figure.settle("supplier", shooter, "party.shooter", implied=True)


def is_toll(figure: Figure) -> bool:
    """Whether dead are told without whose they are: « les gangs ont fait 5 600 morts », not « 300 soldats tués »."""
    return (
        figure.event == Event.LOSS
        and figure.antecedent is None
        and figure.rules["topics"] != "topic.people_lost"
    )


def leader(parties: Iterable[str | None], least: int = 2) -> str | None:
    """Return the party that most have, where at least so many do and hardly any has another."""
    counts = Counter(party for party in parties if party)
    for party, count in counts.most_common(1):
        if count >= least and count >= MAJORITY * counts.total():
            return party
    return None
