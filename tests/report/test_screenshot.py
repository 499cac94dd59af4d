"""The pictures of the documentation."""

from __future__ import annotations

from tests.screenshot import PAGE_PICTURE, PICTURE, PROJECT, REVIEW_PICTURE, draw, draw_review


def test_the_picture_shows_the_disagreement_and_loads_nothing() -> None:
    """Both figures are in it, in colour; its fonts are the reader's."""
    picture = draw().replace("&#160;", " ").replace("\u202f", " ")
    assert [figure for figure in ("16 000", "28 000", "contradiction") if figure not in picture] == []
    assert "url(http" not in picture
    assert "url(http" not in PICTURE.read_text(encoding="utf-8")


def test_the_picture_of_the_page_is_small_and_shown() -> None:
    """It can be looked at on a telephone, and docs/report.md shows it."""
    assert PAGE_PICTURE.read_bytes().startswith(b"\x89PNG")
    assert PAGE_PICTURE.stat().st_size < 300_000
    assert f"]({PAGE_PICTURE.name})" in (PROJECT / "docs" / "report.md").read_text(encoding="utf-8")


def test_the_picture_of_the_screen_shows_the_most_doubtful_claim_and_loads_nothing() -> None:
    """Its number, its noun and its keys are in it; its fonts are the reader's."""
    picture = draw_review().replace("&#160;", " ")
    assert [words for words in ("1 / 143", "conteneurs", "déduit", "accepter") if words not in picture] == []
    assert "url(http" not in picture
    assert "url(http" not in REVIEW_PICTURE.read_text(encoding="utf-8")
