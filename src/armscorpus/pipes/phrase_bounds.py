"""Where the noun phrase of a source ends: « un responsable du ministère | a indiqué »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armscorpus.pipes.outlets import via_openers
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar
from armscorpus.pipes.words import Word

_ENDS = frozenset({
    ",", ";", ":", "»", "«", ")", "(", "“", "”", '"', "–", "—", "!", "?", ".", "…", "s'", "se", "lui-même",
    "elle-même", "eux-mêmes", "elles-mêmes",
})  # fmt: skip
_BOUNDARIES = frozenset({
    "à", "au", "aux", "sur", "dans", "pour", "par", "en", "vers", "avec", "contre", "et", "ou", "mais", "lors", "sous",
    "devant", "depuis", "chez", "entre", "après", "avant", "comme", "puis", "qui", "tandis", "alors", "soit",
    "toujours", "hier", "ce", "ont", "a", "est", "sont",
})  # fmt: skip
_GOVERN_POUR = frozenset(
    {"fondation", "institut", "centre", "comité", "agence", "mouvement", "organisation", "observatoire"}
)
_DETERMINERS = frozenset({"le", "la", "l'", "les", "un", "une"})
_BEFORE_DETERMINER = frozenset({
    "de", "d'", "à", "pour", "sur", "contre", "par", "en", "dans", "et", "ou", "tous", "toutes", "tout", "toute", "sous",
    "avec", "entre", "chez", "vers",
})  # fmt: skip
_BEFORE_NOUN = _BEFORE_DETERMINER | _DETERMINERS | {"du", "des", "au", "aux", "ce", "cette", "cet", "ces"}
_DATED = frozenset({
    "daté", "datée", "datés", "datées", "datant", "rendu", "rendue", "rendus", "rendues", "paru", "parue", "parus", "parues",
    "signé", "signée", "signés", "signées",
})  # fmt: skip
_PLACES = frozenset({"à", "au", "aux", "en", "dans", "de"})
_PARTICIPLES = ("é", "ée", "és", "ées")
_MAX_WORDS = 16
_CLITICS = frozenset({
    "ne", "n'", "se", "s'", "me", "m'", "y", "en", "lui", "leur", "le", "la", "les", "l'", "nous", "vous",
})  # fmt: skip


def verb_stops(words: Sequence[Word], groups: Iterable[VerbGroup]) -> frozenset[int]:
    """Return the words with which the verbs begin, the clitics before them among them: « s'est », « l'affirme »."""
    stops: set[int] = set()
    for group in groups:
        index = group.first
        while not group.is_bare and index >= 0 and (index == group.first or words[index].lower in _CLITICS):
            stops.add(index)
            index -= 1
    return frozenset(stops)


def phrase_end(words: Sequence[Word], index: int, stops: frozenset[int]) -> int:
    """Return the index after the noun phrase that begins at a word; `stops` are never part of it."""
    end = index
    while end < min(len(words), index + _MAX_WORDS) and end not in stops and not _ends(words, end, index):
        end += 1
    return end


def _ends(words: Sequence[Word], end: int, start: int) -> bool:
    """Whether the phrase that begins at `start` ends before a word."""
    lower = words[end].lower
    if lower == "." and end > start and len(words[end - 1].text) == 1 and words[end - 1].text.isupper():
        return False  # « J. D. Vance »
    if lower in _ENDS or lower in grammar().relatives or lower in grammar().negations:
        return True
    if lower in _BOUNDARIES and (lower, end) != ("ce", start):
        return not _continues(words, end, start)
    if end > start and _begins_another(words, end):
        return True
    if end > start and lower in _DATED:
        return True  # « un rapport de l'ONU daté du 8 juillet »
    return end > start + 1 and (_is_reduced_relative(words, end) or _is_brought(words, end))


def _begins_another(words: Sequence[Word], index: int) -> bool:
    """Whether a determiner begins another phrase: « a déclaré au Monde le général »."""
    return (
        words[index].lower in _DETERMINERS and words[index - 1].lower not in _BEFORE_DETERMINER | _DETERMINERS
    )


def _is_brought(words: Sequence[Word], index: int) -> bool:
    """Whether a participle tells through which outlet a source comes: « un diplomate cité par Reuters »."""
    lowers = [word.lower for word in words[index : index + 3]]
    return via_openers().find(lowers, 0) is not None


def _is_reduced_relative(words: Sequence[Word], index: int) -> bool:
    """Whether a participle begins what was done to the noun: « un officier passé à l'opposition »."""
    if words[index - 1].lower in _BEFORE_NOUN or words[index].text[:1].isupper():
        return False
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return words[index].lower.endswith(_PARTICIPLES) and after in _PLACES


def _continues(words: Sequence[Word], index: int, start: int) -> bool:
    """Whether a phrase goes on after a preposition or a conjunction: « à la Défense », « le Post et le Times »."""
    lower, after = words[index].lower, index + 1
    if lower in {"à", "en"} and any(word.lower in grammar().stations for word in words[after : after + 2]):
        return True
    while after < len(words) and words[after].lower in {"la", "le", "l'", "les"}:
        after += 1
    if after >= len(words) or index <= start:
        return False
    is_name = words[after].text[:1].isupper()
    if lower in {"à", "et", "aux", "au"}:
        return is_name
    if lower == "par":
        return words[index - 1].lower.endswith((*_PARTICIPLES, "ie", "ite", "uite"))
    if lower == "pour":
        return (is_name and after > index + 1) or any(
            word.lower in _GOVERN_POUR for word in words[start : start + 2]
        )
    return lower in {"en", "ou"} and is_name and words[index - 1].text[:1].isupper()
