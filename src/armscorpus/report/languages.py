"""What differs between the languages of pages and figures: CLDR does the rest."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeVar

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.lexicon.page import PageWords
from armscorpus.lexicon.problems import ProblemWords
from armscorpus.lexicon.table import Table
from armscorpus.report.formats import Language

T = TypeVar("T", bound=Table)


class Typography(NamedTuple):
    """How a language sets figures and dates; `since` and `until` take a day, `quoted` takes words."""

    locale: str
    thousand_million: str
    since: str
    until: str
    quoted: str


TYPOGRAPHY = {
    Language.FRENCH: Typography("fr", "Md", "depuis le {}", "jusqu’au {}", "«\u00a0{}\u00a0»"),
    Language.ENGLISH: Typography("en_GB", "bn", "since {}", "until {}", "“{}”"),
}


@cache
def labels_in(language: Language) -> Labels:
    """Return what a language calls the values of the records."""
    return _table_in(language, Labels)


@cache
def page_words_in(language: Language) -> PageWords:
    """Return the words of the page of a report."""
    return _table_in(language, PageWords)


@cache
def problem_words_in(language: Language) -> ProblemWords:
    """Return the words of a report of the check."""
    return _table_in(language, ProblemWords)


def _table_in(language: Language, table: type[T]) -> T:
    if language is Language.FRENCH:
        return load(table)
    path = files("armscorpus.lexicon") / language.value / f"{table.file}.toml"
    return table.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
