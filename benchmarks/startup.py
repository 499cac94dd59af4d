"""Whole-process start of commands as a share of `python -c "import spacy"`: medians of interleaved runs."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
SEEDS = Path(__file__).parent.parent / "data" / "seeds"
COMMAND = [str(Path(sys.executable).with_name("armscorpus"))]
LIMITS = {"--help": 0.4, "claims": 0.6, "conflicts": 0.8, "show": 0.6, "extract one article": 1.8}


def run(command: list[str]) -> tuple[float, str]:
    """Return the seconds that a process takes, and what it prints."""
    start = time.perf_counter()
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - start, output


def commands(store: Path) -> dict[str, list[str]]:
    """Return what is measured, on a store that holds the articles of `data/seeds`."""
    kept = ["--store", str(store)]
    run([*COMMAND, "extract", str(SEEDS), *kept])
    _, claims = run([*COMMAND, "claims", "--format", "csv", *kept])
    claim = claims.splitlines()[1].partition(",")[0]
    return {
        "import spacy": [sys.executable, "-c", "import spacy"],
        "--help": [*COMMAND, "--help"],
        "claims": [*COMMAND, "claims", "--topic", "obus", *kept],
        "conflicts": [*COMMAND, "conflicts", "--topic", "obus", *kept],
        "show": [*COMMAND, "show", claim, *kept],
        "extract one article": [*COMMAND, "extract", "--no-store", str(SEEDS / "dev-01.md")],
    }


def main() -> None:
    """Print the median time of each command and its share of the import of spaCy."""
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder) / "store.db")
        times: dict[str, list[float]] = {name: [] for name in measured}
        for _ in range(RUNS):
            for name, command in measured.items():
                times[name].append(run(command)[0])
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    for name, seconds in medians.items():
        limit = f"  (limit {LIMITS[name]})" if name in LIMITS else ""
        print(f"{name:22}{seconds * 1000:7.0f} ms  {seconds / medians['import spacy']:5.2f}{limit}")


if __name__ == "__main__":
    main()
