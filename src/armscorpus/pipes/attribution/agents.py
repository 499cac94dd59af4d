"""Attributions by what a figure or a publication comes from: « révélés par X », « consignés dans un rapport de X »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.attribution.clues import Clues
from armscorpus.pipes.attribution.record import Attribution, Manner
from armscorpus.pipes.outlets import outlets, read_outlets
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of
from armscorpus.pipes.vocabulary import grammar, reporting_verbs, variants


def find_agents(clues: Clues) -> Iterator[Attribution]:
    """Yield the agents of passive verbs of saying, and what a figure is drawn from."""
    yield from _by_agent(clues)
    yield from _by_extraction(clues)


def find_outlet_agents(clues: Clues) -> Iterator[Attribution]:
    """Yield the outlets that are the agents of verbs of saying: « révélés par le Washington Post »."""
    for group in clues.groups:
        by = clues.after_dates(group.last)
        if group.is_passive and group.lemma in reporting_verbs() and clues.lower(by) == "par":
            outlet, source = read_outlets(clues.words, by + 1), clues.source_at(by + 1)
            if outlet and source:
                yield Attribution(
                    clues.sentence, group.first, source.last, Manner.PREPOSITION, source, None, group
                )


def _by_agent(clues: Clues) -> Iterator[Attribution]:
    """Yield the agent of a passive verb of saying: « documentés par des enquêtes internationales »."""
    for group in clues.groups:
        by = _after_estimate(clues, clues.after_dates(group.last))
        if not (group.is_passive and group.lemma in reporting_verbs() and clues.lower(by) == "par"):
            continue
        if group.lemma == "citer":
            continue  # who cites brings what another says
        source = clues.source_at(by + 1)
        if source and clues.can_speak(source) and not outlets().find(clues.lowers, source.first):
            yield Attribution(
                clues.sentence, group.first, source.last, Manner.PREPOSITION, source, None, group
            )


def _after_estimate(clues: Clues, index: int) -> int:
    """Return the index after the figure that a verb governs: « a été évalué à 300 chars | par l'ONU »."""
    if clues.lower(index) not in {"à", "de"}:
        return index
    last = next((last for first, last in clues.figures if first == index + 1), None)
    return index if last is None else last


def _by_extraction(clues: Clues) -> Iterator[Attribution]:
    """Yield what a figure is drawn from: « consignés dans un rapport de la Cour », « issus de la base de l'IISS »."""
    for index in range(len(clues.lowers)):
        opened = _extractions().find(clues.lowers, index)
        source = clues.source_at(opened[0]) if opened else None
        if source and opened and _may_hold(clues, opened[0], source) and not _is_outlet(clues, source.first):
            last = clues.after_apposition(source)
            yield Attribution(clues.sentence, index, last, Manner.PREPOSITION, source)


def _may_hold(clues: Clues, index: int, source: SourcePhrase) -> bool:
    """Whether a figure may be drawn from a source: behind « par » from whom it names, else from a publication."""
    if clues.lower(index - 1) == "par" or clues.lower(index - 2) == "auprès":
        return clues.is_known(source) and clues.can_speak(source)
    start = index + (clues.lower(index) in grammar().determiners)
    return nouns_of("publication").find(clues.lowers, start) is not None


def _is_outlet(clues: Clues, index: int) -> bool:
    return read_outlets(clues.words, index) is not None


@cache
def _extractions() -> PhraseTable[bool]:
    """Return the participles with their prepositions, in every gender and number."""
    return PhraseTable(
        (form, True)
        for phrase in load(Attributions).extraction.words
        for agreed in _agreed(phrase)
        for form in variants(agreed)
    )


def _agreed(phrase: str) -> Iterator[str]:
    head, _, rest = phrase.partition(" ")
    if head.endswith("ant"):
        return iter((phrase,))
    plurals = ("", "s") if not head.endswith("s") else ("",)
    forms = (f"{head}{mark}" for mark in (*plurals, "e", "es"))
    return (f"{form} {rest}" for form in forms)
