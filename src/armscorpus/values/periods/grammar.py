"""Cascades of named rules over typed items: each level rewrites what its rules match, and hands the list to the next.

Every item has a kind, written as one character, so that a rule is a regular expression over kinds. Rules are written
with the names of the kinds: `"weekday? (small|first) (month) (year)?"`; each group hands its first item to the rule's
function, which returns what replaces the match, or None for words that mean no date (« 31 février »).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.moments import When

VOID = "void"
ALIASES = {
    "unit": "unit_hour|unit_day|unit_week|unit_month|unit_quarter|unit_semester|unit_year|unit_years|unit_decade",
    "ordinals": "ordinal|first|ordinal_digits",
    "dates": "day|month_leaf|year_leaf|stretch",
    "around": "last|next|previous|following|current",
}
"""Names that stand for any of several kinds."""

NAME = re.compile(r"[a-z_]+")
_FIRST_CODE = 0xE000  # the private use area: no kind can be taken for a character of the rules


class _Codes(dict[str, str]):
    """The character that stands for each kind of item, given at its first use."""

    def __missing__(self, kind: str) -> str:
        self[kind] = chr(_FIRST_CODE + len(self))
        return self[kind]


CODES = _Codes()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign, at `start` to `end` of the text; `value` is what the lexicon or its digits say."""

    kind: str
    start: int
    end: int
    value: int = 0
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """An expression of time, at `start` to `end` of the text.

    `implied` says that its dates need the reference, `weak` that it is no period without a preposition, `calendar` is
    the (month, day) of a day of the year, and `length` the number of units of a duration.
    """

    kind: str
    when: When
    precision: Precision
    implied: bool = False
    relation: TimeRelation = TimeRelation.DURING
    calendar: tuple[int, int] | None = None
    length: int | None = None
    value: int = 0
    start: int = 0
    end: int = 0
    rules: tuple[str, ...] = ()


Item = Token | Leaf
Build = Callable[..., Item | None]


@dataclass(frozen=True)
class Rule:
    """A named pattern over kinds, and the function of its groups (or of all its items) that says what it means."""

    name: str
    pattern: str
    build: Build
    whole: bool = False


@dataclass
class Level:
    """Rules that apply together: at each place the first that matches wins."""

    rules: list[Rule] = field(default_factory=list)

    def rule(self, name: str, *patterns: str, whole: bool = False) -> Callable[[Build], Build]:
        """Return a decorator that adds a function as a rule, with one pattern or several alike."""

        def add(build: Build) -> Build:
            self.rules += [Rule(name, pattern, build, whole) for pattern in patterns]
            return build

        return add

    def rewrite(self, items: list[Item]) -> list[Item]:
        """Return the items with each match of a rule replaced by what it means."""
        codes = "".join([CODES[item.kind] for item in items])
        result: list[Item] = []
        done = 0
        for match in self._pattern.finditer(codes):
            rule, first, count = self._table[match.lastgroup or ""]
            matched = items[match.start() : match.end()]
            groups = [items[match.start(n)] if match[n] else None for n in range(first, first + count)]
            result += items[done : match.start()]
            result.append(_place(rule, matched if rule.whole else groups, matched))
            done = match.end()
        return result + items[done:] if done else items

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<r{n}>{_spell(rule.pattern)})" for n, rule in enumerate(self.rules)))

    @cached_property
    def _table(self) -> dict[str, tuple[Rule, int, int]]:
        starts = self._pattern.groupindex
        counts = (re.compile(_spell(rule.pattern)).groups for rule in self.rules)
        return {f"r{n}": (self.rules[n], starts[f"r{n}"] + 1, count) for n, count in enumerate(counts)}


def _spell(pattern: str) -> str:
    return NAME.sub(_spell_name, pattern).replace(" ", "")


def _spell_name(name: re.Match[str]) -> str:
    kinds = ALIASES.get(name[0], name[0]).split("|")
    codes = "".join([CODES[kind] for kind in kinds])
    return codes if len(kinds) == 1 else f"[{codes}]"


def _place(rule: Rule, groups: Sequence[Item | None], matched: list[Item]) -> Item:
    item = rule.build(*groups)
    start, end = matched[0].start, matched[-1].end
    if item is None:
        return Token(VOID, start, end)
    if isinstance(item, Token):
        return replace(item, start=start, end=end)
    trail = [name for part in matched if isinstance(part, Leaf) for name in part.rules]
    return replace(item, start=start, end=end, rules=(*trail, rule.name))
