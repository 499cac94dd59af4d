"""The forms in which records are printed; importing this imports nothing else."""

from enum import StrEnum


class Format(StrEnum):
    """How records are printed: for a person, or for another program."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
