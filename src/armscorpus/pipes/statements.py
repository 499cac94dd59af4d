"""Which periods date what somebody said, and not what happened."""

from __future__ import annotations

import datetime as dt

from armscorpus.lexicon.inflection import Tense
from armscorpus.models import Modality, PeriodMatch, Precision, TimeRelation, reference_date
from armscorpus.pipes.attribution import Attribution, Manner
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene

_NEWS = dt.timedelta(days=10)  # a statement made within this time before publication is the news itself


def is_of_statement(match: PeriodMatch, reading: Reading, scene: Scene) -> bool:
    """Whether a period dates what somebody said, not what happened."""
    return any(_dates(match, other, scene) for other in reading.attributions_in(scene.sentence))


def date_of_statement(figure: Figure, reading: Reading, scene: Scene) -> PeriodMatch | None:
    """Return the date of an earlier statement, which is a cut-off for what it says."""
    attribution = figure.attribution
    if attribution is None or figure.modality == Modality.PLANNED:
        return None
    for match in reading.periods_in(figure.sentence.start, figure.sentence.end):
        if _dates(match, attribution, scene) and not _is_news(match, reading):
            return match
    return None


def _dates(match: PeriodMatch, attribution: Attribution, scene: Scene) -> bool:
    """Whether a period dates an attribution: within its words, just behind its verb, or before its subject."""
    first, last = scene.sentence.word_at(match.start_char), scene.sentence.word_at(match.end_char)
    if attribution.first <= first < attribution.last:
        return True
    group = attribution.group
    if group is None or match.relation in {TimeRelation.SINCE}:
        return False
    if group.first <= first < group.last:
        return True  # « se résout, en mars, à publier »
    if attribution.manner == Manner.VERB_AFTER:
        return attribution.first <= first <= attribution.last or last == attribution.first
    if attribution.manner != Manner.VERB_BEFORE or any(link.lemma == "dire" for link in group.links):
        return False
    if attribution.last <= first < group.first and _is_brought_out(scene, attribution.last):
        return True
    if group.tense == Tense.IMPERFECT and not is_range(match):
        same = scene.clauses[first] == scene.clauses[group.first]
        return same and (first < group.first or _is_before_figures(first, scene) or same)
    return group.last <= first <= group.last + 1 and match.precision == Precision.DAY


def _is_brought_out(scene: Scene, index: int) -> bool:
    """Whether a participle behind a source dates it: « un rapport de l'ONU daté du 8 juillet », « rendu public lundi »."""
    return scene.lowers[index].startswith(("dat", "publi", "rendu", "paru", "diffus", "sign"))


def _is_before_figures(index: int, scene: Scene) -> bool:
    return all(index < first for first, _ in scene.figures)


def _is_news(match: PeriodMatch, reading: Reading) -> bool:
    reference = reference_date(reading.published)
    return bool(
        match.end is None
        or (
            match.precision in {Precision.DAY, Precision.WEEK}
            and not is_range(match)
            and reference
            and reference - match.end <= _NEWS
        )
    )


def is_range(match: PeriodMatch) -> bool:
    """Whether a period spans more than the unit that it names: « entre août et mars », « du 3 au 5 mai »."""
    if match.start is None or match.end is None:
        return True
    days = {
        Precision.DAY: 2,
        Precision.WEEK: 7,
        Precision.MONTH: 31,
        Precision.QUARTER: 92,
        Precision.SEASON: 94,
    }
    return (match.end - match.start).days >= days.get(match.precision, 366)
