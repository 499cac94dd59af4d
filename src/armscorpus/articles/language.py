"""Whether a text is French; what language it is in where it is not."""

from __future__ import annotations

import re

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import PressWords

FRENCH_CODES = {"fr", "fra", "fre", "french", "français", "francais"}

FRENCH_SHARE = 0.04
"""The share of function words that makes a text French: articles have 0.08 to 0.18, other languages 0.01."""

BEGINNING = 2_000
"""How many characters are looked at first; the whole text only if they do not settle it."""

CLEAR_MARGIN = 20.0
"""By how much another language must be likelier than French (natural logarithm), whatever the length.

Headlines made of names (« Drones Shahed-136, missiles Kh-101 ») stay below, sentences of five words do not.
"""

WORD = re.compile(r"[^\W\d_]+")


def is_french_code(code: str) -> bool:
    """Whether a language code or name (fr, fr-CA, fr_CH, fra, français) means French."""
    return re.split("[-_]", code.strip().lower())[0] in FRENCH_CODES


def find_foreign_language(text: str) -> str | None:
    """Return the English name of the language of the text if it is clearly not French, else None."""
    if _french_share(text[:BEGINNING]) >= FRENCH_SHARE or _french_share(text) >= FRENCH_SHARE:
        return None
    return _identify(text)


def _french_share(text: str) -> float:
    french = load(PressWords).function_words
    words = WORD.findall(text.lower())
    return sum(word in french for word in words) / len(words) if words else 0.0


def _identify(text: str) -> str | None:
    from py3langid import rank

    scores = dict(rank(text))
    best: str = max(scores, key=lambda code: scores[code])
    return _name(best) if scores[best] - scores["fr"] > CLEAR_MARGIN else None


def _name(code: str) -> str:
    from babel import Locale

    name: str = Locale("en").languages.get(code, code)
    return name
