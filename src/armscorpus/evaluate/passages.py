"""The words round a figure, for a person who judges it."""

from __future__ import annotations

import re

from armscorpus.models import Span

_BREAK = re.compile(r"\n\s*(?![a-zà-öø-ÿ\s])|[.!?…][»”\")\]]*\s+(?=[A-ZÀ-ÖØ-Þ«“\d])")
_REACH = 400  # characters that are shown on either side


def passage(text: str, span: Span) -> str:
    """Return the sentence round a span, as far as line breaks and full stops tell, or what fits of it."""
    first, last = max(0, span.start - _REACH), span.end + _REACH
    starts = [found.end() for found in _BREAK.finditer(text, first, span.start)]
    stop = _BREAK.search(text, span.end, last)
    return text[starts[-1] if starts else first : stop.end() if stop else last].strip()
