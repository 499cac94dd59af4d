"""What is exported, and in which forms; importing this imports nothing else."""

from enum import StrEnum


class Records(StrEnum):
    """What can be exported."""

    CLAIMS = "claims"
    RELATIONS = "relations"
    GROUPS = "groups"
    JUDGEMENTS = "judgements"


class ExportFormat(StrEnum):
    """The form of an export."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    MARKDOWN = "md"
    TURTLE = "turtle"
    QUICKSTATEMENTS = "quickstatements"


SUFFIXES = {
    ".jsonl": ExportFormat.JSONL,
    ".csv": ExportFormat.CSV,
    ".parquet": ExportFormat.PARQUET,
    ".md": ExportFormat.MARKDOWN,
    ".ttl": ExportFormat.TURTLE,
    ".qs": ExportFormat.QUICKSTATEMENTS,
}
"""The form that the name of a file asks for."""

OF_CLAIMS_ALONE = frozenset({ExportFormat.TURTLE, ExportFormat.QUICKSTATEMENTS})
"""The forms that say nothing of other records."""
