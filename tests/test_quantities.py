"""Quantities found in sentences: the table of cases, the examples of the lexicon, and what holds for any text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import (
    Currencies,
    Entry,
    Measures,
    NoQuantities,
    NounWords,
    NumberWords,
    Quantifiers,
    Rates,
    Table,
)
from armscorpus.values.quantities import find_quantities
from tests.quantity_labels import marked
from tests.spec_cases import load_cases, parse_markup

TABLES: tuple[type[Table], ...] = (
    Currencies,
    Measures,
    NoQuantities,
    NounWords,
    NumberWords,
    Quantifiers,
    Rates,
)


def examples_of(entry: Entry) -> Iterator[str]:
    """Yield the examples of an entry and of the entries in it."""
    for value in entry.__dict__.values():
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Entry):
                yield from examples_of(item)
    yield from getattr(entry, "examples", ())


def lexicon_examples() -> list[Any]:
    """Return the examples of the tables of quantities as parameters."""
    return [
        pytest.param(example, id=f"{table.file}: {example}")
        for table in TABLES
        for example in dict.fromkeys(examples_of(load(table)))
    ]


@pytest.mark.parametrize("case", load_cases("quantities"))
def test_finds_the_quantities_of_a_sentence(case: dict[str, Any]) -> None:
    text = parse_markup(case["text"]).text
    assert marked(text, find_quantities(text)) == case["text"]


@pytest.mark.parametrize("example", lexicon_examples())
def test_each_entry_of_the_lexicon_does_what_its_example_says(example: str) -> None:
    text = parse_markup(example).text
    assert marked(text, find_quantities(text)) == example
