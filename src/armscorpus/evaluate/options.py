"""The values of the options of `evaluate` and `gains`, apart from their records: `--help` needs them alone."""

from enum import StrEnum


class ScoreFormat(StrEnum):
    """How scores and gains are printed."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "md"


class By(StrEnum):
    """By what scores are broken down: the article, or the value of a field."""

    ARTICLE = "article"
    TOPICS = "topics"
    BOUND = "bound"
    UNIT = "unit"
    PER = "per"
    STATISTIC = "statistic"
    EVENT = "event"
    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    SOURCE = "source"
    MODALITY = "modality"
