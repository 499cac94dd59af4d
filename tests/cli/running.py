"""How tests run the program: in this process, or in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from armscorpus.cli import app

COMMAND = Path(sys.executable).with_name("armscorpus")


def run(*arguments: str | Path, **environment: str) -> Result:
    """Return what a command does, on eighty columns."""
    runner = CliRunner(env={"COLUMNS": "80", "ARMSCORPUS_STORE": None, **environment})
    return runner.invoke(app, [str(argument) for argument in arguments])


def run_process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Return what a command does in a process of its own."""
    return subprocess.run(
        [COMMAND, *arguments], env={**os.environ, **environment}, capture_output=True, check=False, timeout=60
    )


def records(*arguments: str | Path) -> list[dict[str, Any]]:
    """Return the records that a command prints as JSON Lines."""
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]
