"""Who speaks, what they are, and for which body: the person, the function and the institution of a source."""

from __future__ import annotations

from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.schema import Institution
from armscorpus.models import Source, SourceKind
from armscorpus.pipes.gazetteer import NameKind, find_names
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of
from armscorpus.pipes.vocabulary import grammar
from armscorpus.pipes.words import Word, text_of

_STANDING_FOR_STATES = frozenset({NameKind.STATE, NameKind.CAPITAL, NameKind.SEAT})
_OF = frozenset({"de", "du", "des", "d'"})


def describe(source: Source, phrase: SourcePhrase, sentence: Sentence, last: int) -> Source:
    """Return a source with what its words tell of it, and what the lexicon knows of its institution.

    `last` is the index after the words that explain its name in the sentence.
    """
    words = sentence.words
    function = _function(words, phrase, last)
    person = source.name if phrase.person else None
    body = _body_behind(words, phrase, last)
    institution = _institution(source, function or body)
    kind, state = (institution.kind, institution.state) if institution else _state(words, phrase, function)
    return source.model_copy(
        update={
            "person": person,
            "function": function,
            "institution": institution.name if institution else body,
            "kind": kind,
            "state": state,
        }
    )


def describe_name(source: Source) -> Source:
    """Return a source with what the lexicon knows of its name alone."""
    institution = _institution(source, None)
    if institution is None:
        return source
    known = {"institution": institution.name, "kind": institution.kind, "state": institution.state}
    return source.model_copy(update=known)


def mark_party(source: Source, supplier: str | None, recipient: str | None) -> Source:
    """Return a source marked where it is itself a side of what it tells: its state, its institution or its name."""
    sides = {side for sides in (supplier, recipient) if sides for side in sides.split(",")}
    own = {source.state, source.institution, source.name, source.acronym, source.person}
    return source.model_copy(update={"is_party": True}) if sides & own else source


def _institution(source: Source, function: str | None) -> Institution | None:
    """Return the body that a source is or speaks for; what its function says goes before whose name is known."""
    names = (function, source.name, source.acronym)
    return next((found for name in names if name and (found := find_institution(name))), None)


def _function(words: list[Word], phrase: SourcePhrase, last: int) -> str | None:
    """Return what a person is, before or behind the name: « le porte-parole de Tsahal, X », « X, chef du GUR »."""
    if not phrase.person:
        is_person = phrase.noun is not None and nouns_of("person").find([phrase.noun], 0)
        return phrase.name if is_person else None
    start = next(
        (at for at in range(phrase.first, phrase.last) if _begins(words, at, phrase.name)), phrase.last
    )
    before = _noun_phrase(words, phrase.first, start)
    return before or (None if _body_behind(words, phrase, last) else _noun_phrase(words, phrase.last, last))


def _begins(words: list[Word], index: int, name: str) -> bool:
    count = len(name.split())
    return text_of(words, index, min(len(words), index + count)).startswith(name.split()[0])


def _noun_phrase(words: list[Word], first: int, last: int) -> str | None:
    """Return the noun phrase of a function among words, without its article and the punctuation round it."""
    while first < last and (
        words[first].lower in grammar().determiners or not words[first].text[0].isalnum()
    ):
        first += 1
    while last > first and (not words[last - 1].text[0].isalnum() and words[last - 1].text != ")"):
        last -= 1
    lowers = [word.lower for word in words]
    if first >= last or nouns_of("speaker").find(lowers, first) is None:
        return None
    return text_of(words, first, last)


def _body_behind(words: list[Word], phrase: SourcePhrase, last: int) -> str | None:
    """Return the body that is said right behind a person's name: « Jason Stearns, du Groupe d'étude sur le Congo »."""
    first = phrase.last + 1
    if not phrase.person or first >= last or words[first].lower not in _OF:
        return None
    while last > first + 1 and not words[last - 1].text[0].isalnum():
        last -= 1
    first += words[first + 1].lower in grammar().determiners
    return text_of(words, first + 1, last) if last > first + 1 else None


def _state(
    words: list[Word], phrase: SourcePhrase, function: str | None
) -> tuple[SourceKind | None, str | None]:
    """Return the state that a source is, or that its description names: « Moscou », « responsables américains »."""
    names = find_names(words[phrase.first : phrase.last])
    states = {name.party for name in names if len(name.party) == len("FR")}
    if len(states) != 1:
        return None, None
    is_state = len(names) == 1 and names[0].kind in _STANDING_FOR_STATES and phrase.noun is None
    return (SourceKind.STATE if is_state and not phrase.person else None), states.pop()
