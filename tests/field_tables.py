"""The tables of fields in docs/formats.md: made from the models, and compared with or written into the page.

A table stands between `<!-- fields: RECORD -->` and `<!-- end -->`. `python -m tests.field_tables` writes them anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from armscorpus.cli.schema import described_models
from armscorpus.interchange.schema import schema_of
from armscorpus.interchange.wikidata import wikidata

PAGE = Path(__file__).parent.parent / "docs" / "formats.md"
TABLE = re.compile(r"(?<=<!-- fields: )([a-z-]+)( -->\n).*?(?=<!-- end -->)", re.DOTALL)


def with_tables(page: str) -> str:
    """Return a page with its tables as they are now."""
    return TABLE.sub(lambda match: f"{match[1]}{match[2]}{''.join(_table(match[1]))}", page)


def _table(name: str) -> Iterator[str]:
    if name == "states":
        yield ", ".join(f"{code} {item}" for code, item in sorted(wikidata().state.items())) + "\n"
        return
    schema = schema_of(name, described_models()[name])
    yield "| field | holds | meaning |\n|---|---|---|\n"
    for path, shape, description in _fields(schema, schema.get("$defs", {}), ""):
        yield f"| `{path}` | {shape} | {description.replace('|', chr(92) + '|')} |\n"


def _fields(schema: dict[str, Any], defs: dict[str, Any], prefix: str) -> Iterator[tuple[str, str, str]]:
    """Yield the path, the kind and the description of each field, those of records within records after theirs."""
    for name, field in schema["properties"].items():
        options = [_resolved(option, defs) for option in field.get("anyOf", [field])]
        described = _resolved(field, defs).get("description", "")
        yield f"{prefix}{name}", " or ".join(map(_kind, options)), field.get("description", described)
        for option in options:
            if "properties" in option and option["title"] != "Claim":
                yield from _fields(option, defs, f"{prefix}{name}.")


def _resolved(shape: dict[str, Any], defs: dict[str, Any]) -> dict[str, Any]:
    """Return a shape, or that which it refers to."""
    reference = shape.get("$ref")
    return defs[reference.rpartition("/")[2]] if reference else shape


def _kind(shape: dict[str, Any]) -> str:
    """Return what a shape holds, in a word; of an enumeration the values."""
    if "enum" in shape:
        return ", ".join(f"`{value}`" for value in shape["enum"])
    if shape.get("type") == "array":
        return "two integers" if "prefixItems" in shape else "list"
    return str(shape.get("format") or shape.get("type") or "any JSON")


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
