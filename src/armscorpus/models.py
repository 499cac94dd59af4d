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

from pydantic import BaseModel, ConfigDict, Field, JsonValue, PlainSerializer, WithJsonSchema, model_validator


class Record(BaseModel):
    """A frozen record that refuses unknown fields; the sentence below each field is its description in JSON Schema."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(_json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
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
    """What a claim says of its article."""

    id: str
    """The beginning of the SHA-256 of the text: the same text is the same article on any machine."""
    path: str
    """Where the article was read, as it was given."""
    title: str | None = None
    """Its title; null where none is known."""
    publisher: str | None = None
    """Who published it, by name; null where that is not known."""
    published: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}(-\d{2})?$")
    """The ISO date of publication, to the day or only to the month (`2022-09`); null where it is not known."""

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
    """An article as read."""

    text: str
    """What the offsets of its claims count in."""
    url: str | None = None
    """Where it is on the web; null where that is not known."""
    lang: str | None = None
    """The language of the text, as an ISO 639-1 code; null where it is not known."""

    @property
    def ref(self) -> ArticleRef:
        """The article without its text."""
        return ArticleRef(
            id=self.id, path=self.path, title=self.title, publisher=self.publisher, published=self.published
        )


class Quantity(Record):
    """A number with what its words commit to."""

    bound: Bound
    """How the words commit to the number."""
    value: Number | None
    """The number as written, in `unit`; null for `between` and `vague`."""
    low: Number | None
    """The least that the words commit to, inclusive, in `unit`; null is unbounded."""
    high: Number | None
    """The most that the words commit to, inclusive, in `unit`; null is unbounded."""
    unit: str | None
    """`count`, an ISO 4217 code, `t` (tonnes), `%`, another SI or customary unit; null for a bare number."""
    per: Rate | None = None
    """The length of time that a rate is for; null for a total."""
    statistic: Statistic = Statistic.TOTAL
    """Whether the number is a sum (`total`, where nothing is said), a mean, an extreme, or what could be done."""


class Noun(Record):
    """The counted noun phrase as written, without the number."""

    start: int
    """Where it begins, in characters of the text."""
    end: int
    """Where it ends, end excluded."""
    text: str
    """Its words."""
    heads: tuple[Span, ...]
    """Its head nouns: one, or one for each noun that shares the number (« des millions de roquettes et d'obus »)."""


class QuantityMatch(Quantity):
    """A quantity found in a text."""

    start: int
    """Where it begins with its qualifier; the counted noun, `noun`, stands outside."""
    end: int
    """Where it ends with its unit (currency, « tonnes », « % »), end excluded."""
    text: str
    """Its words."""
    number: Span
    """The bare number or range."""
    noun: Noun | None = None
    """What is counted; null where no noun follows."""
    equals: bool = False
    """Whether it restates the one before it (« 28 700 milliards de wons, soit quelque 20 milliards de dollars »)."""
    rules: tuple[str, ...] = ()
    """The rules that made it."""


class Period(Record):
    """The dates that a quantity is about."""

    text: str | None = None
    """The words of the period; null where the article gives none."""
    start: dt.date | None = None
    """The first day, inclusive; null is open, or not dated."""
    end: dt.date | None = None
    """The last day, inclusive; null is open, or not dated."""


class PeriodMatch(Period):
    """A period found in a text."""

    text: str
    """Its words."""
    start_char: int
    """Where they begin, in characters of the text."""
    end_char: int
    """Where they end, end excluded."""
    relation: TimeRelation = TimeRelation.DURING
    """How the words place the thing with regard to the dates: « depuis » is since."""
    precision: Precision
    """The grain of the dates."""
    basis: Basis = Basis.STATED
    """Whether the words state the dates in full."""
    rules: tuple[str, ...] = ()
    """The rules that fired."""


class Source(Record):
    """To whom the article attributes a figure; null is not known."""

    name: str | None = None
    """To whom, by the longest name in the article."""
    acronym: str | None = None
    """The acronym that the article gives with the name."""
    via: str | None = None
    """The outlet through which the article has the figure."""
    person: str | None = None
    """Who speaks, by name."""
    function: str | None = None
    """What they are, as written."""
    institution: str | None = None
    """The body they speak for, or that the source is, by its name in the lexicon, the same in every article."""
    kind: SourceKind | None = None
    """What kind of body that is."""
    state: str | None = None
    """The ISO 3166-1 alpha-2 code of the state that the body belongs to."""
    is_party: bool = False
    """Whether the source, its institution or its state is itself the supplier or the recipient of the claim."""


class Evidence(Record):
    """Why a claim says what it says; offsets are in characters of the article's text, end excluded."""

    sentence: Span
    """Where its sentence stands."""
    spans: dict[str, Span] = {}
    """Where the parts stand, by role: number, noun, period, supplier, recipient, source, predicate."""
    rules: dict[str, str] = {}
    """The rule behind each field."""
    implied: tuple[str, ...] = ()
    """The fields that are inherited or inferred, and not stated with the figure."""


class Claim(Record):
    """One quantity that an article states about one counted thing."""

    id: str
    """The same for the same claim on every machine; its beginning is enough on the command line."""
    article: ArticleRef
    """The article that makes it."""
    span: Span
    """Where the quantity stands with its qualifier and head noun, in characters of the article's text from 0, end excluded."""
    text: str
    """The article's text there."""
    topics: tuple[str, ...]
    """What is counted, as slugs of the catalogue, sorted."""
    object: str | None
    """The counted noun phrase as written, without its number; null where there is none."""
    quantity: Quantity
    """The number, and what the words commit to."""
    event: Event
    """What happened to the things; `other` where it is none of these."""
    supplier: str | None
    """Who provides, fires, produces, pays, loses or deploys: an ISO 3166-1 alpha-2 code for a state, else the name as
    written; several sorted and joined with commas; null if the article does not say."""
    recipient: str | None
    """Who receives or is fired at, in the same form."""
    period: Period
    """The dates that the quantity is about."""
    source: Source | None
    """To whom the article attributes the figure; null where the article itself asserts it."""
    modality: Modality
    """How sure the article is."""
    evidence: Evidence | None = None
    """Why the claim says so; null where it was not made by the extractor, or is left out."""


def claim_id(article: str, start: int) -> str:
    """Return the identifier of the claim whose number begins at a character of an article."""
    return hashlib.sha256(f"{article}:{start}".encode()).hexdigest()[:12]


class Relation(Record):
    """How two claims stand to each other."""

    a: Claim
    """One claim."""
    b: Claim
    """The other."""
    relation: RelationKind
    """How they stand to each other."""
    rule: str
    """The rule that says so."""
    why: str
    """The reason, in one sentence."""
    severity: float = Field(ge=0, le=1)
    """How much it matters to a reader, from 0 to 1."""


class Finding(Record):
    """What some claims together say that is wrong, or worth knowing."""

    rule: str
    """The check that found it."""
    claims: tuple[Claim, ...] = Field(min_length=1)
    """Those concerned, in the order in which the rule compares them."""
    why: str
    """One sentence made from their values."""
    severity: float = Field(ge=0, le=1)
    """How much it matters to a reader, from 0 to 1."""


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

    Of several about the same claims the latest holds.
    """

    claims: tuple[str, ...] = Field(min_length=1, max_length=2)
    """The ids of the claims, sorted."""
    decision: Decision
    """What was decided."""
    corrections: dict[str, JsonValue] = {}
    """What is right, by the path of the field in JSON (`period.end`); empty unless the decision is `correct`."""
    note: str | None = None
    """Why; null where nothing was said."""
    author: str
    """Who decided."""
    decided: dt.datetime
    """When, in UTC."""

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
