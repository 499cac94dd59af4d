"""The user's settings and words: found, merged, told when they do not fit."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from armscorpus.configuration import find_configuration, read_configuration
from armscorpus.errors import LexiconError
from armscorpus.lexicon.user import UserWords, merged
from tests.cli.running import COMMAND


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Return what a command does in a process of its own, in a folder."""
    environment = {name: value for name, value in os.environ.items() if name != "ARMSCORPUS_STORE"}
    return subprocess.run(
        [COMMAND, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


WORDS = """
store = "desk.db"

[[lexicon.topics.topic]]
slug = "mines"
label = "Mines"
heads = ["mine"]
examples = ["Le pays a posé 3 000 mines."]

[[lexicon.topics.topic]]
slug = "obus"
heads = ["ogivette"]

[[lexicon.institutions.institution]]
name = "Observatoire des mers froides"
aliases = ["OMF"]
kind = "think_tank"
state = "NO"
examples = []
"""
ARTICLE = "La Russie a livré 3 000 mines et 200 ogivettes à la Syrie en mars 2025, selon l’OMF."


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with settings and an article."""
    (tmp_path / "armscorpus.toml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_topic_a_word_and_an_institution_of_the_user_are_read(desk: Path, jobs: str) -> None:
    """Added words count like those of the package, in every process."""
    process = run("extract", "a.txt", "--format", "json", "--jobs", jobs, cwd=desk)
    claims = json.loads(process.stdout)
    assert [(claim["topics"], claim["source"]["institution"]) for claim in claims] == [
        (["mines"], "Observatoire des mers froides"),
        (["obus"], "Observatoire des mers froides"),
    ]


def test_the_store_of_the_settings_is_the_default(desk: Path) -> None:
    """Commands open it without being told, from a folder below too."""
    below = desk / "below"
    below.mkdir()
    run("extract", "a.txt", cwd=desk)
    assert (desk / "desk.db").exists()
    process = run("claims", "--topic", "mines", "--store", str(desk / "desk.db"), cwd=below)
    assert "3 000 mines" in process.stdout.replace("\u202f", " ").replace("\xa0", " ")


def test_other_words_make_other_claims_of_the_same_article(desk: Path) -> None:
    """An article is read again when the words have changed."""
    run("extract", "a.txt", cwd=desk)
    (desk / "armscorpus.toml").write_text(WORDS.replace('heads = ["mine"]', 'heads = ["mine", "ogive"]'))
    assert "1 replaced" in run("extract", "a.txt", cwd=desk).stderr


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("stor = 'x'", "stor: Extra inputs are not permitted"),
        ("store = ", "syntax"),
        ("[lexicon.topic]\nx = 1", "lexicon.topic: is none of"),
        (
            "[[lexicon.institutions.institution]]\nname = 'X'\nkind = 'cloud'",
            "institutions.institution.0.kind",
        ),
    ],
)
def test_settings_that_do_not_fit_are_misuse(tmp_path: Path, settings: str, reason: str) -> None:
    """The file, the key and the reason are told, and nothing is done."""
    (tmp_path / "armscorpus.toml").write_text(settings, encoding="utf-8")
    process = run("topics", cwd=tmp_path)
    assert process.returncode == 2
    assert "armscorpus.toml" in process.stderr
    assert reason in process.stderr


def test_the_nearest_settings_are_taken(tmp_path: Path) -> None:
    """A file here goes before one above, and a project without settings does not count."""
    (tmp_path / "armscorpus.toml").write_text("", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert find_configuration(inner) == tmp_path / "armscorpus.toml"
    (inner / "pyproject.toml").write_text("[tool.armscorpus]\nstore = 'p.db'\n", encoding="utf-8")
    assert find_configuration(inner) == inner / "pyproject.toml"
    assert read_configuration(inner / "pyproject.toml").store == "p.db"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """`--config` must name a file."""
    with pytest.raises(LexiconError, match=r"none\.toml"):
        read_configuration(tmp_path / "none.toml")


def test_lists_grow_and_entries_of_the_same_name_are_completed() -> None:
    """The user's entries stand first, since the first that fits is taken."""
    packaged = {"topic": [{"slug": "obus", "heads": ["obus"]}], "number": {"words": ["nombre"]}, "label": "a"}
    added = {
        "topic": [{"slug": "mines", "heads": ["mine"]}, {"slug": "obus", "heads": ["ogivette"]}],
        "label": "b",
    }
    assert merged(packaged, added) == {
        "topic": [{"slug": "mines", "heads": ["mine"]}, {"slug": "obus", "heads": ["ogivette", "obus"]}],
        "number": {"words": ["nombre"]},
        "label": "b",
    }


def test_the_same_words_have_the_same_fingerprint() -> None:
    """Claims are made anew for other words, not for another place of the file."""
    one = UserWords("a.toml", {"topics": {"topic": []}})
    assert one.fingerprint == UserWords("b.toml", {"topics": {"topic": []}}).fingerprint
    assert one.fingerprint != UserWords("a.toml", {"topics": {}}).fingerprint
