"""Problems as the results of tests in JUnit's XML, which every CI server shows.

An article is a test: a server lists tests by name, so that the list of failures is the list of the articles that need
work, and a server that keeps the history of a test keeps that of an article. What fails an article stands in its
failure; what does not, in its output.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from armscorpus.check.formats.counting import count_levels
from armscorpus.check.formats.text import text_line
from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.report.formats import Language
from armscorpus.report.languages import problem_words_in
from armscorpus.untrusted import printable

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""

NAME = "armscorpus check"


def render_junit(report: Report) -> str:
    """Return a suite with a test for each file that was checked."""
    failed = len({problem.path for problem in report.problems if report.fails(problem)})
    counts = {"name": NAME, "tests": str(len(report.paths)), "failures": str(failed), "errors": "0"}
    suites = Element("testsuites", counts)
    suite = SubElement(suites, "testsuite", counts)
    for path, problems in report.by_path.items():
        test = SubElement(suite, "testcase", name=_legal(path), classname=NAME)
        _add_failure(test, [problem for problem in problems if report.fails(problem)], report.language)
        _add_output(test, [problem for problem in problems if not report.fails(problem)], report.language)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _add_failure(test: Element, problems: Sequence[Problem], language: Language) -> None:
    if problems:
        failure = SubElement(test, "failure", type="problems", message=count_levels(problems, language))
        failure.text = _lines(problems, language)


def _add_output(test: Element, problems: Sequence[Problem], language: Language) -> None:
    if problems:
        SubElement(test, "system-out").text = _lines(problems, language)


def _lines(problems: Iterable[Problem], language: Language) -> str:
    """Return a block of lines for each problem: what it is, where it is said, whether it is accepted."""
    return "\n".join(_legal(line) for problem in problems for line in _block(problem, language))


def _block(problem: Problem, language: Language) -> Iterable[str]:
    yield text_line(problem)
    if problem.quotation:
        yield f"    « {printable(problem.quotation)} »"
    if problem.accepted:
        words = problem_words_in(language)
        reason = problem.accepted.reason or words.where[problem.accepted.where]
        yield f"    {words.sentence['accepted'].format(reason=printable(reason))}"


def _legal(text: str) -> str:
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", printable(text))
