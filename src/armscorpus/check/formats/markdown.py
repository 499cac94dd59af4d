"""Problems as Markdown for people: the summary of a job, or a comment."""

from __future__ import annotations

from collections.abc import Iterator

from armscorpus.check.formats.counting import count_levels, count_of
from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report
from armscorpus.report.formats import Language
from armscorpus.report.languages import TYPOGRAPHY, problem_words_in
from armscorpus.untrusted import markdown_text

COLUMNS = ("line", "level", "rule", "why", "sentence")


def render_markdown(report: Report) -> str:
    """Return the counts, and a table for each article that has problems which nobody has accepted."""
    return "".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    headings = [problem_words_in(report.language).heading[column] for column in COLUMNS]
    yield f"## armscorpus check\n\n{_headline(report)}\n"
    for path, problems in report.by_path.items():
        standing = [problem for problem in problems if problem.accepted is None]
        if standing:
            yield f"\n### {markdown_text(path)}\n\n"
            yield f"| {' | '.join(headings)} |\n|{'---|' * len(headings)}\n"
            yield from (_row(problem, report.language) for problem in standing)


def _headline(report: Report) -> str:
    said = problem_words_in(report.language).sentence
    affected = len({problem.path for problem in report.standing})
    total = len(report.paths)
    first = said["some" if affected else "none"].format(
        problems=count_levels(report.standing, report.language),
        count=affected,
        affected=count_of(affected, "article", report.language),
        total=total,
        checked=count_of(total, "article", report.language),
    )
    accepted = len(report.problems) - len(report.standing)
    hidden = said["hidden"].format(accepted=count_of(accepted, "accepted", report.language))
    return f"{first} {hidden}" if accepted else first


def _row(problem: Problem, language: Language) -> str:
    level, _ = problem_words_in(language).noun[problem.level]
    rule = f"{problem.rule} {problem.name}"
    sentence = TYPOGRAPHY[language].quoted.format(_quoted(problem)) if problem.quotation else ""
    cells = (str(problem.line), level, rule, markdown_text(problem.why), sentence)
    return f"| {' | '.join(cells)} |\n"


def _quoted(problem: Problem) -> str:
    """Return the sentence with the figure in bold, where it has it."""
    figure = " ".join(problem.claim.text.split()) if problem.claim else ""
    if not figure or figure not in problem.quotation:
        return markdown_text(problem.quotation)
    before, _, after = problem.quotation.partition(figure)
    return f"{markdown_text(before)}**{markdown_text(figure)}**{markdown_text(after)}"
