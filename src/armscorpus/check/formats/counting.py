"""Numbers of problems and articles, in the words of a language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from armscorpus.check.options import Level
from armscorpus.check.problems import Problem
from armscorpus.report.formats import Language
from armscorpus.report.languages import problem_words_in


def count_levels(problems: Iterable[Problem], language: Language) -> str:
    """Return how many problems there are of each level that has any, as in « 1 error, 2 notes »."""
    counts = Counter(problem.level for problem in problems)
    return ", ".join(count_of(counts[level], level, language) for level in Level if counts[level])


def count_of(number: int, noun: str, language: Language) -> str:
    """Return a number with its noun."""
    words = problem_words_in(language)
    one, several = words.noun[noun]
    return f"{number} {one if number in words.singular else several}"
