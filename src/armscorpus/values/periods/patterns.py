"""How rules are written: names of kinds in place of characters, and where their matches may begin."""

from __future__ import annotations

import re

ALIASES = {
    "any_of": "of|of_the",
    "any_at": "at|at_the",
    "any_dash": "dash|slash",
    "join": "and|or",
    "contracted": "at_the|of_the|in|by|until|from",
    "deed": "event|happening",
    "about": "approx|less|more",
    "count": "small|number|one|ten|number_word|counted",
    "ordinals": "ordinal|first|ordinal_digits",
    "months": "month|capital_month",
    "year": "plain_year|round_year",
    "unit": "hour|day_unit|week|month_unit|quarter|semester|year_unit|years|decade",
    "calendar_unit": "week|month_unit|quarter|semester|year_unit|decade",
    "dates": "day|weekday_leaf|month_leaf|year_leaf|stretch|same_leaf",
    "long_dates": "month_leaf|year_leaf|stretch|same_leaf",
}
"""Names that stand for any of several kinds."""

NAME = re.compile(r"[a-z_]+")
FIRST_CODE = 0xE000  # the private use area: no kind can be taken for a character of the rules


class _Codes(dict[str, str]):
    """The character that stands for each kind of item, given at its first use."""

    def __missing__(self, kind: str) -> str:
        self[kind] = chr(FIRST_CODE + len(self))
        return self[kind]


CODES = _Codes()


def spell(pattern: str) -> str:
    """Return a pattern over kinds as a regular expression over their characters."""
    return NAME.sub(_spell_name, pattern).replace(" ", "")


def _spell_name(name: re.Match[str]) -> str:
    kinds = ALIASES.get(name[0], name[0]).split("|")
    codes = "".join([CODES[kind] for kind in kinds])
    return codes if len(kinds) == 1 else f"[{codes}]"


LOOK_AROUND = re.compile(r"\(\?<?[=!]")
OPENING = re.compile(r"\((?:\?:)?")


def first_codes(spelled: str) -> set[str]:
    """Return the characters with which a match of a spelled pattern may begin; elsewhere it is not tried."""
    codes, _, _ = _firsts(spelled, 0)
    return codes


def _firsts(spelled: str, at: int) -> tuple[set[str], bool, int]:
    """Return the first characters of some alternatives, whether one may be empty, and where they end."""
    codes: set[str] = set()
    some_empty, empty = False, True
    while at < len(spelled) and spelled[at] != ")":
        if spelled[at] == "|":
            some_empty, empty, at = some_empty or empty, True, at + 1
            continue
        first, optional, at = _first_of_part(spelled, at)
        if empty:
            codes |= first
        empty = empty and optional
    return codes, some_empty or empty, at


def _first_of_part(spelled: str, at: int) -> tuple[set[str], bool, int]:
    """Return the first characters of a quantified part, whether it may be empty, and where it ends."""
    codes, empty, end = _first_of_bare_part(spelled, at)
    if spelled[end : end + 1] in ("?", "*", "+"):
        return codes, empty or spelled[end] != "+", end + 1
    return codes, empty, end


def _first_of_bare_part(spelled: str, at: int) -> tuple[set[str], bool, int]:
    """Return the same of a character, a set, a group or an assertion."""
    if spelled[at] == "[":
        end = spelled.index("]", at)
        return set(spelled[at + 1 : end]), False, end + 1
    if spelled[at] != "(":
        return {spelled[at]}, False, at + 1
    if asserts := LOOK_AROUND.match(spelled, at):
        _, _, end = _firsts(spelled, asserts.end())
        return set(), True, end + 1
    opening = OPENING.match(spelled, at)
    codes, empty, end = _firsts(spelled, opening.end() if opening else at + 1)
    return codes, empty, end + 1
