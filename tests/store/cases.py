"""Articles and claims for the tests of the store, and a look at its tables."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.engine import create_engine

from armscorpus.models import (
    Article,
    Bound,
    Claim,
    Event,
    Evidence,
    Modality,
    Period,
    Quantity,
    Source,
    Span,
)
from armscorpus.store import Added, Store
from armscorpus.store.address import parse_address
from armscorpus.store.schema import metadata

TEXT = (
    "Selon le NIS, près de 16 000 conteneurs ont gagné la Russie depuis 2023. L'Iran aurait livré 400 drones."
)


OTHER = "Séoul estime à 12 millions les obus livrés."
EVIDENCE = Evidence(
    sentence=Span(0, 70),
    spans={"number": Span(14, 26), "source": Span(9, 12)},
    rules={"quantity": "pres_de", "source": "selon"},
    implied=("period",),
)


NIS = Source(name="Service de renseignement sud-coréen", acronym="NIS", via="Yonhap")


def make_article(path: str = "articles/a.md", text: str = TEXT, **fields: Any) -> Article:
    """Return an article of this text; its id is made of the text alone."""
    article_id = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]
    return Article(id=article_id, path=path, text=text, **fields)


def make_claim(article: Article, start: int = 14, **fields: Any) -> Claim:
    """Return a claim of an article, with the fields given and plain ones for the rest."""
    plain: dict[str, Any] = {
        "id": hashlib.sha256(f"{article.id}:{start}".encode()).hexdigest()[:16],
        "article": article.ref,
        "span": Span(start, start + 10),
        "text": article.text[start : start + 10],
        "topics": ("conteneurs",),
        "object": "conteneurs",
        "quantity": make_quantity(16000),
        "event": Event.TRANSFER,
        "supplier": "KP",
        "recipient": "RU",
        "period": Period(),
        "source": None,
        "modality": Modality.ASSERTED,
    }
    return Claim(**{**plain, **fields})


def make_quantity(value: int | str, **fields: Any) -> Quantity:
    """Return an exact quantity, a count."""
    number = Decimal(value)
    return Quantity(
        **{"bound": Bound.EXACT, "value": number, "low": number, "high": number, "unit": "count", **fields}
    )


def add(store: Store, article: Article, *claims: Claim, extractor: str = "1") -> Added:
    """Store an article with the claims given."""
    return store.add(article, claims, extractor=extractor)


def texts(store: Store, **conditions: Any) -> list[str]:
    """Return the words of the claims that meet the conditions."""
    return [claim.text for claim in store.claims(**conditions)]


def tables(address: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of a store, in an order of their own."""
    engine = create_engine(parse_address(address).url)
    with engine.connect() as connection:
        rows = {
            table.name: [tuple(row) for row in connection.execute(select(sql("*")).select_from(table))]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def execute(address: str, statement: str) -> None:
    """Run one statement in a database, behind the back of the store."""
    engine = create_engine(parse_address(address).url)
    with engine.begin() as connection:
        connection.execute(sql(statement))
    engine.dispose()


def fetch(address: str, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    engine = create_engine(parse_address(address).url)
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.exec_driver_sql(query)]
    engine.dispose()
    return rows
