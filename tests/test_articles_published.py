"""Dates of publication are read to the day or to the month, and never guessed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armscorpus.articles import read_text
from armscorpus.articles.published import find_dateline, parse_published
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.errors import ArticleError
from armscorpus.lexicon import load
from armscorpus.lexicon.schema import PressWords
from tests.spec_cases import load_cases


def parsed(text: str) -> str:
    """Return the date that a text is read as, or the empty text."""
    try:
        return parse_published(text)
    except UnreadableError:
        return ""


@pytest.mark.parametrize("case", load_cases("published"))
def test_a_date_is_read_as_written(case: dict[str, Any]) -> None:
    """Each way of writing a date gives a day or a month, or is refused."""
    assert parsed(case["text"]) == case["expect"]


@given(st.dates(min_value=dt.date(1800, 1, 1)))
def test_iso_dates_stay_as_they_are(date: dt.date) -> None:
    """A date in the form of the result is the result, and so is its month."""
    assert parse_published(str(date)) == str(date)
    assert parse_published(str(date)[:7]) == str(date)[:7]


@given(st.text())
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    """Nothing else comes out than a day, a month or a reason."""
    published = parsed(text)
    assert published == "" or dt.date.fromisoformat(f"{published}-01"[:10])


def test_a_bad_date_is_quoted_with_what_is_expected() -> None:
    """The reason shows the value, and what dates look like."""
    with pytest.raises(
        UnreadableError, match=r"^published: '2022-13-45' is not a date \(2022-09-06, 2022-09, "
    ):
        parse_published("2022-13-45")


@pytest.mark.parametrize("short", load(PressWords).months)
def test_months_unknown_to_dateparser_are_read(short: str) -> None:
    """Each abbreviation of the lexicon stands for its month."""
    assert parse_published(f"2 {short}. 2024") == parse_published(f"2 {load(PressWords).months[short]} 2024")


DATELINES = {
    " date 2022-09 Comment se passe l'offensive ?": "2022-09",
    "date 2022-09-06\nMoscou attend ses obus.": "2022-09-06",
    "\n\nDate : 2022-09 Moscou attend.": "2022-09",
    "date 2022-13 Moscou attend.": None,
    "date 2022-09-31 Moscou attend.": None,
    "date 2022-091 obus": None,
    "Le rapport, date 2022-09, en parle.": None,
    "update 2022-09 Moscou attend.": None,
    "La date de 2022-09 est retenue.": None,
}


@pytest.mark.parametrize("text", DATELINES)
def test_a_line_before_the_text_may_date_it(text: str) -> None:
    """Only a valid date at the very beginning does."""
    assert find_dateline(text) == DATELINES[text]


def test_the_dateline_stays_in_the_text() -> None:
    """Offsets count from the beginning of the file."""
    text = " date 2022-09 La Russie a reçu des obus."
    article = read_text(text)
    assert (article.text, article.published) == (text, "2022-09")


def test_a_date_that_the_caller_misspells_is_refused() -> None:
    """A bad argument is an error, not an undated article."""
    with pytest.raises(ArticleError, match="'2022-9-99' is not a date"):
        read_text("La Russie a reçu des obus.", published="2022-9-99")
