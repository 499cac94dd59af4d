"""The shape of `labels.toml`, apart from the other schemas: tables of claims need it alone."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Table
from armscorpus.models import Decision, Event, Modality, Rate, RelationKind, SourceKind, Statistic


class Labels(Table):
    """`labels.toml`: what terminal tables call the values of the records."""

    file: ClassVar[str] = "labels"
    heading: dict[str, str]
    rate: dict[Rate, str]
    statistic: dict[Statistic, str]
    event: dict[Event, str]
    modality: dict[Modality, str]
    relation: dict[RelationKind, str]
    role: dict[str, str]
    decision: dict[Decision, str]
    finding: dict[str, str]
    source_kind: dict[SourceKind, str]
