"""Problems as Markdown for people: the summary of a job, or a comment."""

from __future__ import annotations

from collections.abc import Iterator

from armscorpus.check.problems import Problem
from armscorpus.check.reporting import Report, count_levels, count_of
from armscorpus.report.exports import markdown_text

HEADINGS = ("Line", "Level", "Rule", "Why", "Sentence")


def render_markdown(report: Report) -> str:
    """Return the counts, and a table for each article that has problems which nobody has accepted."""
    return "".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"## armscorpus check\n\n{_headline(report)}\n"
    for path in report.paths:
        problems = [problem for problem in report.of_path(path) if problem.accepted is None]
        if problems:
            yield f"\n### {_inert(path)}\n\n"
            yield f"| {' | '.join(HEADINGS)} |\n|{'---|' * len(HEADINGS)}\n"
            yield from map(_row, problems)


def _headline(report: Report) -> str:
    articles = len({problem.path for problem in report.standing})
    where = f" in {articles} of {count_of(len(report.paths), 'article')}"
    accepted = len(report.problems) - len(report.standing)
    rest = f" {count_of(accepted, 'accepted problem')} not shown." if accepted else ""
    if not articles:
        return f"No problem in {count_of(len(report.paths), 'article')}.{rest}"
    return f"**{count_levels(report.standing)}**{where}.{rest}"


def _row(problem: Problem) -> str:
    rule = f"{problem.rule} {problem.name}"
    sentence = f"« {_quoted(problem)} »" if problem.quotation else ""
    cells = (str(problem.line), problem.level, rule, _inert(problem.why), sentence)
    return f"| {' | '.join(cells)} |\n"


def _quoted(problem: Problem) -> str:
    """Return the sentence with the figure in bold, where it has it."""
    figure = " ".join(problem.claim.text.split()) if problem.claim else ""
    if not figure or figure not in problem.quotation:
        return _inert(problem.quotation)
    before, _, after = problem.quotation.partition(figure)
    return f"{_inert(before)}**{_inert(figure)}**{_inert(after)}"


def _inert(text: str) -> str:
    """Return a text in which nothing is Markdown or HTML, nor becomes a link by itself, nor calls somebody."""
    return markdown_text(text).replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")
