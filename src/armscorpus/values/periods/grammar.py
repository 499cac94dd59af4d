"""Cascades of named rules over items: each level rewrites what its rules match, and hands on the list.

Every item has a kind, written as one character, so that a rule is a regular expression over kinds. Rules are
written with the names of the kinds: `"weekday? (small|first) (month) (year)?"`. Each group hands its first
item to the function of the rule, which returns what replaces the match, or None for words that mean no date
(« 31 février »).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeVar

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.moments import When
from armscorpus.values.periods.patterns import CODES, first_codes, spell

VOID = "void"


class Token(NamedTuple):
    """A word, a number or a sign at `start` to `end`; `value` is that of the lexicon or of its digits."""

    kind: str
    start: int
    end: int
    value: int = 0


class Leaf(NamedTuple):
    """An expression of time, at `start` to `end` of the text.

    `is_implied` says that its dates need the reference, `is_adverb` that it is no period unless it can be
    dated, `is_end` that it is the end of something (« fin 2025 »); `calendar` is the month and day of a day.
    """

    kind: str
    when: When
    precision: Precision
    is_implied: bool = False
    relation: TimeRelation = TimeRelation.DURING
    calendar: tuple[int, int] | None = None
    is_end: bool = False
    is_adverb: bool = False
    start: int = 0
    end: int = 0
    rules: tuple[str, ...] = ()


Item = Token | Leaf
Build = Callable[..., Item | None]
B = TypeVar("B", bound=Build)


@dataclass(frozen=True)
class Rule:
    """A named pattern over kinds, and the function of its groups (or all its items) for its meaning."""

    name: str
    pattern: str
    build: Build
    takes_all: bool = False

    @cached_property
    def spelled(self) -> str:
        """The pattern over the characters of the kinds."""
        return spell(self.pattern)

    @cached_property
    def groups(self) -> int:
        """How many groups the pattern has."""
        return re.compile(self.spelled).groups


class Line(NamedTuple):
    """Items, and their kinds as one string of characters."""

    items: list[Item]
    codes: str


class _Patterns(dict[str, re.Pattern[str]]):
    """The rules that may begin with a character as one pattern, compiled at its first use."""

    def __init__(self, choices: dict[str, list[str]]) -> None:
        super().__init__()
        self._choices = choices

    def __missing__(self, code: str) -> re.Pattern[str]:
        self[code] = re.compile("|".join(self._choices[code]))
        return self[code]


@dataclass(eq=False)
class Level:
    """Rules that apply together: at each place the first that matches wins."""

    rules: list[Rule] = field(default_factory=list)

    def rule(self, name: str, *patterns: str, takes_all: bool = False) -> Callable[[B], B]:
        """Return a decorator that adds a function as a rule, with one pattern or several."""

        def add(build: B) -> B:
            self.rules += [Rule(name, pattern, build, takes_all) for pattern in patterns]
            return build

        return add

    def rewrite(self, line: Line) -> Line:
        """Return the items with each match of a rule replaced by what it means."""
        items, codes, patterns = *line, self._patterns
        new_items: list[Item] = []
        new_codes: list[str] = []
        done = 0
        for first in self._starts.finditer(codes):
            start = first.start()
            if start < done or not (match := patterns[first[0]].match(codes, start)):
                continue
            item = self._build(match, items)
            new_items += items[done:start]
            new_items.append(item)
            new_codes += codes[done:start], CODES[item.kind]
            done = match.end()
        if not done:
            return line
        return Line(new_items + items[done:], "".join(new_codes) + codes[done:])

    def _build(self, match: re.Match[str], items: list[Item]) -> Item:
        rule = self.rules[int((match.lastgroup or "")[1:])]
        matched = items[match.start() : match.end()]
        if rule.takes_all:
            return _place(rule, matched, matched)
        first = match.re.groupindex[match.lastgroup or ""] + 1
        starts = [match.start(group) for group in range(first, first + rule.groups)]
        return _place(rule, [None if at < 0 else items[at] for at in starts], matched)

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        """The characters with which a rule may begin."""
        return re.compile(f"[{''.join(sorted(self._choices))}]")

    @cached_property
    def _choices(self) -> dict[str, list[str]]:
        """For each character, the rules that may begin with it."""
        choices: dict[str, list[str]] = {}
        for number, rule in enumerate(self.rules):
            for code in first_codes(rule.spelled):
                choices.setdefault(code, []).append(f"(?P<r{number}>{rule.spelled})")
        return choices

    @cached_property
    def _patterns(self) -> _Patterns:
        return _Patterns(self._choices)


def _place(rule: Rule, arguments: Sequence[Item | None], matched: list[Item]) -> Item:
    item = rule.build(*arguments)
    start, end = matched[0].start, matched[-1].end
    if item is None:
        return Token(VOID, start, end)
    if isinstance(item, Token):
        return item._replace(start=start, end=end)
    trail = [name for part in matched if isinstance(part, Leaf) for name in part.rules]
    return item._replace(start=start, end=end, rules=(*trail, rule.name))
