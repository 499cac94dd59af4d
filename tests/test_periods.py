"""Periods found in sentences: the table of cases, the examples of the lexicon, and what holds for any text."""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import TimeWords
from armscorpus.models import Basis, PeriodMatch, TimeRelation
from armscorpus.values.periods import find_periods
from armscorpus.values.periods.finder import CASCADE
from armscorpus.values.periods.patterns import ALIASES, NAME
from armscorpus.values.periods.vocabulary import vocabulary
from armscorpus.values.periods.words import SIGNS
from tests.spec_cases import load_cases, parse_markup

REFERENCE = "2025-02-14"
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def label(period: PeriodMatch) -> str:
    """Return the dates of a period with its precision, its relation if it is not « during », and « implied »."""
    parts = [f"{period.start or ''}..{period.end or ''}", period.precision]
    parts += [period.relation] if period.relation is not TimeRelation.DURING else []
    parts += [period.basis] if period.basis is Basis.IMPLIED else []
    return " ".join(parts)


def dates(period: PeriodMatch) -> str:
    """Return the dates of a period alone."""
    return f"{period.start or ''}..{period.end or ''}"


def marked(text: str, periods: list[PeriodMatch], labelled: Any) -> str:
    """Return a text with its periods marked as `[words](label)`."""
    parts, end = [], 0
    for period in periods:
        parts += [text[end : period.start_char], f"[{period.text}]({labelled(period)})"]
        end = period.end_char
    return "".join([*parts, text[end:]])


def lexicon_examples() -> list[str]:
    """Return the examples of `periods.toml`."""
    table = load(TimeWords)
    return [example for entry in (*table.word, table.future) for example in entry.examples]


@pytest.mark.parametrize("case", load_cases("periods"))
def test_finds_the_periods_of_a_sentence(case: dict[str, Any]) -> None:
    text = parse_markup(case["text"]).text
    assert marked(text, find_periods(text, case["published"]), label) == case["text"]


@pytest.mark.parametrize("example", lexicon_examples())
def test_reads_each_word_of_the_lexicon_in_its_examples(example: str) -> None:
    text = parse_markup(example).text
    assert marked(text, find_periods(text, REFERENCE), dates) == example


def test_a_sixth_of_the_cases_expect_nothing() -> None:
    cases = [parameter.values[0] for parameter in load_cases("periods")]
    negative = [case for case in cases if not parse_markup(case["text"]).spans]
    assert len(negative) >= 0.15 * len(cases)


def test_every_rule_fires_in_some_case() -> None:
    texts = [(case.values[0]["text"], case.values[0]["published"]) for case in load_cases("periods")]
    texts += [(example, REFERENCE) for example in lexicon_examples()]
    fired = {
        rule
        for text, published in texts
        for period in find_periods(parse_markup(text).text, published)
        for rule in period.rules
    }
    silent = {"count", "date.name", "date.none", "date.habit"}  # they make no period
    named = {rule.name for level in CASCADE for rule in level.rules}
    assert {name for name in named - fired if not name.startswith(tuple(silent))} == set()


def test_rules_name_only_kinds_that_something_has() -> None:
    made = "day weekday_leaf month_leaf year_leaf stretch same_leaf shifted period counted".split()
    read = "number small first ordinal_digits plain_year round_year date_in_figures words plural sign".split()
    capitals = ["capital_month", "capital_season"]
    lexicon = {meaning.kind for meaning in vocabulary().words.values()}
    lexicon |= {phrase.meaning.kind for phrases in vocabulary().phrases.values() for phrase in phrases}
    named = {name for level in CASCADE for rule in level.rules for name in NAME.findall(rule.pattern)}
    named |= {name for kinds in ALIASES.values() for name in kinds.split("|")}
    assert named - {*made, *read, *capitals, *lexicon, *SIGNS.values(), *ALIASES} == set()


@pytest.mark.parametrize("reference", ["2025-02-28", "2025-02", dt.date(2025, 2, 28)])
def test_takes_a_day_a_month_or_a_date_for_the_reference(reference: str | dt.date) -> None:
    found = find_periods("Depuis janvier, 300 chars ont été perdus.", reference)
    assert [(found[0].start, found[0].end)] == [(dt.date(2025, 1, 1), dt.date(2025, 2, 28))]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("En juillet, 300 obus.", None, None),
        ("La semaine dernière, 300 obus.", None, None),
        ("Mardi, 300 obus.", None, None),
        ("À ce jour, 300 obus.", None, None),
        ("Depuis 2023, 300 obus.", dt.date(2023, 1, 1), None),
        ("En mars 2024, 300 obus.", dt.date(2024, 3, 1), dt.date(2024, 3, 31)),
    ],
)
def test_keeps_the_words_without_a_reference(text: str, start: dt.date | None, end: dt.date | None) -> None:
    found = find_periods(text, None)
    assert [(period.start, period.end) for period in found] == [(start, end)]


