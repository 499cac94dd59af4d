"""Whether a clause that names a date speaks of what is to come: « Ottawa livrera huit chars en mars »."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import TimeWords

REACH = 160
"""How many characters before and after a date the verb of its clause is looked for."""
CLAUSE_WORDS = 3
"""What is shorter is no clause of its own: « L'hiver venu, les combats ralentiront »."""
CLAUSE = re.compile(r"[,;:.!?()«»“”\n–—]|\b(?:qu['’]|que\b|qui\b|dont\b|où\b)", re.IGNORECASE)


class Future(NamedTuple):
    """Patterns of verbs in the future, and of participles right before a date (« attendu en mars »)."""

    verb: re.Pattern[str]
    participle: re.Pattern[str]


def is_ahead(text: str, start: int, end: int) -> bool:
    """Return whether the clause round `start` to `end` is about what is to come.

    A date that opens a sentence and is set off by a comma takes the clause after it.
    """
    before = CLAUSE.split(text[max(start - REACH, 0) : start])[-1]
    clauses = CLAUSE.split(text[end : end + REACH])
    after = clauses[0]
    if not before.strip() and len(after.split()) < CLAUSE_WORDS and len(clauses) > 1:
        after = clauses[1]
    future = _future()
    clause = f"{before} {after}".replace("’", "'")
    return bool(future.participle.search(before) or future.verb.search(clause))


@cache
def _future() -> Future:
    words = load(TimeWords).future
    verbs = "|".join([*words.verbs, rf"(?!(?:{'|'.join(words.never)})\b)[a-zà-ÿ]{{2,}}(?:ra|ront)"])
    participles = "|".join(words.participles)
    return Future(re.compile(rf"\b(?:{verbs})\b"), re.compile(rf"\b(?:{participles})(?:\s+\w+){{0,3}}\s*$"))
