"""What a conditional or a future tells: hearsay, a hypothesis, what was to come, or history."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Modalities
from armscorpus.models import Event, Modality, reference_date
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import reporting_verbs, variants

_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "«", "»"})
_MAIN = frozenset({Tense.FUTURE, Tense.CONDITIONAL})
_NO_CONDITION = frozenset({"même", "comme", "dire", "savoir"})
_ASKING = frozenset({"savoir", "demander", "dire", "ignorer", "voir", "préciser", "indiquer", "déterminer"})


def read_conditional(scene: Scene, group: VerbGroup, figure: Figure) -> tuple[Modality, str]:
    """Return what the conditional of a verb tells of a figure."""
    if group.lemma in load(Modalities).need.words or _is_hypothesis(scene, group):
        return Modality.POSSIBLE, "modality.hypothesis"
    if _was_to_come(scene, group, figure):
        return Modality.PLANNED, "modality.future_of_the_past"
    return Modality.REPORTED, "modality.conditional"


def is_history(scene: Scene, group: VerbGroup, reading: Reading) -> bool:
    """Whether a future tells of the past: « En 1973, l'Égypte perdra 1 100 chars »."""
    clause, sentence = scene.clauses[group.first], scene.sentence
    published = reference_date(reading.published)
    ends = [
        period.end for period in reading.periods_in(sentence.start, sentence.end)
        if scene.clauses[min(sentence.word_at(period.start_char), len(scene.clauses) - 1)] == clause
    ]  # fmt: skip
    return published is not None and bool(ends) and all(end is not None and end < published for end in ends)


def is_past_contrast(scene: Scene, first: int, reading: Reading) -> bool:
    """Whether a figure only tells what was, against what is said of now: « …, contre 21 l'an dernier »."""
    published, sentence = reference_date(reading.published), scene.sentence
    if first == 0 or scene.lowers[first - 1] != "contre" or published is None:
        return False
    start = scene.words[first].start
    period = next(iter(reading.periods_in(start, sentence.end)), None)
    return period is not None and period.end is not None and period.end < published


def is_condition(scene: Scene, first: int) -> bool:
    """Whether a figure is what a consequence depends on: « Si Washington livre 200 missiles, Moscou ripostera ».

    « Si l'Égypte a reçu 54 Rafale, elle achète aussi » concedes what is the case.
    """
    for index in _conditions(scene):
        end = _end_of_clause(scene, index)
        if index < first < end < len(scene.lowers) - 1:
            return any(group.tense in _MAIN and group.first > end for group in scene.groups)
    return False


def _is_hypothesis(scene: Scene, group: VerbGroup) -> bool:
    """Whether a condition stands beside a verb: « si … avaient suivi », « sans l'aide de », « en cas de »."""
    for index in _conditions(scene):
        end = _end_of_clause(scene, index)
        if any(other.tense == Tense.IMPERFECT and index < other.first < end for other in scene.groups):
            return not index < group.first < end
    for index in range(len(scene.lowers)):
        if (index == 0 or scene.lowers[index - 1] in _BREAKS) and _opens_hypothesis(scene, index):
            return True
    return False


def _conditions(scene: Scene) -> Iterator[int]:
    """Yield the words « si » that begin a condition, and no question, degree or concession (« même si »)."""
    for index, lower in enumerate(scene.lowers):
        behind = scene.lowers[index + 1] if index + 1 < len(scene.lowers) else ""
        if lower != "si" and not (lower == "s'" and behind in {"il", "ils"}):
            continue
        if index and scene.lowers[index - 1] in _NO_CONDITION:
            continue
        if not any(group.last == index and group.lemma in _ASKING for group in scene.groups):
            yield index


def _end_of_clause(scene: Scene, index: int) -> int:
    return next(
        (at for at in range(index, len(scene.lowers)) if scene.lowers[at] in {",", ";"}), len(scene.lowers)
    )


@cache
def _openers() -> PhraseTable[bool]:
    return PhraseTable(
        (form, True) for phrase in load(Modalities).hypothesis.words for form in variants(phrase)
    )


def _opens_hypothesis(scene: Scene, index: int) -> bool:
    opened = _openers().find(scene.lowers, index)
    if opened:
        return not any(group.first == opened[0] and group.tense == Tense.INFINITIVE for group in scene.groups)
    behind = scene.lowers[index + 1] if index + 1 < len(scene.lowers) else ""
    return scene.lowers[index] == "en" and behind.endswith("ant") and len(behind) > len("avant")


def _was_to_come(scene: Scene, group: VerbGroup, figure: Figure) -> bool:
    """Whether a conditional is the future of the past: « Berlin a annoncé que 18 chars partiraient »."""
    is_simple = not group.links or (len(group.links) == 1 and group.is_passive)
    if not is_simple or figure.event in {Event.STOCK, Event.LOSS} or group.lemma in {"avoir", "être", ""}:
        return False
    start = scene.clauses.index(scene.clauses[group.first])
    if scene.lowers[start] not in {"que", "qu'"}:
        return False
    return any(_was_said(other) and other.last <= start < other.last + 4 for other in scene.groups)


def _was_said(group: VerbGroup) -> bool:
    is_perfect = bool(group.links) and group.links[0].lemma == "avoir" and group.form == Tense.PARTICIPLE
    return group.lemma in reporting_verbs() and (is_perfect or group.tense in {Tense.IMPERFECT, Tense.PAST})
