"""The examples of docs/rules.md: files, a command, and what it prints."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
SECTION = re.compile(r"^## (ARM\d+)$", re.MULTILINE)
FILE = re.compile(r'^```markdown title="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^```console\n\$ armscorpus (.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """Files by name, the arguments of a command, and its standard output."""

    files: dict[str, str]
    arguments: list[str]
    output: str

    def write(self, folder: Path) -> None:
        """Write the files into a folder."""
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")


def read_examples(page: str) -> Iterator[Example]:
    """Yield the examples of a page: the files since the last command, and the command."""
    start = 0
    for command in COMMAND.finditer(page):
        files = dict(FILE.findall(page[start : command.start()]))
        yield Example(files, shlex.split(command[1]), command[2])
        start = command.end()


def rules_of(page: str) -> list[str]:
    """Return the rules that have a section."""
    return SECTION.findall(page)
