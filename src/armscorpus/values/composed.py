"""Texts whose accents are characters of their own (« e » and « ´ »): read composed, with the offsets of the text itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from armscorpus.models import Noun, PeriodMatch, QuantityMatch, Span

_find_letters: Callable[[str], list[str]] = re.compile(".[\u0300-\u036f]*", re.DOTALL).findall


class Composed(NamedTuple):
    """A text with its letters composed, and for each of its offsets that of the original."""

    text: str
    offsets: list[int]


def compose(text: str) -> Composed | None:
    """Return a text with its letters composed (« e´ » is « é »), or None if they are already."""
    if unicodedata.is_normalized("NFC", text):
        return None
    letters = _find_letters(text)
    composed = [unicodedata.normalize("NFC", letter) for letter in letters]
    offsets = [0]
    for letter, written in zip(accumulate(map(len, letters)), composed, strict=True):
        offsets += [letter] * len(written)
    return Composed("".join(composed), offsets)


def quantity_in(text: str, composed: Composed, match: QuantityMatch) -> QuantityMatch:
    """Return a quantity found in a composed text where it stands in the text itself."""
    at = composed.offsets
    start, end = at[match.start], at[match.end]
    number = Span(at[match.number.start], at[match.number.end])
    noun = match.noun and _noun_in(text, at, match.noun)
    return match.model_copy(
        update={"start": start, "end": end, "text": text[start:end], "number": number, "noun": noun}
    )


def _noun_in(text: str, at: list[int], noun: Noun) -> Noun:
    start, end = at[noun.start], at[noun.end]
    heads = tuple(Span(at[head.start], at[head.end]) for head in noun.heads)
    return Noun(start=start, end=end, text=text[start:end], heads=heads)


def period_in(text: str, composed: Composed, match: PeriodMatch) -> PeriodMatch:
    """Return a period found in a composed text where it stands in the text itself."""
    start, end = composed.offsets[match.start_char], composed.offsets[match.end_char]
    return match.model_copy(update={"start_char": start, "end_char": end, "text": text[start:end]})
