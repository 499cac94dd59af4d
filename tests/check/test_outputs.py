"""What `check --format` and `--output` print and write, from articles to files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.check.conftest import NEW
from tests.cli.running import run, run_process

EMOJI = NEW.replace("Selon Kiev", "😀 𝟙\n\nSelon Kiev 😀")


def sarif(*arguments: str | Path) -> list[Any]:
    """Return the results of a check in SARIF."""
    log = json.loads(run("check", *arguments, "--format", "sarif").stdout)
    return list(log["runs"][0]["results"])


def test_the_region_holds_the_figure(desk: Path) -> None:
    """An emoji is one column, and the lines are those of the file."""
    (desk / "new.md").write_text(EMOJI, encoding="utf-8")
    (result,) = sarif("new.md", "--against", "corpus", "--select", "ARM001")
    region = result["locations"][0]["physicalLocation"]["region"]
    line = EMOJI.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "2 000 conteneurs"


def test_fingerprints_survive_moved_lines(desk: Path) -> None:
    """Paragraphs before an article's figure move it, and it is the same problem."""
    (before,) = sarif("new.md", "--against", "corpus")
    (desk / "new.md").write_text(NEW.replace("Selon", "Un paragraphe.\n\nSelon"), encoding="utf-8")
    (after,) = sarif("new.md", "--against", "corpus")
    assert before["locations"] != after["locations"]
    assert before["partialFingerprints"] == after["partialFingerprints"]


def test_several_formats_at_once(desk: Path) -> None:
    """Standard output has one, files have others, each the same as if it were printed."""
    outputs = ("-o", "sarif=check.sarif", "--output", "md=summary.md")
    result = run("check", "new.md", "--against", "corpus", "--format", "github", *outputs)
    assert (result.stdout.startswith("::error file=new.md,"), result.exit_code) == (True, 1)
    for form, name in (("sarif", "check.sarif"), ("md", "summary.md")):
        printed = run("check", "new.md", "--against", "corpus", "--format", form).stdout
        assert (desk / name).read_text(encoding="utf-8") == printed


def test_a_file_of_the_same_format_is_replaced(desk: Path) -> None:
    """A second run writes over the first."""
    (desk / "quality.json").write_text("[]\n")
    run("check", "new.md", "--against", "corpus", "-o", "gitlab=quality.json")
    assert json.loads((desk / "quality.json").read_text())[0]["check_name"] == "conflict"


@pytest.mark.parametrize(
    "output", ["md=new.md", "sarif=corpus", "sarif=no/check.sarif", "text=a", "sarif", "sarif=", "x=y"]
)
def test_a_file_that_cannot_be_written_is_misuse(desk: Path, output: str) -> None:
    """It is refused before any work, and an article is never written over."""
    result = run("check", "new.md", "--against", "corpus", "-o", output)
    assert (result.stdout, result.exit_code) == ("", 2)
    assert (desk / "new.md").read_text(encoding="utf-8") == NEW


def test_a_baseline_and_reports_are_not_written_together(desk: Path) -> None:
    """What would be reported is accepted."""
    arguments = ("--baseline", "known.jsonl", "--update-baseline", "-o", "json=a.json")
    assert run("check", "new.md", *arguments).exit_code == 2
    assert not (desk / "known.jsonl").exists()


def test_text_is_coloured_where_that_is_asked_for(desk: Path) -> None:
    """Without the colours it is the same."""
    arguments = ("check", "new.md", "--against", "corpus")
    plain = run(*arguments).stdout
    coloured = run(*arguments, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert ("\x1b[" in plain, "\x1b[1;31merror\x1b[0m" in coloured) == (False, True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize("form", ["junit", "md"])
def test_output_is_utf_8_everywhere(desk: Path, form: str) -> None:
    """Whatever the terminal is said to understand."""
    arguments = ("check", desk / "new.md", "--against", desk / "corpus", "--format", form)
    process = run_process(*arguments, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Selon Kiev, la Corée du Nord" in process.stdout.decode("utf-8")
