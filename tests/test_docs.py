"""Nothing that the program offers or depends on goes without a word in the documentation."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args

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
from tests.reference import PAGE as REFERENCE
from tests.reference import render_reference

PROJECT = Path(__file__).parent.parent
DOCS = PROJECT / "docs"
GLOSSARY = (DOCS / "glossary.md").read_text(encoding="utf-8")


def commands() -> dict[str, Callable[..., Any]]:
    """Return the functions of the commands by name."""
    found = [(info.name, info.callback) for info in app.registered_commands if info.callback]
    return {name or callback.__name__: callback for name, callback in found}


def declared(command: Callable[..., Any]) -> Iterator[Any]:
    """Yield what a command says of its arguments and options."""
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        yield from get_args(parameter.annotation)[1:]


def dependencies() -> list[str]:
    """Return the names of the packages that the program needs."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    listed = project["dependencies"] + [
        requirement for name, brought in extras.items() if name != "dev" for requirement in brought
    ]
    return [re.split(r"[\[<>=~!]", requirement)[0] for requirement in listed]


def section(name: str) -> str:
    """Return what the reference says of a command."""
    page = REFERENCE.read_text(encoding="utf-8")
    return page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def test_the_reference_is_what_the_program_declares() -> None:
    """The reference is up to date; `make docs` brings it there."""
    assert render_reference() == REFERENCE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", commands())
def test_a_command_is_documented(name: str) -> None:
    """Each command has a section that says what it is for."""
    assert f"\n## {name}\n" in (DOCS / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "command"), commands().items(), ids=commands())
def test_the_reference_tells_of_each_option(name: str, command: Callable[..., Any]) -> None:
    """Each argument and option is there, with its name, its help and its environment variable."""
    told = section(name)
    missing = [
        piece
        for option in declared(command)
        for piece in (option.help, option.envvar, *(option.param_decls or ()))
        if piece and _without_default(piece) not in told.replace("\\", "")
    ]
    assert missing == []


def _without_default(piece: str) -> str:
    """Return a help text as typer prints it, without the default that it may give by hand."""
    return re.sub(r"\s+\[default: .*\]$", "", piece)


@pytest.mark.parametrize(
    ("name", "option", "default"),
    [
        ("extract", "PATHS", "required"),
        ("extract", "--jobs N", "`1`"),
        ("conflicts", "--format", "`table`"),
        ("report", "-o, --output FILE", "`report.html`"),
        ("claims", "--store ADDRESS", "`armscorpus.db`, or `ARMSCORPUS_STORE`"),
        ("judge", "--author NAME", "`the user`, or `ARMSCORPUS_AUTHOR`"),
    ],
)
def test_the_reference_gives_defaults(name: str, option: str, default: str) -> None:
    """The last cell of a row is what holds without the option."""
    (row,) = re.findall(rf"^\| `{re.escape(option)}` \| .* \| (.*) \|$", section(name), re.MULTILINE)
    assert row == default


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


def test_every_page_is_in_the_navigation() -> None:
    """Who adds a page to docs/ gives it a line in mkdocs.yml."""
    site = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [page.name for page in sorted(DOCS.glob("*.md")) if f": {page.name}\n" not in site] == []


@pytest.mark.parametrize(
    "page", sorted([*PROJECT.glob("*.md"), *DOCS.glob("*.md")]), ids=lambda page: page.name
)
def test_links_lead_somewhere(page: Path) -> None:
    """Links between pages name files that exist."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
