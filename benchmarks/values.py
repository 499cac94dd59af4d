"""What reading quantities and periods costs, and how it compares with other tools on the project's own cases.

    python -m benchmarks.values                     # speed, and texts made to be hard
    python -m benchmarks.values --peers PYTHON      # the tables of docs/peers.md too

PYTHON is the interpreter of another environment, for the tools are no dependencies of this project:
`pip install recognizers-text-suite emoji==1.7.0 text2num dateparser edsnlp timexy`. Speeds are the best of several
passes in one process; leave the machine alone meanwhile.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
from tests.test_linear_time import REPEATED

from armscorpus.articles import read_articles
from armscorpus.models import Article
from armscorpus.values.periods import find_periods
from armscorpus.values.quantities import find_quantities
from benchmarks.scores import Answer, Case, annotated, load, score

SEEDS = Path(__file__).parent.parent / "data" / "seeds"
REFERENCE = "2025-06-30"
PASSES = 9
HARD_SIZE = 1_000_000
"""How many characters a text made to be hard has."""
SLOW = 3.0
"""From how many times the time of prose a hard text is shown."""


def best(work: Callable[[], object], passes: int = PASSES) -> float:
    """Return the shortest time that a piece of work takes, in seconds."""
    times = []
    for _ in range(passes):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def print_speed(texts: list[str]) -> None:
    """Print the speed of each finder and of both together, beside that of spaCy's tokenizer in the same run."""
    stock = spacy.blank("fr")
    works: dict[str, Callable[[], object]] = {
        "spaCy's tokenizer": lambda: [stock.tokenizer(text) for text in texts],
        "find_quantities": lambda: [find_quantities(text) for text in texts],
        "find_periods": lambda: [find_periods(text, REFERENCE) for text in texts],
        "both": lambda: [(find_quantities(text), find_periods(text, REFERENCE)) for text in texts],
    }
    seconds = {name: best(work) for name, work in works.items()}
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} articles, {size:,} bytes")
    for name, taken in seconds.items():
        ratio = taken / seconds["spaCy's tokenizer"]
        print(f"{name:20} {size / taken / 1e6:6.2f} MB/s, {ratio:5.2f} x the time of spaCy's tokenizer")


def print_hard_texts(texts: list[str]) -> None:
    """Print how long repetitions take beside prose of their length, and how much is found in them."""
    prose = "\n\n".join(texts)
    prose = (prose * (HARD_SIZE // len(prose) + 1))[:HARD_SIZE]
    finders: dict[str, Callable[[str], list[Any]]] = {
        "find_quantities": find_quantities,
        "find_periods": lambda text: list(find_periods(text, REFERENCE)),
    }
    for name, find in finders.items():
        usual = best(lambda find=find: find(prose), 2)  # type: ignore[misc]
        print(f"\n{name}, {HARD_SIZE:,} characters of prose: {usual:.2f} s, {len(find(prose)):,} found")
        ratios = {}
        for unit in REPEATED:
            text = unit * (HARD_SIZE // len(unit))
            ratios[unit] = best(lambda find=find, text=text: find(text), 1) / usual, len(find(text))  # type: ignore[misc]
        slow = {unit: row for unit, row in ratios.items() if row[0] >= SLOW}
        for unit, (ratio, count) in sorted(slow.items(), key=lambda item: -item[1][0]):
            print(f"  {ratio:5.1f} x for {unit!r}, {count:,} found")
        rest = max(ratio for ratio, _ in ratios.values() if ratio < SLOW)
        print(f"  at most {rest:.1f} x for the other {len(ratios) - len(slow)} repetitions")


def own_answers(kind: str, cases: list[Case]) -> list[list[Answer]]:
    """Return the answers of this project to each case."""
    if kind == "quantities":
        return [
            [
                Answer(found.start, found.end, found.low, found.high, found.value)
                for found in find_quantities(case.text)
            ]
            for case in cases
        ]
    return [
        [
            Answer(found.start_char, found.end_char, found.start, found.end)
            for found in find_periods(case.text, case.reference)
        ]
        for case in cases
    ]


def print_peers(python: str) -> None:
    """Print what each tool makes of the cases and of annotated articles, as rows of tables in Markdown."""
    for title, kind, cases, columns in (
        ("quantities", "quantities", load("quantities"), 4),
        ("periods", "periods", load("periods"), 4),
        ("figures of annotated articles", "quantities", annotated(), 2),
    ):
        characters = sum(len(case.text) for case in cases)
        print(f"\n{title}: {len(cases)} texts, {sum(len(case.expected) for case in cases)} marks")
        for name, (found, seconds) in all_answers(python, kind, cases).items():
            cells = [str(share) for share in score(kind, cases, found)[:columns]]
            print(f"| {' | '.join([name, *cells, f'{characters / seconds / 1000:,.0f}'])} |")


def all_answers(python: str, kind: str, cases: list[Case]) -> dict[str, tuple[list[list[Answer]], float]]:
    """Return the answers of each tool to each case, and the seconds that it took."""
    start = time.perf_counter()
    rows = {"armscorpus": (own_answers(kind, cases), time.perf_counter() - start)}
    request = json.dumps({"kind": kind, "texts": [(case.text, case.reference) for case in cases]})
    script = str(Path(__file__).with_name("peers.py"))
    run = subprocess.run([python, script], input=request, capture_output=True, text=True, check=True)
    for name, report in json.loads(run.stdout).items():
        found = [[Answer.parse(kind, *answer) for answer in row] for row in report["answers"]]
        rows[name] = found, report["seconds"]
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--peers", metavar="PYTHON", help="interpreter that has the other tools")
    options = parser.parse_args()
    texts = [article.text for article in read_articles([SEEDS]) if isinstance(article, Article)]
    print_speed(texts)
    if options.peers:
        print_peers(options.peers)
    print_hard_texts(texts)


if __name__ == "__main__":
    main()
