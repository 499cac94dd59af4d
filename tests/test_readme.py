"""The documentation shows what the program prints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.transcripts import COMMAND, PAGES, PROJECT, rerun


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_transcript_is_what_the_program_prints(page: Path) -> None:
    """Outputs are up to date; `make docs` brings them there."""
    text = page.read_text(encoding="utf-8")
    assert COMMAND.search(text)
    assert rerun(text) == text


@pytest.mark.parametrize("page", ["README.md", "docs/articles.md", "docs/library.md"])
def test_the_examples_in_python_run(page: str, tmp_path: Path) -> None:
    """What a page says of the library works as it stands, in order, in a folder with the project's articles."""
    (tmp_path / "data").symlink_to(PROJECT / "data")
    blocks = re.findall(
        r"^```python\n(.*?)^```$", (PROJECT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=tmp_path, check=True, timeout=60)
