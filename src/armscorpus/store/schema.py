"""The tables of a store; `docs/store.md` says what each column means."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy.engine import Dialect
from sqlalchemy.schema import Column, ForeignKey, MetaData, Table
from sqlalchemy.types import JSON, Date, Integer, Numeric, Text, TypeDecorator, TypeEngine, UserDefinedType

SMALLEST, LARGEST = -(2**63), 2**63 - 1


class _Untyped(UserDefinedType[Any]):
    """A column without a declared type, which SQLite keeps as it is given."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Return no type at all."""
        return ""


class ExactNumber(TypeDecorator[Decimal]):
    """A decimal that comes back as it went in: NUMERIC in PostgreSQL.

    SQLite has no decimals. It is given an integer, else the floating-point number whose shortest decimal is
    this one, so that SQL can compare and add; and the digits as text where neither holds them all.
    """

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type of the column in this kind of database."""
        return dialect.type_descriptor(_Untyped() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Return the number as the database takes it."""
        return value if value is None or dialect.name != "sqlite" else _sqlite_number(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Return the number as it was given."""
        return value if value is None or isinstance(value, Decimal) else Decimal(str(value))


def _sqlite_number(value: Decimal) -> int | float | str:
    if SMALLEST <= value <= LARGEST and value == value.to_integral_value():
        return int(value)
    nearest = float(value)
    return nearest if Decimal(str(nearest)) == value else str(value)


# Compared by code points on every machine, whatever the language of the server.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")
metadata = MetaData()


def _text(name: str, **options: Any) -> Column[str]:
    return Column(name, TEXT, nullable=False, **options)


def _optional(name: str) -> Column[str | None]:
    return Column(name, TEXT)


def _article() -> Column[str]:
    return _text_key("article_id", "articles.id", index=True)


def _text_key(name: str, target: str, **options: Any) -> Column[str]:
    return Column(name, TEXT, ForeignKey(target, ondelete="CASCADE"), nullable=False, **options)


store_schema = Table(
    "armscorpus_schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False)
)

articles = Table("articles", metadata, _text("id", primary_key=True), _text("path"), _text("text"))

article_paths = Table(
    "article_paths",
    metadata,
    _text("path", primary_key=True),
    _article(),
    _optional("title"),
    _optional("publisher"),
    _optional("published"),
    Column("published_start", Date),
    Column("published_end", Date),
    _optional("url"),
    _optional("lang"),
    _text("extractor"),
    _text("digest"),
    _optional("waiting"),
)

claims = Table(
    "claims",
    metadata,
    _text("id", primary_key=True),
    _article(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    _text("text"),
    _optional("object"),
    _text("bound"),
    Column("value", ExactNumber),
    Column("low", ExactNumber),
    Column("high", ExactNumber),
    _optional("unit"),
    _optional("per"),
    _text("statistic"),
    _text("event"),
    _optional("supplier"),
    _optional("recipient"),
    _optional("party_key"),
    _optional("period_text"),
    Column("period_start", Date),
    Column("period_end", Date),
    _optional("source_name"),
    _optional("source_acronym"),
    _optional("source_via"),
    Column("source_details", JSON(none_as_null=True)),
    _optional("source_key"),
    _text("modality"),
    Column("evidence", JSON(none_as_null=True)),
)

claim_topics = Table(
    "claim_topics",
    metadata,
    _text_key("claim_id", "claims.id", primary_key=True),
    _text("topic", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    _text("subject", primary_key=True),
    _text("decided", primary_key=True),
    _text("author", primary_key=True),
    _text("decision"),
    Column("corrections", JSON(none_as_null=True)),
    _optional("note"),
)
"""Apart from the claims, and without a foreign key to them: what a person decided outlives extraction."""
