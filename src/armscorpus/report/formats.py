"""The forms in which records are printed; importing this imports nothing else."""

from enum import StrEnum


class Format(StrEnum):
    """How records are printed: for a person, or for another program."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "md"


class Language(StrEnum):
    """The language of a page or a figure; terminal tables are in French."""

    FRENCH = "fr"
    ENGLISH = "en"
