"""Quantities found in sentences: the table of cases, the examples of the lexicon, and what holds for any text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel.numbers import get_currency_name, list_currencies
from hypothesis import assume, given
from hypothesis import strategies as st

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import (
    Clauses,
    Currencies,
    Measures,
    NoQuantities,
    NounWords,
    NumberWords,
    Quantifiers,
    Rates,
)
from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import Bound, QuantityMatch
from armscorpus.values.quantities import find_quantities, has_number
from tests.quantity_labels import label_of, marked
from tests.spec_cases import load_cases, parse_markup

TABLES: tuple[type[Table], ...] = (
    Clauses,
    Currencies,
    Measures,
    NoQuantities,
    NounWords,
    NumberWords,
    Quantifiers,
    Rates,
)
CASES = load_cases("quantities")
SPACES = (" ", "\u00a0", "\u202f", "\u2009")
NEUTRAL = st.sampled_from(["", "Selon Kiev, ", "Le ministre l'affirme : ", "D'après l'agence, ", "« "])


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


@pytest.mark.parametrize("case", CASES)
def test_finds_the_quantities_of_a_sentence(case: dict[str, Any]) -> None:
    """What the table marks is found with just that label, and nothing else is."""
    text = parse_markup(case["text"]).text
    assert marked(text, find_quantities(text)) == case["text"]


@pytest.mark.parametrize("case", CASES)
def test_accents_may_be_characters_of_their_own(case: dict[str, Any]) -> None:
    """A decomposed text has the same quantities, at the offsets of its own characters."""
    text = unicodedata.normalize("NFD", parse_markup(case["text"]).text)
    found = marked(text, find_quantities(text))
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", case["text"])


def test_the_table_of_cases_has_enough_that_expect_nothing() -> None:
    """At least 400 cases, and 15 % of them without a quantity."""
    texts = [parameter.values[0]["text"] for parameter in CASES]
    empty = [text for text in texts if not parse_markup(text).spans]
    assert len(texts) >= 400
    assert len(empty) >= 0.15 * len(texts)


@pytest.mark.parametrize("example", lexicon_examples())
def test_each_entry_of_the_lexicon_does_what_its_example_says(example: str) -> None:
    """Each entry of the tables of words carries sentences that run here."""
    text = parse_markup(example).text
    assert marked(text, find_quantities(text)) == example


@pytest.mark.parametrize("parameter", CASES)
def test_a_text_with_a_quantity_has_a_number(parameter: dict[str, Any]) -> None:
    """The gate never shuts out a quantity."""
    text = parse_markup(parameter["text"]).text
    assert has_number(text) or not find_quantities(text)


@pytest.mark.parametrize(
    "text", ["Le port est calme.", "Un navire russe a accosté.", "Une partie des obus manque."]
)
def test_a_text_without_a_number_is_gated_out(text: str) -> None:
    """An article is no number."""
    assert not has_number(text)


# -- the codebook ----------------------------------------------------------------------------------

CODEBOOK = Path(__file__).parent.parent / "docs" / "codebook.md"
ROW = re.compile(r"^\| « (?P<expression>[^»]+) » \| (?P<reading>.+?) \|[^|]*\|$", re.MULTILINE)


def codebook_rows() -> list[Any]:
    """Return the expressions of the codebook with their readings."""
    rows = [(row["expression"], row["reading"]) for row in ROW.finditer(CODEBOOK.read_text(encoding="utf-8"))]
    return [pytest.param(expression, reading, id=expression) for expression, reading in rows]


def interval_of(match: QuantityMatch) -> str:
    """Return bound and interval as the codebook writes them."""
    low, high = (
        "" if end is None else f"{end.normalize():,f}".replace(",", " ") for end in (match.low, match.high)
    )
    return f"{match.bound.value} | {low}..{high}"


@pytest.mark.parametrize(("expression", "reading"), codebook_rows())
def test_a_row_of_the_codebook(expression: str, reading: str) -> None:
    """Each expression stands for what the codebook says."""
    matches = find_quantities(expression)
    if reading == "nothing":
        assert matches == []
        return
    (match,) = matches
    found = label_of(expression, match) if reading.startswith("`") else interval_of(match)
    assert found == reading.strip("`")


def test_the_codebooks_link_to_one_another() -> None:
    """Whoever reads one of them finds the others."""
    names = ("codebook.md", "codebook-periods.md", "codebook-relations.md")
    pages = {name: (CODEBOOK.parent / name).read_text(encoding="utf-8") for name in names}
    missing = [
        (name, other)
        for name, page in pages.items()
        for other in names
        if other != name and f"({other})" not in page
    ]
    assert missing == []


def test_no_row_of_the_codebook_is_left_out() -> None:
    """Every line of a table that begins with an expression is read."""
    lines = [line for line in CODEBOOK.read_text(encoding="utf-8").splitlines() if line.startswith("| «")]
    assert len(codebook_rows()) == len(lines)


# -- currencies ------------------------------------------------------------------------------------


def names_of_currencies() -> list[Any]:
    """Return the code and French plural of each currency whose name is a noun and an adjective."""
    names = {code: get_currency_name(code, 2, locale="fr") for code in list_currencies()}
    return [
        pytest.param(code, name, id=code)
        for code, name in sorted(names.items())
        if re.fullmatch(r"(?:dinars|pesos|francs|couronnes|shillings|kwachas|rials) [a-zà-ÿ-]{3,}", name)
    ]


@pytest.mark.parametrize(("code", "name"), names_of_currencies())
def test_knows_the_currencies_of_the_world_by_their_adjective(code: str, name: str) -> None:
    """CLDR says which dinars are Algerian."""
    assert find_quantities(f"un prêt de 12 millions de {name}")[0].unit == code


def test_every_code_of_the_lexicon_is_a_currency() -> None:
    """The codes of the table are those of ISO 4217, as CLDR lists them."""
    table = load(Currencies).currency
    codes = {code for entry in table for code in (entry.code, *entry.adjectives.values()) if code}
    assert codes - set(list_currencies()) == set()


# -- what holds for any text -----------------------------------------------------------------------


def grouped(number: int, separator: str) -> str:
    """Return a number with its thousands apart."""
    return f"{number:,}".replace(",", separator)


@given(number=st.integers(2_200, 10**9), separator=st.sampled_from([*SPACES, ".", "'", "’", ""]))
def test_a_number_is_found_in_any_typography(number: int, separator: str) -> None:
    """However its thousands are set apart, the number is the same, and so are its ends."""
    digits = grouped(number, separator)
    found = find_quantities(f"Kiev a reçu {digits} obus hier.")
    assert [(match.text, match.value) for match in found] == [(digits, Decimal(number))]


@given(
    low=st.integers(2, 400),
    width=st.integers(1, 500),
    scale=st.sampled_from([("", 1), (" millions", 10**6), (" milliards", 10**9)]),
    frame=st.sampled_from(["entre {} et {}", "de {} à {}", "{} à {}"]),
)
def test_a_range_shares_its_scale(low: int, width: int, scale: tuple[str, int], frame: str) -> None:
    """Both ends of a range are worth the scale that is named once."""
    word, factor = scale
    de = "d'" if word else ""
    text = f"Kiev a reçu {frame.format(low, f'{low + width}{word}')} {de}obus."
    found = find_quantities(text)
    ends = (Decimal(low * factor), Decimal((low + width) * factor))
    assert [(match.bound, match.low, match.high) for match in found] == [(Bound.BETWEEN, *ends)]


def record(match: QuantityMatch) -> dict[str, Any]:
    """Return what a quantity says, without where it stands."""
    return match.model_dump(exclude={"start", "end", "text", "number", "noun", "rules"})


@given(case=st.sampled_from(CASES), before=NEUTRAL, after=st.sampled_from(["", " Rien de plus.", "\n\nFin."]))
def test_neutral_text_around_changes_no_value(case: Any, before: str, after: str) -> None:
    """A paragraph is read alike wherever it stands."""
    text = parse_markup(case.values[0]["text"]).text
    assume(text[-1] in ".!?" or not after.startswith(" "))  # « La direction 41 Rien de plus »
    alone = [record(match) for match in find_quantities(text)]
    assert [record(match) for match in find_quantities(f"{before}\n\n{text}{after}")] == alone


@given(st.lists(st.sampled_from(CASES), max_size=5), st.sampled_from([" ", "\n", "\n\n"]))
def test_offsets_slice_to_the_text_and_never_overlap(cases: list[Any], joint: str) -> None:
    """Every span is a slice of the text; quantities come in order."""
    text = joint.join(parse_markup(case.values[0]["text"]).text for case in cases)
    assert_sound(text)


@given(
    st.text(
        alphabet=st.sampled_from("0123456789 .,-'’«»()%€$:;/°kmdeuxtroiscentmillesun\n\u00a0"), max_size=80
    )
)
def test_noise_is_read_without_fail(text: str) -> None:
    """Whatever the characters, the records are sound."""
    assert_sound(text)


@given(st.text(max_size=60))
def test_any_text_is_read_without_fail(text: str) -> None:
    """Characters of any script, « İ » among them, leave the offsets right."""
    assert_sound(text)


def assert_sound(text: str) -> None:
    """Assert what holds for the quantities of any text."""
    end = 0
    for match in find_quantities(text):
        assert text[match.start : match.end] == match.text
        assert end <= match.start <= match.number.start < match.number.end <= match.end
        assert match.low is None or match.high is None or match.low <= match.high
        if match.noun:
            assert text[match.noun.start : match.noun.end] == match.noun.text
            assert all(
                match.noun.start <= head.start < head.end <= match.noun.end for head in match.noun.heads
            )
        end = match.end
