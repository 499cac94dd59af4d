"""The job for GitLab CI: its script, run as the runner does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.check.scripts import lint_script, read_yaml, run_script, validate

FILE = "docs/gitlab-ci.yml"
JOB = read_yaml(FILE)["armscorpus-check"]
SCRIPTS = {part: "\n".join(JOB[part]) for part in ("before_script", "script")}
REPORTS = JOB["artifacts"]["reports"]


def test_the_job_is_valid() -> None:
    """By the schema that editors use."""
    assert validate(FILE, "vendor.gitlab-ci") == ""


@pytest.mark.parametrize("part", SCRIPTS)
def test_a_script_is_clean(part: str) -> None:
    """Shellcheck has nothing against it, as a script of any shell."""
    assert lint_script("sh", f"#!/bin/sh\n{SCRIPTS[part]}\n") == ""


@pytest.mark.parametrize(("corpus", "status"), [("corpus", 1), ("", 0)])
def test_the_job_writes_its_reports(desk: Path, corpus: str, status: int) -> None:
    """Where it fails and where it passes; an empty variable leaves the corpus to the settings."""
    variables = {"ARMSCORPUS_DRAFTS": "new.md", "ARMSCORPUS_CORPUS": corpus}
    process = run_script(["sh", "-e", "-c"], SCRIPTS["script"], **{**JOB["variables"], **variables})
    assert process.returncode == status, process.stderr
    assert len(json.loads((desk / REPORTS["codequality"]).read_text())) == status
    assert etree.parse(desk / REPORTS["junit"]).getroot().get("failures") == str(status)
