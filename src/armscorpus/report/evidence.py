"""One claim with its evidence: the sentence with its parts marked, the fields, and the rules behind them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, groupby

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import Article, ArticleRef, Claim, Evidence, Judgement, Span
from armscorpus.reconcile.judgements import standing
from armscorpus.report.claims import ID_LENGTH, NOTHING, render_counted
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.judgements import render_judgement
from armscorpus.report.numbers import render_interval
from armscorpus.report.parties import render_parties, render_source, render_speaker
from armscorpus.report.terminal import Cell, Console, Grid
from armscorpus.report.typography import NO_BREAK, line_spans
from armscorpus.untrusted import printable

STYLES = {
    "number": "bold magenta",
    "noun": "bold yellow",
    "period": "cyan",
    "supplier": "red",
    "recipient": "green",
    "source": "blue",
    "predicate": "italic",
}
ROLES = {"quantity": "number", "topics": "noun", "event": "predicate"}
"""The part of the sentence that shows a field, where it is not called as the field is."""

LABEL_WIDTH, FIELD_WIDTH, RULE_WIDTH = 10, 20, 26


def print_claim(
    console: Console, claim: Claim, article: Article, judgements: Iterable[Judgement], *, explain: bool
) -> None:
    """Print the sentence of a claim with its parts marked, its fields, what people decided, on request the rules."""
    _print_sentence(console, claim, article.text)
    _print_fields(console, claim)
    _print_judgements(console, claim, judgements)
    if explain and claim.evidence:
        _print_rules(console, claim.evidence, article.text)


def _print_sentence(console: Console, claim: Claim, text: str) -> None:
    start, end = claim.evidence.sentence if claim.evidence else paragraph_of(claim.span, text)
    spans = claim.evidence.spans if claim.evidence else {"number": claim.span}
    sentence = printable(text[start:end])
    roles = roles_of({role: Span(a - start, b - start) for role, (a, b) in spans.items()}, len(sentence))
    for line in line_spans(sentence, console.width):
        _print_line(console, sentence[slice(*line)], roles[slice(*line)])
    labels = load(Labels).role
    legend = [Cell(labels[role], STYLES[role]) for role in STYLES if role in roles]
    console.print_line(*(cell for part in legend for cell in (part, Cell("  "))))
    console.print_line()


def paragraph_of(span: Span, text: str) -> Span:
    """Return the paragraph in which a span stands."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end == -1 else end)


def roles_of(spans: dict[str, Span], length: int) -> list[str]:
    """Return the role of each character of a sentence; where spans overlap, that of the shortest."""
    roles = [""] * length
    for role, (start, end) in sorted(spans.items(), key=lambda item: item[1].start - item[1].end):
        first, last = max(start, 0), min(end, length)
        if role in STYLES and first < last:
            roles[first:last] = [role] * (last - first)
    return roles


def _print_line(console: Console, line: str, roles: list[str]) -> None:
    """Print a line with its parts in colour; without colour, with a row of the roles' initials under them."""
    runs = [(role, len([*run])) for role, run in groupby(roles)]
    ends = [*accumulate(length for _, length in runs)]
    console.print_line(
        *(
            Cell(line[end - length : end], STYLES.get(role, ""))
            for (role, length), end in zip(runs, ends, strict=True)
        )
    )
    if any(roles) and not console.has_colour:
        labels = load(Labels).role
        console.print_line(Cell("".join(labels[role][0] if role else " " for role in roles).rstrip()))


def _print_fields(console: Console, claim: Claim) -> None:
    labels = load(Labels)
    low, high = claim.quantity.low, claim.quantity.high
    period = render_period(claim.period)
    if claim.period.text and not period.startswith("«"):
        period += f" («{NO_BREAK}{claim.period.text}{NO_BREAK}»)"
    fields = {
        "claim": claim.id,
        "quantity": f"{render_counted(claim)} [{render_interval(low, high)}]",
        "topics": ", ".join(claim.topics),
        "event": labels.event[claim.event],
        "parties": render_parties(claim),
        "period": period,
        "source": render_source(claim.source),
        "speaker": render_speaker(claim.source, labels),
        "modality": labels.modality[claim.modality],
        "article": _citation(claim.article),
    }
    grid = Grid.filled(console, LABEL_WIDTH)
    for field, value in fields.items():
        if field == "speaker" and not value:
            continue
        grid.print_row(labels.heading[field], value or NOTHING)


def _print_judgements(console: Console, claim: Claim, judgements: Iterable[Judgement]) -> None:
    """Print a row for each decision that holds, with the other claim where it is about two."""
    grid, heading = Grid.filled(console, LABEL_WIDTH), load(Labels).heading["decision"]
    for judgement in standing(judgements):
        others = [f"{other[:ID_LENGTH]}{NO_BREAK}: " for other in judgement.claims if other != claim.id]
        grid.print_row(heading, "".join(others) + render_judgement(judgement))


def _citation(article: ArticleRef) -> str:
    """Return title, publisher, date and path, as far as they are known."""
    title = f"«{NO_BREAK}{article.title}{NO_BREAK}»" if article.title else None
    known = (title, article.publisher, render_published(article.published), article.path)
    return ", ".join(part for part in known if part)


def _print_rules(console: Console, evidence: Evidence, text: str) -> None:
    heading = load(Labels).heading
    grid = Grid.filled(console, FIELD_WIDTH, RULE_WIDTH)
    console.print_line()
    grid.print_row(heading["field"], heading["rule"], heading["words"], style="bold")
    for field, rule in evidence.rules.items():
        implied = f" ({heading['implied']})" if field in evidence.implied else ""
        span = evidence.spans.get(ROLES.get(field, field))
        grid.print_row(field + implied, rule, text[span.start : span.end] if span else "")
