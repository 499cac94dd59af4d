"""Figures, dates and parties in English."""

from __future__ import annotations

import datetime as dt

import pytest

from armscorpus.models import Period, Quantity
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.numbers import render_number, render_quantity
from armscorpus.report.parties import render_party

ENGLISH = Language.ENGLISH


def plain(text: str) -> str:
    """Return a text with ordinary spaces only."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"bound": "more_than", "value": 20 * 10**9, "low": 20 * 10**9, "unit": "USD"}, "> 20 bn US$"),
        ({"bound": "between", "low": 4_000_000, "high": 6_000_000, "unit": "count"}, "4–6 M"),
        (
            {"bound": "exact", "value": 16_000, "low": 16_000, "unit": "count", "per": "month"},
            "16,000 / month",
        ),
    ],
)
def test_a_quantity_in_english(fields: dict[str, object], expected: str) -> None:
    """Thousands take commas, and a milliard is a billion."""
    quantity = Quantity.model_validate({"value": None, "high": None, **fields})
    assert plain(render_quantity(quantity, ENGLISH)) == expected


def test_a_count_in_english() -> None:
    """A number of things takes commas."""
    assert render_number(10_000, ENGLISH) == "10,000"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-08-01", "2025-03-31", "Aug 2023 – Mar 2025"),
        (None, "2025-07-01", "until 1 Jul 2025"),
        ("2025-07-01", None, "since 1 Jul 2025"),
    ],
)
def test_a_period_in_english(start: str | None, end: str | None, expected: str) -> None:
    """The first of a month is no « 1er »."""
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    assert plain(render_period(Period(start=first, end=last), ENGLISH)) == expected


def test_words_that_have_no_date_are_quoted_in_english() -> None:
    """The words of the article stay French, the quotation marks do not."""
    assert render_period(Period(text="en juillet"), ENGLISH) == "“en juillet”"


def test_a_month_of_publication_in_english() -> None:
    """A month is not shown as its last day."""
    assert plain(render_published("2022-09", ENGLISH)) == "Sept 2022"


def test_countries_in_english() -> None:
    """Codes are countries; other names stay as written."""
    assert render_party("KP,Wagner", ENGLISH) == "North Korea, Wagner"


def test_the_labels_have_the_same_keys_in_both_languages() -> None:
    """What has a name in French has one in English."""
    french, english = (labels_in(language).model_dump() for language in Language)
    assert {name: set(table) for name, table in french.items()} == {
        name: set(table) for name, table in english.items()
    }
