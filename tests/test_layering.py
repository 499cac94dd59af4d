"""The parts know one another in one direction only, and each heavy dependency has one owner."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import armscorpus

PACKAGE = Path(armscorpus.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

RECORDS = {"errors", "models"}
KNOWN = {
    "errors": set(),
    "models": set(),
    "untrusted": set(),
    "lexicon": RECORDS,
    "configuration": RECORDS | {"lexicon", "check"},
    "values": RECORDS | {"lexicon"},
    "pipes": RECORDS | {"lexicon", "values"},
    "extract": RECORDS | {"lexicon", "values", "pipes"},
    "articles": RECORDS | {"lexicon"},
    "claims_file": RECORDS,
    "store": RECORDS,
    "reconcile": RECORDS | {"lexicon", "claims_file", "articles", "store"},
    "evaluate": RECORDS | {"claims_file", "articles"},
    "check": RECORDS | {"untrusted", "reconcile", "report"},
    "interchange": RECORDS | {"untrusted", "lexicon", "claims_file", "reconcile"},
    "report": RECORDS | {"untrusted", "lexicon", "claims_file", "reconcile", "evaluate", "interchange"},
    "review": RECORDS | {"untrusted", "lexicon", "reconcile", "report"},
    "cli": RECORDS
    | {
        "untrusted",
        "lexicon",
        "configuration",
        "extract",
        "articles",
        "claims_file",
        "store",
        "reconcile",
        "evaluate",
        "check",
        "interchange",
        "report",
        "review",
    },
}
"""The parts that each part may import, besides itself."""

OWNERS = {
    "spacy": {"pipes", "extract"},
    "rich": {"report"},
    "altair": {"report"},
    "vl_convert": {"report"},
    "jinja2": {"report"},
    "markupsafe": {"report"},
    "textual": {"review"},
    "typer": {"cli"},
    "sqlalchemy": {"store"},
    "pyarrow": {"interchange"},
    "rdflib": {"interchange"},
    "trafilatura": {"articles"},
    "charset_normalizer": {"articles"},
    "py3langid": {"articles"},
    "dateparser": {"articles", "values"},
}
"""The parts that may import each dependency."""


def part_of(module: Path) -> str:
    """Return the part of the package that a module belongs to."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted names that a module imports anywhere in its text."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name_of(module: Path) -> str:
    """Return a module's path in the package, to name its test."""
    return str(module.relative_to(PACKAGE))


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) != "__init__"], ids=name_of)
def test_a_part_imports_only_what_is_below_it(module: Path) -> None:
    """A module imports its own part and those that KNOWN allows."""
    part = part_of(module)
    parts = {name.split(".")[1] for name in imported(module) if name.startswith("armscorpus.")}
    assert parts - KNOWN[part] - {part, "__version__"} == set()


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_dependency_is_imported_only_by_its_owners(module: Path) -> None:
    """Only the owners of a dependency import it."""
    roots = {name.partition(".")[0] for name in imported(module)}
    assert {root for root in roots if part_of(module) not in OWNERS.get(root, {part_of(module)})} == set()
