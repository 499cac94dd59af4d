"""`armscorpus schema`: what records look like in JSON."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from armscorpus.models import Record


class Described(StrEnum):
    """The records that have a schema."""

    CLAIM = "claim"
    RELATION = "relation"
    GROUP = "group"
    FINDING = "finding"
    JUDGEMENT = "judgement"
    TOPIC = "topic"
    PROBLEM = "problem"
    ARTICLE = "article"
    ANNOTATED_ARTICLE = "annotated-article"


def schema(
    record: Annotated[
        Described | None, typer.Argument(metavar="RECORD", help="Of which; by default of all.")
    ] = None,
) -> None:
    """Print the JSON Schema of records, as --format json and jsonl print them."""
    from armscorpus.interchange.schema import schema_of, schema_of_all

    models = described_models()
    made = schema_of(record.value, models[record]) if record else schema_of_all(models)
    typer.echo(json.dumps(made, indent=2, ensure_ascii=False))


def described_models() -> dict[str, type[Record]]:
    """Return the model of each record that has a schema."""
    from armscorpus.check.problems import Problem
    from armscorpus.claims_file import AnnotatedArticle, RelationLine
    from armscorpus.interchange.groups import GroupLine
    from armscorpus.interchange.topics import TopicLine
    from armscorpus.models import Article, Claim, Finding, Judgement

    return {
        Described.CLAIM: Claim,
        Described.RELATION: RelationLine,
        Described.GROUP: GroupLine,
        Described.FINDING: Finding,
        Described.JUDGEMENT: Judgement,
        Described.TOPIC: TopicLine,
        Described.PROBLEM: Problem,
        Described.ARTICLE: Article,
        Described.ANNOTATED_ARTICLE: AnnotatedArticle,
    }
