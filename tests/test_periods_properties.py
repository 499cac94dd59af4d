"""What holds of the periods of any text: offsets, independence of what stands around."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from armscorpus.models import Basis
from armscorpus.values.periods import find_periods
from armscorpus.values.periods.vocabulary import vocabulary
from tests.period_labels import label
from tests.spec_cases import load_cases, parse_markup

REFERENCE = "2025-02-14"
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
FILLERS = ("2024", "12", "1er", "300", "99999", "31/02/2024", ",", ".", "-", "\n", "obus", "Kiev", "«")
NEUTRAL = ("Le port est vide. ", "Kiev dément ; ", "« On verra », dit-il. ", "Rien de neuf\n\n", "")
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))


def words_of_time() -> st.SearchStrategy[str]:
    """Return texts of words of time, numbers and signs, in any order."""
    return st.lists(st.sampled_from([*vocabulary().words, *FILLERS]), max_size=25).map(" ".join)


@given(words_of_time(), DAYS)
@settings(max_examples=300, deadline=None)
def test_offsets_slice_to_the_text_in_order(text: str, reference: dt.date) -> None:
    """Periods are in order and apart, end no earlier than they start, and name their rules."""
    end = 0
    for period in find_periods(text, reference):
        assert text[period.start_char : period.end_char] == period.text
        assert end <= period.start_char < period.end_char
        assert not (period.start and period.end) or period.start <= period.end
        assert period.rules
        end = period.end_char


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text makes it fail."""
    found = find_periods(text, REFERENCE)
    assert [text[period.start_char : period.end_char] for period in found] == [
        period.text for period in found
    ]


@given(st.sampled_from(load_cases("periods")), st.sampled_from(NEUTRAL), st.sampled_from(NEUTRAL))
@settings(max_examples=300, deadline=None)
def test_neutral_text_around_changes_nothing(case: Any, before: str, after: str) -> None:
    """A paragraph is read alike alone and among others."""
    text, published = parse_markup(case.values[0]["text"]).text, case.values[0]["published"]
    alone = find_periods(text, published)
    among = find_periods(f"{before}\n\n{text}\n\n{after}", published)
    assert [(period.text, label(period)) for period in among] == [(p.text, label(p)) for p in alone]


@given(DAYS)
@settings(deadline=None)
def test_a_day_written_in_any_way_is_that_day(day: dt.date) -> None:
    """Words and figures give the same day."""
    number = "1er" if day.day == 1 else str(day.day)
    month = MONTHS[day.month - 1]
    for written in (
        f"{number} {month} {day.year}",
        f"{number} {month.upper()} {day.year}",
        f"{number}\u00a0{month} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
    ):
        found = find_periods(f"Le {written}, 300 obus.", REFERENCE)
        assert [(p.text, p.start, p.end, p.basis) for p in found] == [
            (f"Le {written}", day, day, Basis.STATED)
        ]


@given(DAYS, st.sampled_from(MONTHS))
@settings(deadline=None)
def test_a_month_without_its_year_is_the_last_one_begun(reference: dt.date, month: str) -> None:
    """The year that is missing is the last one possible."""
    (period,) = find_periods(f"En {month}, 300 obus ont été tirés.", reference)
    assert period.start
    assert period.start <= reference < period.start.replace(year=period.start.year + 1)


@given(DAYS, DAYS)
@settings(deadline=None)
def test_a_range_goes_from_its_first_day_to_its_last(one: dt.date, other: dt.date) -> None:
    """Both ends of a range are in it."""
    first, last = sorted((one, other))
    start, end = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    (period,) = find_periods(f"Entre le {start} et le {end}, 300 obus.", REFERENCE)
    assert (period.start, period.end) == (first, last)
