"""Rules for quarters, semesters and seasons."""

from __future__ import annotations

import datetime as dt

from armscorpus.models import Precision
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.intervals import Days, months_of, season_of
from armscorpus.values.periods.moments import Recurring, fixed

year_parts = Level()

LENGTHS = {
    "quarter": (3, Precision.QUARTER),
    "quarter_code": (3, Precision.QUARTER),
    "semester": (6, Precision.SEMESTER),
    "semester_code": (6, Precision.SEMESTER),
}
"""How many months each part of the year has."""


def part_of_year(kind: str, first: int, last: int | None = None) -> Leaf | None:
    """Return the quarter or semester of that number, or several, of any year; None beyond the last."""
    length, precision = LENGTHS[kind]
    last = last or first
    if not 1 <= first <= last <= 12 // length:
        return None

    def of_year(year: int) -> Days:
        return months_of(year, (first - 1) * length + 1, (last - first + 1) * length)

    return Leaf("stretch", Recurring(of_year), precision, is_implied=True)


@year_parts.rule("date.quarter", "(ordinals) (quarter)")
@year_parts.rule("date.semester", "(ordinals) (semester)")
def _ordinal_part(ordinal: Token, unit: Token) -> Leaf | None:
    return part_of_year(unit.kind, ordinal.value)


@year_parts.rule(
    "date.quarter", "(?:between the)? (ordinals) join (?:any_at|any_of)? the? (ordinals) (quarter)"
)
@year_parts.rule(
    "date.semester", "(?:between the)? (ordinals) join (?:any_at|any_of)? the? (ordinals) (semester)"
)
def _ordinal_parts(first: Token, last: Token, unit: Token) -> Leaf | None:
    return part_of_year(unit.kind, first.value, last.value)


@year_parts.rule("date.quarter", "last (quarter)")
@year_parts.rule("date.semester", "last (semester)")
def _last_part(unit: Token) -> Leaf | None:
    """Return the last one of a year: « au dernier trimestre », unlike « le trimestre dernier »."""
    return part_of_year(unit.kind, 12 // LENGTHS[unit.kind][0])


@year_parts.rule("date.quarter", "(quarter_code)(?=year)", "(?<=at_the)(quarter_code)")
@year_parts.rule("date.semester", "(semester_code)(?=year)", "(?<=at_the)(semester_code)")
def _coded_part(code: Token) -> Leaf | None:
    return part_of_year(code.kind, code.value)


@year_parts.rule("date.season", "(season|capital_season) (year) any_dash (?:year|small)")
def _season_of_two_years(season: Token, year: Token) -> Leaf:
    return Leaf("stretch", fixed(season_of(year.value + 1, season.value)), Precision.SEASON)


@year_parts.rule("date.season", "(season|capital_season) of? (year)")
def _season_of_year(season: Token, year: Token) -> Leaf:
    return Leaf("stretch", fixed(season_of(year.value, season.value)), Precision.SEASON)


@year_parts.rule("date.turn", "at_the turn any_of the? year_unit(?!year|last|next)")
def _turn() -> Leaf:
    """Return the last days of a year and the first of the next, as « fin décembre » and « début janvier » are."""

    def of_year(year: int) -> Days:
        return Days(dt.date(year - 1, 12, 21), dt.date(year, 1, 10))

    return Leaf("period", Recurring(of_year), Precision.MONTH, is_implied=True)


# « été » without an article is a participle; « l'offensive d'été », « l'automne du patriarche » name no date.
@year_parts.rule("date.season", "(?:(?<=the|this|contracted|part)|(?<=part of))(season)(?!any_of the? words)")
def _season(season: Token) -> Leaf:
    return Leaf(
        "stretch", Recurring(lambda year: season_of(year, season.value)), Precision.SEASON, is_implied=True
    )
