"""Rules for years and decades; words before it tell a year in figures from a number of things."""

from __future__ import annotations

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import years_of
from armscorpus.values.periods.moments import fixed

years = Level()

COUNTED = "plural|measure|unit|ten|number_word"
NOT_COUNTED = f"(?!{COUNTED})"
"""After a year: what would show that it is a number of things (« 2023 hommes », « 2000 km »)."""
NOT_IN_COUNTED_RANGE = f"(?!(?:at|and|dash) (?:year|number) (?:{COUNTED}|per))"
"""The same at the end of what may be a range: « de 1500 à 2000 obus »."""
MODERN = range(1900, 2100)
CENTURY = 100


def year_leaf(first: int, last: int | None = None) -> Leaf:
    """Return a year, or several in a row."""
    return Leaf("year_leaf", fixed(years_of(first, last or first)), Precision.YEAR)


@years.rule("date.years", f"(year) any_dash (year){NOT_COUNTED}")
def _years(first: Token, last: Token) -> Leaf | None:
    is_modern = first.value in MODERN and last.value in MODERN
    return year_leaf(first.value, last.value) if is_modern and first.value < last.value else None


@years.rule("date.years", f"(year) any_dash (small){NOT_COUNTED}")
def _abbreviated_years(first: Token, last: Token) -> Leaf | None:
    """Return « 2023/24 », but not « Mirage 2000-5 »."""
    end = first.value // CENTURY * CENTURY + last.value
    has_two_digits = last.end - last.start == 2
    return (
        year_leaf(first.value, end)
        if first.value in MODERN and end > first.value and has_two_digits
        else None
    )


@years.rule("date.decade", "(?:years|decade) (year)(?!join|any_dash|measure)")
def _decade_or_year(year: Token) -> Leaf | None:
    return year_leaf(year.value) if year.value % 10 else _decades(year.value, year.value)


@years.rule("date.decade", "years (small|number|ten|counted)(?!join|any_dash|measure)")
def _decade(decade: Token) -> Leaf | None:
    return _decades(decade.value, decade.value)


@years.rule("date.decade", "years (small|number) (?:any_dash|join) (small|number)")
def _two_decades(first: Token, last: Token) -> Leaf | None:
    return _decades(first.value, last.value)


def _decades(first: int, last: int) -> Leaf | None:
    """Return the decades that begin in two years, whose century may be left out: « les années 90 »."""
    start, end = (year if year >= CENTURY else MODERN.start + year for year in (first, last))
    if start % 10 or end % 10 or start > end or end not in MODERN:
        return None
    return Leaf("stretch", fixed(years_of(start, end + 9)), Precision.DECADE)


@years.rule(
    "date.year",
    f"(?:year_unit|years|fiscal_year) (year)(?!any_dash year|any_dash small){NOT_COUNTED}",
    f"(?:(?<=en|since|until_the|by|before|after|part)|(?<=part dash))(year){NOT_COUNTED}",
    f"(?<=of|from|until|in|within|between)(year)(?=(?:at|join|any_dash) plain_year(?!{COUNTED}|per))",
    "(?:(?<=line|sign)|(?<=line dash))(year)(?=colon)",
    "(?<=line)(year)(?=any_at plain_year colon)",
    f"(?<=put_off at)(year){NOT_COUNTED}",
)
def _year(year: Token) -> Leaf:
    return year_leaf(year.value)


# After these a number of things is as likely: a round one is none of a year (« jusqu'à 2000 »).
@years.rule(
    "date.year",
    f"(?<=of|from|until|in|within|between|only)(plain_year){NOT_COUNTED}{NOT_IN_COUNTED_RANGE}(?!per)",
)
def _modern_year(year: Token) -> Leaf | None:
    return year_leaf(year.value) if year.value in MODERN else None
