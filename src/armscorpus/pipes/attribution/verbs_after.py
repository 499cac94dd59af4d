"""Attributions by a verb that comes after what is said: « …, a indiqué mercredi le NIS », « …, a-t-il précisé »."""

from __future__ import annotations

from collections.abc import Iterator

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.attribution.clues import QUOTES, Clues, idiom_end
from armscorpus.pipes.attribution.record import Attribution, Manner, denies
from armscorpus.pipes.outlets import via_prepositions
from armscorpus.pipes.source_phrase import SourcePhrase, read_source
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, reporting_verbs

_INVERTED = frozenset({"il", "elle", "ils", "elles", "on"})
_BEFORE = frozenset({",", "»", "”", '"', ")", "–", "—"})


def find_after(clues: Clues, group: VerbGroup) -> Attribution | None:
    """Return the attribution that a verb makes of what precedes it, None where it makes none."""
    if not _may_say(clues, group):
        return None
    pronoun = _inverted_pronoun(clues, group)
    if pronoun is not None:
        return _by_pronoun(clues, group, pronoun)
    start = _start(clues, group)
    if start and clues.lowers[start - 1] not in _BEFORE and not _compares(clues, start):
        return None
    index = clues.after_audience(idiom_end(clues, group) or group.last)
    if index < len(clues.words) and via_prepositions().find(clues.lowers, index):
        return None  # « ont confirmé au Monde l'envoi de 300 chars »
    source = clues.source_at(index)
    if source is None or not (clues.can_speak(source) or _is_described(clues, group)):
        return None
    source = clues.with_person(source)
    last = clues.after_apposition(source)
    return Attribution(clues.sentence, group.first, last, Manner.VERB_AFTER, source, None, group)


def _compares(clues: Clues, start: int) -> bool:
    """Whether a verb says what else is said: « comme l'a écrit X », « ainsi que le note Y », « à ce que rapporte Z »."""
    if clues.lowers[start - 1] == "comme":
        return True
    return clues.lowers[start - 1] in {"que", "qu'"} and clues.lower(start - 2) in {"ce", "ainsi"}


def _may_say(clues: Clues, group: VerbGroup) -> bool:
    """Whether a verb is one of saying, or becomes one behind what is quoted: « … », a plaidé le ministre."""
    if group.lemma in load(Attributions).feeling.words and not group.reflexive:
        return False  # « …, inquiètent Berlin »
    return (
        group.lemma in reporting_verbs()
        or group.lemma in load(Attributions).quoting.words
        or idiom_end(clues, group) is not None
        or denies(group)
        or _closes_quotation(clues, group)
    )


def _closes_quotation(clues: Clues, group: VerbGroup) -> bool:
    start = _start(clues, group)
    before = clues.lowers[max(0, start - 2) : start]
    return bool(before) and (before[-1] in QUOTES - {"«", "“"} or (before[-1] == "," and before[0] in QUOTES))


def _start(clues: Clues, group: VerbGroup) -> int:
    start = group.first
    while start > 0 and clues.lowers[start - 1] in grammar().clitics:
        start -= 1
    return start


def _inverted_pronoun(clues: Clues, group: VerbGroup) -> int | None:
    for index in range(group.first, min(group.last + 1, len(clues.words))):
        lower = clues.lowers[index]
        if lower.startswith("-") and lower.rsplit("-", 1)[-1] in _INVERTED:
            return index
    return None


def _by_pronoun(clues: Clues, group: VerbGroup, pronoun: int) -> Attribution:
    """Return the attribution to a pronoun, whom others mean; of « on » to the capital where it says so."""
    end = clues.after_dates(max(group.last, pronoun + 1))
    place = _place_of_on(clues, end) if clues.lowers[pronoun].endswith("on") else None
    last = place.last if place else end
    return Attribution(clues.sentence, group.first, last, Manner.VERB_AFTER, place, None, group)


def _place_of_on(clues: Clues, index: int) -> SourcePhrase | None:
    """Return the capital in « estime-t-on à Séoul », the body in « a-t-on appris auprès de l'Otan »."""
    if clues.lower(index) == "auprès":
        return clues.speaker_at(index + 1)
    if clues.lower(index) in {"à", "au", "en"}:
        return read_source(clues.words, index + 1, clues.stops)
    return None


def _is_described(clues: Clues, group: VerbGroup) -> bool:
    """Whether a determiner follows a verb of saying that nothing else completes: « racontent des commerçants ».

    Verbs whose object can be a figure have other objects too: « donnait le vertige ».
    """
    index = clues.after_dates(group.last)
    return clues.lower(index) in grammar().determiners and reporting_verbs().get(group.lemma) is False


def find_gapped(clues: Clues, first: Attribution) -> Iterator[Attribution]:
    """Yield those who say another figure in the same words: « l'armée parle de 12 morts, les rebelles de 80 »."""
    group = first.group
    if group is None or first.manner != Manner.VERB_BEFORE:
        return
    word = clues.lower(clues.after_dates(group.last))
    if word not in {"de", "d'", "à", "sur", "en"}:
        return
    for start, _ in clues.figures:
        if start > group.last + 2 and clues.lower(start - 1) == word:
            comma = max((at for at in range(group.last, start) if clues.lowers[at] in {",", "et"}), default=0)
            source = clues.speaker_at(comma + 1, start - 1) if comma else None
            if source and source.last == start - 1:
                yield Attribution(clues.sentence, comma + 1, start - 1, Manner.VERB_BEFORE, source)
