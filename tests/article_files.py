"""Articles written to files and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.articles import read_article
from armscorpus.errors import ArticleError
from armscorpus.models import Article

TEXT = "La Russie a reçu des obus nord-coréens, selon Séoul."


def write(path: str, content: str | bytes = TEXT) -> None:
    """Write a file, and the folders that it needs."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def read(folder: Path, name: str, content: str | bytes) -> Article:
    """Return the article of a file with this name and content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_article(file)


def refusal(folder: Path, name: str, content: str | bytes) -> str:
    """Return why a file is refused."""
    with pytest.raises(ArticleError) as error:
        read(folder, name, content)
    assert error.value.path == (folder / name).as_posix()
    return error.value.reason
