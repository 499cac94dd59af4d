"""The console transcripts of the documentation: run again, and compared with or replaced by what they print.

In a block marked `console`, a line that begins with `$ ` is a command, and the lines after it are its output. Where a
command ends with another status than 0, the next one is `echo $?`. A block marked `sh` that begins with `cat >` writes a file
that they need. `python -m tests.transcripts` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)|(?<=^```sh\n)cat >.*?(?=^```$)", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
STATUS = "echo $?"
PAGES = [  # those of rules.md are run by tests/check/pages.py
    page
    for page in (PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md")))
    if "\n```console\n" in page.read_text(encoding="utf-8") and page.name != "rules.md"
]


def rerun(page: str) -> str:
    """Return a page with the outputs that its commands have now, run in order in one empty folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shown in ("data", "tests"):
            (folder / shown).symlink_to(PROJECT / shown)
        return BLOCK.sub(lambda block: _rerun_block(block[0], folder), page)


def _rerun_block(block: str, folder: Path) -> str:
    """Return a block with its outputs; one that writes a file has none, and stays as it is."""
    if not block.startswith("$ "):
        assert _run(block, folder) == ("", 0)
        return block
    commands = COMMAND.findall(block)
    return "".join(_rerun_commands(commands, folder))


def _rerun_commands(commands: list[str], folder: Path) -> Iterator[str]:
    """Yield each command with its output."""
    status = 0
    for command in commands:
        if command == STATUS:
            output, status = f"{status}\n", 0
        else:
            assert status == 0, f"the command before `{command}` ended with {status}"
            output, status = _run(command, folder)
        yield f"$ {command}\n{output}"
    assert status == 0, f"`{commands[-1]}` ended with {status}"


def _run(command: str, folder: Path) -> tuple[str, int]:
    """Return what a command prints on standard output, without the spaces that pad its lines, and its status."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ARMSCORPUS")}
    environment |= {"COLUMNS": "80", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    environment.pop("FORCE_COLOR", None)
    process = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )
    return "".join(f"{line.rstrip()}\n" for line in process.stdout.splitlines()), process.returncode


if __name__ == "__main__":
    for page in PAGES:
        page.write_text(rerun(page.read_text(encoding="utf-8")), encoding="utf-8")
