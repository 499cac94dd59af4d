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
_BORDER = r"[;:!?()«»“”\n–—]|(?<!\d)[.,]|[.,](?!\d)|\b(?:qu['’]|que\b|qui\b|dont\b|où\b)"
NEXT_BORDER = re.compile(_BORDER, re.IGNORECASE)
LAST_BORDER = re.compile(f".*(?:{_BORDER})", re.IGNORECASE | re.DOTALL)
"""Where a clause ends, and all up to the last place where one ends."""


class Future(NamedTuple):
    """Patterns of verbs in the future, and of participles right before a date.

    `participle` are those of what is to come (« attendu en mars »), `done` those of what is done (« promis le 28 mai »),
    unless an `auxiliary` puts them off.
    """

    verb: re.Pattern[str]
    participle: re.Pattern[str]
    done: re.Pattern[str]
    auxiliary: re.Pattern[str]


def is_ahead(text: str, start: int, end: int) -> bool:
    """Return whether the clause round `start` to `end` is about what is to come.

    A date that opens a sentence and is set off by a comma takes the clause after it.
    """
    before = text[_clause_start(text, start) : start]
    border = _clause_end(text, end)
    after = text[end:border]
    if not before.strip() and len(after.split()) < CLAUSE_WORDS and border < min(end + REACH, len(text)):
        after = text[border + 1 : _clause_end(text, border + 1)]
    future = _future()
    done = future.done.search(before)
    if done and not future.auxiliary.search(before[: done.start()]):
        return False
    clause = f"{before} {after}".replace("’", "'")
    return bool(future.participle.search(before) or future.verb.search(clause))


def _clause_start(text: str, at: int) -> int:
    floor = max(at - REACH, 0)
    border = LAST_BORDER.match(text, floor, at)
    return border.end() if border else floor


def _clause_end(text: str, at: int) -> int:
    border = NEXT_BORDER.search(text, at, at + REACH)
    return border.start() if border else min(at + REACH, len(text))


@cache
def _future() -> Future:
    words = load(TimeWords).future
    verbs = "|".join([*words.verbs, rf"(?!(?:{'|'.join(words.never)})\b)[a-zà-ÿ]{{2,}}(?:ra|ront)"])
    participles = "|".join(words.participles)
    done, auxiliaries = "|".join(words.done), "|".join(words.auxiliaries)
    return Future(
        re.compile(rf"\b(?:{verbs})\b"),
        re.compile(rf"\b(?:{participles})(?:\s+\w+){{0,3}}\s*$"),
        re.compile(rf"\b(?:{done})(?:\s+\w+){{0,4}}\s*$"),
        re.compile(rf"\b(?:{auxiliaries})(?:\s+\w+){{0,2}}\s*$"),
    )
