"""The scripts of CI files, run as the machines run them that read these files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def read_yaml(name: str) -> Any:
    """Return what a file of the project says."""
    return yaml.safe_load((PROJECT / name).read_text(encoding="utf-8"))


def run_script(shell: list[str], script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return what a script does in the current folder, with the programs of this environment on the path."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*shell, script],
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def lint_script(shell: str, script: str) -> str:
    """Return what shellcheck has against a script."""
    command = [str(BIN / "shellcheck"), f"--shell={shell}", "-"]
    return subprocess.run(command, input=script, capture_output=True, text=True, check=False).stdout


def validate(name: str, schema: str) -> str:
    """Return what is wrong with a file of the project by a schema that check-jsonschema brings."""
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", schema, str(PROJECT / name)]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    return process.stdout if process.returncode else ""
