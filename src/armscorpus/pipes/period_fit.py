"""Which periods cannot be those of a figure: what is compared with, what is over, what tells of a whole."""

from __future__ import annotations

from itertools import pairwise

from armscorpus.lexicon.inflection import Tense
from armscorpus.models import Modality, PeriodMatch, TimeRelation, reference_date
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene

_ARTICLES = frozenset({"le", "la", "les", "des"})
_SUPERLATIVE = frozenset({"plus", "moins", "pire", "pires", "record", "records"})
_COMPARISON = frozenset({"plus", "moins", "autant", "davantage", "mieux"})
_PAST = frozenset({Tense.PAST, Tense.IMPERFECT})
_PLEDGES = frozenset({"modality.inherited", "modality.beside", "modality.promettre", "modality.engager"})


def can_hold(match: PeriodMatch, figure: Figure, reading: Reading, scene: Scene) -> bool:
    """Whether a period is possible: what is planned cannot lie in the past, but a pledge can be of the past."""
    rule, reference = figure.rules["modality"], reference_date(reading.published)
    if figure.modality != Modality.PLANNED or reference is None or "pledge" in rule or rule in _PLEDGES:
        return True
    return match.end is None or match.end >= reference or _is_past_act(figure, scene)


def _is_past_act(figure: Figure, scene: Scene) -> bool:
    """Whether what plans a figure is itself past: « En mars, Washington a autorisé la vente de 40 avions »."""
    first, _ = words_of(figure)
    clauses = set(scene.lineage(first))
    earlier = [group for group in scene.groups if group.is_finite and group.first < first]
    before = [group for group in earlier if scene.clauses[group.first] in clauses] or earlier
    if not before:
        return False
    return before[-1].form == Tense.PARTICIPLE or (before[-1].tense in _PAST and not before[-1].links)


def is_compared(match: PeriodMatch, scene: Scene) -> bool:
    """Whether a period is only compared with: « 100 de plus qu'en 2023 », « le chiffre le plus élevé depuis juillet »."""
    first = scene.sentence.word_at(match.start_char)
    before = scene.lowers[max(0, first - 4) : first]
    if before[-1:] in (["qu'"], ["que"]) and not _COMPARISON.isdisjoint(before):
        return True
    if match.relation != TimeRelation.SINCE or any(
        start >= first - 4 and end <= first for start, end in scene.figures
    ):
        return False
    return any(pair[0] in _ARTICLES and pair[1] in _SUPERLATIVE for pair in pairwise(before))


def is_whole(figure: Figure, scene: Scene) -> bool:
    """Whether a figure only tells of how many: « deux F-16 sur les six promis sont arrivés »."""
    first, _ = words_of(figure)
    return scene.lowers[max(0, first - 2) : first] in (["sur", "les"], ["parmi", "les"], ["sur", "la"])
