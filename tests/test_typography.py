"""Numbers, dates and parties in French, and text that cannot steer a terminal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import (
    Bound,
    Event,
    Modality,
    Period,
    Quantity,
    Rate,
    RelationKind,
    Source,
    Statistic,
)
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.numbers import render_interval, render_number, render_quantity
from armscorpus.report.parties import render_party, render_source
from armscorpus.report.typography import wrap
from armscorpus.untrusted import printable

NARROW, WIDE = "\u202f", "\u00a0"  # the unbreakable spaces of French thousands and units


def quantity(
    bound: Bound,
    *numbers: str | None,
    unit: str = "count",
    per: Rate | None = None,
    statistic: Statistic = Statistic.TOTAL,
) -> Quantity:
    """Return a quantity of (value, low, high)."""
    value, low, high = (Decimal(number) if number else None for number in numbers)
    return Quantity(bound=bound, value=value, low=low, high=high, unit=unit, per=per, statistic=statistic)


def plain(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace(NARROW, " ").replace(WIDE, " ")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (quantity(Bound.EXACT, "728", "728", "728"), "728"),
        (quantity(Bound.APPROX, "16000", "14400", "16000"), "≈ 16 000"),
        (quantity(Bound.MORE_THAN, "1000000", "1000000", None), "> 1 M"),
        (quantity(Bound.LESS_THAN, "400", None, "400", per=Rate.QUARTER), "< 400 / trim."),
        (quantity(Bound.AT_LEAST, "10", "10", None), "≥ 10"),
        (
            quantity(Bound.AT_MOST, "38000", None, "38000", per=Rate.DAY, statistic=Statistic.MAX),
            "≤ 38 000 / jour (max.)",
        ),
        (quantity(Bound.BETWEEN, None, "4000000", "6000000"), "4–6 M"),
        (quantity(Bound.BETWEEN, None, "6500000", "8000000"), "6,5–8 M"),
        (quantity(Bound.BETWEEN, None, "457000000", "1190000000", unit="USD"), "457 M–1,19 Md $US"),
        (quantity(Bound.VAGUE, None, "2000000", None), "≥ 2 M"),
        (
            quantity(Bound.EXACT, "28700000000000", "28700000000000", "28700000000000", unit="KRW"),
            "28 700 Md ₩",
        ),
        (quantity(Bound.EXACT, "60000000000", "60000000000", "60000000000", unit="EUR"), "60 Md €"),
        (quantity(Bound.EXACT, "33.3333", "33.3333", "33.3333", unit="%"), "33,3 %"),
        (quantity(Bound.EXACT, "250000", "250000", "250000", unit="t"), "250 000 t"),
        (quantity(Bound.EXACT, "1234567", "1234567", "1234567"), "1 234 567"),
        (quantity(Bound.EXACT, "0.25", "0.25", "0.25", per=Rate.DAY), "0,25 / jour"),
        (quantity(Bound.EXACT, "0", "0", "0"), "0"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_quantity_is_compact_and_exact(given: Quantity, expected: str) -> None:
    """A quantity keeps every digit that its words give, in the shortest form."""
    assert plain(render_quantity(given)) == expected


def test_thousands_and_units_do_not_break() -> None:
    """No ordinary space stands inside a number or between it and its unit."""
    rendered = render_quantity(quantity(Bound.APPROX, "16000", "14400", "16000", unit="EUR", per=Rate.MONTH))
    assert rendered.split(" ") == [f"≈{WIDE}16{NARROW}000{WIDE}€", f"/{WIDE}mois"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (None, None, "?"),
        (Decimal(3), None, "≥ 3"),
        (None, Decimal(3), "≤ 3"),
        (Decimal(3), Decimal(3), "3"),
        (Decimal(3), Decimal(4), "3–4"),
    ],
)
def test_an_open_interval_has_a_sign(low: Decimal | None, high: Decimal | None, expected: str) -> None:
    """An interval that is open on a side is a bound."""
    assert plain(render_interval(low, high)) == expected


def test_a_count_has_its_thousands_set_apart() -> None:
    """A number of claims is written as the French write numbers."""
    assert render_number(12345) == f"12{NARROW}345"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-01-01", "2025-12-31", "2023–2025"),
        ("2025-03-01", "2025-03-31", "mars 2025"),
        ("2024-02-01", "2024-02-29", "févr. 2024"),
        ("2023-09-01", "2025-03-31", "sept. 2023 – mars 2025"),
        ("2023-09-07", "2023-10-01", "7 sept. – 1er oct. 2023"),
        ("2024-08-01", "2024-08-10", "1er–10 août 2024"),
        ("2024-08-11", "2024-08-11", "11 août 2024"),
        ("2024-01-01", "2024-01-01", "1er janv. 2024"),
        (None, "2025-12-31", "jusqu’au 31 déc. 2025"),
        ("2023-03-01", None, "depuis le 1er mars 2023"),
    ],
)
def test_a_period_is_as_coarse_as_its_dates_allow(start: str | None, end: str | None, expected: str) -> None:
    """Whole years and months are not spelled out in days."""
    period = Period.model_validate({"text": "x", "start": start, "end": end})
    assert plain(render_period(period)) == expected


def test_a_period_without_dates_is_quoted() -> None:
    """Words that could not be dated stand for themselves."""
    assert plain(render_period(Period(text="en juillet"))) == "« en juillet »"


def test_no_period_is_nothing() -> None:
    """A claim without a period says nothing of it."""
    assert render_period(Period()) == ""


@pytest.mark.parametrize(
    ("published", "expected"), [(None, ""), ("2025-02", "févr. 2025"), ("2025-02-28", "28 févr. 2025")]
)
def test_a_date_of_publication_keeps_its_grain(published: str | None, expected: str) -> None:
    """A month is not shown as its last day."""
    assert plain(render_published(published)) == expected


@pytest.mark.parametrize(
    ("party", "expected"),
    [
        (None, ""),
        ("KP", "Corée du Nord"),
        ("FR,IT", "France, Italie"),
        ("Hezbollah", "Hezbollah"),
        ("EU", "Union européenne"),
    ],
)
def test_a_country_is_named_in_french(party: str | None, expected: str) -> None:
    """Codes are countries; other names stay as written."""
    assert render_party(party) == expected


def test_a_source_has_its_acronym_and_outlet() -> None:
    """A source is given with all the article says of it."""
    source = Source(name="Open Source Center", acronym="OSC", via="Reuters")
    assert render_source(source) == "Open Source Center (OSC) via Reuters"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mrouge\x07", "␛[31mrouge␇"),
        ("\x9b31m", "\N{REPLACEMENT CHARACTER}31m"),
        ("deux\nlignes\tici", "deux lignes ici"),
        ("\u202egauche", "\N{REPLACEMENT CHARACTER}gauche"),
        ("[bold]16\u202f000[/]", "[bold]16\u202f000[/]"),
    ],
)
def test_no_control_character_is_printed(text: str, expected: str) -> None:
    """What could steer a terminal becomes visible, and offsets hold."""
    assert printable(text) == expected


def test_lines_break_at_ordinary_spaces() -> None:
    """A number is not parted from its unit; a word that is too long is cut."""
    assert wrap("près de 16\u202f000 conteneurs", 12) == "près de\n16\u202f000\nconteneurs"
    assert wrap("anticonstitutionnellement", 10) == "anticonsti\ntutionnell\nement"


@pytest.mark.parametrize(
    ("values", "table"),
    [
        (Rate, "rate"),
        (Statistic, "statistic"),
        (Event, "event"),
        (Modality, "modality"),
        (RelationKind, "relation"),
    ],
)
def test_every_value_has_a_label(values: type[Rate], table: str) -> None:
    """No value of a record is without its French label."""
    assert set(getattr(load(Labels), table)) == set(values)
