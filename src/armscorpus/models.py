"""The records that pass from one part to the next; frozen, and closed to unknown fields.

Field names are the names in JSON. `docs/glossary.md` says what each term means.
"""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, PlainSerializer, model_validator


class Record(BaseModel):
    """A frozen record that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_json_number, return_type=int | float, when_used="json")]
"""A decimal that JSON writes as an integer where it is whole, else as a floating-point number."""


class Span(NamedTuple):
    """Offsets in characters (Unicode code points) of a text, 0-based, end exclusive."""

    start: int
    end: int


class Bound(StrEnum):
    """How the words commit to the number: « près de » approximates it, « plus de » exceeds it."""

    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class Rate(StrEnum):
    """The length of time that a rate is for; a quantity without one is a total."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Statistic(StrEnum):
    """Whether the number is a sum, a mean, an extreme, or what could be done."""

    TOTAL = "total"
    MEAN = "mean"
    MAX = "max"
    MIN = "min"
    CAPACITY = "capacity"


class Event(StrEnum):
    """What happened to the things counted."""

    TRANSFER = "transfer"
    ORDER = "order"
    PAY = "pay"
    FIRE = "fire"
    PRODUCE = "produce"
    LOSS = "loss"
    DEPLOY = "deploy"
    STOCK = "stock"
    CALL = "call"
    OTHER = "other"


class Modality(StrEnum):
    """How sure the article is: in the indicative, by hearsay, as a possibility, a plan, a denial."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    PLANNED = "planned"
    NEGATED = "negated"


class RelationKind(StrEnum):
    """How two claims about the same quantity stand to each other."""

    AGREEMENT = "agreement"
    REFINEMENT = "refinement"
    ECHO = "echo"
    REVISION = "revision"
    EVOLUTION = "evolution"
    DIVERGENCE = "divergence"
    CONFLICT = "conflict"
    UNRELATED = "unrelated"


class SourceKind(StrEnum):
    """What a source is: a state, a part of one, a side of a war, or one of those who observe them."""

    STATE = "state"
    GOVERNMENT = "government"
    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    JUSTICE = "justice"
    INTERNATIONAL = "international"
    THINK_TANK = "think_tank"
    PRESS = "press"
    NGO = "ngo"
    COMPANY = "company"
    PARTY = "party"


class Precision(StrEnum):
    """The grain of a period: the smallest unit of the calendar that the words name."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    SEMESTER = "semester"
    YEAR = "year"
    DECADE = "decade"


class TimeRelation(StrEnum):
    """How the words place the thing with regard to the dates."""

    DURING = "during"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Basis(StrEnum):
    """Whether the words state the dates in full or the reference implies a part of them."""

    STATED = "stated"
    IMPLIED = "implied"


class ArticleRef(Record):
    """What a claim says of its article.

    `published` is an ISO date, to the day or only to the month (« 2022-09 »), or None if unknown.
    """

    id: str
    path: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")

    @property
    def reference(self) -> dt.date | None:
        """The day against which relative dates resolve: for a month, its last day."""
        return reference_date(self.published)


def reference_date(published: str | None) -> dt.date | None:
    """Return the day of a publication date; of one known only to the month, the last day of it."""
    if published is None:
        return None
    if len(published) == len("2022-09"):
        year, month = (int(part) for part in published.split("-"))
        return dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date.fromisoformat(published)


class Article(ArticleRef):
    """An article as read: `text` is what the offsets of its claims count in.

    `id` is the beginning of the SHA-256 of the text, so that the same text is the same article on any machine.
    """

    text: str
    url: str | None = None
    lang: str | None = None

    @property
    def ref(self) -> ArticleRef:
        """The article without its text."""
        return ArticleRef(
            id=self.id, path=self.path, title=self.title, publisher=self.publisher, published=self.published
        )


class Quantity(Record):
    """A number with what its words commit to.

    `low` and `high` are inclusive; None is unbounded. `unit` is `count`, an ISO 4217 code, `t`, `%`, another
    SI or customary unit, or None for a bare number. `per` is None for a total.
    """

    bound: Bound
    value: Number | None
    low: Number | None
    high: Number | None
    unit: str | None
    per: Rate | None = None
    statistic: Statistic = Statistic.TOTAL


class Noun(Record):
    """The counted noun phrase as written, without the number.

    `heads` are the spans of its head nouns: one, or one for each noun of a coordination that shares the number
    (« des millions de roquettes et d'obus »).
    """

    start: int
    end: int
    text: str
    heads: tuple[Span, ...]


class QuantityMatch(Quantity):
    """A quantity found in a text.

    `start` and `end` enclose the number with its qualifier and its unit (currency, « tonnes », « % »), but not
    the counted noun, which is `noun`. `number` encloses the bare number or range. `rules` names the rules
    that made it. `equals` is True where the quantity restates the one before it (« 28 700 milliards de wons,
    soit quelque 20 milliards de dollars »).
    """

    start: int
    end: int
    text: str
    number: Span
    noun: Noun | None = None
    equals: bool = False
    rules: tuple[str, ...] = ()


