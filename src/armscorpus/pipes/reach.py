"""How far an attribution reaches: which of a sentence's attributions is that of a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from armscorpus.pipes.attribution import Attribution, Manner, is_denial
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.vocabulary import reporting_verbs, verb_forms

_PAUSES = frozenset({",", "»", "”", '"', "(", "–", "—", ")"})
_CONTRAST = frozenset({"mais", "pourtant", "tandis", "alors"})
_APART = frozenset({"dont", "qui", "tandis", "mais"})


def find_reaching(
    sentence: Sentence, words: tuple[int, int], attributions: Sequence[Attribution]
) -> Attribution | None:
    """Return the attribution of a sentence that reaches the figure at a range of its words; None where none does."""
    lowers = [word.lower for word in sentence.words]
    parts = [index for index, lower in enumerate(lowers) if lower == ";"]
    part = bisect_left(parts, words[0])
    here = sorted((other for other in attributions if bisect_left(parts, other.first) == part), key=_place)
    before = next((other for other in reversed(here) if _reaches_on(other, words, lowers)), None)
    after = (other for other in here if _place(other) >= words[1] and _reaches_back(other, words, lowers))
    behind = min(after, key=lambda other: other.first, default=None)
    if behind and (
        before is None
        or _is_spent(before, words, lowers)
        or ":" in lowers[before.last : words[0]]
        or _is_attached(behind, words, lowers)
    ):
        return behind
    if before:
        return before
    return _from_other_part(attributions, words, lowers, parts, part)


def _from_other_part(
    attributions: Sequence[Attribution],
    words: tuple[int, int],
    lowers: list[str],
    parts: list[int],
    part: int,
) -> Attribution | None:
    """Return the last attribution of an earlier part, the origin that a later one names, or what alone closes the sentence."""
    earlier = [
        other for other in attributions
        if bisect_left(parts, other.first) < part and not _is_closed(other, words[0], lowers)
    ]  # fmt: skip
    origin = [other for other in attributions if other.manner == Manner.ORIGIN and other.first >= words[1]]
    if earlier or origin:
        return earlier[-1] if earlier else origin[0]
    closing = [
        other for other in attributions
        if other.last >= len(lowers) - 1 and other.first >= words[1] and lowers[other.first - 1] == ","
        and lowers[other.first - 2] not in {"»", "”", '"'}
    ]  # fmt: skip
    return closing[0] if len(attributions) == 1 and closing else None


def _place(attribution: Attribution) -> int:
    """Return the word at which an attribution takes effect: that of its verb, or its first."""
    if attribution.manner == Manner.VERB_BEFORE and attribution.group:
        return attribution.group.first
    return attribution.first


def _reaches_on(attribution: Attribution, words: tuple[int, int], lowers: list[str]) -> bool:
    """Whether an attribution before a figure may reach it.

    Not a denial against which something is held (« nie avoir livré 300 obus, mais l'ONU en a compté 40 »); not one behind
    what is said where a relative on its source begins (« …, a lancé X, dont les troupes ont perdu 40 chars »).
    """
    if _place(attribution) >= words[0]:
        return False
    if _is_closed(attribution, words[0], lowers):
        return False
    if is_denial(attribution) and attribution.manner == Manner.RELATIVE:
        return False  # « ce que Kigali dément »
    if is_denial(attribution) and not _CONTRAST.isdisjoint(lowers[attribution.last : words[0]]):
        return False
    if attribution.manner != Manner.VERB_AFTER:
        return True
    behind = lowers[attribution.last : attribution.last + 2]
    if behind[:1] != [","] or behind[-1] not in {"dont", "qui"}:
        return True
    between = lowers[attribution.last : words[0]]
    return any(reporting_verbs().get(form.lemma) for lower in between for form in verb_forms().get(lower, ()))


def _is_closed(attribution: Attribution, first: int, lowers: list[str]) -> bool:
    """Whether dashes or parentheses shut an attribution in with a figure: « – 300, à en croire X –, Y en a 40 »."""
    for opening, closing in (("(", ")"), ("–", "–"), ("—", "—")):
        places = [index for index, lower in enumerate(lowers[: attribution.first]) if lower == opening]
        if not places or (opening == closing and len(places) % 2 == 0):
            continue
        inside = lowers[places[-1] + 1 : attribution.first]
        if closing not in inside and closing in lowers[attribution.last : first]:
            return any(lower.isdigit() for lower in inside)
    return False


def _reaches_back(attribution: Attribution, words: tuple[int, int], lowers: list[str]) -> bool:
    """Whether an attribution after a figure reaches it: not from within a relative clause that it closes."""
    if attribution.manner in {Manner.VERB_BEFORE, Manner.RELATIVE}:
        return attribution.manner == Manner.RELATIVE
    if lowers[attribution.first - 1] in _PAUSES:
        return True
    return _APART.isdisjoint(lowers[words[1] : attribution.first])


def _is_attached(attribution: Attribution, words: tuple[int, int], lowers: list[str]) -> bool:
    """Whether nothing parts a figure from the attribution behind it: « 4 000 selon l'ONG Hengaw »."""
    between = lowers[words[1] : attribution.first]
    is_plain = attribution.manner == Manner.PREPOSITION and attribution.group is None
    return is_plain and len(between) <= 1 and _PAUSES.isdisjoint(between)


def _is_spent(attribution: Attribution, words: tuple[int, int], lowers: list[str]) -> bool:
    """Whether an attribution before a figure belongs to another figure before it: « 300, selon A, et 200, selon B »."""
    if attribution.manner in {Manner.VERB_BEFORE, Manner.RELATIVE}:
        return False
    if attribution.manner == Manner.VERB_AFTER:
        return True
    is_closing = attribution.first > 0 and lowers[attribution.first - 1] == ","
    return is_closing and any(lower.isdigit() for lower in lowers[: attribution.first])
