"""Figures for print: each format, what is refused, and what a missing extra says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from armscorpus.reconcile import reconcile
from armscorpus.report.formats import Language
from armscorpus.report.plot import drawable, render_plot
from tests.cli.running import run
from tests.report.conftest import Extracted

MAGIC = {".svg": b"<svg", ".png": b"\x89PNG", ".pdf": b"%PDF"}
BLOCKED = """
import sys
sys.modules["vl_convert"] = None
from armscorpus.cli import app
app(["plot", "-o", sys.argv[1], "--store", sys.argv[2]])
"""


def containers(seeds: Extracted, suffix: str, language: Language) -> bytes:
    """Return the figure of the containers."""
    claims = [claim for claim in seeds[0] if "conteneurs" in claim.topics]
    return render_plot(drawable(reconcile(claims, language=language), language)[:1], suffix, language)


@pytest.mark.parametrize("suffix", MAGIC)
def test_a_figure_is_of_its_format(seeds: Extracted, suffix: str) -> None:
    """A file begins as its format does."""
    assert containers(seeds, suffix, Language.FRENCH).startswith(MAGIC[suffix])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.FRENCH, ("Conteneurs", "28\u202f000", "nié", "juil")),
        (Language.ENGLISH, ("Containers", "28,000")),
    ],
)
def test_a_figure_says_who_and_how_many(seeds: Extracted, language: Language, words: tuple[str, ...]) -> None:
    """Subject, sources and figures are words of the drawing, in its language."""
    drawing = containers(seeds, ".svg", language).decode()
    assert [word for word in (*words, "OSC", "DIA") if word not in drawing] == []


def test_the_command_draws_the_topic(store: Path, tmp_path: Path) -> None:
    """`armscorpus plot` writes the figure and names its subject."""
    path = tmp_path / "figure.svg"
    result = run("plot", "--topic", "conteneurs", "-o", path, "--store", store)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Conteneurs" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["figure.gif", "figure", "away/figure.svg"])
def test_the_command_refuses_at_once(store: Path, tmp_path: Path, name: str) -> None:
    """A format that is not drawn and a folder that is not there are misuse."""
    assert run("plot", "-o", tmp_path / name, "--store", store).exit_code == 2


def test_a_missing_extra_is_named(store: Path, tmp_path: Path) -> None:
    """Without the extra the command ends with status 2 and says what to install."""
    arguments = [sys.executable, "-c", BLOCKED, str(tmp_path / "figure.svg"), str(store)]
    process = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=60)
    assert process.returncode == 2
    assert "pip install 'armscorpus[report]'" in process.stderr
    assert "Traceback" not in process.stderr
