"""Words for what claims say, in French or English: figures, dates, sources and parties, for reasons and labels.

The words are in `reasons.toml` of each language; the names of months and territories come from CLDR.
"""

from __future__ import annotations

import calendar
import datetime as dt
from decimal import Decimal
from functools import cache, cached_property
from pathlib import PurePath

from babel import Locale

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.lexicon.schema import Reasons, Topics
from armscorpus.lexicon.translated import load_in
from armscorpus.models import Bound, Claim, Modality, Quantity

FRENCH = "fr"

_SCALES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


@cache
def wording_in(language: str = FRENCH) -> Wording:
    """Return the words of a language: `fr` or `en`."""
    return Wording(language)


class Wording:
    """How one language says figures, dates, sources, parties and topics."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.reasons = load_in(Reasons, language)
        self.labels = load_in(Labels, language)
        self._locale = Locale(language)

    def claim(self, claim: Claim) -> str:
        """Return a figure with its source and date: « environ 600 (NIS, au 30 avril 2025) »."""
        figure = self._qualified(claim)
        return self.word("claim", figure=figure, source=self.source(claim), date=self.date(claim))

    def quantity(self, quantity: Quantity) -> str:
        """Return a quantity from its values: « au plus 2,3 millions », « de 4 à 6 », « 200 par mois »."""
        number = self.reasons.bound[quantity.bound].format_map(self._amounts(quantity))
        return f"{number} {self.reasons.per[quantity.per]}" if quantity.per else number

    def source(self, claim: Claim) -> str:
        """Return the source of a claim, by its acronym if it has one; the publisher, or the file, if none."""
        source = claim.source
        if source is not None and (source.acronym or source.name):
            return source.acronym or source.name or ""
        return self.word("unsourced", publisher=claim.article.publisher or PurePath(claim.article.path).name)

    def date(self, claim: Claim) -> str:
        """Return when a figure holds: « en 2024 », « au 30 avril 2025 », « publié le 2 novembre 2023 »."""
        start, end, published = claim.period.start, claim.period.end, claim.article.reference
        if start is not None and end is not None:
            return self._since(claim, start, end) if end == published != start else self._days(start, end)
        if end is not None:
            is_plan = claim.modality is Modality.PLANNED
            return self.word("deadline" if is_plan else "cut_off", day=self.day(end))
        return self.word("undated") if published is None else self.word("published", day=self.day(published))

    def parties(self, supplier: str | None, recipient: str | None) -> str:
        """Return who gives and who receives: « Corée du Nord → Russie »; one side where only that is known."""
        if supplier is None and recipient is None:
            return self.word("unknown")
        if recipient is None:
            return self.party(supplier or "")
        return f"{self.party(supplier) if supplier else '?'} → {self.party(recipient)}"

    def party(self, name: str) -> str:
        """Return the names of parties: « FR,IT » is « France et Italie »."""
        territories = self._locale.territories
        return self.word("and").join(territories.get(part, part) for part in name.split(","))

    def topics(self, topics: tuple[str, ...]) -> str:
        """Return the labels of topics: « Obus et roquettes »; of a share, « Part : obus »."""
        counted = [self._topic_labels.get(slug, slug) for slug in topics if slug != "part"] or ["—"]
        joined = self.word("and").join((counted[0], *(label.lower() for label in counted[1:])))
        return self.word("part", topics=joined.lower()) if "part" in topics else joined

    @cached_property
    def _topic_labels(self) -> dict[str, str]:
        return {topic.slug: topic.label for topic in load(Topics).topic} | self.reasons.topic

    def ratio(self, ratio: float) -> str:
        """Return how many times, to one decimal: « 2,5 », « 10 »."""
        return self.number(Decimal(str(round(ratio, 1 if ratio < 10 else 0))))

    def number(self, value: Decimal | None) -> str:
        """Return a number: « 16 000 », « 6,5 millions », « 1,19 milliard »; nothing for None."""
        if value is None:
            return ""
        for scale, name in _SCALES:
            scaled = value / scale
            if scaled >= 1 and scaled == round(scaled, 3):
                return f"{self._digits(scaled)} {self.reasons.number[f'{name}s' if scaled >= 2 else name]}"
        return self._digits(round(value, 2))

    def amount(self, value: Decimal | None, unit: str | None) -> str:
        """Return a number with its unit: « 20 milliards de dollars », « 550 tonnes »."""
        number, name = self.number(value), self.reasons.unit.get(unit or "count", unit)
        if not name:
            return number
        is_scaled = number[-1:].isalpha() and name != "%"
        return f"{number}{self.reasons.number['link'] if is_scaled else ' '}{name}"

    def range(self, low: Decimal, high: Decimal) -> str:
        """Return an interval of numbers: « de 4 à 6 millions »; one number where both ends are it."""
        if low == high:
            return self.number(low)
        quantity = Quantity(bound=Bound.BETWEEN, value=None, low=low, high=high, unit="count")
        return self.quantity(quantity)

    def day(self, day: dt.date) -> str:
        """Return a day: « 1er mai 2025 », “1 May 2025”."""
        number = self.word("first_of_month") if day.day == 1 else str(day.day)
        return f"{number} {self._month(day)}"

    def word(self, name: str, **values: str) -> str:
        """Return a phrase of the lexicon with its places filled."""
        return self.reasons.word[name].format(**values)

    def _amounts(self, quantity: Quantity) -> dict[str, str]:
        """Return the numbers that the words of a bound ask for."""
        if quantity.bound is Bound.VAGUE:
            return {"scale": self._scale(quantity)}
        if quantity.bound is Bound.BETWEEN:
            return {"low": self._lower_end(quantity), "high": self.amount(quantity.high, quantity.unit)}
        return {"value": self.amount(quantity.value, quantity.unit)}

    def _qualified(self, claim: Claim) -> str:
        figure = self.quantity(claim.quantity)
        if claim.modality is Modality.ASSERTED:
            return figure
        word = "denied" if claim.modality is Modality.NEGATED else claim.modality.value
        return self.word(word, figure=figure)

    def _lower_end(self, quantity: Quantity) -> str:
        """Return the lower end of a range without the unit and the scale that the upper end repeats."""
        low, high = self.number(quantity.low), self.number(quantity.high)
        number, _, scale = low.rpartition(" ")
        return number if scale and high.endswith((f" {scale}", f" {scale}s")) else low

    def _digits(self, value: Decimal) -> str:
        digits = f"{value:,f}".replace(",", self.reasons.number["gap"])
        whole, dot, decimals = digits.partition(".")
        decimals = decimals.rstrip("0")
        return f"{whole}{self.reasons.number['point']}{decimals}" if dot and decimals else whole

    def _scale(self, quantity: Quantity) -> str:
        """Return the words of a vague plural from its floor, twice the magnitude."""
        magnitude = int((quantity.low or 0) / 2)
        name = self.reasons.scale.get(str(magnitude), self.number(quantity.low))
        unit = self.reasons.unit.get(quantity.unit or "count", quantity.unit)
        return f"{name} {self.word('of_unit', unit=unit)}" if unit else name

    def _since(self, claim: Claim, start: dt.date, end: dt.date) -> str:
        """Return a period that runs up to publication: « depuis août 2023, au 2 novembre 2023 »."""
        is_year = (start.month, start.day) == (1, 1) and "janv" not in (claim.period.text or "").lower()
        day = self._month(start) if start.day == 1 else self.word("from_day", day=self.day(start))
        return self.word("since", start=str(start.year) if is_year else day, day=self.day(end))

    def _days(self, start: dt.date, end: dt.date) -> str:
        if start == end:
            return self.word("on", day=self.day(start))
        if start.day != 1 or end.day != calendar.monthrange(end.year, end.month)[1]:
            first = self.day(start)
            return self.word("days", start=first.removesuffix(f" {end.year}"), end=self.day(end))
        if (start.month, end.month) == (1, 12):
            first, last = str(start.year), str(end.year)
        else:
            first, last = self._month(start), self._month(end)
        if first == last:
            return self.word("month", month=first)
        return self.word("months", start=self._of(first), end=last)

    def _of(self, date: str) -> str:
        """Return « de septembre 2023 », « d'août 2023 »."""
        return self.word("of_vowel" if date[0] in "ao" else "of", date=date)

    def _month(self, day: dt.date) -> str:
        return f"{self._months[day.month]} {day.year}"

    @cached_property
    def _months(self) -> dict[int, str]:
        return dict(self._locale.months["format"]["wide"])
