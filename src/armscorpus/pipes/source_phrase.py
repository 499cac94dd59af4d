"""The noun phrase that names a source: « une étude de l'Open Source Center (OSC) », « le député Yoo Sang-bum »."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import plural
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.gazetteer import NameKind, gazetteer
from armscorpus.pipes.outlets import outlets
from armscorpus.pipes.phrase_bounds import phrase_end
from armscorpus.pipes.words import Word, text_of

_ARTICLES = frozenset({
    "le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "ce", "cet", "cette", "ces", "son", "sa", "ses",
    "au", "aux", "certains", "certaines", "leur", "leurs", "nos", "notre", "vos", "votre",
})  # fmt: skip
_QUANTIFIERS = frozenset(
    {"plusieurs", "quelques", "deux", "trois", "quatre", "divers", "diverses", "différents", "nombreux"}
)
_DEFINITE = frozenset({"le", "la", "l'", "ce", "cet", "cette", "ces"})
_OF = frozenset({"de", "du", "des", "d'"})
_PARTICLES = frozenset({
    "de", "du", "van", "von", "der", "den", "al", "el", "ben", "bin", "da", "di", "of", "for", "and", "the", "&",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """The words [first, last) of a source; `name` is what it is called, `person` whether that is a person.

    `noun` is the head noun in lower case where the source is described (« le ministre »), `acronym` what follows in
    parentheses, `is_anaphoric` True for « le même service », `is_definite` True after a definite article.
    """

    first: int
    last: int
    name: str
    person: bool = False
    noun: str | None = None
    acronym: str | None = None
    is_anaphoric: bool = False
    is_definite: bool = False

    @property
    def is_latter(self) -> bool:
        """Whether it only sends back to who was named last: « celui-ci », « ce dernier »."""
        return self.name.lower() in _DEMONSTRATIVES or (self.name.lower() in _LATTER and self.is_definite)


_DEMONSTRATIVES = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci"})
_LATTER = frozenset({"dernier", "dernière", "derniers", "dernières"})


@cache
def nouns_of(kind: str) -> PhraseTable[str]:
    """Return the nouns of a kind (publication, speaker, person, body), by singular and plural."""
    entries = getattr(load(Attributions), kind)
    words = [
        word for entry in (entries if isinstance(entries, tuple) else (entries,)) for word in entry.words
    ]
    return PhraseTable((form, word) for word in words for form in dict.fromkeys((word, *_plurals(word))))


def _plurals(word: str) -> tuple[str, ...]:
    return (" ".join(plural(part) for part in word.split()), plural(word) if " " not in word else word)


def read_source(words: Sequence[Word], index: int, stops: frozenset[int]) -> SourcePhrase | None:
    """Return the source named by the noun phrase that begins at a word; None where there is none.

    `stops` are the indexes at which no noun phrase goes on: verbs, dates, quantities.
    """
    last = phrase_end(words, index, stops)
    start = index
    while start < last and words[start].lower in _ARTICLES and not _is_title(words, start):
        start += 1
    if start >= last:
        return None
    phrase = _named(words, start, last)
    if start > index and words[start - 1].lower in _DEFINITE:
        phrase = replace(phrase, is_definite=True)
    phrase = _with_inner_source(words, phrase, stops)
    return _with_acronym(words, phrase)


def _is_title(words: Sequence[Word], index: int) -> bool:
    """Whether an article is part of a name, by its capital within a sentence: « selon La Tribune »."""
    is_first = index == 0 or not words[index - 1].text[0].isalnum()
    return not is_first and words[index].text[:1].isupper() and words[index].lower in {"le", "la", "les"}


def _named(words: Sequence[Word], start: int, last: int) -> SourcePhrase:
    """Return the phrase with the name in it: a person's, or the whole phrase."""
    anaphoric = words[start].lower in {"même", "mêmes"} and last - start > 1
    start += anaphoric
    lowers = _lowers(words)
    at = start + (lowers[start] in _QUANTIFIERS and last - start > 1)
    head = _head(lowers, at) or (
        _head(lowers, at + 1) if lowers[at] in _BEFORE_NOUN and at + 1 < last else None
    )
    noun = head[1] if head else None
    if words[start].text[:1].isupper():
        anaphoric = False
    elif anaphoric and noun is None:
        noun = words[start].lower
    body = _body_in(words, start, last, head[0] if head and at == start else None)
    if body:
        return SourcePhrase(start, last, text_of(words, *body), False, noun, None, anaphoric)
    person = _person_in(words, start, last, described=noun is not None)
    body = None if person else _body_at_end(words, start, last, noun)
    if body:
        return SourcePhrase(start, last, text_of(words, *body), False, noun, None, anaphoric)
    if person:
        return SourcePhrase(start, last, text_of(words, *person), True, noun, None, anaphoric)
    return SourcePhrase(
        start, last, text_of(words, start, last), _is_person_name(words, start, last), noun, None, anaphoric
    )


_BEFORE_NOUN = frozenset({
    "ancien", "ancienne", "anciens", "anciennes", "ex", "jeune", "jeunes", "vieux", "vieil", "nouveau", "nouvel",
    "nouvelle", "nouveaux", "principal", "principale", "simple", "futur", "future", "autre", "autres", "récent", "récente",
    "récents", "récentes", "précédent", "précédente", "précédents", "énième", "second", "seconde", "vaste", "long", "longue",
})  # fmt: skip


