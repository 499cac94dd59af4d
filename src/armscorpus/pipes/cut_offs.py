"""What a period tells of a total: the days it spans, or the day by which it had been reached."""

from __future__ import annotations

from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import Event, Modality, Period, PeriodMatch, Precision, TimeRelation
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.statements import is_range

_CUMULATIVE = frozenset({Event.TRANSFER, Event.DEPLOY, Event.LOSS, Event.CALL, Event.ORDER, Event.PAY})
_MOMENTS = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})
_APPOSED = 3  # words between an attribution and the date of « …, arrêtés au »
_CLOSING_REACH = 4  # words before a date among which « arrêtés au » stands


def period_of(match: PeriodMatch, figure: Figure, reading: Reading, scene: Scene) -> Period:
    """Return the dates of a period for a figure; a moment by which something had happened is a cut-off."""
    closing = closing_date(figure, reading, scene) if match.relation == TimeRelation.SINCE else None
    is_cut_off = (
        _is_held(match, figure) or _is_as_of(match, figure, scene) or _is_followed(match, figure, scene)
    )
    return Period(
        text=match.text,
        start=None if is_cut_off else match.start,
        end=closing.end if closing else match.end,
    )


def closing_date(figure: Figure, reading: Reading, scene: Scene) -> PeriodMatch | None:
    """Return the date at which a source closed its accounts: « selon des calculs arrêtés au 31 août »."""
    attribution = figure.attribution
    if attribution is None:
        return None
    for match in reading.periods_in(figure.sentence.start, figure.sentence.end):
        first = scene.sentence.word_at(match.start_char)
        if attribution.first <= first <= attribution.last + _APPOSED and _closes(scene, first):
            return match
    return None


def _closes(scene: Scene, index: int) -> bool:
    return any(_closings().find(scene.lowers, at) for at in range(max(0, index - _CLOSING_REACH), index))


@cache
def _closings() -> PhraseTable[bool]:
    """Return the participles that close accounts, in every gender and number."""
    return PhraseTable(
        (f"{word}{ending}", True)
        for word in load(Attributions).closing.words
        for ending in ("", "e", "s", "es")
    )


def _is_held(match: PeriodMatch, figure: Figure) -> bool:
    """Whether a total had been reached at a moment: « avait reçu, en janvier, 148 missiles »."""
    group = figure.predicate.group if figure.predicate else None
    return (
        group is not None
        and _is_total(match, figure)
        and _is_outcome(figure)
        and bool(group.links)
        and group.tense == Tense.IMPERFECT
        and group.form == Tense.PARTICIPLE
        and figure.modality == Modality.ASSERTED
    )


def _is_total(match: PeriodMatch, figure: Figure) -> bool:
    """Whether a figure is a total that grows, and a period a moment in its growth."""
    return (
        figure.event in _CUMULATIVE
        and figure.quantity.per is None
        and figure.quantity.value != 0
        and match.relation == TimeRelation.DURING
        and match.precision in _MOMENTS
        and not is_range(match)
    )


def _is_as_of(match: PeriodMatch, figure: Figure, scene: Scene) -> bool:
    """Whether words give the day of a balance: « au 31 mai, Kiev a reçu 300 chars », « en date du 15 juin »."""
    words = match.text.lower().split()
    if not _is_total(match, figure) or figure.modality == Modality.PLANNED:
        return False
    return (words[:1] == ["au"] and words[1][0].isdigit()) or words[:3] in (
        ["à", "la", "date"],
        ["en", "date", "du"],
    )


def _is_followed(match: PeriodMatch, figure: Figure, scene: Scene) -> bool:
    """Whether a period dates what came after the event: « en septembre, après la livraison de 200 missiles »."""
    index = figure.predicate.index if figure.predicate else None
    if index is None or match.end_char > figure.span.start or not _is_total(match, figure):
        return False
    return "après" in scene.lowers[max(0, index - 2) : index] and scene.words[index].start > match.end_char


def _is_outcome(figure: Figure) -> bool:
    """Whether the verb tells what had come about, not one act.

    For example « avait reçu », « étaient arrivés », not « avait vendu ».
    """
    if figure.predicate is None or figure.event == Event.ORDER:
        return False
    frame, group = figure.predicate.frame, figure.predicate.group
    return (
        (group is not None and group.is_passive)
        or frame.subject in {"recipient", "things"}
        or figure.event == Event.LOSS
    )
