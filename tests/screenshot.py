"""The pictures of the documentation: what a terminal and the page of a report show of the disagreement about containers.

`python -m tests.screenshot` draws `docs/conflicts.svg` and, where there is a Chromium, `docs/report.png` anew.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

from tests.report.browser import CHROMIUM, chromium, visit

PROJECT = Path(__file__).parent.parent
PICTURE = PROJECT / "docs" / "conflicts.svg"
REVIEW_PICTURE = PROJECT / "docs" / "review.svg"
REVIEW_SIZE = 90, 25
COMMAND = [str(Path(sys.executable).with_name("armscorpus"))]
ASKED = ["conflicts", "--topic", "conteneurs"]
WIDTH = 90
PAGE_PICTURE = PROJECT / "docs" / "report.png"
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def draw() -> str:
    """Return the picture; it names fonts of the reader's own, and loads none."""
    with tempfile.TemporaryDirectory() as folder:
        store = ["--store", str(Path(folder) / "store.db")]
        _run("extract", "data/seeds", *store)
        shown = _run(*ASKED, *store)
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text(f"$ armscorpus {' '.join(ASKED)}", style="bold"))
    console.print(Text.from_ansi(shown))
    return FONT_FACE.sub("", console.export_svg(title="armscorpus", unique_id="conflicts"))


def draw_page() -> bytes:
    """Return what a browser shows first of the page of a report, in PNG."""
    with tempfile.TemporaryDirectory() as folder:
        store, path = ["--store", str(Path(folder) / "store.db")], Path(folder) / "report.html"
        _run("extract", "data/seeds", *store)
        _run("report", "-o", str(path), *store)
        with chromium() as browser, visit(browser, path) as visited:
            return visited.page.screenshot(
                full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 1150}
            )


def _run(*arguments: str) -> str:
    """Return what a command shows on a terminal with colours."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    process = subprocess.run(
        [*COMMAND, *arguments], cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    return process.stdout


def draw_review() -> str:
    """Return the picture of the screen on which people judge claims; it loads no fonts either."""
    from tests.review.driving import drive

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store.db"
        _run("extract", "data/seeds", "--store", str(store))
        return FONT_FACE.sub("", drive(store, size=REVIEW_SIZE).picture)


if __name__ == "__main__":
    REVIEW_PICTURE.write_text(draw_review(), encoding="utf-8")
    PICTURE.write_text(draw(), encoding="utf-8")
    if CHROMIUM is not None:
        PAGE_PICTURE.write_bytes(draw_page())
