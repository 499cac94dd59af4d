"""French words for what claims say: figures, dates, sources and parties, for reasons and labels.

The words are in `lexicon/fr/reasons.toml`; the names of months and territories come from CLDR.
"""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import PurePath

from babel import Locale

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Reasons, Topics
from armscorpus.models import Bound, Claim, Modality, Quantity

_GAP = "\u202f"
"""U+202F, the narrow space between groups of three digits."""

_SCALES = ((Decimal(10) ** 9, "milliard"), (Decimal(10) ** 6, "million"))


def render_claim(claim: Claim) -> str:
    """Return a figure with its source and date: « environ 600 (NIS, au 30 avril 2025) »."""
    return _word("claim", figure=_qualified(claim), source=render_source(claim), date=render_date(claim))


def render_quantity(quantity: Quantity) -> str:
    """Return a quantity from its values: « au plus 2,3 millions », « de 4 à 6 », « 200 par mois »."""
    words = load(Reasons)
    number = words.bound[quantity.bound].format_map(_amounts(quantity))
    return f"{number} {words.per[quantity.per]}" if quantity.per else number


def _amounts(quantity: Quantity) -> dict[str, str]:
    """Return the numbers that the words of a bound ask for."""
    if quantity.bound is Bound.VAGUE:
        return {"scale": _render_scale(quantity)}
    if quantity.bound is Bound.BETWEEN:
        return {"low": _lower_end(quantity), "high": _render_amount(quantity.high, quantity.unit)}
    return {"value": _render_amount(quantity.value, quantity.unit)}


def render_source(claim: Claim) -> str:
    """Return the source of a claim, by its acronym if it has one; the publisher, or the file, if none."""
    source = claim.source
    if source is not None and (source.acronym or source.name):
        return source.acronym or source.name or ""
    return _word("unsourced", publisher=claim.article.publisher or PurePath(claim.article.path).name)


def render_date(claim: Claim) -> str:
    """Return when a figure holds: « en 2024 », « au 30 avril 2025 », « publié le 2 novembre 2023 »."""
    start, end, published = claim.period.start, claim.period.end, claim.article.reference
    if start is not None and end is not None:
        return _render_since(claim, start, end) if end == published != start else _render_days(start, end)
    if end is not None:
        is_plan = claim.modality is Modality.PLANNED
        return _word("deadline" if is_plan else "cut_off", day=_render_day(end))
    return _word("undated") if published is None else _word("published", day=_render_day(published))


def render_parties(supplier: str | None, recipient: str | None) -> str:
    """Return who gives and who receives: « Corée du Nord → Russie »; one side where only that is known."""
    if supplier is None and recipient is None:
        return _word("unknown")
    if recipient is None:
        return render_party(supplier or "")
    return f"{render_party(supplier) if supplier else '?'} → {render_party(recipient)}"


@lru_cache(maxsize=4096)
def render_party(name: str) -> str:
    """Return the French names of parties: « FR,IT » is « France et Italie »."""
    territories = _french().territories
    return _word("and").join(territories.get(part, part) for part in name.split(","))


def render_topics(topics: tuple[str, ...]) -> str:
    """Return the labels of topics: « Obus et roquettes »; of a share, « Part : obus »."""
    labels = {topic.slug: topic.label for topic in load(Topics).topic}
    counted = [labels.get(slug, slug) for slug in topics if slug != "part"] or ["—"]
    joined = _word("and").join((counted[0], *(label.lower() for label in counted[1:])))
    return _word("part", topics=joined.lower()) if "part" in topics else joined


def render_ratio(ratio: float) -> str:
    """Return how many times, to one decimal: « 2,5 », « 10 »."""
    return render_number(Decimal(str(round(ratio, 1 if ratio < 10 else 0))))


def _qualified(claim: Claim) -> str:
    figure = render_quantity(claim.quantity)
    if claim.modality is Modality.ASSERTED:
        return figure
    word = "denied" if claim.modality is Modality.NEGATED else claim.modality.value
    return _word(word, figure=figure)


def _lower_end(quantity: Quantity) -> str:
    """Return the lower end of a range without the unit and the scale that the upper end repeats."""
    low, high = render_number(quantity.low), render_number(quantity.high)
    number, _, scale = low.rpartition(" ")
    return number if scale and high.endswith((f" {scale}", f" {scale}s")) else low


def _render_amount(value: Decimal | None, unit: str | None) -> str:
    number, name = render_number(value), load(Reasons).unit.get(unit or "count", unit)
    is_scaled = number.endswith(("d", "n", "s"))
    link = " de " if is_scaled and name not in {"%"} else " "
    return f"{number}{link}{name}" if name else number


def render_number(value: Decimal | None) -> str:
    """Return a number in French: « 16 000 », « 6,5 millions », « 1,19 milliard »."""
    if value is None:
        return ""
    for scale, name in _SCALES:
        scaled = value / scale
        if scaled >= 1 and scaled == round(scaled, 3):
            return f"{_render_digits(scaled)} {name}{'s' if scaled >= 2 else ''}"
    return _render_digits(round(value, 2))


def _render_digits(value: Decimal) -> str:
    digits = f"{value:,f}".replace(",", _GAP)
    whole, dot, decimals = digits.partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole},{decimals}" if dot and decimals else whole


def _render_scale(quantity: Quantity) -> str:
    """Return the words of a vague plural from its floor, twice the magnitude."""
    magnitude = int((quantity.low or 0) / 2)
    name = load(Reasons).scale.get(str(magnitude), render_number(quantity.low))
    unit = load(Reasons).unit.get(quantity.unit or "count", quantity.unit)
    return f"{name} de {unit}" if unit else name


def _render_since(claim: Claim, start: dt.date, end: dt.date) -> str:
    """Return a period that runs up to publication: « depuis août 2023, au 2 novembre 2023 »."""
    is_year = (start.month, start.day) == (1, 1) and "janv" not in (claim.period.text or "").lower()
    day = _render_month(start) if start.day == 1 else _word("from_day", day=_render_day(start))
    return _word("since", start=str(start.year) if is_year else day, day=_render_day(end))


def _render_days(start: dt.date, end: dt.date) -> str:
    if start == end:
        return _word("on", day=_render_day(start))
    if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
        first = _render_day(start)
        return _word("days", start=first.removesuffix(f" {end.year}"), end=_render_day(end))
    if (start.month, end.month) == (1, 12):
        first, last = str(start.year), str(end.year)
    else:
        first, last = _render_month(start), _render_month(end)
    return _word("month", month=first) if first == last else _word("months", start=_of(first), end=last)


def _of(date: str) -> str:
    """Return « de septembre 2023 », « d'août 2023 »."""
    return _word("of_vowel" if date[0] in "ao" else "of", date=date)


def _render_day(day: dt.date) -> str:
    number = _word("first_of_month") if day.day == 1 else str(day.day)
    return f"{number} {_render_month(day)}"


def _render_month(day: dt.date) -> str:
    return f"{_french().months['format']['wide'][day.month]} {day.year}"


def _word(name: str, **values: str) -> str:
    template: str = load(Reasons).word[name]
    return template.format(**values)


@cache
def _french() -> Locale:
    return Locale("fr")
