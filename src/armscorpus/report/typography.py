"""Text as its language sets it, in lines that break at ordinary spaces alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armscorpus.models import Span

NO_BREAK = "\u00a0"

INNER_SPACE = re.compile(r"(?<=«) | (?=[»:;?!%])|(?<=\d) (?=\d{3}|milli)")


def typeset(text: str) -> str:
    """Return a French sentence with unbreakable spaces in « 16 000 » and before « : », « ; », « ? »."""
    return INNER_SPACE.sub(NO_BREAK, text)


def glue(text: str) -> str:
    """Return the text with its spaces made unbreakable."""
    return text.replace(" ", NO_BREAK)


def line_spans(text: str, width: int) -> Iterator[Span]:
    """Yield the spans of the lines of at most `width` characters in which the text fits.

    Lines break at ordinary spaces, so that « 16 000 », with a narrow one, stays whole; where there is none,
    at an unbreakable one, and a longer word is cut.
    """
    start = 0
    while len(text) - start > width:
        spaces = (text.rfind(space, start + 1, start + width + 1) for space in (" ", NO_BREAK))
        space = next((found for found in spaces if found != -1), None)
        end = start + width if space is None else space
        yield Span(start, end)
        start = end + (space is not None)
    yield Span(start, len(text))


def wrap(text: str, width: int) -> str:
    """Return the text in lines of at most `width` characters."""
    return "\n".join(text[start:end] for start, end in line_spans(text, width))
