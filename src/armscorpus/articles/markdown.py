"""Markdown with YAML front matter → draft."""

from __future__ import annotations

import re

from armscorpus.articles.drafts import Draft, parse_metadata
from armscorpus.articles.encoding import decode
from armscorpus.articles.unreadable import UnreadableError

OPENING = re.compile(r"---[ \t]*\r?\n")
CLOSING = re.compile(r"^---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)

LONGEST = 10_000
"""The number of characters above which front matter is refused: deep nesting overflows libyaml's stack."""

NULLS = {"", "~", "null", "Null", "NULL"}


def read_markdown(data: bytes) -> Draft:
    """Return the text after the line that closes the front matter, or the whole text where there is none.

    Markup stays in the text. Raises UnreadableError, as for front matter that does not end.
    """
    text = decode(data)
    fields, start = split_front_matter(text)
    return Draft(text=text[start:], metadata=parse_metadata(fields))


def split_front_matter(text: str) -> tuple[dict[str, object], int]:
    """Return the fields of the front matter, none where there is none, and where the text behind it begins.

    Raises UnreadableError.
    """
    opening = OPENING.match(text)
    if opening is None:
        return {}, 0
    closing = CLOSING.search(text, opening.end())
    if closing is None:
        raise UnreadableError("front matter: no line --- closes it")
    return _parse_yaml(text[opening.end() : closing.start()]), closing.end()


def _parse_yaml(source: str) -> dict[str, object]:
    """Return the fields, scalars as written, so that `title: 1984` is a title and a bad date can be shown."""
    import yaml

    if len(source) > LONGEST:
        raise UnreadableError(f"front matter: longer than {LONGEST} characters")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        fields = yaml.load(source, Loader=loader)  # noqa: S506 - BaseLoader makes nothing but texts, lists and mappings
    except yaml.YAMLError as error:
        raise UnreadableError(f"front matter: {_describe(error)}") from error
    except RecursionError as error:
        raise UnreadableError("front matter: nested too deeply") from error
    if not isinstance(fields or {}, dict):
        raise UnreadableError("front matter: not a list of fields such as `title: …`")
    return {name: value for name, value in (fields or {}).items() if not _is_null(value)}


def _is_null(value: object) -> bool:
    return isinstance(value, str) and value in NULLS


def _describe(error: Exception) -> str:
    """Return what YAML objects to and on which line of the file."""
    problem, mark = getattr(error, "problem", None), getattr(error, "problem_mark", None)
    if problem is None or mark is None:
        return str(error).splitlines()[0]
    hint = "; a value with « : » in it needs quotes" if "mapping values" in problem else ""
    return f"line {mark.line + 2}: {problem}{hint}"
