"""Whether a text is French; what language it is in where it is not."""

from __future__ import annotations

import re

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import PressWords

FRENCH_CODES = {"fr", "fra", "fre", "french", "français", "francais"}

FRENCH_SHARE = 0.04
"""The share of function words above which a text is French: articles have 0.08 to 0.18, others 0.01."""

BEGINNING = 2_000
"""How many characters are looked at first; the whole text only if they do not settle it."""

CLEAR_MARGIN = 20.0
"""By how much another language must be likelier than French (natural logarithm), whatever the length.

Headlines made of names (« Drones Shahed-136, missiles Kh-101 ») stay below, sentences of five words do not.
"""

LONGEST = 10_000
"""How many characters tell one language from another."""

# What people say in their own language does not make the article foreign.
QUOTED = re.compile("«[^«»]*»|“[^“”]*”")

WORD = re.compile(r"[^\W\d_]+")


def is_french_code(code: str) -> bool:
    """Whether a language code or name (fr, fr-CA, fr_CH, fra, français) means French."""
    return re.split("[-_]", code.strip().lower())[0] in FRENCH_CODES


def find_foreign_language(text: str) -> str | None:
    """Return the English name of the language of the text if it is clearly not French, else None."""
    if _is_french(text[:BEGINNING]) or _is_french(text) or _is_french(QUOTED.sub(" ", text)):
        return None
    return _identify(text)


def _is_french(text: str) -> bool:
    french = load(PressWords).function_words
    words = WORD.findall(text.lower())
    return sum(word in french for word in words) > FRENCH_SHARE * len(words)


def _identify(text: str) -> str | None:
    from py3langid import rank

    scores = dict(rank(text[:LONGEST]))
    best: str = max(scores, key=lambda code: scores[code])
    return _name(best) if scores[best] - scores["fr"] > CLEAR_MARGIN else None


def _name(code: str) -> str:
    from babel import Locale

    name: str = Locale("en").languages.get(code, code)
    return name
