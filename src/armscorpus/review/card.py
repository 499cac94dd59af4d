"""A claim as a person judges it: why it is doubtful, its sentence with the parts marked, its fields, its disputes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from babel.numbers import format_decimal

from armscorpus.lexicon.review import ReviewWords
from armscorpus.lexicon.translated import load_in
from armscorpus.models import Article, Claim, Finding, Relation, Span
from armscorpus.reconcile import Doubtful
from armscorpus.reconcile.doubt import Reason
from armscorpus.report.claims import NOTHING, render_article, render_name
from armscorpus.report.dates import render_period
from armscorpus.report.evidence import paragraph_of, roles_of
from armscorpus.report.formats import Language
from armscorpus.report.groups import source_of
from armscorpus.report.languages import TYPOGRAPHY, labels_in
from armscorpus.report.numbers import render_interval, render_quantity
from armscorpus.report.parties import render_party, render_source, render_speaker
from armscorpus.report.terminal import Cell, Console, Grid
from armscorpus.report.typography import line_spans, wrap
from armscorpus.review.desk import Desk
from armscorpus.untrusted import printable

STYLES = {
    "number": "bold reverse",
    "noun": "bold underline yellow",
    "period": "underline magenta",
    "supplier": "bold red",
    "recipient": "bold italic green",
    "source": "italic blue",
    "predicate": "underline italic",
}
"""How the parts of a sentence look; no two are alike without colours."""

ROLES = {"quantity": "number", "object": "noun", "event": "predicate"}
"""The part that shows a field, where it is not called as the field is."""

RULES = {"object": "topics"}
"""The field whose rule says where another one is from."""

END = re.compile(r"[.!?…][»”\"’)\]]*\s+(?=[«“\"(\[]?\s*[A-ZÀ-ÖØ-Þ0-9])|\n\s*")
LABEL_WIDTH, VALUE_SHARE, NARROW = 12, 0.5, 70
SHOWN, KIND_WIDTH = 4, 13


class View(NamedTuple):
    """What is shown, to whom: the desk, and the language of its words."""

    desk: Desk
    language: Language

    @property
    def words(self) -> ReviewWords:
        """The words of the screen."""
        return load_in(ReviewWords, self.language)

    def number(self, value: float) -> str:
        """Return a number from 0 to 1, to two decimals."""
        return str(format_decimal(value, format="0.00", locale=TYPOGRAPHY[self.language].locale))


def print_card(console: Console, view: View, item: Doubtful, article: Article) -> None:
    """Print all that a person needs to judge a claim."""
    claim = view.desk.corrected(item.claim)
    if item.doubt.reasons:
        reasons = " · ".join(doubts_in_words(item.doubt.reasons, view.words))
        _print_wrapped(console, reasons, "italic")
    _print_disputes(console, item, view)
    console.print_line()
    _print_sentence(console, claim, article.text)
    console.print_line()
    _print_fields(console, claim, view)


def doubts_in_words(reasons: Iterable[Reason], words: ReviewWords) -> list[str]:
    """Return why a claim is doubtful, the weightiest first; fields that are inferred in one way are told together."""
    told: dict[tuple[str, str], list[Reason]] = defaultdict(list)
    for reason in reasons:
        guess = words.guess.get(reason.rule, words.guess["other"]) if reason.field else ""
        told[reason.name, guess].append(reason)
    return [
        words.doubt[name].format(
            fields=", ".join(words.field.get(reason.field, reason.field) for reason in alike),
            guess=guess,
            **alike[0].said,
        )
        for (name, guess), alike in told.items()
    ]


def _print_wrapped(console: Console, text: str, style: str) -> None:
    for line in wrap(printable(text), console.width).split("\n"):
        console.print_line(Cell(line, style))


def _print_sentence(console: Console, claim: Claim, text: str) -> None:
    """Print the sentence of a claim with its parts marked, between its neighbours in the paragraph."""
    sentence = claim.evidence.sentence if claim.evidence else paragraph_of(claim.span, text)
    spans = claim.evidence.spans if claim.evidence else {"number": claim.span}
    first, last = _start_before(text, sentence.start), _end_after(text, sentence.end)
    passage = printable(text[first:last]).rstrip()
    own = Span(sentence.start - first, sentence.end - first)
    roles = roles_of({role: Span(a - first, b - first) for role, (a, b) in spans.items()}, len(passage))
    styles = [
        STYLES.get(role, "" if own.start <= place < own.end else "dim") for place, role in enumerate(roles)
    ]
    for start, end in line_spans(passage, console.width):
        runs = [(style, [*run]) for style, run in groupby(range(start, end), key=styles.__getitem__)]
        console.print_line(*(Cell(passage[run[0] : run[-1] + 1], style) for style, run in runs))


def _start_before(text: str, start: int) -> int:
    """Return where the sentence before a place begins, in its paragraph."""
    paragraph = text.rfind("\n", 0, start) + 1
    ends = [match.end() for match in END.finditer(text, paragraph, start)]
    return next((end for end in reversed(ends) if end < start), paragraph)


def _end_after(text: str, end: int) -> int:
    """Return where the sentence after a place ends, in its paragraph."""
    newline = text.find("\n", end)
    paragraph = len(text) if newline == -1 else newline
    begin = end + len(text[end:paragraph]) - len(text[end:paragraph].lstrip())
    stop = END.search(text, begin, paragraph)
    return stop.end() if stop else paragraph


def _print_fields(console: Console, claim: Claim, view: View) -> None:
    """Print each field with its value and its rule, in the style of its part of the sentence."""
    grid = Grid.filled(console, LABEL_WIDTH, int((console.width - LABEL_WIDTH) * VALUE_SHARE))
    rules = claim.evidence.rules if claim.evidence else {}
    implied = claim.evidence.implied if claim.evidence else ()
    for field, value in _values(claim, view).items():
        is_implied = field in implied and value
        mark = f"{view.words.screen['implied']} " if is_implied else ""
        style = STYLES.get(ROLES.get(field, field), "")
        rule = rules.get(RULES.get(field, field), "") if value else ""
        if console.width < NARROW:
            rule = rule.partition(".")[2] or rule  # its first word says again which field it makes
        grid.print_row(
            Cell(view.words.field[field], style),
            Cell(value or NOTHING, "" if value else "dim"),
            Cell(mark + rule, "bold" if is_implied else "dim"),
        )


def _values(claim: Claim, view: View) -> dict[str, str]:
    language, labels = view.language, labels_in(view.language)
    low, high = claim.quantity.low, claim.quantity.high
    fields = {
        "quantity": f"{render_quantity(claim.quantity, language)} [{render_interval(low, high, language)}]",
        "object": claim.object or "",
        "topics": ", ".join(claim.topics),
        "event": labels.event[claim.event],
        "supplier": render_party(claim.supplier, language),
        "recipient": render_party(claim.recipient, language),
        "period": render_period(claim.period, language),
        "source": render_source(claim.source),
        "speaker": render_speaker(claim.source, labels, language),
        "modality": labels.modality[claim.modality],
        "article": render_article(claim.article),
    }
    return fields if fields["speaker"] else {name: fields[name] for name in fields if name != "speaker"}


def _print_disputes(console: Console, item: Doubtful, view: View) -> None:
    """Print a line for each dispute and each finding, the most severe first."""
    lines = [dispute_line(relation, item.claim, view) for relation in item.disputes()]
    lines += [_finding_line(finding, view) for finding in item.findings]
    for kind, text in lines[:SHOWN]:
        line = f"{kind:<{KIND_WIDTH}} {printable(text)}"
        console.print_line(Cell(line if len(line) <= console.width else f"{line[: console.width - 1]}…"))
    if len(lines) > SHOWN:
        console.print_line(Cell(view.words.screen["more"].format(count=len(lines) - SHOWN), "dim"))


def other_of(relation: Relation, claim: Claim) -> Claim:
    """Return the claim of a relation that is not this one."""
    return relation.b if relation.a.id == claim.id else relation.a


def dispute_line(relation: Relation, claim: Claim, view: View) -> tuple[str, str]:
    """Return what a dispute is called, and its severity with what the other claim says, and what was decided of it."""
    other = other_of(relation, claim)
    labels = labels_in(view.language)
    judgement = view.desk.decision_on(relation.a.id, relation.b.id) or view.desk.decision_on(other.id)
    decided = f"[{labels.decision[judgement.decision]}] " if judgement else ""
    says = quoted_claim(other, view.language)
    return labels.relation[relation.relation], f"{view.number(relation.severity)} {decided}{says}"


def quoted_claim(claim: Claim, language: Language) -> str:
    """Return the words of a claim with its source and the name of its article."""
    words = TYPOGRAPHY[language].quoted.format(claim.text)
    return f"{words} ({source_of(claim)}, {render_name(claim.article)})"


def _finding_line(finding: Finding, view: View) -> tuple[str, str]:
    return view.words.screen["finding"], f"{view.number(finding.severity)} {finding.why}"
