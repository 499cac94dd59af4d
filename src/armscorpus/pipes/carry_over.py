"""The period that a figure takes over from what stands before it in the sentence, the paragraph or the list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from armscorpus.lexicon.inflection import Tense
from armscorpus.models import Event, Modality, PeriodMatch, reference_date
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.statements import is_of_statement
from armscorpus.pipes.verbs import VerbGroup

_NOW = frozenset({"désormais", "aujourd'hui", "actuellement", "maintenant", "dorénavant"})
_LINKS = frozenset({"leur", "leurs", "son", "sa", "ses", "y", "cette", "ces"})
_OPENING = 1  # words before a period with which a sentence begins
_PRESENT_TENSES = frozenset({Tense.PRESENT, Tense.FUTURE, Tense.CONDITIONAL})
_FIGHT = {Event.FIRE, Event.LOSS}
_KIN = {
    Event.TRANSFER: "flow", Event.DEPLOY: "flow", Event.CALL: "flow", Event.ORDER: "flow", Event.PAY: "flow",
    Event.OTHER: "flow",
}  # fmt: skip


class Carried(NamedTuple):
    """A period that can carry over: that of an earlier figure, or one that frames a sentence."""

    figure: Figure | None
    match: PeriodMatch
    is_frame: bool


def carried_over(
    figure: Figure, reading: Reading, scene: Scene, matches: Mapping[int, tuple[PeriodMatch, bool]]
) -> Carried | None:
    """Return the period that carries over to a figure, where nothing speaks against it.

    `matches` are the periods of the earlier figures, by identity, and whether each frames its sentence.
    """
    is_apart = figure.event == Event.OTHER and not figure.sentence.is_item
    if not _NOW.isdisjoint(scene.lowers) or is_apart:
        return None
    for carried in _earlier(figure, reading, matches):
        other = carried.figure
        is_linked = _is_linked(figure, other, scene) or _is_of_one_fight(figure, carried)
        if not is_linked and not carried.is_frame:
            return None
        is_same = other is not None and other.sentence is figure.sentence
        return carried if is_same or _goes_on(carried, figure, reading, scene) else None
    return None


def opening_period(sentence: Sentence, reading: Reading) -> PeriodMatch | None:
    """Return the period with which a sentence begins."""
    periods = reading.periods_in(sentence.start, sentence.end)
    return periods[0] if periods and sentence.word_at(periods[0].start_char) <= _OPENING else None


def _earlier(
    figure: Figure, reading: Reading, matches: Mapping[int, tuple[PeriodMatch, bool]]
) -> Iterator[Carried]:
    """Yield the earlier figures with their periods, nearest first, and the periods with which sentences begin."""
    for sentence in (figure.sentence, *reading.sentences_before(figure.sentence)):
        figures = [other for other in reading.figures_in(sentence) if other.span.start < figure.span.start]
        for other in reversed(figures):
            if id(other) in matches:
                yield Carried(other, *matches[id(other)])
        opening = (
            opening_period(sentence, reading) if not figures and sentence is not figure.sentence else None
        )
        if opening:
            yield Carried(None, opening, True)
    introducer = reading.introducer(figure.sentence)
    for sentence in (introducer, *reading.sentences_before(introducer)) if introducer else ():
        scene = reading.scenes[sentence.start]
        for match in reversed(reading.periods_in(sentence.start, sentence.end)):
            if not is_of_statement(match, reading, scene):
                yield Carried(None, match, True)


def _is_linked(figure: Figure, other: Figure | None, scene: Scene) -> bool:
    """Whether a figure speaks of the same things as another: same topic and event, or by a pronoun."""
    first, _ = words_of(figure)
    if other and other.sentence is not figure.sentence and "y" in scene.lowers[:first]:
        return True
    if other is None or _kin(other) != _kin(figure):
        return False
    is_same = other.sentence is figure.sentence
    is_item = figure.donor is not None and ":" in scene.lowers[:first]
    if is_same and (_is_price_of(figure, other) or is_item):
        return True
    return bool(set(other.topics) & set(figure.topics)) or not _LINKS.isdisjoint(scene.lowers[:first])


def _is_of_one_fight(figure: Figure, carried: Carried) -> bool:
    """Whether what was fired and what was lost fall on the same day or night: « 137 drones […], 63 abattus »."""
    other, match = carried.figure, carried.match
    if other is None or match.start is None or match.end is None:
        return False
    return {other.event, figure.event} == _FIGHT and (match.end - match.start).days <= 1


def _goes_on(carried: Carried, figure: Figure, reading: Reading, scene: Scene) -> bool:
    """Whether a later sentence can still be about the period: same source or rival tolls, fitting tense."""
    mine, theirs = figure.source, carried.figure.source if carried.figure else None
    is_other = mine is not None and theirs is not None and mine.name != theirs.name
    if figure.attribution and is_other and figure.event != Event.LOSS:
        return False
    return fits_tense(carried.match, figure, reading, scene)


def fits_tense(match: PeriodMatch, figure: Figure, reading: Reading, scene: Scene) -> bool:
    """Whether a period can hold for a sentence: a past one not for what is or will be."""
    reference = reference_date(reading.published)
    if match.end is None or reference is None or match.end >= reference:
        return True
    if figure.modality == Modality.PLANNED and figure.event == Event.PAY:
        return True
    group = _finite_group(figure, scene)
    if group is None or group.tense not in _PRESENT_TENSES or group.form == Tense.PARTICIPLE:
        return True
    return _is_same_scene(figure, group)


def _is_same_scene(figure: Figure, group: VerbGroup) -> bool:
    """Whether a present tense goes on with what was said before: « Il comprend six systèmes »."""
    return (
        group.tense == Tense.PRESENT
        and figure.quantity.per is None
        and figure.event in {Event.TRANSFER, Event.PAY}
    )


def _finite_group(figure: Figure, scene: Scene) -> VerbGroup | None:
    if figure.predicate and figure.predicate.group and figure.predicate.group.is_finite:
        return figure.predicate.group
    first, _ = words_of(figure)
    groups = [group for group in scene.groups if group.is_finite and not scene.is_aside(group.first)]
    return min(groups, key=lambda group: abs(group.first - first), default=None)


def _is_price_of(figure: Figure, other: Figure) -> bool:
    """Whether one verb or one deal has the things and what was paid: « a commandé 80 Rafale […] pour 16 milliards »."""
    if figure.event == other.event == Event.ORDER and ("paiements" in figure.topics) != (
        "paiements" in other.topics
    ):
        return True
    mine, theirs = figure.predicate, other.predicate
    return mine is not None and theirs is not None and mine.group is not None and mine.group is theirs.group


def _kin(figure: Figure) -> str:
    event = figure.event or Event.OTHER
    return _KIN.get(event, event)
