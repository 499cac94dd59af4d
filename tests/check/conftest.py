"""Articles to check: a corpus, and an article that contradicts it."""

from __future__ import annotations

from pathlib import Path

import pytest

OLD = "---\npublished: 2024-05-02\n---\nSelon Séoul, la Corée du Nord a livré 7 000 conteneurs à la Russie en mars 2024.\n"
NEW = "---\npublished: 2024-06-02\n---\nSelon Kiev, la Corée du Nord a livré 2 000 conteneurs à la Russie en mars 2024.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with `corpus/old.md` and `new.md`."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
