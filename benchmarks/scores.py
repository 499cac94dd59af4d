"""How answers to the cases of `tests/spec` are judged: on numbers and dates alone, not on units, nouns or spans."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from tests.spec_cases import SPEC, parse_markup

from armscorpus.articles import read_articles
from armscorpus.models import Article

LABEL = re.compile(r"=? ?(?P<bound>[a-z_]+) (?P<number>\S+?)(?:/[a-z]+)?(?: \((?P<interval>\S+)\))?(?: |$)")
ARTICLES, GOLD = SPEC.parent / "articles", SPEC.parent / "gold"
HUNDRED = 100
AS_LARGE = Decimal("1e-4")
"""How far a number may be off as a share of it: « un tiers » is 33.3333 % or 0.33333."""


class Answer(NamedTuple):
    """What is found at `start` to `end`: the interval from `low` to `high`, None where it is open, and its number."""

    start: int
    end: int
    low: Any
    high: Any
    number: Any = None

    @classmethod
    def parse(cls, kind: str, start: int, end: int, low: Any, high: Any) -> Answer:
        """Return an answer of another tool, whose ends are texts or numbers."""
        convert: Callable[[Any], Any] = _number if kind == "quantities" else _date
        return cls(start, end, *(None if value is None else convert(value) for value in (low, high)))


def _number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def _date(value: str) -> dt.date | None:
    return dt.date.fromisoformat(value)


class Expected(NamedTuple):
    """What a case marks at `start` to `end`: an interval, and the numbers that are written (none of « des dizaines »)."""

    start: int
    end: int
    low: Any
    high: Any
    written: tuple[Decimal, ...] = ()
    is_share: bool = False


class Case(NamedTuple):
    """A text of `tests/spec`, its date, and what it marks."""

    text: str
    reference: str
    expected: list[Expected]


class Share(NamedTuple):
    """How many of how many are right."""

    right: int
    total: int

    def __str__(self) -> str:
        return f"{HUNDRED * self.right / self.total:.0f} %" if self.total else "–"


def load(kind: str) -> list[Case]:
    """Return the cases of a table, without the expected failures."""
    rows = tomllib.loads((SPEC / f"{kind}.toml").read_text(encoding="utf-8"))["case"]
    parse = _quantity if kind == "quantities" else _period
    cases = []
    for row in rows:
        marked = parse_markup(row["text"])
        reference = _day(row.get("published", "2025-06-30"))
        cases.append(Case(marked.text, reference, [parse(*span) for span in marked.spans]))
    return cases


def _day(published: str) -> str:
    """Return a date of reference that any tool can read: of a month, a day near its end."""
    return published if len(published) == len("2025-06-30") else f"{published}-28"


def annotated() -> list[Case]:
    """Return the articles of `tests/articles` with the figures that claims were annotated on; others are not marked."""
    records = map(json.loads, (GOLD / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    return [_article(record) for record in records]


def _article(record: dict[str, Any]) -> Case:
    (article,) = read_articles([ARTICLES / record["article"]])
    if not isinstance(article, Article):
        raise article
    marks = [_figure(claim["span"], claim["quantity"]) for claim in record["claims"]]
    return Case(article.text, _day(record["published"]), marks)


def _figure(span: list[int], quantity: dict[str, Any]) -> Expected:
    low, high = (None if end is None else _number(end) for end in (quantity["low"], quantity["high"]))
    value = quantity["value"]
    written = tuple(filter(None, (low, high))) if quantity["bound"] == "between" else ()
    if value is not None:
        written = (Decimal(str(value)),)
    start, end = span
    return Expected(start, end, low, high, written, quantity["unit"] == "%")


def _quantity(start: int, end: int, label: str) -> Expected:
    found = LABEL.match(label)
    if found is None:
        raise ValueError(label)
    number = found["number"]
    low, high = _ends(found["interval"] or (number if ".." in number else f"{number}..{number}"))
    written = tuple(
        end for end in _ends(number if ".." in number else f"{number}..{number}") if end is not None
    )
    if found["bound"] in ("at_least", "more_than"):
        high = None
    if found["bound"] in ("at_most", "less_than"):
        low = None
    return Expected(start, end, low, high, () if found["bound"] == "vague" else written, " %" in label)


def _ends(written: str) -> tuple[Decimal | None, Decimal | None]:
    low, _, high = written.partition("..")
    return (Decimal(low) if low else None), (Decimal(high) if high else None)


def _period(start: int, end: int, label: str) -> Expected:
    first, _, last = label.split()[0].partition("..")
    return Expected(start, end, _date(first) if first else None, _date(last) if last else None)


def score(kind: str, cases: list[Case], found: list[list[Answer]]) -> list[Share]:
    """Return four shares: marks whose number or day is right, whose interval is; cases without any mark, all cases.

    The number is right where all numbers that the mark writes are given inside it, as one interval or apart; a day,
    where an answer lies within the dates of the mark. The interval is right where one answer has just its ends. A case
    is right where each mark has its number or day, and nothing is given outside the marks.
    """
    is_right = _has_numbers if kind == "quantities" else _is_within
    pairs = list(zip(cases, found, strict=True))
    marks = [(mark, _inside(mark, answers)) for case, answers in pairs for mark in case.expected]
    counted = [(mark, answers) for mark, answers in marks if kind != "quantities" or mark.written]
    dated = [(mark, answers) for mark, answers in marks if mark.low is not None or mark.high is not None]
    loose = counted if kind == "quantities" else dated
    empty = [answers for case, answers in pairs if not case.expected]
    return [
        Share(sum(is_right(mark, answers) for mark, answers in loose), len(loose)),
        Share(sum(_has_interval(mark, answers) for mark, answers in dated), len(dated)),
        Share(sum(not answers for answers in empty), len(empty)),
        Share(sum(_is_whole(case, answers, is_right) for case, answers in pairs), len(pairs)),
    ]


def _inside(mark: Expected, answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if answer.start < mark.end and mark.start < answer.end]


def _has_numbers(mark: Expected, answers: list[Answer]) -> bool:
    given = [end for answer in answers for end in answer[2:] if end is not None]
    return all(any(_is_same(number, end, mark) for end in given) for number in mark.written)


def _is_same(number: Decimal, given: Decimal, mark: Expected) -> bool:
    given = given * HUNDRED if mark.is_share and abs(given) <= 1 < abs(number) else given
    return abs(number - given) <= abs(number) * AS_LARGE


def _has_interval(mark: Expected, answers: list[Answer]) -> bool:
    return any(
        _is_end(mark.low, answer.low, mark) and _is_end(mark.high, answer.high, mark) for answer in answers
    )


def _is_end(expected: Any, given: Any, mark: Expected) -> bool:
    if expected is None or given is None or isinstance(expected, dt.date):
        return bool(expected == given)
    return _is_same(expected, given, mark)


def _is_within(mark: Expected, answers: list[Answer]) -> bool:
    return any(
        all(
            (mark.low is None or mark.low <= day) and (mark.high is None or day <= mark.high)
            for day in (answer.low, answer.high)
            if day is not None
        )
        for answer in answers
        if answer.low or answer.high
    )


def _is_whole(case: Case, answers: list[Answer], is_right: Callable[[Expected, list[Answer]], bool]) -> bool:
    inside = [answer for mark in case.expected for answer in _inside(mark, answers)]
    known = [mark for mark in case.expected if mark.low is not None or mark.high is not None]
    are_right = all(is_right(mark, _inside(mark, answers)) for mark in known)
    return are_right and set(answers) <= set(inside)
