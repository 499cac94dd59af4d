"""Where to look: the sentences of a text that hold a sign of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Quantifiers
from armscorpus.values.numerals import number_words
from armscorpus.values.phrases import words_of
from armscorpus.values.quantities.singles import NO, SINGLE
from armscorpus.values.tokens import fold

_BOUNDARY = re.compile(
    r"""
    [.!?…](?<!\b[A-Z]\.)(?<!\bMM\.)(?<!\b[eE]nv\.)(?<!\b[aA]rt\.)(?<!\bp\.)["»”)\]]*\s+(?=[^a-zà-ÿ\s])
    | \n\s*\n
    | \n[^\S\n]*(?=[^a-zà-ÿ\s\d])
    | \n(?<![a-zà-ÿ,]\n)[^\S\n]*(?=\d)
    """,
    re.VERBOSE,
)
_PAIRED = r"pas un|tous les|toutes les|par (?:an|jour|mois|semaine|heure|trimestre)\b"
"""What makes « un » a number: « Pas un obus », « un voyage tous les mois », « un navire par semaine »."""


@cache
def anchors() -> re.Pattern[str]:
    """Return the pattern of what may be or begin a number, over folded text; it reads about 30 MB a second."""
    words = number_words()
    kinds = (words.unit, words.ten, words.hundred, words.scale, words.collective, words.denominator)
    forms = {form for kind in kinds for form in kind} - {"un", "une"} | {"moitié", "demi-", *SINGLE, *NO}
    stems = sorted(
        form for form in forms if not any(form != stem and form.startswith(stem) for stem in forms)
    )
    counting = "|".join(re.escape(f"{' '.join(words)}") for words in _counting())
    return re.compile(rf"\b(?:\d|{'|'.join(map(re.escape, stems))}|{_PAIRED}|(?:{counting}) ?une?\b)")


def _counting() -> list[list[str]]:
    """Return the words of the qualifiers that make « un » a number, the last contracted before it."""
    words = [words_of(phrase) for phrase in load(Quantifiers).counting.words]
    return [[*first, "d'" if last == "de" else last] for *first, last in words]


def has_number(text: str) -> bool:
    """Say whether a text has a sign of a quantity, a digit or a number word: cheap, and without fail."""
    return anchors().search(fold(text)) is not None


def sentences_with_numbers(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence that has a sign of a quantity; `folded` is the text in lower case."""
    has_anchor = anchors().search
    start = 0
    for boundary in _BOUNDARY.finditer(text):
        end = boundary.end()
        if has_anchor(folded, start, end):
            yield start, end
        start = end
    if has_anchor(folded, start):
        yield start, len(folded)
