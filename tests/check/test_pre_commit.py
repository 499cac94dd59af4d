"""The hook for pre-commit, run by pre-commit in a scratch repository.

Only `language` differs from what is published: the program of this environment runs instead of one that pre-commit
installs, which takes half a minute and the network.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.check.scripts import BIN, PROJECT, run_script
from tests.check.test_diff import git

MANIFEST = ".pre-commit-hooks.yaml"
CONFIGURATION = """\
repos:
  - repo: ../hooks
    rev: v1
    hooks:
      - id: armscorpus-check
        args: [--against, corpus]
        files: ^drafts/
"""


@pytest.fixture
def newsroom(desk: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a draft and a picture, all of it staged, beside one that publishes the hook."""
    published = (PROJECT / MANIFEST).read_text(encoding="utf-8")
    for name in ("hooks", "newsroom"):
        (desk / name).mkdir()
        monkeypatch.chdir(desk / name)
        git("init", "--quiet")
        if name == "hooks":
            assert "language: python\n" in published
            Path(MANIFEST).write_text(published.replace("language: python\n", "language: system\n"))
            git("add", ".")
            git("commit", "--quiet", "--message", "Publish the hook")
            git("tag", "v1")
    (desk / "newsroom" / "drafts").mkdir()
    (desk / "corpus").rename(desk / "newsroom" / "corpus")
    (desk / "new.md").rename(desk / "newsroom" / "drafts" / "à relire.md")
    Path("drafts/carte.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    Path("README.md").write_text("Selon Kiev, la Corée du Nord a livré 1 000 conteneurs à la Russie.\n")
    Path(".pre-commit-config.yaml").write_text(CONFIGURATION)
    git("add", ".")
    return desk / "newsroom"


def run_hook(newsroom: Path) -> subprocess.CompletedProcess[str]:
    """Return what pre-commit does with what is staged."""
    home = str(newsroom.parent / "pre-commit home")
    return run_script(["sh", "-c"], "pre-commit run --color never", PRE_COMMIT_HOME=home)


def test_the_manifest_is_valid() -> None:
    """By pre-commit itself."""
    command = [str(BIN / "pre-commit"), "validate-manifest", str(PROJECT / MANIFEST)]
    subprocess.run(command, check=True, capture_output=True)


def test_a_commit_with_a_contradiction_is_stopped(newsroom: Path) -> None:
    """The hook reads drafts alone, among them neither pictures nor what the desk leaves out."""
    process = run_hook(newsroom)
    assert process.returncode == 1, process.stderr
    reported = [line for line in process.stdout.splitlines() if "ARM" in line]
    assert [line.split(" ARM001")[0] for line in reported] == ["drafts/à relire.md:4:38: error"]


def test_a_commit_without_one_passes(newsroom: Path) -> None:
    """The corpus agrees with itself."""
    draft = newsroom / "drafts" / "à relire.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("2 000", "7 000"), encoding="utf-8")
    git("add", ".")
    process = run_hook(newsroom)
    assert (process.returncode, "Passed" in process.stdout) == (0, True), process.stdout
