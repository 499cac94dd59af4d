"""A store with the gold of all articles, and an article with one claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.store import open_store
from tests.gold_claims import gold_articles

KIRBY = """---
published: 2023-11-02
---
Entre le 7 septembre et le 1er octobre, 1 000 conteneurs sont partis de Corée du Nord pour la Russie,
selon John Kirby.
"""


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the gold of all articles."""
    path = tmp_path_factory.mktemp("cli") / "store.db"
    with open_store(path) as opened:
        opened.add_many(gold_articles().values(), extractor="gold")
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return an article with one claim."""
    path = tmp_path / "kirby.md"
    path.write_text(KIRBY, encoding="utf-8")
    return path
