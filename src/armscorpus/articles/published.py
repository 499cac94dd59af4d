"""Dates of publication, however written → `YYYY-MM-DD`, or `YYYY-MM` where the day is not given."""

from __future__ import annotations

import datetime as dt
import re
import reprlib
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from armscorpus.articles.unreadable import UnreadableError
from armscorpus.lexicon import load
from armscorpus.lexicon.schema import PressWords

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LONGEST = 100
"""The number of characters above which a value is no date; with weekday, time and zone they have 50."""

EARLIEST_YEAR = 1800

YEAR = re.compile(r"\d{4}")

NUMERIC = (
    # 2022-09, 2022-09-06, 2022/9/6, 2022-09-06T10:15:00+02:00
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2})(?:[T\s,].*)?)?", re.DOTALL),
    # 20220906, 20220906T101500Z
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T.*)?", re.DOTALL),
    # 06/09/2022 à 10h15, 6.9.2022, 09/2022: the day comes first, as in France
    re.compile(r"(?:(?P<day>\d{1,2})[-/.])?(?P<month>\d{1,2})[-/.](?P<year>\d{4})(?:[\s,].*)?", re.DOTALL),
)

# « 6 septembre 2022 » out of « Publié le mardi 6 septembre 2022 à 10 h 15 », or « septembre 2022 »
WORDED = re.compile(r"(?:\b\d{1,2}[^\W\d_]{0,3}\s+)?[^\W\d_]+\.?\s+\d{4}\b")

DATELINE = re.compile(r"\s*date\s*:?\s+(?P<date>\d{4}-\d{2}(?:-\d{2})?)(?!\S)", re.IGNORECASE)


def parse_published(value: str) -> str:
    """Return the date of publication that the words give, to the day, or to the month if they give no day.

    It is the date as written: times and time zones are left out, never converted. Raises UnreadableError.
    """
    words = unicodedata.normalize("NFC", value.strip())
    is_date = len(words) <= LONGEST and YEAR.search(words)
    published = (_parse_numeric(words) or _parse_worded(words)) if is_date else None
    if published is None:
        examples = "2022-09-06, 2022-09, « 6 septembre 2022 »"
        raise UnreadableError(f"published: {reprlib.repr(value)} is not a date ({examples})")
    return published


def find_dateline(text: str) -> str | None:
    """Return the date of a line ` date 2022-09 Comment se passe…` that begins the text, or None."""
    match = DATELINE.match(text)
    return _parse_numeric(match["date"]) if match else None


def _parse_numeric(words: str) -> str | None:
    for pattern in NUMERIC:
        if match := pattern.fullmatch(words):
            return _format(match["year"], match["month"], match["day"])
    return None


def _format(year: str, month: str, day: str | None) -> str | None:
    try:
        date = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    if date.year < EARLIEST_YEAR:
        return None
    return date.isoformat() if day else f"{date:%Y-%m}"


def _parse_worded(words: str) -> str | None:
    for short, month in load(PressWords).months.items():
        words = re.sub(rf"\b{short}\b", month, words, flags=re.IGNORECASE)
    match = WORDED.search(words)
    found = _worded_dates().get_date_data(match[0] if match else words)
    if found.date_obj is None or found.date_obj.year < EARLIEST_YEAR:
        return None
    return f"{found.date_obj:%Y-%m}" if found.period == "month" else f"{found.date_obj:%Y-%m-%d}"


@cache
def _worded_dates() -> DateDataParser:
    """Return dateparser for whole dates: it must not read « hier », nor complete « 6 septembre »."""
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=["fr", "en"],
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["month", "year"],
            "DATE_ORDER": "DMY",
            "PREFER_DAY_OF_MONTH": "first",
        },
    )