def test_refuses_a_reference_that_is_no_date() -> None:
    with pytest.raises(ValueError, match="hier"):
        find_periods("En mars, 300 obus.", "hier")


def test_an_anaphor_does_not_look_across_what_it_cannot_mean() -> None:
    text = "En 2024, 300 chars ont brûlé, a dit mardi Kiev.\n\nLa même année, Moscou en a perdu 900."
    assert [dates(period) for period in find_periods(text, REFERENCE)][-1] == "2024-01-01..2024-12-31"


# What holds for any text


def tokens() -> st.SearchStrategy[str]:
    """Return texts made of words of time, numbers and signs, in any order."""
    words = sorted(vocabulary().words) + [
        "2024",
        "12",
        "1er",
        "300",
        ",",
        ".",
        "-",
        "\n",
        "obus",
        "Kiev",
        "«",
    ]
    return st.lists(st.sampled_from(words), max_size=25).map(" ".join)


@given(tokens(), st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
@settings(max_examples=300, deadline=None)
def test_offsets_slice_to_the_text_in_order(text: str, reference: dt.date) -> None:
    end = 0
    for period in find_periods(text, reference):
        assert text[period.start_char : period.end_char] == period.text
        assert end <= period.start_char < period.end_char
        assert not (period.start and period.end) or period.start <= period.end
        assert period.rules
        end = period.end_char


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert all(text[p.start_char : p.end_char] == p.text for p in find_periods(text, REFERENCE))


NEUTRAL = ("Le port est vide. ", "Kiev dément ; ", "« On verra », dit-il. ", "Rien de neuf\n\n", "")


@given(st.sampled_from(load_cases("periods")), st.sampled_from(NEUTRAL), st.sampled_from(NEUTRAL))
@settings(max_examples=300, deadline=None)
def test_neutral_text_around_changes_nothing(case: Any, before: str, after: str) -> None:
    text, published = parse_markup(case.values[0]["text"]).text, case.values[0]["published"]
    alone = find_periods(text, published)
    around = find_periods(f"{before}\n\n{text}\n\n{after}", published)
    assert [(p.text, label(p)) for p in around] == [(p.text, label(p)) for p in alone]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_written_in_any_way_is_that_day(day: dt.date) -> None:
    month = MONTHS[day.month - 1]
    number = "1er" if day.day == 1 else str(day.day)
    for written in (
        f"{number} {month} {day.year}",
        f"{number} {month.upper()} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.day}.{day.month}.{day.year}",
        day.isoformat(),
    ):
        found = find_periods(f"Le {written}, 300 obus.", REFERENCE)
        assert [(p.text, p.start, p.end, p.basis) for p in found] == [
            (f"Le {written}", day, day, Basis.STATED)
        ]


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.sampled_from(MONTHS))
def test_a_month_without_its_year_is_the_last_one_begun(reference: dt.date, month: str) -> None:
    (period,) = find_periods(f"En {month}, 300 obus ont été tirés.", reference)
    assert period.start
    assert period.start <= reference < period.start.replace(year=period.start.year + 1)


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
    st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)),
)
def test_a_range_goes_from_its_first_day_to_its_last(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    start, end = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    (period,) = find_periods(f"Entre le {start} et le {end}, 300 obus.", REFERENCE)
    assert (period.start, period.end) == (first, last)


def seconds(text: str) -> float:
    """Return the shortest of three times that reading a text takes."""

    def once() -> Iterator[float]:
        for _ in range(3):
            start = time.perf_counter()
            find_periods(text, REFERENCE)
            yield time.perf_counter() - start

    return min(once())


REPEATED = (
    "7",
    "7 ",
    "de ",
    "et ",
    " ",
    "le ",
    "mars ",
    "2024, ",
    "du 6 au ",
    "mars et ",
    "fin de la ",
    "14, ",
)


@pytest.mark.parametrize("piece", REPEATED)
def test_reads_in_linear_time(piece: str) -> None:
    short, long = (seconds(piece * (size // len(piece))) for size in (20_000, 80_000))
    assert long < 12 * short + 0.05


def test_case_texts_use_each_label_form() -> None:
    cases = [parameter.values[0]["text"] for parameter in load_cases("periods")]
    labels = {text for case in cases for _, _, text in parse_markup(case).spans}
    form = re.compile(
        r"(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)? [a-z]+( (since|until|before|after))?( implied)?"
    )
    assert [text for text in labels if not form.fullmatch(text)] == []
