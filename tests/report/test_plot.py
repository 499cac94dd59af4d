"""Figures for print: each format, what is refused, and what a missing extra says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from armscorpus.reconcile import reconcile
from armscorpus.report.formats import Language
from armscorpus.report.plot import drawable, render_plot
from tests.cli.running import records, run
from tests.report.conftest import HOSTILE, Extracted

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


def test_the_command_draws_a_file_of_claims(store: Path, tmp_path: Path) -> None:
    """What `claims` prints is drawn as it is drawn from the store."""
    claims, path, other = tmp_path / "claims.jsonl", tmp_path / "figure.svg", tmp_path / "other.svg"
    claims.write_text(run("claims", "--store", store, "--format", "jsonl").stdout, encoding="utf-8")
    chosen = ["--topic", "conteneurs", "--party", "kp"]
    assert run("plot", *chosen, "--claims", claims, "-o", path).exit_code == 0
    run("plot", *chosen, "--store", store, "-o", other)
    assert path.read_bytes() == other.read_bytes()


def test_a_figure_draws_what_people_left(store: Path, tmp_path: Path) -> None:
    """A rejected claim is not drawn, a corrected one as corrected."""
    desk, path = Path(shutil.copy(store, tmp_path / "desk.db")), tmp_path / "figure.svg"
    found = {
        claim["quantity"]["value"]: claim["id"]
        for claim in records("claims", "--topic", "conteneurs", "--store", desk)
    }
    run("judge", found[28_000], "reject", "--store", desk)
    run("judge", found[6_700], "correct", "quantity.value=7100", "--store", desk)
    run("plot", "--topic", "conteneurs", "-o", path, "--store", desk)
    drawing = path.read_text(encoding="utf-8")
    assert ["28\u202f000" in drawing, "7\u202f100" in drawing, "6\u202f700" in drawing] == [
        False,
        True,
        False,
    ]


def test_the_legend_of_a_figure_counts_the_articles(seeds: Extracted) -> None:
    """Two articles on one study are one source."""
    assert "OSC (2 articles)" in containers(seeds, ".svg", Language.FRENCH).decode().replace("\u00a0", " ")


def test_a_hostile_article_draws_no_markup(tmp_path: Path) -> None:
    """Its words are text of the drawing."""
    article, desk, path = tmp_path / "hostile.md", tmp_path / "desk.db", tmp_path / "figure.svg"
    article.write_text(HOSTILE, encoding="utf-8")
    run("extract", article, "--store", desk)
    assert run("plot", "-o", path, "--store", desk).exit_code == 0
    names = set(re.findall(r"<(\w+)", path.read_text(encoding="utf-8")))
    assert "text" in names
    assert names & {"script", "img", "image", "a", "b", "foreignObject"} == set()


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
