"""Periods and dates: « sept. 2023 – mars 2025 », « jusqu’au 15 juill. 2025 », « 2024 »."""

from __future__ import annotations

import datetime as dt
import re

from babel.dates import format_interval, format_skeleton

from armscorpus.models import Period, reference_date
from armscorpus.report.formats import Language
from armscorpus.report.languages import TYPOGRAPHY
from armscorpus.report.typography import NO_BREAK

DAY, MONTH, YEAR = "yMMMd", "yMMM", "y"
FIRST = re.compile(r"\b1(?= [a-zéû]|–\d)")
THIN_SPACE = "\u2009"


def render_period(period: Period, language: Language = Language.FRENCH) -> str:
    """Return the dates of a period, or its quoted words where they could not be dated."""
    start, end, words = period.start, period.end, TYPOGRAPHY[language]
    if start and end:
        return _set(format_interval(start, end, _grain(start, end), locale=words.locale), language)
    if start:
        return words.since.format(render_day(start, language))
    if end:
        return words.until.format(render_day(end, language))
    return words.quoted.format(period.text) if period.text else ""


def render_published(published: str | None, language: Language = Language.FRENCH) -> str:
    """Return the date of publication, to the month where the day is unknown."""
    day = reference_date(published)
    if day is None:
        return ""
    grain = DAY if published == day.isoformat() else MONTH
    return _set(format_skeleton(grain, day, locale=TYPOGRAPHY[language].locale), language)


def render_day(day: dt.date, language: Language = Language.FRENCH) -> str:
    """Return a day, with its month abbreviated: « 1er oct. 2023 »."""
    return _set(format_skeleton(DAY, day, locale=TYPOGRAPHY[language].locale), language)


def _grain(start: dt.date, end: dt.date) -> str:
    """Return the largest unit of the calendar that the interval fills."""
    next_day = end + dt.timedelta(days=1)
    if start.day != 1 or next_day.day != 1:
        return DAY
    return YEAR if start.month == 1 and next_day.month == 1 else MONTH


def _set(text: str, language: Language) -> str:
    """Return what babel writes, breakable only after the dash, and in French with « 1er » for the first."""
    ordinal = FIRST.sub("1er", text) if language is Language.FRENCH else text
    return ordinal.replace(" ", NO_BREAK).replace(f"{THIN_SPACE}–{THIN_SPACE}", f"{NO_BREAK}– ")
