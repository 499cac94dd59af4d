"""What records look like in JSON, as JSON Schema (2020-12), made from the models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from armscorpus.models import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = "urn:armscorpus:schema:"
VERSION = "1"
"""The version of the schemas; it changes when a document that fitted does not fit any more."""


def schema_of(name: str, model: type[Record]) -> dict[str, Any]:
    """Return the schema of a record in JSON; an unknown field does not fit."""
    made = model.model_json_schema(mode="serialization")
    return _on_one_line(
        _heading(f"{name}:{VERSION}", name.capitalize()) | {**made, "title": name.capitalize()}
    )


def schema_of_all(models: Mapping[str, type[Record]]) -> dict[str, Any]:
    """Return one schema that any of the records fits, each under its name."""
    references, made = models_json_schema(
        [(model, "serialization") for model in models.values()], ref_template="#/$defs/{model}"
    )
    any_of = [references[model, "serialization"] | {"title": name} for name, model in models.items()]
    return _heading(VERSION, "Records of armscorpus") | {"anyOf": any_of} | _on_one_line(made)


def _heading(name: str, title: str) -> dict[str, Any]:
    return {"$schema": DIALECT, "$id": f"{NAMES}{name}", "title": title}


def _on_one_line(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose descriptions have no line breaks."""
    return {key: _set(key, value) for key, value in schema.items()}


def _set(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return _on_one_line(value)
    return " ".join(value.split()) if key == "description" else value
