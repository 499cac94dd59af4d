"""Where an extraction is read from that was made before: a file of claims, or a store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armscorpus.models import Claim

SUFFIXES = (".jsonl", ".ndjson")
"""How the name of a file of claims ends; anything else is the address of a store."""


def read_extraction(address: str) -> list[Claim]:
    """Return the claims of a file or of a store, which is only read."""
    if address.endswith(SUFFIXES):
        from armscorpus.claims_file import read_claims

        return read_claims(Path(address))
    from armscorpus.store import open_store

    with open_store(address, read_only=True) as opened:
        return list(opened.claims())


def read_texts(address: str, articles: Iterable[str]) -> dict[str, str]:
    """Return the texts of articles by their ids, where a store holds them; a file of claims holds none."""
    if address.endswith(SUFFIXES):
        return {}
    from armscorpus.store import open_store

    with open_store(address, read_only=True) as opened:
        return {article: opened.article(article).text for article in articles}
