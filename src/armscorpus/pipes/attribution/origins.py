"""Whose a figure is, as a sentence or a clause of its own says: « c'est l'ONU qui l'affirme », « le décompte est de X »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.attribution.clues import Clues
from armscorpus.pipes.attribution.record import Attribution, Manner
from armscorpus.pipes.outlets import read_outlets, via_prepositions
from armscorpus.pipes.source_phrase import nouns_of
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar, reporting_verbs

_COMING = frozenset({"être", "venir", "provenir", "émaner"})
_OF = frozenset({"de", "d'", "du", "des"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—"})
_EMPHATIC = frozenset({"lui-même", "elle-même", "eux-mêmes", "elles-mêmes"})
_CLEFTS = (["c'", "est"], ["c'", "était"], ["ce", "sont"], ["ce", "étaient"])


def find_origins(clues: Clues) -> Iterator[Attribution]:
    """Yield the attributions whose clause tells only where the figure comes from."""
    yield from _by_origin(clues)
    yield from _by_conclusion(clues)
    yield from _by_cleft(clues)
    yield from _by_handing(clues)


def _by_origin(clues: Clues) -> Iterator[Attribution]:
    """Yield from whom the figure comes, as a sentence of its own says: « Le décompte est de l'ONU. »."""
    verb = _end_of_published(clues, 0)
    is_copula = any(group.first == verb and group.lemma in _COMING for group in clues.groups)
    if verb and is_copula and clues.lower(verb + 1) in _OF:
        source = clues.speaker_at(verb + 1)
        if source:
            last = clues.after_apposition(source)
            yield Attribution(clues.sentence, 0, last, Manner.ORIGIN, source)


def _end_of_published(clues: Clues, index: int) -> int | None:
    """Return the index after « le chiffre », « la liste » where they begin at a word; None elsewhere."""
    if index + 3 >= len(clues.lowers) or clues.lowers[index] not in grammar().determiners:
        return None
    found = _origins().find(clues.lowers, index + 1) or nouns_of("publication").find(clues.lowers, index + 1)
    return found[0] if found else None


@cache
def _origins() -> PhraseTable[str]:
    return PhraseTable((word, word) for word in load(Attributions).origin.words)


def _by_conclusion(clues: Clues) -> Iterator[Attribution]:
    """Yield whose conclusion a sentence announces: « C'est la conclusion de l'OSC : »."""
    if clues.lowers[:2] not in _CLEFTS:
        return
    published = nouns_of("publication").find(clues.lowers, 3) if len(clues.lowers) > 4 else None
    source = clues.source_at(3) if published else None
    if source and source.noun != (published or (0, ""))[1]:
        last = clues.after_apposition(source)
        yield Attribution(clues.sentence, 0, last, Manner.PREPOSITION, source)


def _by_cleft(clues: Clues) -> Iterator[Attribution]:
    """Yield who is said to say it: « c'est l'Élysée qui l'affirme »; alone, of the sentence before."""
    for group in clues.groups:
        if group.lemma not in reporting_verbs() and group.lemma not in _boasts():
            continue
        relative = group.first - 1
        while relative > 0 and clues.lowers[relative] in grammar().clitics:
            relative -= 1
        if clues.lower(relative) == "qui" and relative < group.first - 1:
            yield from _of_cleft(clues, group, relative)


def _boasts() -> tuple[str, ...]:
    lexicon = load(Attributions)
    return (*lexicon.quoting.words, *lexicon.accusation.words)


def _of_cleft(clues: Clues, group: VerbGroup, relative: int) -> Iterator[Attribution]:
    start = relative
    while start > 0 and clues.lowers[start - 1 : start + 1] not in _CLEFTS:
        start -= 1
    source = clues.source_at(start + 1) if start > 0 else None
    if source and all(lower in _EMPHATIC for lower in clues.lowers[source.last : relative]):
        yield Attribution(clues.sentence, start - 1, group.last, Manner.ORIGIN, source, None, group)


def _by_handing(clues: Clues) -> Iterator[Attribution]:
    """Yield who handed out the figures: « la liste a été confiée à Reuters par des diplomates »."""
    for index in range(len(clues.lowers)):
        if index and clues.lowers[index - 1] not in _BREAKS:
            continue
        noun = _end_of_published(clues, index)
        group = _handing_behind(clues, noun) if noun else None
        agent = _agent_of(clues, group) if group else None
        source = clues.speaker_at(agent + 1) if agent else None
        if group and agent and source:
            last = clues.after_apposition(source)
            via = _confidant(clues, group.last, agent)
            yield Attribution(clues.sentence, index, last, Manner.ORIGIN, source, via, group)


def _handing_behind(clues: Clues, index: int) -> VerbGroup | None:
    """Return the passive verb of handing out whose subject ends at a word or is completed by what follows."""
    end = next(
        (at for at in range(index, len(clues.lowers)) if clues.lowers[at] in _BREAKS), len(clues.lowers)
    )
    verbs = [group for group in clues.groups if index <= group.first < end]
    words = load(Attributions).handing.words
    return verbs[0] if verbs and verbs[0].is_passive and verbs[0].lemma in words else None


def _agent_of(clues: Clues, group: VerbGroup) -> int | None:
    """Return the index of « par » behind a passive verb, in its clause."""
    for index in range(group.last, len(clues.lowers)):
        if clues.lowers[index] == "par":
            return index
        if clues.lowers[index] in _BREAKS:
            return None
    return None


def _confidant(clues: Clues, first: int, last: int) -> str | None:
    """Return the outlet to which something was handed: « confiée en juin à Reuters »."""
    for index in range(first, last):
        opened = via_prepositions().find(clues.lowers, index)
        name = read_outlets(clues.words, opened[0]) if opened else None
        if name and name[0] <= last:
            return name[1]
    return None