def _head(lowers: Sequence[str], index: int) -> tuple[int, str] | None:
    """Return the index after the noun at a word that speaks or is published, and that noun."""
    return nouns_of("speaker").find(lowers, index) or nouns_of("publication").find(lowers, index)


def _lowers(words: Sequence[Word]) -> list[str]:
    return [word.lower for word in words]


def _person_in(words: Sequence[Word], start: int, last: int, *, described: bool) -> tuple[int, int] | None:
    """Return the name of the person that a description ends with: « le général allemand Christian Freuding »."""
    if not described:
        return None
    while last > start + 1 and (words[last - 1].lower in _ARTICLES or not words[last - 1].text[:1].isalnum()):
        last -= 1
    first = last
    while first > start + 1 and (
        words[first - 1].text[:1].isupper() or words[first - 1].lower in _PARTICLES - {"de", "du"}
    ):
        first -= 1
    before = words[first - 1].lower
    if first == last or before in _OF | {"l'", "à", "la", "le"} or not words[first].text[:1].isupper():
        return None
    if last - first == 1 and nouns_of("person").find([before], 0) is None:
        return None
    return (first, last) if _is_person_name(words, first, last, single=True) else None


# Nouns that are part of the name that follows them: « l'université Reichman ».
_NOUNS_OF_NAMES = frozenset({"université", "fondation", "école", "hôpital"})


def _body_in(words: Sequence[Word], start: int, last: int, first: int | None) -> tuple[int, int] | None:
    """Return the proper name that follows the kind of body at once.

    For example « le collectif Conflict Monitor », « l'ONG Acled ».
    """
    if first is None or first >= last or nouns_of("person").find([words[start].lower], 0):
        return None
    if words[start].lower in _NOUNS_OF_NAMES:
        return (start, last)
    if (
        first < last
        and words[first].lower.endswith(("é", "ais", "ois", "ain", "ien", "que", "and"))
        and first + 1 < last
    ):
        first += 1
    names = words[first:last]
    if (
        not all(word.text[:1].isupper() or word.lower in _PARTICLES for word in names)
        or names[0].lower in _PARTICLES
    ):
        return None
    party = gazetteer().find(_lowers(words), first)
    return (first, last) if party is None or party[1].kind in {NameKind.GROUP, NameKind.COMPANY} else None


def _body_at_end(words: Sequence[Word], start: int, last: int, noun: str | None) -> tuple[int, int] | None:
    """Return the name with which the description of a body ends: « l'agence de presse palestinienne Wafa »."""
    first = last
    while first > start and words[first - 1].text[:1].isupper():
        first -= 1
    if noun is None or not start < first < last or first - start < 2:
        return None
    before = words[first - 1].lower
    if before in _OF | _PARTICLES | {"l'", "à", "la", "le", "les", "aux", "au", "en", "sur", "pour", "et"}:
        return None
    party = gazetteer().find(_lowers(words), first)
    return (first, last) if party is None or party[1].kind in {NameKind.GROUP, NameKind.COMPANY} else None


def _is_person_name(words: Sequence[Word], first: int, last: int, *, single: bool = False) -> bool:
    """Whether capitalised words are the name of a person: two or more, none of which is of a body or a state."""
    lowers = _lowers(words)
    capitals = [word for word in words[first:last] if word.lower not in _PARTICLES | {"."}]
    if not all(
        word.text[:1].isupper() and (word.text.istitle() or not word.text.isupper()) for word in capitals
    ):
        return False
    if any(nouns_of("body").find([word.lower], 0) for word in capitals) or outlets().find(lowers, first):
        return False
    named = gazetteer().find(lowers, first)
    if named and named[0] >= last and named[1].kind != "leader":
        return False
    return single or len(capitals) > 1 or bool(named)


def _with_inner_source(words: Sequence[Word], phrase: SourcePhrase, stops: frozenset[int]) -> SourcePhrase:
    """Return who made the publication, where the phrase says so: « une étude réalisée par l'OSC » → « OSC »."""
    head = phrase.first + (words[phrase.first].lower in _BEFORE_NOUN and phrase.last - phrase.first > 1)
    if phrase.person or nouns_of("publication").find(_lowers(words), head) is None:
        return phrase
    for index in range(phrase.first + 1, phrase.last):
        if words[index].lower in _OF | {"par"}:
            inner = read_source(words[: phrase.last] if phrase.last < len(words) else words, index + 1, stops)
            if inner and _can_speak(words, inner):
                return replace(inner, first=phrase.first, last=phrase.last)
    return phrase


def _can_speak(words: Sequence[Word], phrase: SourcePhrase) -> bool:
    lowers, start = _lowers(words), phrase.first
    if phrase.person or nouns_of("speaker").find(lowers, start):
        return True
    if words[start].text[:1].isupper():
        return True
    named = gazetteer().find(lowers, start)
    return named is not None and named[1].kind not in {"demonym", "place"}


def _with_acronym(words: Sequence[Word], phrase: SourcePhrase) -> SourcePhrase:
    """Return the phrase with the acronym in parentheses after it, and what completes the name behind it."""
    last = phrase.last
    if (
        last + 2 < len(words)
        and words[last].lower == "("
        and words[last + 2].lower == ")"
        and _is_acronym(words[last + 1].text)
    ):
        return replace(phrase, last=last + 3, acronym=words[last + 1].text)
    return phrase


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "").replace("-", "")
    if text.istitle() and 4 <= len(text) <= 8:
        return True
    return 2 <= len(letters) <= 8 and letters.isalnum() and sum(letter.isupper() for letter in letters) >= 2
