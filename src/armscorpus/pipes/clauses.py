"""The clauses of a sentence: relatives and parentheses are embedded and close, the rest follow one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import grammar

_COORDINATORS = frozenset({"mais", "tandis", "contre", "car", "or", "donc", "puis", "alors", "pendant"})

_COMPOUND = frozenset(
    {"alors", "pendant", "tandis", "bien", "même", "parce", "dès", "après", "avant", "afin", "tant"}
)
_FRONTED = frozenset(
    {"alors", "pendant", "tandis", "bien", "même", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'"}
)


class Clauses(NamedTuple):
    """The number of the clause of each word, and for each clause that in which it is embedded."""

    of_words: list[int]
    parents: list[int | None]


def find_clauses(
    lowers: Sequence[str], groups: Sequence[VerbGroup], figures: Sequence[tuple[int, int]]
) -> Clauses:
    """Return the clauses of the words of a sentence; none begins inside a figure."""
    clauses: list[int] = []
    parents: list[int | None] = [None]
    stack: list[tuple[int, str]] = [(0, "")]
    inside = {index for first, last in figures for index in range(first, last)}
    verbs = {group.first for group in groups}
    has_verb = False
    for index, lower in enumerate(lowers):
        opener = None if index in inside else _opens(lowers, groups, figures, index)
        if opener:
            if opener == "flat":
                stack = [(len(parents), "")]
                parents.append(None)
            elif opener == "sibling":
                stack = stack[:-1] if len(stack) > 1 else stack
                parents.append(parents[stack[-1][0]])
                stack = [*stack[:-1], (len(parents) - 1, stack[-1][1])]
            else:
                parents.append(stack[-1][0])
                stack.append((len(parents) - 1, opener))
            has_verb = False
        has_verb = has_verb or index in verbs
        clauses.append(stack[-1][0])
        if len(stack) > 1 and _closes(lower, stack[-1][1], has_verb):
            stack.pop()
        elif (
            stack[-1][1] == "," and lower == "," and index + 1 in verbs and _is_part(lowers, clauses, figures)
        ):
            stack.pop()  # « cinq avions, dont trois Rafale, ont été abattus »
        elif stack[-1][1] == "main" and lower == "," and has_verb and _begins_main(lowers, groups, index):
            stack.pop()
        elif len(stack) > 2 and stack[-1][1] == "end" and _closes(lower, stack[-2][1], has_verb):
            del stack[-2:]  # « L'état-major, qui ne compte que les siens quand il les compte, n'a … »
    return Clauses(clauses, parents)


def _opens(
    lowers: Sequence[str], groups: Sequence[VerbGroup], figures: Sequence[tuple[int, int]], index: int
) -> str | None:
    """Return what closes the clause that begins at a word, « flat » or « sibling » for one that is not embedded."""
    lower, before = lowers[index], lowers[index - 1] if index else ""
    if lower == "(":
        return ")"
    if lower in {";", ":"}:
        return "flat"
    words = grammar()
    if lower in {"que", "qu'"} and before in _COMPOUND:  # « alors que » is one conjunction
        return None
    if lower in {"que", "qu'"} and any(group.restricted and 0 <= index - group.last < 4 for group in groups):
        return None
    if lower in words.relatives and not (
        lower in {"que", "qu'"} and before in {"ainsi", "plus", "moins", "pas"}
    ):
        return "," if before in {",", "et"} or lower in {"qui", "dont", "où"} else "end"
    if (
        lower in words.conjunctions
        and before not in {"par", "en"}
        and _is_conjunction(lowers, figures, index)
    ):
        is_fronted = index == 0 or (lower in _FRONTED and not _has_verb_before(groups, index))
        return "main" if is_fronted else "sibling" if lower in _COORDINATORS else "end"
    return None


def _has_verb_before(groups: Sequence[VerbGroup], index: int) -> bool:
    """Whether a clause has begun before a conjunction: not in « En août, alors qu'à Doha on négociait, Paris … »."""
    return any(group.is_finite and group.first < index for group in groups)


def _is_conjunction(lowers: Sequence[str], figures: Sequence[tuple[int, int]], index: int) -> bool:
    lower = lowers[index]
    after = lowers[index + 1] if index + 1 < len(lowers) else ""
    if lower in {"alors", "pendant", "bien", "même", "tandis", "parce"}:
        return after in {"que", "qu'"}
    if lower == "contre":
        return any(first == index + 1 for first, _ in figures)
    return lower not in {"comme", "puis", "soit", "donc", "or"} or index == 0 or lowers[index - 1] == ","


def _is_part(lowers: Sequence[str], clauses: Sequence[int], figures: Sequence[tuple[int, int]]) -> bool:
    """Whether the clause under way only tells a part of what is counted before it: « dont trois Rafale »."""
    start = clauses.index(clauses[-1])
    return lowers[start] == "dont" and any(first <= start + 2 and start < first for first, _ in figures)


def _begins_main(lowers: Sequence[str], groups: Sequence[VerbGroup], comma: int) -> bool:
    """Whether the main clause begins behind a comma, and no insertion: « Si les livraisons reprenaient, Kiev tirerait »."""
    end = next((index for index in range(comma + 1, len(lowers)) if lowers[index] == ","), len(lowers))
    return any(group.is_finite and comma < group.first < end for group in groups)


def _closes(lower: str, closer: str, has_verb: bool) -> bool:
    return lower == closer and (closer != "," or has_verb)
