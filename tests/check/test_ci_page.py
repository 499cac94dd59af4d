"""The examples of docs/ci.md are what the programs take that read them."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import yaml

from armscorpus.configuration import read_configuration
from tests.check.scripts import BIN, PROJECT, read_yaml

PAGE = (PROJECT / "docs" / "ci.md").read_text(encoding="utf-8")


def block(section: str, kind: str) -> str:
    """Return the first block of a kind under a heading of the page."""
    found = re.search(rf"^#+ {section}\n.*?^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"{section}: no {kind}"
    return found[1]


def test_the_workflow_is_valid(tmp_path: Path) -> None:
    """By the schema that editors use; it gives the action inputs that it has."""
    path = tmp_path / "figures.yml"
    path.write_text(block("GitHub", "yaml"))
    command = [str(BIN / "check-jsonschema"), "--builtin-schema", "vendor.github-workflows", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    steps = yaml.safe_load(path.read_text())["jobs"]["check"]["steps"]
    (ours,) = [step for step in steps if "armscorpus" in step["uses"]]
    assert ours["with"].keys() <= read_yaml("action.yml")["inputs"].keys()


def test_the_hook_is_configured_as_pre_commit_reads_it(tmp_path: Path) -> None:
    """By pre-commit itself; the hook is one that is published."""
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(block("pre-commit", "yaml"))
    subprocess.run([str(BIN / "pre-commit"), "validate-config", str(path)], check=True, capture_output=True)
    (hook,) = yaml.safe_load(path.read_text())["repos"][0]["hooks"]
    assert hook["id"] in [published["id"] for published in read_yaml(".pre-commit-hooks.yaml")]


def test_the_settings_are_valid(tmp_path: Path) -> None:
    """By the program."""
    text = block("The check in CI", "toml")
    path = tmp_path / "armscorpus.toml"
    path.write_text(text)
    assert read_configuration(path).check.model_dump(exclude_defaults=True) == tomllib.loads(text)["check"]
