"""Whether a sentence speaks of what is to come where it names a date: « Ottawa livrera huit chars en mars »."""

from __future__ import annotations

import re
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import TimeWords

REACH = 160
"""How many characters before and after a date the verb of its clause is looked for."""
CLAUSE = re.compile(r"[,;:.!?()«»“”\n–—]|\b(?:qu['’]|que\b|qui\b|dont\b|où\b)", re.IGNORECASE)


def is_ahead(text: str, start: int, end: int) -> bool:
    """Return whether the clause round `start` to `end` has a verb or a participle of the future.

    A date that opens the sentence and is set off by a comma takes the clause after it.
    """
    before = CLAUSE.split(text[max(start - REACH, 0) : start])[-1]
    clauses = CLAUSE.split(text[end : end + REACH])
    after = clauses[0]
    if not before.strip() and not after.strip() and len(clauses) > 1:
        after = clauses[1]
    return bool(_future().search(f"{before} {after}"))


@cache
def _future() -> re.Pattern[str]:
    words = load(TimeWords)
    known = "|".join(sorted(words.future.words, reverse=True))
    never = "|".join(words.future.never)
    return re.compile(rf"\b(?:{known}|(?!(?:{never})\b)[a-zà-ÿ]{{2,}}(?:ra|ront|rai|rons|rez))\b")
