"""JSON Schema: what the program prints fits, what it never prints does not, and every field is explained."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import BaseModel

from armscorpus.cli.schema import Described, described_models
from armscorpus.interchange.schema import schema_of, schema_of_all
from armscorpus.interchange.shapes import CLAIMS_WITH_EVIDENCE
from armscorpus.models import Claim
from tests.cli.running import run
from tests.gold_claims import gold_articles, gold_claims
from tests.interchange.test_json_lines import articles
from tests.store.strategies import claims_of

MODELS = described_models()
SEEDS = Path(__file__).parent.parent.parent / "data" / "seeds"
GOLD = Path(__file__).parent.parent / "gold" / "corpus.jsonl"


def printed(*arguments: str | Path) -> list[Any]:
    """Return the records that a command prints, as JSON or as JSON Lines."""
    result = run(*arguments)
    assert result.exit_code in {0, 1}, result.stderr
    text = result.stdout
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]


def validator(name: str) -> Draft202012Validator:
    """Return what tells whether a document fits the schema of a record."""
    schema = schema_of(name, MODELS[name])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """Return what the commands print of each kind of record, of the shipped articles and some decisions."""
    folder = tmp_path_factory.mktemp("schema")
    store = folder / "store.db"
    run("extract", SEEDS, "--store", store)
    claims = printed("claims", "--format", "jsonl", "--store", store)
    first, second = (claim["id"] for claim in claims[:2])
    run("judge", first, "correct", "supplier=FR", "--note", "x", "--author", "Anne", "--store", store)
    run("judge", *sorted((first, second)), "different", "--author", "Anne", "--store", store)
    found = [printed("show", claim["id"], "--format", "json", "--store", store)[0] for claim in claims[:5]]
    return {
        Described.CLAIM: [
            *claims,
            *found,
            *printed("extract", SEEDS / "seed-4.md", "--no-store", "--format", "json"),
            *printed("export", "claims", "--evidence", "--store", store),
        ],
        Described.RELATION: [
            *printed("conflicts", "--all", "--format", "json", "--store", store),
            *printed("export", "relations", "--store", store),
        ],
        Described.GROUP: printed("export", "groups", "--store", store),
        Described.JUDGEMENT: [
            *printed("judgements", "--format", "json", "--store", store),
            *printed("export", "judgements", "--store", store),
        ],
        Described.TOPIC: printed("topics", "--format", "jsonl"),
        Described.PROBLEM: printed("check", SEEDS / "dev-12.md", "--format", "json", "--store", store),
        Described.ANNOTATED_ARTICLE: [
            json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()
        ],
        Described.ARTICLE: [article.model_dump(mode="json") for article, _ in gold_articles().values()],
    }


@pytest.mark.parametrize("name", [name for name in Described if name is not Described.FINDING])
def test_what_is_printed_fits(outputs: dict[str, list[Any]], name: str) -> None:
    """Every output in JSON or JSON Lines."""
    check = validator(name)
    assert outputs[name]
    assert [error.message for record in outputs[name] for error in check.iter_errors(record)] == []


@pytest.mark.parametrize("name", [name for name in Described if name is not Described.FINDING])
def test_an_unknown_field_does_not_fit(outputs: dict[str, list[Any]], name: str) -> None:
    """Nor a record that lacks what it must have."""
    check, record = validator(name), outputs[name][0]
    assert not check.is_valid(record | {"colour": "red"})
    assert not check.is_valid({})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("event",), "dance"),
        (("quantity", "low"), "many"),
        (("quantity", "colour"), "red"),
        (("span",), [1]),
        (("period", "start"), "yesterday"),
        (("article", "published"), "2024"),
    ],
)
def test_a_value_of_another_kind_does_not_fit(path: tuple[str, ...], value: Any) -> None:
    """Down to the fields of fields."""
    (record,) = map(json.loads, CLAIMS_WITH_EVIDENCE.lines(gold_claims()[:1]))
    assert validator("claim").is_valid(record)
    target = record
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    assert not validator("claim").is_valid(record)


@settings(max_examples=30)
@given(articles.flatmap(claims_of))
def test_any_claim_fits(claims: list[Claim]) -> None:
    """Whatever its texts and numbers."""
    check = validator("claim")
    assert [check.is_valid(json.loads(line)) for line in CLAIMS_WITH_EVIDENCE.lines(claims)] == [True] * len(
        claims
    )


@pytest.mark.parametrize("name", Described)
def test_the_command_prints_the_schema(name: str) -> None:
    """Named, titled, and of the dialect that it says."""
    schema = json.loads(run("schema", name).stdout)
    assert schema == schema_of(name, MODELS[name])
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema["$id"] == f"urn:armscorpus:schema:{name}:1"


def test_without_a_record_all_are_printed(outputs: dict[str, list[Any]]) -> None:
    """Any of the records fits the schema of all."""
    schema = json.loads(run("schema").stdout)
    check = Draft202012Validator(schema)
    assert schema == schema_of_all(MODELS)
    assert [name for name, records in outputs.items() if not all(map(check.is_valid, records[:3]))] == []


def models_within(model: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Yield the schemas of a record and of those within it."""
    schema = model.model_json_schema(mode="serialization")
    yield from (part for part in [schema, *schema.get("$defs", {}).values()] if "properties" in part)


@pytest.mark.parametrize("name", Described)
def test_every_field_is_described(name: str) -> None:
    """In records within records too."""
    missing = {
        f"{part['title']}.{field}"
        for part in models_within(MODELS[name])
        for field, shape in part["properties"].items()
        if "description" not in shape
    }
    assert missing == set()


def test_an_unknown_record_is_misuse() -> None:
    """The message names those that there are."""
    result = run("schema", "fact")
    assert (result.exit_code, "annotated-article" in result.stderr) == (2, True)
