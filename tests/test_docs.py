"""Nothing that the program offers or depends on goes without a word in the documentation."""

from __future__ import annotations

import re
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from armscorpus.cli import app
from armscorpus.models import (
    ArticleRef,
    Bound,
    Claim,
    Event,
    Modality,
    Period,
    Quantity,
    Rate,
    RelationKind,
    Source,
    Statistic,
)

PROJECT = Path(__file__).parent.parent
DOCS = PROJECT / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")


def command_names() -> list[str]:
    """Return the names of the commands."""
    return [info.name or info.callback.__name__ for info in app.registered_commands if info.callback]


def dependencies() -> list[str]:
    """Return the names of the packages that the program needs."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = project["dependencies"] + [
        requirement for name, brought in extras.items() if name != "dev" for requirement in brought
    ]
    return [re.split(r"[\[<>=~!]", requirement)[0] for requirement in listed]


@pytest.mark.parametrize("name", command_names())
def test_a_command_is_documented(name: str) -> None:
    """Each command has its section, with its options as the program prints them."""
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert f"\n## {name}\n" in page
    assert f"\n$ armscorpus {name} --help\n" in page


@pytest.mark.parametrize("record", [Claim, Quantity, Period, Source, ArticleRef])
def test_a_field_is_in_the_glossary(record: type[BaseModel]) -> None:
    """Each field of JSON is explained."""
    assert [field for field in record.model_fields if f"`{field}`" not in GLOSSARY] == []


@pytest.mark.parametrize("values", [Bound, Rate, Statistic, Event, Modality, RelationKind])
def test_a_value_is_in_the_glossary(values: type[StrEnum]) -> None:
    """Each value that a field may have is explained."""
    assert [value for value in values if f"`{value}`" not in GLOSSARY] == []


@pytest.mark.parametrize("package", dependencies())
def test_a_dependency_is_justified(package: str) -> None:
    """Each package has its line in docs/why.md."""
    assert f"\n| {package} " in (DOCS / "why.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "page", sorted([*PROJECT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    """Links between pages name files that exist."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
