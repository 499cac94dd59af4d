"""The picture of the README."""

from __future__ import annotations

from tests.screenshot import PICTURE, draw


def test_the_picture_shows_the_disagreement_and_loads_nothing() -> None:
    """Both figures are in it, in colour; its fonts are the reader's."""
    picture = draw().replace("&#160;", " ").replace("\u202f", " ")
    assert [figure for figure in ("16 000", "28 000", "contradiction") if figure not in picture] == []
    assert "url(http" not in picture
    assert "url(http" not in PICTURE.read_text(encoding="utf-8")
