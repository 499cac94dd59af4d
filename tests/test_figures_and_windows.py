"""What the rules compare: intervals, windows, paces and rates; and the French in which they say so."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal

import pytest

from armscorpus.models import Claim
from armscorpus.reconcile.intervals import Interval, contains, interval_of, is_apart, ratio, rounding
from armscorpus.reconcile.pace import growth_between
from armscorpus.reconcile.rates import to_common_terms
from armscorpus.reconcile.reading import reading_of
from armscorpus.reconcile.spans_of_time import (
    CURRENT,
    Timing,
    Window,
    timing_of_levels,
    timing_of_totals,
)
from armscorpus.reconcile.wording import wording_in
from tests.claim_notation import parse_claim, parse_figure

OPEN = math.inf


FRENCH, ENGLISH = wording_in("fr"), wording_in("en")


def claim(line: str, about: str = "obus transfer KP>RU") -> Claim:
    """Return a claim in notation about shells, unless something else is said."""
    return parse_claim(line, about)


def window(line: str, about: str = "obus transfer KP>RU") -> Window | None:
    """Return the window of a claim in notation."""
    return reading_of(claim(line, about)).window


@pytest.mark.parametrize(
    ("figure", "interval"),
    [
        ("600", (600, 600)),
        ("~600", (540, 660)),
        (">600", (600, OPEN)),
        ("<=600", (0, 600)),
        ("M+", (2e6, OPEN)),
        ("max <=38k/day", (38_000, 38_000)),
        ("min >=3/month", (3, 3)),
        ("max >38k/day", (38_000, OPEN)),
    ],
)
def test_interval_of_words(figure: str, interval: tuple[float, float]) -> None:
    """An interval is what the words commit to; the ceiling of a maximum is the maximum."""
    assert interval_of(parse_figure(figure)[0]) == Interval(*interval)


@pytest.mark.parametrize(
    ("number", "half"),
    [
        (7, 0),
        (70, 0.5),
        (148, 0.5),
        (120, 5),
        (600, 5),
        (3_689, 0.5),
        (11_000, 500),
        (10_000, 500),
        (OPEN, 0),
    ],
)
def test_rounding(number: float, half: float) -> None:
    """A number stands for what would be rounded to it, to two digits at the coarsest."""
    assert rounding(number) == half


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ((10_000, 10_000), (10_400, 10_400), False),
        ((10_000, 10_000), (11_000, 11_000), True),
        ((5, 5), (6, 6), True),
        ((0, 2_000), (2_000, 2_000), False),
        ((1_000, OPEN), (2_000, OPEN), False),
        ((0, 120), (148, 148), True),
    ],
)
def test_intervals_apart(a: tuple[float, float], b: tuple[float, float], apart: bool) -> None:
    """Intervals are apart if even their nearest bounds cannot be one rounded number."""
    assert is_apart(Interval(*a), Interval(*b)) == is_apart(Interval(*b), Interval(*a)) == apart


def test_ratio_of_nearest_bounds() -> None:
    """4 to 6 million and more than 12 million are a factor of two apart; nothing and one, too."""
    assert [ratio(Interval(4, 6), Interval(12, OPEN)), ratio(Interval(0, 0), Interval(1, 1))] == [2, 2]


def test_ratio_of_small_rates() -> None:
    """A ship in fifty days and one in ten are a factor of five apart."""
    assert ratio(Interval(0.02, 0.02), Interval(0.1, 0.1)) == pytest.approx(5)


def test_an_interval_does_not_contain_itself() -> None:
    """Containment is of a smaller interval."""
    outer = Interval(1, 3)
    assert [contains(outer, inner) for inner in (outer, Interval(1, 2), Interval(2, 4))] == [
        False,
        True,
        False,
    ]


def test_publication_bounds_what_is_known() -> None:
    """« en 2025 », published in July, is what happened until July; a plan may be for later."""
    told, planned = window(" | 5 | 2025 | 2025-07-15"), window(" | planned 5 | 2025 | 2025-07-15")
    assert (told and told.end, planned and planned.end) == (dt.date(2025, 7, 15), dt.date(2025, 12, 31))


def test_without_a_period_publication_is_the_cut_off() -> None:
    """A figure without a date is one up to publication; without that it has no window."""
    assert (window(" | 5 | | 2025-07-15"), window(" | 5 | |")) == (Window(None, dt.date(2025, 7, 15)), None)


def test_people_present_on_a_day_are_a_cut_off() -> None:
    """« le 4 novembre, ils étaient 11 000 » counts who came before; shells of one day are an incident."""
    about = "effectifs deploy KP>RU"
    present, fired = window(" | 5 | 2024-11-04 | 2024-11-19", about), window(" | 5 | 2024-11-04 | 2024-11-19")
    assert (present and present.start, fired and fired.is_brief) == (None, True)


@pytest.mark.parametrize(
    ("a", "b", "timing"),
    [
        ("2024", "2024", Timing.SAME),
        ("2023-08..", "2023-08..", Timing.SAME),
        ("2023..", "2023-08-15..", Timing.SAME),
        ("2024-03", "2024", Timing.WITHIN),
        ("2024", "2022..", Timing.WITHIN),
        ("..2024-01-31", "", Timing.WITHIN),
        ("2024-01-15..2024-03-31", "2024-02-15..2024-05-31", Timing.STAGGERED),
        ("2022", "2023", Timing.APART),
        ("2024-03-05", "2024-03-06", Timing.APART),
        ("2024-03-05", "2024-03", Timing.WITHIN),
        ("2024-11", "..2024-06-30", Timing.APART),
    ],
)
def test_timing_of_totals(a: str, b: str, timing: Timing) -> None:
    """Windows of totals are one, one within the other, staggered or apart; the reverse mirrors it."""
    mirror = {Timing.WITHIN: Timing.AROUND, Timing.AROUND: Timing.WITHIN}
    first, second = window(f" | 5 | {a} | 2025-07-15"), window(f" | 5 | {b} | 2025-07-15")
    assert (timing_of_totals(first, second), timing_of_totals(second, first)) == (
        timing,
        mirror.get(timing, timing),
    )


@pytest.mark.parametrize(
    ("a", "b", "timing"),
    [
        ("2024 | 2025-01-05", " | 2024-12-10", Timing.SAME),
        ("2024-06 | 2025-01-05", "2024 | 2025-01-05", Timing.APART),
        (" | 2025-07-01", " | 2025-08-15", Timing.SAME),
        (" | 2025-07-01", " | 2026-02-15", Timing.APART),
        (" | ", " | 2026-02-15", Timing.UNKNOWN),
    ],
)
def test_timing_of_levels(a: str, b: str, timing: Timing) -> None:
    """Rates of one time are compared; undated ones are true of the weeks before publication."""
    first, second = window(f" | 5/day | {a}"), window(f" | 5/day | {b}")
    assert timing_of_levels(first, second, span=CURRENT) == timing


def test_pace_of_growth() -> None:
    """100 in ten days, then 400 in twenty, is three times the pace; an unknown beginning gives none."""
    early, late = Interval(100, 100), Interval(400, 400)
    first = Window(dt.date(2024, 1, 1), dt.date(2024, 1, 10), dated=True)
    second = Window(dt.date(2024, 1, 1), dt.date(2024, 1, 20), dated=True)
    unknown = [Window(None, day.end) for day in (first, second)]
    assert growth_between(early, late, first, second).least == pytest.approx(3)
    assert growth_between(early, late, unknown[0], unknown[1]).least is None


@pytest.mark.parametrize(
    ("a", "b", "comparable"),
    [
        ("5/day | 2024", "5/month | 2024", True),
        ("5/month | 2024", "60 | 2024", True),
        ("5/month | 2024", "60 | ..2024-12-31", False),
        ("5/year | 2024", "60 | 2024-03", False),
        ("5/day | 2024", "60 | 2024-03-05", False),
    ],
)
def test_rates_and_totals(a: str, b: str, comparable: bool) -> None:
    """A total is a rate only over a known window at least as long as what the rate is for."""
    first, second = (reading_of(claim(f" | {line} | 2025-01-05")) for line in (a, b))
    assert (to_common_terms(first, second) is not None) == comparable


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("5", "5"),
        ("16000", "16\u202f000"),
        ("6500000", "6,5 millions"),
        ("1190000000", "1,19 milliard"),
        ("28700000000000", "28\u202f700 milliards"),
        ("1234567", "1\u202f234\u202f567"),
        ("33.333333", "33,33"),
    ],
)
def test_numbers_in_french(number: str, words: str) -> None:
    """Large round numbers are in millions and milliards, others in groups of three digits."""
    assert FRENCH.number(Decimal(number)) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("<=2.3M", "au plus 2,3 millions"),
        ("4M..6M", "de 4 à 6 millions"),
        ("457M..1.19G USD", "de 457 millions à 1,19 milliard de dollars"),
        ("10k+", "des dizaines de milliers"),
        ("~200/month", "environ 200 par mois"),
        (">20G USD", "plus de 20 milliards de dollars"),
        ("20k USD", "20\u202f000 dollars"),
        ("50%", "50 %"),
        ("k+ t", "des milliers de tonnes"),
    ],
)
def test_quantities_in_french(figure: str, words: str) -> None:
    """A quantity is said from its values."""
    assert FRENCH.quantity(parse_figure(figure)[0]) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("2024 | 2025-01-05", "en 2024"),
        ("2022..2024 | 2025-01-05", "de 2022 à 2024"),
        ("2024-08 | 2025-01-05", "en août 2024"),
        ("2023-08..2025-03 | 2025-04-16", "d'août 2023 à mars 2025"),
        ("2024-03-01 | 2024-04-05", "le 1er mars 2024"),
        ("2023-08-26..2023-11-14 | 2023-11-28", "du 26 août au 14 novembre 2023"),
        ("2023-08.. | 2023-11-02", "depuis août 2023, au 2 novembre 2023"),
        ("2023.. | 2023-11-02", "depuis 2023, au 2 novembre 2023"),
        ("..2025-04-30 | 2025-05-01", "au 30 avril 2025"),
        (" | 2025-05-01", "publié le 1er mai 2025"),
        (" | ", "sans date"),
    ],
)
def test_dates_in_french(line: str, words: str) -> None:
    """A date is said as briefly as it is whole."""
    assert FRENCH.date(claim(f" | 5 | {line}")) == words


def test_claim_in_french() -> None:
    """A claim is its figure, hedged as it is, with its source and date."""
    assert FRENCH.claim(claim("NIS | possible ~600 | ..2025-04-30 | 2025-05-01")) == (
        "environ 600, possible (NIS, au 30 avril 2025)"
    )


def test_parties_in_french() -> None:
    """Both sides, or the one that is known."""
    sides = [("KP", "RU"), ("FR,IT", "UA"), ("RU", None), (None, "UA"), ("FSR", None)]
    assert [FRENCH.parties(*pair) for pair in sides] == [
        "Corée du Nord → Russie",
        "France et Italie → Ukraine",
        "Russie",
        "? → Ukraine",
        "FSR",
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("NIS | possible ~600 | ..2025-04-30 | 2025-05-01", "about 600, possible (NIS, by 30 April 2025)"),
        ("KIDA | 457M..1.19G USD | 2024 | 2025-05-01", "457 million to 1.19 billion dollars (KIDA, in 2024)"),
        ("OSC | 16000/month | 2023-08..2025-03 | 2025-05-01",
         "16,000 a month (OSC, from August 2023 to March 2025)"),
        ("ONU | k+ t | | 2025-05-01", "thousands of tonnes (ONU, published on 1 May 2025)"),
    ],
)  # fmt: skip
def test_claims_in_english(line: str, words: str) -> None:
    """English has its own signs, and no participles that agree."""
    assert ENGLISH.claim(claim(line)) == words
