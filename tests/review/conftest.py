"""A store of three articles: two that disagree, and one that means harm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from armscorpus.articles import read_articles
from armscorpus.extract import extract_all
from armscorpus.models import Article
from armscorpus.store import open_store

ARTICLES = {
    "kiev.md": "2024-06-01\n---\nSelon Kiev, la Corée du Nord a livré 2 000 conteneurs à la Russie en mars 2024.\n",
    "seoul.md": (
        "2024-06-02\n---\nLes livraisons continuent. Selon Séoul, la Corée du Nord a livré 7 000 conteneurs à la Russie "
        "en mars 2024. Personne ne l’a confirmé.\n"
    ),
    "mal.md": (
        "2024-06-03\n---\n[red]Rien[/red] \x1b[31m\u202ene change. Selon le [bold]Pentagone[/bold], l'Iran a livré 300 drones "
        "[link=x]Shahed\x07[/link] à la Russie en mai 2024.\n"
    ),
}


@pytest.fixture(scope="session")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of the articles."""
    folder = tmp_path_factory.mktemp("review")
    for name, text in ARTICLES.items():
        (folder / name).write_text(f"---\npublished: {text}", encoding="utf-8")
    articles = [found for found in read_articles([folder]) if isinstance(found, Article)]
    with open_store(folder / "store.db") as opened:
        opened.add_many(extract_all(articles), extractor="test")
    return folder / "store.db"


@pytest.fixture
def store(extracted: Path, tmp_path: Path) -> Path:
    """Return a store of one's own."""
    return Path(shutil.copy(extracted, tmp_path / "desk.db"))
