"""Text made fit for a terminal cell: no control characters, and lines that break at ordinary spaces alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armscorpus.models import Span

NO_BREAK = "\u00a0"

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
CONTROL_PICTURES = 0x2400
INNER_SPACE = re.compile(r"(?<=«) | (?=[»:;?!%])|(?<=\d) (?=\d{3}|milli)")


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] in "\t\n\r\u2028\u2029":
        return " "
    return chr(CONTROL_PICTURES + code) if code < ord(" ") else "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """Return the text on one line, as long as it was, with every control character replaced by a visible one.

    An article is untrusted: an escape sequence in it must not reach the terminal.
    """
    return CONTROL.sub(_visible, text)


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


def visible(text: str) -> str:
    """Return a text, as long as it was, with its control characters but line ends and tabs replaced by visible ones.

    Bidirectional controls in an article would otherwise rearrange the page around it.
    """
    return CONTROL.sub(lambda match: match[0] if match[0] in "\t\n" else _visible(match), text)
