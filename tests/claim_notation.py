"""Claims in one line, for tables of cases: `source | figure | period | published | field=value …`.

- source: `NIS`, `responsables américains via CNN`, or nothing
- figure: `600`, `~600`, `>6000`, `>=10`, `<=120`, `<2000`, `4M..6M`, `M+` (a vague plural); a unit (`USD`,
  `%`, `t`) and a rate (`/day`) may follow, a modality (`reported`, `planned`, `not` …) or a statistic precede
- period: `2024`, `2024-03`, `2024-03-05`, `2024-01-15..2024-06-30`, `..2025-04-30`, `2023-08-01..` (up to
  publication), or nothing
- published: a date, or nothing
- fields: `obj`, `sup`, `rec`, `art` (the article), `pub` (its publisher), `at` (the beginning of the span)
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
import re
from decimal import Decimal

from armscorpus.models import (
    ArticleRef,
    Bound,
    Claim,
    Event,
    Modality,
    Period,
    Quantity,
    Rate,
    Source,
    Span,
    Statistic,
)

SCALES = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9}
SIGNS = {
    ">=": Bound.AT_LEAST,
    ">": Bound.MORE_THAN,
    "<=": Bound.AT_MOST,
    "<": Bound.LESS_THAN,
    "~": Bound.APPROX,
}
MODALITIES = {"not": Modality.NEGATED} | {modality.value: modality for modality in Modality}
FIGURE = re.compile(r"(>=|<=|>|<|~)?([\d.]*?\d?[kMG]?)(?:\.\.([\d.]+[kMG]?))?(\+)?(%)?(?:/(\w+))?")


def parse_claim(line: str, about: str) -> Claim:
    """Return the claim of a line; `about` gives `topics event supplier>recipient`."""
    topics, event, parties = [*about.split(" ", 2), ""][:3]
    source, figure, period, published, fields = [*(part.strip() for part in line.split("|")), "", "", ""][:5]
    extra = dict(re.findall(r"(\w+)=([^=]+?)(?= \w+=|$)", fields))
    supplier, _, recipient = parties.partition(">")
    quantity, modality = parse_figure(figure)
    digest = hashlib.sha256(f"{about} {line}".encode()).hexdigest()
    article = extra.get("art", digest[:12])
    start = int(extra.get("at", 0))
    return Claim(
        id=digest[:16],
        article=ArticleRef(
            id=article, path=f"{article}.txt", published=published or None, publisher=extra.get("pub")
        ),
        span=Span(start, start + 10),
        text=figure or "…",
        topics=tuple(sorted(topics.split(","))),
        object=extra.get("obj"),
        quantity=quantity,
        event=Event(event),
        supplier=_known(extra.get("sup", supplier)),
        recipient=_known(extra.get("rec", recipient)),
        period=parse_period(period, published),
        source=_source(source),
        modality=modality,
    )


def parse_figure(text: str) -> tuple[Quantity, Modality]:
    """Return the quantity and the modality of a figure."""
    modality, statistic, unit = Modality.ASSERTED, Statistic.TOTAL, "count"
    number = ""
    for word in text.split():
        if word in MODALITIES:
            modality = MODALITIES[word]
        elif word in {statistic.value for statistic in Statistic}:
            statistic = Statistic(word)
        elif re.fullmatch(r"[A-Z]{3}|t", word):
            unit = word
        else:
            number = word
    match = FIGURE.fullmatch(number)
    assert match, text
    sign, low, high, vague, percent, rate = match.groups()
    bound = Bound.BETWEEN if high else Bound.VAGUE if vague else SIGNS.get(sign or "", Bound.EXACT)
    ends = _ends(bound, _number(low), _number(high) if high else None)
    value = None if bound in {Bound.BETWEEN, Bound.VAGUE} else _number(low)
    quantity = Quantity(
        bound=bound,
        value=value,
        low=ends[0],
        high=ends[1],
        unit="%" if percent else unit,
        per=Rate(rate) if rate else None,
        statistic=statistic,
    )
    return quantity, modality


def _ends(bound: Bound, low: Decimal, high: Decimal | None) -> tuple[Decimal | None, Decimal | None]:
    if bound is Bound.APPROX:
        return low * Decimal("0.9"), low * Decimal("1.1")
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return low, None
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, low
    if bound is Bound.VAGUE:
        return 2 * low, None
    return low, high if bound is Bound.BETWEEN else low


def _number(text: str) -> Decimal:
    scale = SCALES[text[-1]] if text[-1:] in SCALES else 1
    return Decimal(text.rstrip("kMG") or 1) * scale


def parse_period(text: str, published: str) -> Period:
    """Return the period of a case; its text names a month or a first day where the notation does."""
    if not text:
        return Period()
    start, dots, end = text.partition("..")
    words = f"{text} {'janvier' if start[4:7] == '-01' else ''} {'1er' if start[7:] == '-01' else ''}".strip()
    if not dots:
        return Period(text=words, start=_first(text), end=_last(text))
    last = end or published
    return Period(text=words, start=_first(start) if start else None, end=_last(last) if last else None)


def _first(text: str) -> dt.date:
    return dt.date.fromisoformat((text + "-01-01")[:10] if len(text) < 7 else (text + "-01")[:10])


def _last(text: str) -> dt.date:
    if len(text) == len("2024"):
        return dt.date(int(text), 12, 31)
    if len(text) == len("2024-03"):
        year, month = (int(part) for part in text.split("-"))
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date.fromisoformat(text)


def _known(name: str) -> str | None:
    return None if name in {"", "?"} else name


def _source(text: str) -> Source | None:
    if not text:
        return None
    name, _, via = text.partition(" via ")
    return Source(name=name or None, via=via or None)
