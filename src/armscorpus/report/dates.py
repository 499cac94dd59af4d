"""Periods and dates in French: « sept. 2023 – mars 2025 », « jusqu’au 15 juill. 2025 », « 2024 »."""

from __future__ import annotations

import datetime as dt
import re

from babel.dates import format_interval, format_skeleton

from armscorpus.models import Period, reference_date
from armscorpus.report.typography import NO_BREAK

DAY, MONTH, YEAR = "yMMMd", "yMMM", "y"
FIRST = re.compile(r"\b1(?= [a-zéû]|–\d)")
THIN_SPACE = "\u2009"


def render_period(period: Period) -> str:
    """Return the dates of a period, or its quoted words where they could not be dated."""
    start, end = period.start, period.end
    if start and end:
        return _french(format_interval(start, end, _grain(start, end), locale="fr"))
    if start:
        return f"depuis le {_day(start)}"
    if end:
        return f"jusqu’au {_day(end)}"
    return f"«{NO_BREAK}{period.text}{NO_BREAK}»" if period.text else ""


def render_published(published: str | None) -> str:
    """Return the date of publication, to the month where the day is unknown."""
    day = reference_date(published)
    if day is None:
        return ""
    return _day(day) if published == day.isoformat() else _french(format_skeleton(MONTH, day, locale="fr"))


def _grain(start: dt.date, end: dt.date) -> str:
    """Return the largest unit of the calendar that the interval fills."""
    next_day = end + dt.timedelta(days=1)
    if start.day != 1 or next_day.day != 1:
        return DAY
    return YEAR if start.month == 1 and next_day.month == 1 else MONTH


def _day(day: dt.date) -> str:
    return _french(format_skeleton(DAY, day, locale="fr"))


def _french(text: str) -> str:
    """Return what babel writes with « 1er » for the first of a month, and breakable only after the dash."""
    spaced = FIRST.sub("1er", text).replace(" ", NO_BREAK)
    return spaced.replace(f"{THIN_SPACE}–{THIN_SPACE}", f"{NO_BREAK}– ")
