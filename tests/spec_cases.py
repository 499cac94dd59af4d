"""Tables of cases: `tests/spec/*.toml`, one pytest parameter each, with the expected spans marked in the text.

A case has `id`, `text` and whatever its test reads besides (`published`, `note` …). The text marks what is to be found
as `[words](label)`; what is not marked must not be found. A known shortcoming carries `gap = "reason"` and becomes a
strict expected failure.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

SPEC = Path(__file__).parent / "spec"
MARKED = re.compile(r"\[([^\[\]]+)\]\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


class Marked(NamedTuple):
    """A text without its markup, and the spans that were marked: (start, end, label)."""

    text: str
    spans: list[tuple[int, int, str]]


def parse_markup(source: str) -> Marked:
    """Return the text without markup, and the offsets and labels of the marked words."""
    parts: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length = end = 0
    for match in MARKED.finditer(source):
        before, words = source[end : match.start()], match[1]
        parts += [before, words]
        length += len(before) + len(words)
        spans.append((length - len(words), length, match[2]))
        end = match.end()
    return Marked("".join([*parts, source[end:]]), spans)


def load_cases(name: str) -> list[Any]:
    """Return the cases of `tests/spec/{name}.toml` as pytest parameters."""
    cases = tomllib.loads((SPEC / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["id"], marks=_marks(case)) for case in cases]


def _marks(case: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["gap"], strict=True)] if "gap" in case else []
