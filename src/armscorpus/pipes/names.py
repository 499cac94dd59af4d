"""Names across an article: what an acronym stands for, and the longest form of a person's name."""

from __future__ import annotations

import re

from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.phrases import split_words
from armscorpus.pipes.gazetteer import gazetteer
from armscorpus.pipes.outlets import outlet_name, outlets
from armscorpus.pipes.source_phrase import nouns_of
from armscorpus.pipes.vocabulary import grammar

_ACRONYM = re.compile(r"\s\(([A-ZÀ-Þ][A-Za-zÀ-ÿ0-9-]{1,9})\)")
_WORD = re.compile(r"(?:[ldLD]|[Qq]u)[’']|[\w-]+(?:[’'][\w-]+)*|[^\w\s]")
_EXPLAINED = re.compile(r"\b([A-ZÀ-Þ]{2,8})\s\(([A-ZÀ-Þ][^()]{4,79})\)")
_REACH = 90  # characters before an acronym among which its long form is looked for
_OF = frozenset({"de", "du", "des", "d'", "of", "for", "and", "et", "la", "l'", "à"})
_SMALL = frozenset({"sur", "pour", "the", "in", "on", "aux", "au", "en", "dans", "les", "le", "contre"})
_NAME_PART = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"


def find_acronyms(text: str) -> dict[str, str]:
    """Return the long form of each acronym that a text gives in parentheses, either way round."""
    found = {
        match[1]: long_form
        for match in reversed(list(_EXPLAINED.finditer(text)))
        if (long_form := match[2]) and _stands_for(match[1], _initials(long_form))
    }
    for match in reversed(list(_ACRONYM.finditer(text))):
        if sum(letter.isupper() for letter in match[1]) > 1:
            long_form = _long_form(text[max(0, match.start() - _REACH) : match.start()], match[1])
            if long_form:
                found[match[1]] = long_form
    return found


def _long_form(before: str, acronym: str) -> str | None:
    """Return the noun phrase at the end of a text, without its article: where they fit, by the acronym's letters."""
    words = list(_WORD.finditer(before))
    start = _start_by_initials(words, acronym)
    if start is None:
        start = len(words)
        while start > 0 and _belongs(words, start - 1):
            start -= 1
    while start < len(words) and _fold(words[start][0]) in _OF | grammar().determiners:
        start += 1
    return before[words[start].start() : words[-1].end()] if start < len(words) else None


def _start_by_initials(words: list[re.Match[str]], acronym: str) -> int | None:
    """Return the first word of those whose initials make an acronym; None where no words do."""
    for start in range(len(words) - 1, -1, -1):
        if not words[start][0][0].isalnum() and words[start][0] != "-":
            return None
        if words[start][0][0].isupper() and _stands_for(acronym, _initials(_joined(words, start))):
            return start
    return None


def _joined(words: list[re.Match[str]], start: int) -> str:
    return " ".join(word[0] for word in words[start:])


def _initials(name: str) -> str:
    words = (_fold(match[0]) for match in _WORD.finditer(name))
    return "".join(word[0] for word in words if word not in _OF | _SMALL and word[0].isalnum())


def _stands_for(acronym: str, initials: str) -> bool:
    return acronym.lower() == initials


def _belongs(words: list[re.Match[str]], index: int) -> bool:
    """Whether a word is part of the long form: nouns and what joins them, back to an article or a person."""
    lower = _fold(words[index][0])
    if not lower[0].isalnum():
        return False
    if lower in {"du", "de", "des", "d'", "l'", "la"}:
        return index > 0 and _is_body(words, index - 1)
    return lower not in grammar().determiners - {"l'", "la"} and lower not in grammar().relatives


def _is_body(words: list[re.Match[str]], index: int) -> bool:
    """Whether the words before « du » name a body (« Service national du »), not its head (« chef du »)."""
    before = [_fold(word[0]) for word in words[max(0, index - 2) : index + 1]]
    if any(nouns_of("person").find(before, at) for at in range(len(before))):
        return False
    return (
        any(nouns_of("speaker").find(before, at) for at in range(len(before))) or words[index][0][0].isupper()
    )


def _fold(word: str) -> str:
    return word.lower().replace("’", "'")


def find_full_name(text: str, name: str) -> str:
    """Return the longest form in which a text names a person whose surname is given, else the name itself."""
    surname = re.escape(split_last(name))
    forms = re.findall(rf"\b((?:{_NAME_PART}\s){{1,3}}{surname})\b", text)
    return next((form for form in sorted(forms, key=len) if not _has_title(form)), name) if forms else name


def _has_title(form: str) -> bool:
    """Whether a capitalised word before a name is no part of it: a title, an outlet, the beginning of a sentence."""
    first = split_words(form)[0]
    if outlets().find(split_words(form), 0) or (len(first) > 2 and form.split()[0].isupper()):
        return True  # « a affirmé à l'AFP Mahmoud Bassal »
    small = grammar().determiners | grammar().conjunctions | grammar().adverbs | grammar().pronouns
    return first in small or first in grammar().prepositions or bool(nouns_of("speaker").find([first], 0))


def is_surname(name: str) -> bool:
    """Whether a name may be a surname alone: one capitalised word that is no body, outlet or state."""
    if " " in name or not name.istitle() or outlet_name(name) or find_institution(name):
        return False
    return gazetteer().find(split_words(name), 0) is None


def split_last(name: str) -> str:
    """Return the last word of a name: the surname, in the order of the French press."""
    return name.split()[-1]
