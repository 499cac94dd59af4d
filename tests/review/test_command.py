"""`armscorpus review` where it cannot run, and what it asks the store."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from armscorpus.review import ReviewApp
from tests.cli.running import run


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[ReviewApp]:
    """Return the screens that the command opens, none of which runs, as on a terminal."""
    apps: list[ReviewApp] = []
    monkeypatch.setattr(import_module("armscorpus.cli.review"), "is_on_terminal", lambda: True)
    monkeypatch.setattr(ReviewApp, "run", lambda app: apps.append(app))
    return apps


def test_a_terminal_is_needed(store: Path) -> None:
    """It says so, and what needs none."""
    result = run("review", "--store", store)
    assert result.exit_code == 2
    assert "armscorpus judge" in result.stderr


def test_the_extra_is_needed(store: Path, opened: list[ReviewApp], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without textual the command says what brings it."""
    for name in [name for name in sys.modules if name.startswith("armscorpus.review")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.startswith("textual")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    result = run("review", "--store", store)
    assert (result.exit_code, opened) == (2, [])
    assert "armscorpus[review]" in result.stderr


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ([], 3),
        (["--topic", "drones"], 1),
        (["--party", "KP"], 2),
        (["--since", "2024-05"], 1),
        (["--until", "2024-03"], 2),
        (["--modality", "asserted"], 3),
        (["--article", "seoul.md"], 1),
        (["--limit", "2"], 2),
    ],
)
def test_the_claims_that_are_asked_for(
    store: Path, opened: list[ReviewApp], asked: list[str], found: int
) -> None:
    """They are chosen as `claims` chooses them."""
    assert run("review", *asked, "--store", store).exit_code == 0
    assert len(opened[0].desk.queue) == found


def test_what_is_not_asked_for_disputes_too(store: Path, opened: list[ReviewApp]) -> None:
    """A claim is compared with all that the store has about its topic."""
    run("review", "--article", "seoul.md", "--store", store)
    assert [relation.relation for relation in opened[0].desk.queue[0].disputes()] == ["conflict"]


def test_an_empty_queue_opens_no_screen(store: Path, opened: list[ReviewApp]) -> None:
    """That is told, and is no error."""
    result = run("review", "--topic", "navires", "--store", store)
    assert (result.exit_code, opened) == (0, [])
    assert "no claim to judge" in result.stderr


def test_a_store_must_be_there(tmp_path: Path, opened: list[ReviewApp]) -> None:
    """None is made."""
    assert run("review", "--store", tmp_path / "none.db").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_how_far_one_came_is_told(
    store: Path, opened: list[ReviewApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And which notes went with no decision."""

    def leave_a_note(app: ReviewApp) -> None:
        app.desk.add_note(app.desk.queue[0].claim, "à voir")

    monkeypatch.setattr(ReviewApp, "run", leave_a_note)
    told = run("review", "--store", store).stderr
    assert ["0 of 3 claims judged" in told, "not kept: à voir" in told] == [True, True]
