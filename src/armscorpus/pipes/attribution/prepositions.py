"""Attributions without a verb of saying of their own: « selon X », « pour X », « X : « … » », « (source : X) »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import SourceKind
from armscorpus.pipes.attribution.clues import QUOTES, Clues
from armscorpus.pipes.attribution.record import Attribution, Manner
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of
from armscorpus.pipes.vocabulary import grammar, variants

_POSSESSIVES = frozenset({"son", "sa", "ses", "leur", "leurs"})
_PRONOUNS = frozenset({"lui", "elle", "eux", "elles"})
OBSERVERS = frozenset(
    {
        SourceKind.THINK_TANK,
        SourceKind.NGO,
        SourceKind.PRESS,
        SourceKind.INTELLIGENCE,
        SourceKind.INTERNATIONAL,
    }
)


def find_by_words(clues: Clues) -> Iterator[Attribution]:
    """Yield the attributions that need no verb of saying with a subject."""
    yield from _by_preposition(clues)
    yield from _by_point_of_view(clues)
    yield from _by_label(clues)
    yield from _by_parenthesis(clues)
    yield from _by_colon(clues)


@cache
def openers() -> PhraseTable[bool]:
    """Return the prepositions that introduce a source; True for those whose last word is part of it (« de source »)."""
    return _table(phrase for entry in load(Attributions).preposition for phrase in entry.words)


@cache
def _initial_openers() -> PhraseTable[bool]:
    """Return those that introduce a source only where a clause begins: « Sur la foi de documents, »."""
    return _table(load(Attributions).opening.words)


def _table(phrases: Iterable[str]) -> PhraseTable[bool]:
    nouns = nouns_of("publication")
    return PhraseTable(
        (form, nouns.find(phrase.split()[-1:], 0) is not None)
        for phrase in phrases
        for spelled in _spellings(phrase)
        for form in variants(spelled)
    )


def _spellings(phrase: str) -> tuple[str, ...]:
    """Return a phrase also without the accent of its capital: « A en croire »."""
    return (phrase, f"a{phrase[1:]}") if phrase.startswith("à ") else (phrase,)


def _by_preposition(clues: Clues) -> Iterator[Attribution]:
    index = 0
    while index < len(clues.words):
        opened = openers().find(clues.lowers, index)
        if opened is None and clues.begins_clause(index):
            opened = _initial_openers().find(clues.lowers, index)
        start = opened[0] - opened[1] if opened else 0
        if opened and clues.lower(start) in _PRONOUNS:
            yield Attribution(clues.sentence, index, start + 1, Manner.PREPOSITION, None)
            index = start + 1
            continue
        source = clues.source_at(start) if opened else None
        if source is None or _is_manner(clues, start, source):
            index += 1
            continue
        if _is_own(clues, start, source):
            yield Attribution(clues.sentence, index, source.last, Manner.PREPOSITION, None)
            index = source.last
            continue
        source = clues.with_person(source)
        last = clues.after_apposition(source)
        yield Attribution(clues.sentence, index, last, Manner.PREPOSITION, source)
        index = last


def _is_own(clues: Clues, index: int, source: SourcePhrase) -> bool:
    """Whether a publication is only said to be somebody's: « d'après ses propres chiffres »."""
    if clues.lower(index) not in _POSSESSIVES or source.person or source.acronym:
        return False
    start = index + 1 + (clues.lower(index + 1) in {"propre", "propres", "dernier", "derniers", "dernière"})
    return nouns_of("publication").find(clues.lowers, start) is not None


def _is_manner(clues: Clues, index: int, source: SourcePhrase) -> bool:
    """Whether « selon » introduces no source: « selon que », « selon les cas », « selon laquelle »."""
    if clues.lower(index) in grammar().relatives or clues.lower(index) in {"nos", "notre"}:
        return True  # « selon nos informations »: those of the article
    start = source.first
    while start < source.last and clues.lower(start) in grammar().determiners:
        start += 1
    return _manners().find(clues.lowers, start) is not None


@cache
def _manners() -> PhraseTable[bool]:
    return PhraseTable((word, True) for word in load(Attributions).manner.words)


def _by_point_of_view(clues: Clues) -> Iterator[Attribution]:
    """Yield whose opinion a clause begins with: « Pour l'IISS, », or each side's « pour Téhéran, 550, pour Tsahal, 532 »."""
    views = list(_views(clues))
    for index, source in views:
        if _has_opinions(source) or (len(views) > 1 and clues.is_known(source) and clues.can_speak(source)):
            described = clues.with_person(source)
            last = clues.after_apposition(described)
            yield Attribution(clues.sentence, index, last, Manner.PREPOSITION, described)


def _views(clues: Clues) -> Iterator[tuple[int, SourcePhrase]]:
    for index, lower in enumerate(clues.lowers):
        if lower == "pour" and clues.begins_clause(index):
            source = clues.source_at(index + 1)
            if source and clues.lower(source.last) == ",":
                yield index, source


def _has_opinions(source: SourcePhrase) -> bool:
    """Whether a source is one of those that study and tell, and not one who buys and gives."""
    if source.person or (source.noun and nouns_of("person").find([source.noun], 0)):
        return True
    institution = find_institution(source.acronym or source.name)
    return institution is not None and institution.kind in OBSERVERS


def _by_label(clues: Clues) -> Iterator[Attribution]:
    """Yield the source in parentheses: « (source : Oryx) »."""
    for index in range(len(clues.lowers) - 3):
        if clues.lowers[index] in {"source", "sources"} and clues.lowers[index + 1] == ":":
            source = clues.source_at(index + 2)
            if source:
                first = index - (clues.lower(index - 1) == "(")
                yield Attribution(clues.sentence, first, source.last, Manner.PREPOSITION, source)


def _by_parenthesis(clues: Clues) -> Iterator[Attribution]:
    """Yield the source in parentheses with which a sentence closes: « 74 avions détectés (ministère de la Défense) »."""
    end = len(clues.lowers) - (clues.lowers[-1:] == ["."])
    if clues.lower(end - 1) != ")" or "(" not in clues.lowers:
        return
    start = end - 1 - clues.lowers[end - 1 :: -1].index("(") + 1
    source = clues.source_at(start)
    if source is None or source.last != end - 1 or start < 2:
        return
    is_known = find_institution(source.name) is not None or source.noun is not None
    if is_known and not _abbreviates(clues, source, start - 1):
        yield Attribution(clues.sentence, start - 1, end, Manner.PREPOSITION, source)


def _abbreviates(clues: Clues, source: SourcePhrase, index: int) -> bool:
    """Whether a name in parentheses is only the acronym of what precedes: « Organisation mondiale de la santé (OMS) »."""
    if not source.name.isupper() and len(source.name.split()) > 1:
        return False
    long_form = find_institution(" ".join(word.text for word in clues.words[max(0, index - 6) : index]))
    if long_form is not None and long_form == find_institution(source.name):
        return True
    initials = iter([word.lower[0] for word in clues.words[max(0, index - 10) : index]])
    return all(letter in initials for letter in source.name.lower() if letter.isalnum())


def _by_colon(clues: Clues) -> Iterator[Attribution]:
    """Yield who speaks before or after a colon: « Le colonel Diarra : « … » », « « … » : Zelensky réclame »."""
    for index in range(1, len(clues.lowers) - 1):
        if clues.lowers[index] != ":":
            continue
        before = clues.speaker_at(0) if _is_short(clues, index) else None
        if before and before.last == index and _may_be_quoted(clues, before, index + 1):
            yield Attribution(clues.sentence, 0, index, Manner.VERB_BEFORE, before)
        elif clues.lower(index + 1) in QUOTES and (speaker := _quoted_person(clues, index)):
            yield Attribution(clues.sentence, 0, speaker.last, Manner.VERB_BEFORE, speaker)
        elif clues.lowers[0] in QUOTES and clues.lowers[index - 1] in QUOTES:
            after = clues.speaker_at(index + 1)
            if after and (after.person or find_institution(after.name)):
                yield Attribution(clues.sentence, index + 1, after.last, Manner.PREPOSITION, after)
        return


def _quoted_person(clues: Clues, colon: int) -> SourcePhrase | None:
    """Return the person with whom a sentence begins that ends in a quotation: « Un élu est plus bavard : « … » »."""
    source = clues.speaker_at(0, colon)
    is_human = source is not None and (
        source.person or (source.noun is not None and nouns_of("person").find([source.noun], 0) is not None)
    )
    return source if is_human else None


def _is_short(clues: Clues, colon: int) -> bool:
    return not any(group.is_finite and group.first < colon for group in clues.groups)


def _may_be_quoted(clues: Clues, source: SourcePhrase, index: int) -> bool:
    """Whether the words behind « X : » are X's own, and X not only what they are about (« Mali : dix morts »)."""
    if source.person or (clues.lower(index) in QUOTES and source.noun):
        return True
    institution = find_institution(source.acronym or source.name)
    return institution is not None and institution.kind in OBSERVERS | {SourceKind.MILITARY}
