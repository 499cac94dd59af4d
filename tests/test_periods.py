"""Periods found in sentences: the table of cases, the examples of the lexicon, the codebook."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import TimeWords
from armscorpus.values.periods import find_periods
from armscorpus.values.periods.finder import CASCADE
from armscorpus.values.periods.patterns import ALIASES, NAME
from armscorpus.values.periods.vocabulary import vocabulary
from armscorpus.values.periods.words import SIGNS
from tests.period_labels import dates, label, marked
from tests.spec_cases import load_cases, parse_markup

REFERENCE = "2025-02-14"
CODEBOOK = Path(__file__).parent.parent / "docs" / "codebook-periods.md"
LABEL = re.compile(r"\S*\.\.\S* [a-z]+( (since|until|before|after))?( implied)?")

# The kinds of items that rules make and no text has, and those that the reading of a text gives.
MADE = {"day", "weekday_leaf", "month_leaf", "year_leaf", "stretch", "same_leaf", "shifted", "counted"}
READ = {"sign", "number", "small", "first", "ordinal_digits", "plain_year", "round_year", "date_in_figures"}
OTHER_WORDS = {"words", "plural", "capital_month", "capital_season"}


def lexicon_examples() -> list[str]:
    """Return the examples of `periods.toml`."""
    table = load(TimeWords)
    words = [example for entry in table.word for example in entry.examples]
    return [*words, *table.future.examples]


def codebook_rows() -> Iterator[Any]:
    """Yield the rows of the codebook: the words before each, the expression, its dates (None if none)."""
    before = ""
    for line in CODEBOOK.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            before = ""
        elif opening := re.match(r"« (.+) » comes before", line):
            before = opening[1]
        elif row := re.match(r"\| « (.+) » \| ?(\S*) \|", line):
            yield pytest.param(before, row[1], row[2] or None, id=row[1])


@pytest.mark.parametrize("case", load_cases("periods"))
def test_the_periods_of_a_sentence(case: dict[str, Any]) -> None:
    """What a case marks is found, with its dates, and nothing else."""
    text = parse_markup(case["text"]).text
    assert marked(text, find_periods(text, case["published"]), label) == case["text"]


@pytest.mark.parametrize("case", load_cases("periods"))
def test_accents_may_be_characters_of_their_own(case: dict[str, Any]) -> None:
    """A decomposed text has the same periods, at the offsets of its own characters."""
    text = unicodedata.normalize("NFD", parse_markup(case["text"]).text)
    found = marked(text, find_periods(text, case["published"]), label)
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", case["text"])


@pytest.mark.parametrize("example", lexicon_examples())
def test_an_example_of_the_lexicon(example: str) -> None:
    """Each entry of the lexicon carries examples that hold."""
    text = parse_markup(example).text
    assert marked(text, find_periods(text, REFERENCE), dates) == example


@pytest.mark.parametrize(("before", "expression", "expected"), list(codebook_rows()))
def test_a_row_of_the_codebook(before: str, expression: str, expected: str | None) -> None:
    """The codebook says what is done."""
    found = find_periods(f"{before} ; {expression}, Kiev se tait.", REFERENCE)
    assert [dates(period) for period in found if period.start_char > len(before)] == (
        [] if expected is None else [expected]
    )


def test_a_sixth_of_the_cases_expect_nothing() -> None:
    """What only looks like a period is tested as well."""
    cases = [parse_markup(case.values[0]["text"]) for case in load_cases("periods")]
    assert sum(not case.spans for case in cases) >= 0.15 * len(cases)


def test_labels_are_well_formed() -> None:
    """A label that no period can have would never be noticed in a case that is expected to fail."""
    cases = [parse_markup(case.values[0]["text"]) for case in load_cases("periods")]
    assert [text for case in cases for *_, text in case.spans if not LABEL.fullmatch(text)] == []


def test_every_rule_fires_in_some_case() -> None:
    """No rule goes untested, those apart that take words for no period."""
    texts = [(case.values[0]["text"], case.values[0]["published"]) for case in load_cases("periods")]
    texts += [(example, REFERENCE) for example in lexicon_examples()]
    found = [find_periods(parse_markup(text).text, published) for text, published in texts]
    fired = {rule for periods in found for period in periods for rule in period.rules}
    named = {rule.name for level in CASCADE for rule in level.rules}
    silent = {"count.collective", "count.seven", "count.words", "date.name", "date.none", "date.habit"}
    assert named - fired == silent


def test_rules_name_only_kinds_that_something_has() -> None:
    """A misspelt kind would never match."""
    lexicon = {meaning.kind for meaning in vocabulary().words.values()}
    lexicon |= {
        phrase.meaning.kind
        for seconds in vocabulary().phrases.values()
        for phrases in seconds.values()
        for phrase in phrases
    }
    named = {name for level in CASCADE for rule in level.rules for name in NAME.findall(rule.pattern)}
    named |= {name for kinds in ALIASES.values() for name in kinds.split("|")}
    assert named - {*MADE, *READ, *OTHER_WORDS, *lexicon, *SIGNS.values(), *ALIASES} == set()


@pytest.mark.parametrize("reference", ["2025-02-28", "2025-02", dt.date(2025, 2, 28)])
def test_the_reference_is_a_day_or_a_month(reference: str | dt.date) -> None:
    """Of a month, the last day is the reference."""
    found = find_periods("Depuis janvier, 300 chars ont été perdus.", reference)
    assert [(period.start, period.end) for period in found] == [(dt.date(2025, 1, 1), dt.date(2025, 2, 28))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En juillet, 300 obus.", ".."),
        ("La semaine dernière, 300 obus.", ".."),
        ("Mardi, 300 obus.", ".."),
        ("À ce jour, 300 obus.", ".."),
        ("Du 26 août au 14 novembre, 300 obus.", ".."),
        ("Depuis 2023, 300 obus.", "2023-01-01.."),
        ("En mars 2024, 300 obus.", "2024-03-01..2024-03-31"),
    ],
)
def test_without_a_reference(text: str, expected: str) -> None:
    """What needs the reference keeps its words, with null dates."""
    assert [dates(period) for period in find_periods(text, None)] == [expected]


def test_a_reference_that_is_no_date_is_refused() -> None:
    """A misuse is told."""
    with pytest.raises(ValueError, match="hier"):
        find_periods("En mars, 300 obus.", "hier")


def test_an_anaphor_passes_over_the_day_of_a_statement() -> None:
    """« La même année » is not that of « mardi »."""
    text = "En 2023, 300 chars ont brûlé, a dit mardi Kiev.\n\nLa même année, Moscou en a perdu 900."
    assert dates(find_periods(text, REFERENCE)[-1]) == "2023-01-01..2023-12-31"
