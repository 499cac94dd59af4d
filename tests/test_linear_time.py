"""Reading takes steps in proportion to the length of a text, whatever it is made of: steps are counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from armscorpus.values.periods import find_periods
from armscorpus.values.quantities import find_quantities

COUNT = 360
"""How often the shorter text repeats; many divisors, so that the longer one ends alike."""
REPEATED = (
    *("1", "1 ", "1,", "1'", "$1", "1-1 ", "14, ", "12 345 ", "1 000 ", "0", "1er ", "1h", "12:", "1/"),
    *(
        "de ",
        "d'",
        "et ",
        "un ",
        "le ",
        "par ",
        "ne ",
        "n'a pas ",
        "plus de ",
        "ou ",
        "voire ",
        "dont ",
        "en ",
    ),
    *(" ", "\n", "\t", ".", ". ", ",", "-", "- ", "–", "'", "«", "« ", "(", "[", "%", "a", "A", "A1-", "é"),
    *("deux ", "deux-", "cent ", "mille ", "vingt et ", "millions ", "des dizaines de ", "trois quarts "),
    *("entre 1 et ", "1 à ", "sur deux ", "tous les ", "1 obus et ", "1 obus, ", "obus de 152 mm, "),
    *("mars ", "mars et ", "lundi ", "2024 ", "2024-", "2024, ", "en 2024 ", "du 6 au ", "du 1er ", "mi-"),
    *("fin de la ", "depuis ", "jusqu'à ", "il y a ", "premier trimestre ", "la même ", "au cours des "),
)
FINDERS: dict[str, Callable[[str], object]] = {
    "quantities": find_quantities,
    "periods": lambda text: find_periods(text, "2025-02-14"),
}


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python a piece of work runs, those of its loops as often as they run."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    former = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(former)
    return count


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("unit", REPEATED, ids=repr)
def test_twice_the_text_takes_twice_the_steps(finder: str, unit: str) -> None:
    """No repetition makes reading worse than linear."""
    find = FINDERS[finder]
    short, long = unit * COUNT, unit * 2 * COUNT
    find(long)  # fills the caches
    assert steps(lambda: find(long)) < 2.1 * steps(lambda: find(short)) + 100