class Period(Record):
    """The dates that a quantity is about, inclusive; None is open. `text` is None where the article gives none."""

    text: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None


class PeriodMatch(Period):
    """A period found in a text, at `start_char` to `end_char` (end exclusive).

    `relation` says how the words place the thing with regard to the dates (« depuis » is since), `precision` is
    the grain of the dates, `basis` whether the words state them in full, and `rules` names the rules that fired.
    """

    text: str
    start_char: int
    end_char: int
    relation: TimeRelation = TimeRelation.DURING
    precision: Precision
    basis: Basis = Basis.STATED
    rules: tuple[str, ...] = ()


class Source(Record):
    """To whom the article attributes a figure, and through which outlet (`via`) it has it.

    `person` is who speaks by name, `function` what they are, as written; `institution` is the body they speak for,
    or that the source is, by its name in the lexicon, the same in every article. `kind` is that of the body, `state`
    the ISO 3166-1 alpha-2 code of the state that it belongs to. `is_party` is True where the source, its
    institution or its state is itself the supplier or the recipient of the claim. None is not known.
    """

    name: str | None = None
    acronym: str | None = None
    via: str | None = None
    person: str | None = None
    function: str | None = None
    institution: str | None = None
    kind: SourceKind | None = None
    state: str | None = None
    is_party: bool = False


class Evidence(Record):
    """Why a claim says what it says.

    `sentence` is the span of its sentence; `spans` the spans of the parts in the article's text, by role (number,
    noun, period, supplier, recipient, source, predicate); `rules` the rule behind each field; `implied` the
    fields that are inherited or inferred and not stated with the figure.
    """

    sentence: Span
    spans: dict[str, Span] = {}
    rules: dict[str, str] = {}
    implied: tuple[str, ...] = ()


class Claim(Record):
    """One quantity that an article states about one counted thing.

    `span` encloses the quantity with its qualifier and the head noun; `text` is the article's text there. `object`
    is the counted noun phrase as written. `supplier` and `recipient` are ISO 3166-1 alpha-2 codes for states, else
    names as written; several parties in one role are sorted and joined with commas. `evidence` is None where the
    claim was not made by the extractor.
    """

    id: str
    article: ArticleRef
    span: Span
    text: str
    topics: tuple[str, ...]
    object: str | None
    quantity: Quantity
    event: Event
    supplier: str | None
    recipient: str | None
    period: Period
    source: Source | None
    modality: Modality
    evidence: Evidence | None = None


def claim_id(article: str, start: int) -> str:
    """Return the identifier of the claim whose number begins at a character of an article."""
    return hashlib.sha256(f"{article}:{start}".encode()).hexdigest()[:12]


class Relation(Record):
    """How two claims stand to each other, why (one sentence), and how much it matters (0 to 1)."""

    a: Claim
    b: Claim
    relation: RelationKind
    rule: str
    why: str
    severity: float = Field(ge=0, le=1)


class Finding(Record):
    """What some claims together say that is wrong, or worth knowing.

    `rule` names the check that found it, `claims` are those concerned, in the order in which the rule compares
    them, `why` is one sentence made from their values, `severity` how much it matters (0 to 1).
    """

    rule: str
    claims: tuple[Claim, ...] = Field(min_length=1)
    why: str
    severity: float = Field(ge=0, le=1)


class Decision(StrEnum):
    """What a person decides: of one claim, or of how two claims stand to each other."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SAME = "same"
    DIFFERENT = "different"
    AGREEMENT = "agreement"
    REFINEMENT = "refinement"
    ECHO = "echo"
    REVISION = "revision"
    EVOLUTION = "evolution"
    DIVERGENCE = "divergence"
    CONFLICT = "conflict"
    WITHDRAWN = "withdrawn"


class Judgement(Record):
    """What a person decided about one claim or two; it outlives extraction and overrides the rules.

    `claims` are the ids, sorted. `corrections` are the fields of a claim that were wrong, by their path in JSON
    (`period.end`), with what is right. `decided` is in UTC. Of several about the same claims the latest holds.
    """

    claims: tuple[str, ...] = Field(min_length=1, max_length=2)
    decision: Decision
    corrections: dict[str, JsonValue] = {}
    note: str | None = None
    author: str
    decided: dt.datetime

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Refuse a decision for the wrong number of claims, and corrections where nothing is corrected."""
        of_one = self.decision in {Decision.ACCEPT, Decision.REJECT, Decision.CORRECT}
        if self.decision is not Decision.WITHDRAWN and of_one != (len(self.claims) == 1):
            raise ValueError(f"{self.decision} is not said of {len(self.claims)} claims")
        if self.claims != tuple(sorted(set(self.claims))):
            raise ValueError("the ids of two claims are sorted, and differ")
        if bool(self.corrections) != (self.decision is Decision.CORRECT):
            raise ValueError("a correction, and nothing else, says what is right")
        return self
