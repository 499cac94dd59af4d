"""Numbers in words and digits: exhaustively against a generator, and in the typographies of the press."""

from __future__ import annotations

import doctest
from decimal import Decimal
from functools import cache

import pytest
from num2words import num2words

from armscorpus.values import numerals
from armscorpus.values.digits import parse_digits
from armscorpus.values.numerals import parse_numeral

REGIONS = ("fr", "fr_BE", "fr_CH")


@cache
def generated(number: int, region: str) -> str:
    """Return the words of a number as the generator writes them; it takes 0.2 ms a number."""
    return str(num2words(number, lang=region))


def words_of(number: int, region: str) -> str:
    """Return the words of a number below a million, composed of those of its thousands and of the rest."""
    thousands, rest = number // 1000 * 1000, number % 1000
    parts = [generated(part, region) for part in (thousands, rest) if part]
    return " ".join(parts) or generated(0, region)


@pytest.mark.parametrize("region", REGIONS)
def test_the_generator_composes_numbers_of_thousands_and_rest(region: str) -> None:
    """What saves generating each number whole holds."""
    sample = range(0, 100_000, 97)
    assert [words_of(number, region) for number in sample] == [generated(number, region) for number in sample]


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("joint", [" ", "-"], ids=["spaced", "hyphenated"])
def test_every_number_below_100_000_reads_back_from_its_words(region: str, joint: str) -> None:
    """The words of each number, in either hyphenation, are worth that number and no other."""
    texts = (words_of(number, region).replace(" ", joint) for number in range(100_000))
    wrong = {text: number for number, text in enumerate(texts) if parse_numeral(text) != number}
    assert wrong == {}


@pytest.mark.parametrize("region", REGIONS)
def test_the_value_of_words_is_written_back_in_the_same_words(region: str) -> None:
    """From words to value and back to words is the identity: no two numbers are written alike."""
    texts = [words_of(number, region) for number in range(100_000)]
    assert [words_of(int(parse_numeral(text) or 0), region) for text in texts] == texts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("quatre-vingts", 80),
        ("octante-deux", 82),
        ("mille cent", 1_100),
        ("onze cents", 1_100),
        ("deux millions et demi", 2_500_000),
        ("un million deux cent mille", 1_200_000),
        ("3 millions 200 mille", 3_200_000),
        ("3 millions 200 000", 3_200_000),
        ("28 700 milliards", 28_700_000_000_000),
        ("mille milliards", 1_000_000_000_000),
        ("deux centaines de milliers", 200_000),
        ("une", 1),
        ("zéro", 0),
        ("7k", 7_000),
        ("1,2 Md", 1_200_000_000),
    ],
)
def test_reads_composed_numbers(text: str, value: int) -> None:
    """Scales multiply, add up, and mix with digits."""
    assert parse_numeral(text) == value


@pytest.mark.parametrize(
    "text", ["", "deux trois", "deux cent trois cents", "et demi", "obus", "vingt et deux", "KN-23", "12 h"]
)
def test_what_is_no_single_number_is_none(text: str) -> None:
    """A text that is not one number and nothing else has no value."""
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("16 000", "16000"),
        ("16\u00a0000", "16000"),
        ("16\u202f000", "16000"),
        ("16\u2009000", "16000"),
        ("16.000", "16000"),
        ("16'000", "16000"),
        ("16,000", "16000"),
        ("1,250,000", "1250000"),
        ("1.250.000", "1250000"),
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("0,125", "0.125"),
        ("12 400,5", "12400.5"),
    ],
)
def test_reads_digits_in_every_typography(digits: str, value: str) -> None:
    """Spaces, points, apostrophes and commas group thousands; one comma or point before decimals marks them."""
    assert parse_digits(digits) == Decimal(value)


def test_a_comma_before_a_scale_marks_decimals() -> None:
    """« 1,234 milliard » is no thousand milliards."""
    assert parse_digits("1,234", is_scaled=True) == Decimal("1.234")


def test_the_examples_of_the_documentation_run() -> None:
    """The docstrings show what the code does."""
    assert doctest.testmod(numerals).failed == 0
