"""The fields of a claim, one by one: when two claims agree in it, and how its value is written.

What agrees is what a reader would compare: of an approximation its number and not the interval that stands for it, of
names their letters, of a source any of its names.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from armscorpus.models import Bound, Claim, Quantity

Agreement = Callable[[Claim, Claim], bool]

TOLERANCE = 1e-6
"""How far two numbers that are the same may lie apart, as a share of the larger: a third is 33.3333 %."""

NOTHING = "—"


class Field(NamedTuple):
    """A field by its name: whether two claims agree in it, and its value in words."""

    name: str
    agrees: Agreement
    shown: Callable[[Claim], str]


def same_number(a: Claim, b: Claim) -> bool:
    """Whether two claims give the same number, or the same interval where they give none."""
    x, y = a.quantity, b.quantity
    if Bound.APPROX in (x.bound, y.bound):
        return _is_close(x.value, y.value)
    if x.value is not None and _is_close(x.value, y.value):
        return True
    return _is_close(x.low, y.low) and _is_close(x.high, y.high)


def _is_close(a: Decimal | None, b: Decimal | None) -> bool:
    return a is b if a is None or b is None else math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def _number(claim: Claim) -> str:
    quantity = claim.quantity
    if quantity.value is None or quantity.bound is Bound.EXACT:
        return _interval(quantity) if quantity.value is None else _plain(quantity.value)
    return f"{_plain(quantity.value)} ({_interval(quantity)})"


def _interval(quantity: Quantity) -> str:
    return f"{_plain(quantity.low)}..{_plain(quantity.high)}"


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def _folded(name: str | None) -> str:
    """Return a name in lower case without accents and punctuation; one in another alphabet, in lower case."""
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall("[a-z0-9]+", plain)) or (name or "").casefold()


def _same_source(a: Claim, b: Claim) -> bool:
    x, y = _source_names(a), _source_names(b)
    if not x or not y:
        return x == y
    return any(f" {one} " in f" {other} " or f" {other} " in f" {one} " for one in x for other in y)


def _source_names(claim: Claim) -> set[str]:
    names = (claim.source.name, claim.source.acronym) if claim.source else ()
    return {_folded(name) for name in names} - {""}


def _source(claim: Claim) -> str:
    if claim.source is None:
        return NOTHING
    said = claim.source.model_dump(mode="json", exclude_defaults=True)
    name = said.pop("name", NOTHING)
    return f"{name} ({', '.join(f'{key} {value}' for key, value in said.items())})" if said else name


def _same_period(a: Claim, b: Claim) -> bool:
    return (a.period.start, a.period.end) == (b.period.start, b.period.end)


def _period(claim: Claim) -> str:
    period = claim.period
    dates = f"{period.start or ''}..{period.end or ''}" if period.start or period.end else NOTHING
    return f"{dates} « {period.text} »" if period.text else dates


def _topics(claim: Claim) -> str:
    return ", ".join(claim.topics)


def _same_topics(a: Claim, b: Claim) -> bool:
    return set(a.topics) == set(b.topics)


def _plain_field(path: str) -> Field:
    """Return the field at a path, of which two claims have the same value or another one."""
    value = attrgetter(path)
    return Field(
        path.rpartition(".")[2], lambda a, b: bool(value(a) == value(b)), lambda c: value(c) or NOTHING
    )


def _party(role: str) -> Field:
    name = attrgetter(role)

    def agrees(a: Claim, b: Claim) -> bool:
        x, y = name(a), name(b)
        return bool(x == y if x is None or y is None else _folded(x) == _folded(y))

    return Field(role, agrees, lambda claim: name(claim) or NOTHING)


SCORED = (
    Field("topics", _same_topics, _topics),
    Field("number", same_number, _number),
    _plain_field("quantity.bound"),
    _plain_field("quantity.unit"),
    _plain_field("quantity.per"),
    _plain_field("quantity.statistic"),
    _plain_field("event"),
    _party("supplier"),
    _party("recipient"),
    Field("period", _same_period, _period),
    Field("source", _same_source, _source),
    _plain_field("modality"),
)
"""The fields that make a claim right as a whole."""

NAMES = tuple(field.name for field in SCORED)

COMPARABLE = frozenset({"topics", "number", "unit", "per", "period", "modality"})
"""The fields without which a claim cannot be compared with another."""

UNSCORED = (_plain_field("object"), _plain_field("text"))
"""The words of a claim, which may be cut in more than one way."""


def rightness(claim: Claim, other: Claim) -> frozenset[str]:
    """Return the names of the fields in which two claims agree."""
    return frozenset(field.name for field in SCORED if field.agrees(claim, other))
