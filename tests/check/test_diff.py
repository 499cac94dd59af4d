"""`--diff`: only what git says is new or changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.check.conftest import NEW
from tests.cli.running import run

IDENTITY = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def git(*arguments: str) -> None:
    """Run git in the current folder."""
    subprocess.run(["git", *IDENTITY, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(desk: Path) -> Path:
    """Return a repository with articles in a folder, one of which contradicts another."""
    (desk / "new.md").rename(desk / "corpus" / "known.md")
    git("init", "--quiet", "--initial-branch", "main")
    git("add", ".")
    git("commit", "--quiet", "--message", "Add articles")
    return desk


def reported(*arguments: str) -> set[str]:
    """Return the files in which a check finds conflicts."""
    output = run("check", "corpus", "--against", "corpus", "--select", "ARM001", *arguments).stdout
    return {line.split(":")[0] for line in output.splitlines()}


def test_without_it_all_articles_are_checked(repository: Path) -> None:
    """The repository has a conflict."""
    assert reported() == {"corpus/known.md"}


def test_nothing_is_checked_where_nothing_changed(repository: Path) -> None:
    """A check of no article finds nothing."""
    assert reported("--diff", "HEAD") == set()


def test_what_is_new_or_changed_is_checked(repository: Path) -> None:
    """Committed since, changed and not committed, and not known to git; whatever the name."""
    git("switch", "--quiet", "--create", "desk")
    for name, figure in (("committed.md", "1 100"), ("élan vital.md", "1 200")):
        (repository / "corpus" / name).write_text(NEW.replace("2 000", figure), encoding="utf-8")
    git("add", "corpus/committed.md")
    git("commit", "--quiet", "--message", "Add one")
    assert reported("--diff", "main") == {"corpus/committed.md", "corpus/élan vital.md"}
    assert reported("--diff", "HEAD") == {"corpus/élan vital.md"}


def test_what_others_did_there_since_is_no_change(repository: Path) -> None:
    """A branch is compared with where it began."""
    git("switch", "--quiet", "--create", "desk")
    git("switch", "--quiet", "main")
    (repository / "corpus" / "known.md").write_text(NEW.replace("2 000", "900"), encoding="utf-8")
    git("commit", "--quiet", "--all", "--message", "Change one")
    git("switch", "--quiet", "desk")
    assert reported("--diff", "main") == set()


def test_folders_still_describe_their_articles(repository: Path) -> None:
    """An article has the date of its folder's metadata."""
    (repository / "corpus" / "metadata.csv").write_text("file_name,published\nnu.txt,2024-05-02\n")
    (repository / "corpus" / "nu.txt").write_text("Sofia a livré 300 chars à l'Ukraine.\n", encoding="utf-8")
    result = run("check", "corpus", "--diff", "HEAD", "--select", "ARM008")
    assert result.stdout == ""


@pytest.mark.parametrize("revision", ["none", "--output=x", "HEAD:corpus"])
def test_an_unknown_revision_is_misuse(repository: Path, revision: str) -> None:
    """And no option of git."""
    result = run("check", "corpus", f"--diff={revision}")
    assert result.exit_code == 2
    assert f"git knows no revision {revision!r} here" in result.stderr
    assert not (repository / "x").exists()


def test_a_folder_without_repository_is_misuse(desk: Path) -> None:
    """What git says of it is told."""
    result = run("check", "new.md", "--diff", "HEAD")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr
