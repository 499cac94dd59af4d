"""The keys of the screen: what each does, for the screen itself, its footer and its help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding
from textual.content import Content

from armscorpus.lexicon.review import ReviewWords
from armscorpus.models import Decision


class Key(NamedTuple):
    """What a key does, by the name that its words have in the lexicon; `others` do the same."""

    key: str
    action: str
    shown: str
    others: str = ""


KEYS = (
    Key("a", "accept", "a"),
    Key("r", "reject", "r"),
    Key("c", "correct", "c"),
    Key("space", "skip", "␣", "right,s"),
    Key("left", "previous", "←", "b"),
    Key("u", "undo", "u"),
    Key("n", "note", "n"),
    Key("e", "explain", "e"),
    Key("p", "pair", "p"),
    Key("question_mark", "help", "?", "h,f1"),
    Key("q", "quit", "q"),
)

PAIRS = {
    "s": Decision.SAME,
    "d": Decision.DIFFERENT,
    "1": Decision.CONFLICT,
    "2": Decision.DIVERGENCE,
    "3": Decision.REVISION,
    "4": Decision.EVOLUTION,
    "5": Decision.REFINEMENT,
    "6": Decision.AGREEMENT,
    "7": Decision.ECHO,
    "w": Decision.WITHDRAWN,
}
"""The keys that say how two claims stand to each other."""

GAP = 2


def bindings() -> list[Binding]:
    """Return what the screen does on each key."""
    return [Binding(f"{key.key},{key.others}".rstrip(","), key.action, show=False) for key in KEYS]


def footer(words: ReviewWords, width: int) -> Content:
    """Return the keys with their names, in lines of at most so many columns."""
    return keys_in_lines([(key.shown, words.key[key.action]) for key in KEYS], width)


def keys_in_lines(named: Iterable[tuple[str, str]], width: int) -> Content:
    """Return keys with what they do, in lines that tear no name from its key."""
    lines, used = [Content()], 0
    for key, name in named:
        length = len(f"{key} {name}")
        is_full = used + GAP + length > width
        if is_full:
            lines.append(Content())
        gap = " " * GAP if used and not is_full else ""
        lines[-1] = Content.assemble(lines[-1], gap, (key, "bold reverse"), f" {name}")
        used = length if is_full else used + len(gap) + length
    return Content("\n").join(lines)


def help_page(words: ReviewWords) -> Content:
    """Return what each key does, a line or two for each, and in which order the claims come."""
    lines = [
        Content.assemble(
            (f" {key.shown} ", "bold reverse"), f" {words.key[key.action]}\n    {words.help[key.action]}"
        )
        for key in KEYS
    ]
    told = words.help["doubt"].format(implied=words.screen["implied"])
    return Content("\n").join([*lines, Content(""), Content(told)])
