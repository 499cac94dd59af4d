"""The console transcripts of the documentation: run again, and compared with or replaced by what they print.

In a block marked `console`, a line that begins with `$ ` is a command, and the lines after it are its output.
`python -m tests.transcripts` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).parent.parent
PAGES = [PROJECT / "README.md", PROJECT / "docs" / "cli.md", PROJECT / "docs" / "evaluation.md"]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def rerun(page: str) -> str:
    """Return a page with the outputs that its commands have now, run in order in one empty folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shown in ("data", "tests"):
            (folder / shown).symlink_to(PROJECT / shown)
        return BLOCK.sub(lambda block: _rerun_block(block[0], folder), page)


def _rerun_block(block: str, folder: Path) -> str:
    return "".join(f"$ {command}\n{_run(command, folder)}" for command in COMMAND.findall(block))


def _run(command: str, folder: Path) -> str:
    """Return what a command prints on standard output, without the spaces that pad its lines."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ARMSCORPUS")}
    environment |= {"COLUMNS": "80", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment.pop("FORCE_COLOR", None)
    process = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    assert process.returncode == 0, process.stderr
    return "".join(f"{line.rstrip()}\n" for line in process.stdout.splitlines())


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(rerun(page.read_text(encoding="utf-8")), encoding="utf-8")
