"""Claims as commands of QuickStatements V1, which adds statements to Wikidata: a line for each claim.

Only what Wikidata's model can hold is written: totals of an amount with both bounds, for whose unit there is a property,
and that nobody denies or only plans.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from armscorpus.interchange.citing import Cited
from armscorpus.interchange.columns import plain_text
from armscorpus.interchange.wikidata import Wikidata, members, wikidata
from armscorpus.models import Bound, Claim, Event, Modality, Quantity, Statistic
from armscorpus.untrusted import printable

LONGEST = 1500
"""Characters that Wikidata takes in a text."""

DAY, MONTH = 11, 10
"""Precision of a date in Wikidata."""

TRAVELS = frozenset({Event.TRANSFER, Event.CALL, Event.DEPLOY})
"""Events in which things go from the supplier to the recipient."""


def quickstatements(claims: Iterable[Cited], item: str | None = None) -> Iterator[str]:
    """Yield a line for each claim that Wikidata can hold, as a statement about an item, by default the sandbox."""
    known = wikidata()
    for cited in claims:
        if is_statable(cited.claim):
            yield "\t".join(_command(cited, item or known.sandbox, known)) + "\n"


def is_statable(claim: Claim) -> bool:
    """Return whether a claim can be a statement of Wikidata that says no more than the claim."""
    quantity = claim.quantity
    return (
        quantity.unit in wikidata().amount
        and quantity.per is None
        and quantity.statistic is Statistic.TOTAL
        and None not in (quantity.low, quantity.high)
        and claim.modality not in {Modality.NEGATED, Modality.PLANNED}
    )


def _command(cited: Cited, item: str, known: Wikidata) -> Iterator[str]:
    quantity = cited.claim.quantity
    yield from (item, known.amount[quantity.unit or ""], _amount(quantity, known))
    yield from _qualifiers(cited.claim, known)
    yield from _reference(cited, known)


def _amount(quantity: Quantity, known: Wikidata) -> str:
    """Return « +16000[14400,16000] », with `U` and the number of the unit's item where it has one.

    A range without a number of its own has its middle, as Wikidata wants an amount.
    """
    low, high = quantity.low or Decimal(0), quantity.high or Decimal(0)
    value = (low + high) / 2 if quantity.value is None else quantity.value
    bounds = "" if low == high else f"[{plain_text(low)},{plain_text(high)}]"
    unit = known.unit.get(quantity.unit or "", "").replace("Q", "U")
    return f"{'+' if value >= 0 else ''}{plain_text(value)}{bounds}{unit}"


def _qualifiers(claim: Claim, known: Wikidata) -> Iterator[str]:
    named = known.property
    for name, day in (("start", claim.period.start), ("end", claim.period.end)):
        if day:
            yield from (named[name], _date(day))
    roles = (("origin", claim.supplier), ("destination", claim.recipient))
    for role, parties in roles:
        items = [known.state[party] for party in members(parties) if party in known.state]
        for item in items:
            yield from (named[role if claim.event in TRAVELS else "participant"], item)
    if claim.quantity.bound is Bound.APPROX:
        yield from (named["circumstances"], known.circa)
    if nature := known.nature.of(claim.modality):
        yield from (known.nature.property, nature)
    yield from (named["words"], _text(claim.text))


def _reference(cited: Cited, known: Wikidata) -> Iterator[str]:
    """Yield the parts of the reference, whose properties begin with S."""
    article = cited.claim.article
    language = (cited.article and cited.article.lang) or "fr"
    parts = {
        "url": cited.url and f'"{cited.url}"',
        "title": article.title and f"{language}:{_text(article.title)}",
        "published": article.reference and _published(article.published or "", article.reference),
        "quotation": f"{language}:{_text(cited.sentence)}",
    }
    for name, value in parts.items():
        if value:
            yield from (known.property[name].replace("P", "S"), value)


def _published(published: str, day: dt.date) -> str:
    """Return a date of publication, of a month where only that is known."""
    return _date(day) if len(published) > len("2022-09") else f"+{published}-00T00:00:00Z/{MONTH}"


def _date(day: dt.date) -> str:
    return f"+{day.isoformat()}T00:00:00Z/{DAY}"


def _text(text: str) -> str:
    """Return a text in quotation marks, on one line, with none inside it: there is no way to escape them."""
    plain = " ".join(printable(text).replace('"', "”").split())
    cut = plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
    return f'"{cut}"'
