"""Untrusted text made fit for where it is shown: nothing in an article is obeyed by a terminal or a program."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
CONTROL_PICTURES = 0x2400
MARKUP = re.compile(r"[\\`*_\[\]|~#]")
LINKED = re.compile(r"@|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What GitHub and GitLab make a mention or a link without being asked."""

FORMULA = re.compile(r"(?:^|;)(?=[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠])")
UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


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


def visible(text: str) -> str:
    """Return a text, as long as it was, with its control characters but line ends and tabs replaced by visible ones.

    Bidirectional controls in an article would otherwise rearrange the page around it.
    """
    return CONTROL.sub(lambda match: match[0] if match[0] in "\t\n" else _visible(match), text)


def markdown_text(text: str) -> str:
    """Return a text in which nothing is Markdown or HTML, nor becomes a link by itself, nor calls somebody."""
    marked = MARKUP.sub(lambda match: f"\\{match[0]}", printable(text))
    inert = marked.replace("&", "&amp;").replace("<", "&lt;")
    return LINKED.sub(lambda match: f"&#{ord(match[0])};", inert)


def spreadsheet_text(text: str) -> str:
    """Return a text on one line, with an apostrophe before what a spreadsheet would run as a formula.

    That is so at its beginning, behind spaces and signs without width too, and after a semicolon, where French
    spreadsheets end a cell.
    """
    return FORMULA.sub(lambda match: f"{match[0]}'", printable(text))


def json_line(record: Any) -> str:
    """Return a record as JSON on a line, with C1 and bidirectional controls, which JSON lets through, escaped too.

    A Decimal in it is written with all its digits.
    """
    try:
        line = json.dumps(record, ensure_ascii=False)
    except TypeError:  # a Decimal, which the fast encoder does not know, and which is rare
        line = _json_with_decimals(record)
    return UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", line)


def _json_with_decimals(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict):
        members = (
            f"{json.dumps(key, ensure_ascii=False)}: {_json_with_decimals(of)}" for key, of in value.items()
        )
        return f"{{{', '.join(members)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_json_with_decimals, value))}]"
    return json.dumps(value, ensure_ascii=False)
