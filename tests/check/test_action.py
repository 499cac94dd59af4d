"""The action for GitHub: its script, run as the runner does, with all inputs through the environment."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.check.conftest import OLD
from tests.check.scripts import BIN, lint_script, read_yaml, run_script, validate

ACTION = read_yaml("action.yml")
STEPS: dict[str, Any] = {step.get("id", step.get("name")): step for step in ACTION["runs"]["steps"]}
SCRIPTS = {name: step["run"] for name, step in STEPS.items() if "run" in step}
SHELL = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]


class Outcome(NamedTuple):
    """What a step leaves behind."""

    process: subprocess.CompletedProcess[str]
    summary: str
    outputs: dict[str, str]


@pytest.fixture
def runner(desk: Path) -> Path:
    """Return the runner's folder for what is away from the workspace, with the program where the action has it."""
    folder = desk / "runner temp"
    (folder / "armscorpus" / "bin").mkdir(parents=True)
    (folder / "armscorpus" / "bin" / "armscorpus").symlink_to(BIN / "armscorpus")
    (folder / "summary").write_text("An earlier step.\n")
    (folder / "output").touch()
    return folder


def check(folder: Path, **inputs: str) -> Outcome:
    """Return what the step does with inputs, the others as the action has them."""
    given = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()} | inputs
    environment = {
        variable: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for variable, value in STEPS["check"]["env"].items()
    }
    files = {"GITHUB_STEP_SUMMARY": str(folder / "summary"), "GITHUB_OUTPUT": str(folder / "output")}
    process = run_script(SHELL, SCRIPTS["check"], RUNNER_TEMP=str(folder), **files, **environment)
    lines = (folder / "output").read_text().splitlines()
    summary = (folder / "summary").read_text(encoding="utf-8")
    return Outcome(process, summary, dict(line.split("=", 1) for line in lines))


def stub(folder: Path, script: str) -> None:
    """Put a script in the place of the program."""
    program = folder / "armscorpus" / "bin" / "armscorpus"
    program.unlink()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_the_action_is_valid() -> None:
    """By the schema that editors use."""
    assert validate("action.yml", "vendor.github-actions") == ""


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_clean(name: str) -> None:
    """Shellcheck has nothing against it."""
    assert lint_script("bash", SCRIPTS[name]) == ""


@pytest.mark.parametrize("name", SCRIPTS)
def test_nothing_is_written_into_a_script(name: str) -> None:
    """An expression there would be run as a part of it."""
    assert "${{" not in SCRIPTS[name]


def test_every_input_is_used() -> None:
    """Each stands in the environment of a step or the options of one."""
    used = json.dumps([[step.get("env"), step.get("with")] for step in STEPS.values()])
    assert [name for name in ACTION["inputs"] if f"inputs.{name} " not in used] == []


def test_a_problem_fails_the_step(runner: Path) -> None:
    """It is annotated, told in the summary of the job behind what stands there, and counted."""
    process, summary, outputs = check(runner, paths="new.md\n", against="corpus")
    assert process.stdout.startswith("::error file=new.md,line=4,endLine=4,col=1,")
    assert summary.startswith("An earlier step.\n## armscorpus check\n\n**1 error** in 1 of 1 article.\n")
    assert (process.returncode, outputs) == (1, {"status": "1", "problems": "1"})


def test_no_problem_passes(runner: Path) -> None:
    """And the summary says so."""
    process, summary, outputs = check(runner, paths="corpus")
    assert (process.returncode, process.stdout, outputs) == (0, "", {"status": "0", "problems": "0"})
    assert summary.endswith("No problem in 1 article.\n")


def test_what_cannot_be_checked_ends_with_2(runner: Path) -> None:
    """Without a summary of nothing; the reason is in the log."""
    process, summary, outputs = check(runner, paths="missing.md")
    assert (process.returncode, outputs["status"], summary) == (2, "2", "An earlier step.\n")
    assert "missing.md" in process.stderr


def test_inputs_reach_the_command(runner: Path, desk: Path) -> None:
    """Several paths with spaces in them, files to write, a level, a language, a baseline and settings."""
    (desk / "-deux mots.md").write_text(OLD.replace("7 000", "9 000"), encoding="utf-8")
    (desk / "desk.toml").write_text('[check]\nignore = ["ARM006"]\n')
    (desk / "known.jsonl").touch()
    inputs = {"paths": "new.md\n\n-deux mots.md", "against": "corpus", "sarif": "a.sarif", "junit": "a.xml"}
    inputs |= {"fail-on": "error", "lang": "fr", "baseline": "known.jsonl", "config": "desk.toml"}
    process, _, outputs = check(runner, **inputs)
    assert ("facteur" in process.stdout, outputs) == (True, {"status": "1", "problems": "2"})
    assert len(json.loads((desk / "a.sarif").read_text())["runs"][0]["results"]) == 2
    assert 'name="-deux mots.md"' in (desk / "a.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name != "python-version"])
def test_an_input_is_never_run(runner: Path, desk: Path, name: str) -> None:
    """Whatever stands in it: it is one word to the program, which a stub writes down."""
    stub(runner, """printf '%s\\n' "$@" >words""")
    hostile = "\"; touch owned; $(touch owned) `touch owned` ' #"
    check(runner, **{"paths": "new.md", name: hostile})
    words = (desk / "words").read_text().splitlines()
    assert [word.rpartition("=")[2] for word in words if "touch" in word] == [hostile]
    assert not (desk / "owned").exists()


def test_messages_are_no_commands(runner: Path, desk: Path) -> None:
    """The runner obeys what follows two number signs or stands behind two colons; a baseline may hold either."""
    gone = {"path": "new.md", "rule": "ARM005", "why": "##[add-mask]e", "fingerprint": "0"}
    (desk / "known.jsonl").write_text(json.dumps(gone))
    process, _, _ = check(runner, paths="new.md", against="corpus", baseline="known.jsonl")
    assert ("# #[add-mask]e" in process.stderr, "##[" in process.stderr) == (True, False)


def test_a_summary_that_github_would_refuse_is_cut_to_its_counts(runner: Path) -> None:
    """A stub writes one of more than a megabyte."""
    script = """
    for word; do case $word in md=*) summary=${word#*=};; esac; done
    printf '## x\\n\\n**many**\\n%2000000d' 0 >"$summary"
    """
    stub(runner, script)
    assert check(runner, paths="new.md").summary == "An earlier step.\n## x\n\n**many**\n"
