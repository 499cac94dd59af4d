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


def test_the_example_in_python_runs() -> None:
    """What the README says of the library works as it stands."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        subprocess.run([sys.executable, "-c", block], cwd=PROJECT, check=True, timeout=60)
