"""The items and properties of Wikidata for what claims are about."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from armscorpus.models import Modality, Record


class Nature(Record):
    """The property that tells how sure a statement is, and its values by modality."""

    property: str
    """The property."""
    reported: str
    """Its value for hearsay."""
    possible: str
    """Its value for possibilities."""

    def of(self, modality: Modality) -> str | None:
        """Return the value for a modality; None for what is asserted."""
        return {Modality.REPORTED: self.reported, Modality.POSSIBLE: self.possible}.get(modality)


class Wikidata(Record):
    """`wikidata.toml`: ids of items (Q…) and properties (P…)."""

    sandbox: str
    """The item for trying things out."""
    one: str
    """The unit of what is merely counted."""
    circa: str
    """« environ »."""
    amount: dict[str, str]
    """The property of an amount, by its unit."""
    property: dict[str, str]
    """The properties of qualifiers and references, by what they say."""
    nature: Nature
    """How sure a statement is."""
    unit: dict[str, str]
    """The items of units, by their codes."""
    state: dict[str, str]
    """The items of states, by ISO 3166-1 alpha-2 code, and of the European Union."""


@cache
def wikidata() -> Wikidata:
    """Return the ids of the package."""
    text = (files("armscorpus.interchange") / "wikidata.toml").read_text(encoding="utf-8")
    return Wikidata.model_validate(tomllib.loads(text))


def members(parties: str | None) -> list[str]:
    """Return the parties of a role, which are joined with commas."""
    return [name.strip() for name in parties.split(",") if name.strip()] if parties else []
