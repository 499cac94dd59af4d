"""Records as JSON inside a page."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def json_text(record: object) -> Markup:
    """Return a record as JSON that no HTML parser takes for markup; dates are in ISO form."""
    text = json.dumps(record, ensure_ascii=False, default=str, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))  # noqa: S704 - escaped above


def lean(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record without what is None or empty in it: ten thousand claims have much of that."""
    return {key: value for key, value in record.items() if value not in (None, "", ())}
