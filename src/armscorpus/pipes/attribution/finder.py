"""Find the attributions of a sentence, and the outlets that bring them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import SourceKind
from armscorpus.pipes.attribution.agents import find_agents, find_outlet_agents
from armscorpus.pipes.attribution.clues import Clues
from armscorpus.pipes.attribution.origins import find_origins
from armscorpus.pipes.attribution.prepositions import find_by_words
from armscorpus.pipes.attribution.record import Attribution, Manner
from armscorpus.pipes.attribution.verbs_after import find_after, find_gapped
from armscorpus.pipes.attribution.verbs_before import find_before
from armscorpus.pipes.outlets import outlets, read_outlets, via_frames, via_openers, via_prepositions
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase

_VIA_REACH = 6  # words behind an attribution among which « cité par » stands


def find_attributions(
    sentence: Sentence,
    figures: Sequence[tuple[int, int]],
    dates: Sequence[tuple[int, int]],
    losses: frozenset[int] = frozenset(),
    bare: frozenset[int] = frozenset(),
) -> list[Attribution]:
    """Return the attributions of a sentence, in order.

    `figures` and `dates` are ranges of its words; `losses` are the first words of figures of losses, `bare` of
    those without a noun.
    """
    clues = Clues(sentence, figures, dates, losses, bare)
    said = (*find_by_words(clues), *find_agents(clues), *find_origins(clues), *_by_verb(clues))
    found = sorted(said or find_outlet_agents(clues), key=lambda other: other.first)
    with_outlets = [_with_via(clues, attribution, found[:1] == [attribution]) for attribution in found]
    return _with_closing_outlet(clues, with_outlets)


def _by_verb(clues: Clues) -> Iterator[Attribution]:
    earlier: Attribution | None = None
    for group in clues.groups:
        if not group.is_finite:
            continue
        attribution = find_after(clues, group) or find_before(clues, group, earlier)
        if attribution:
            yield attribution
            yield from find_gapped(clues, attribution)
            earlier = attribution if attribution.manner == Manner.VERB_BEFORE else earlier


def _with_via(clues: Clues, attribution: Attribution, is_first: bool) -> Attribution:
    """Return the attribution with the outlet that brings it, and its words taken in."""
    last = max(attribution.last, attribution.group.last) if attribution.group else attribution.last
    for index in range(attribution.first, min(len(clues.words), last + _VIA_REACH)):
        opened = _via_opener(clues, index)
        if opened is None and attribution.group is not None and index >= attribution.group.last:
            at = via_prepositions().find(clues.lowers, index)
            opened = at[0] if at else None
        name = _outlet_behind(clues, clues.after_dates(opened)) if opened else None
        if name:
            return replace(attribution, via=name[1], last=max(attribution.last, name[0]))
    behind = attribution.last
    if clues.lower(behind) == "," and clues.lower(behind + 1) in {"dont", "que", "qu'"}:
        # « d'après la DIA, dont le Washington Post a consulté une note »
        name = read_outlets(clues.words, behind + 2)
        if name:
            return replace(attribution, via=name[1], last=name[0])
    frame = _framing_outlet(clues) if is_first else None
    return replace(attribution, via=frame) if frame else _with_origin(clues, attribution)


def _outlet_behind(clues: Clues, index: int) -> tuple[int, str] | None:
    """Return the index after the outlet that begins at a word, also one that is not known behind « cité par »."""
    known = read_outlets(clues.words, index)
    if known or not clues.lower(index - 2).startswith("cité"):
        return known
    source = clues.source_at(index)
    is_name = source is not None and source.name[:1].isupper() and not source.person
    return (source.last, source.name) if source and is_name else None


def _via_opener(clues: Clues, index: int) -> int | None:
    """Return the index after « cité par », also where a date stands between: « citée mercredi par »."""
    opened = via_openers().find(clues.lowers, index)
    if opened:
        return opened[0]
    behind = clues.after_dates(index + 1)
    if behind == index + 1 or clues.lower(behind) != "par":
        return None
    return behind + 1 if via_openers().find([clues.lowers[index], "par"], 0) else None


def _framing_outlet(clues: Clues) -> str | None:
    """Return the outlet with which a sentence begins: « Au micro de RFI, », « Interrogé par CNN, »."""
    opened = via_frames().find(clues.lowers, 0) or via_openers().find(clues.lowers, 0)
    name = read_outlets(clues.words, opened[0]) if opened else None
    return name[1] if name else None


def _with_origin(clues: Clues, attribution: Attribution) -> Attribution:
    """Return who speaks through an outlet: « selon le Post, qui rapporte les propos d'officiels »."""
    source = attribution.source
    if source is None or not _is_press(clues, source):
        return attribution
    for group in clues.groups:
        is_near = attribution.last <= group.first <= attribution.last + 2
        if is_near and group.lemma in {"rapporter", "citer"}:
            origin = clues.source_at(group.last)
            if origin and (origin.person or origin.noun):
                return replace(attribution, source=origin, via=source.name, last=origin.last)
    return attribution


def _is_press(clues: Clues, source: SourcePhrase) -> bool:
    """Whether a source is an outlet: by its name, or by what it is called (« le site X »)."""
    kinds = load(Attributions).kinds.get(source.noun or "", ())
    return SourceKind.PRESS in kinds or outlets().find(clues.lowers, source.first) is not None


def _with_closing_outlet(clues: Clues, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions where an outlet that closes the sentence brings what another says.

    For example « le ministre a avancé 2 500 tonnes, rapporte Haaretz ».
    """
    if len(found) != 2:
        return found
    first, last = found
    source = last.source
    if source is None or first.source is None or first.via or first.manner != Manner.VERB_BEFORE:
        return found
    outlet = read_outlets(clues.words, source.first)
    closes = last.last >= len(clues.words) - 1 and clues.lower(last.first - 1) == ","
    if not closes or outlet is None or outlet[0] != source.last:
        return found
    return [replace(first, via=outlet[1])]
