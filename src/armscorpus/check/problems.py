"""Problems: what a rule says against an article, where, and how it is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from enum import StrEnum

from armscorpus.check.options import Level
from armscorpus.check.places import Origin, Region
from armscorpus.check.rules import Rule
from armscorpus.models import Article, Claim, Record

FINGERPRINT = 16
"""Hexadecimal digits of a fingerprint."""


class Accepted(StrEnum):
    """Where somebody has accepted a problem: in the front matter of the article, or in a baseline."""

    IN_ARTICLE = "article"
    IN_BASELINE = "baseline"


class Acceptance(Record):
    """That a problem is known and left as it is, and why; a baseline may give no reason."""

    where: Accepted
    """Where somebody said so."""
    reason: str | None = None
    """Why; null where a baseline gives none."""


class Problem(Region):
    """What a rule says against an article; its lines and columns are those of the figure in the file."""

    rule: str
    """The id of the rule, which never changes."""
    name: str
    """The name of the rule."""
    level: Level
    """How much it matters."""
    path: str
    """The file."""
    sentence: Region = Region()
    """Where the sentence of the figure stands in it."""
    quotation: str = ""
    """The words of the figure."""
    why: str
    """The reason, in one sentence."""
    claim: Claim | None = None
    """The claim that it is about; null where it is about the whole article."""
    others: tuple[Claim, ...] = ()
    """The claims that it is compared with, the worst first."""
    fingerprint: str = ""
    """The same as long as rule, path and words are, wherever they stand."""
    accepted: Acceptance | None = None
    """Where and why it was accepted; null unless somebody has."""


def problem_at(
    article: Article, origin: Origin, rule: Rule, claim: Claim, why: str, others: tuple[Claim, ...] = ()
) -> Problem:
    """Return the problem of a figure."""
    sentence = claim.evidence.sentence if claim.evidence else claim.span
    return Problem(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        path=origin.path,
        **origin.region(article.text, claim.span).model_dump(),
        sentence=origin.region(article.text, sentence),
        quotation=" ".join(article.text[slice(*sentence)].split()),
        why=why,
        claim=claim,
        others=others,
    )


def problem_of(rule: Rule, origin: Origin, why: str) -> Problem:
    """Return the problem of a file as a whole, on its first line."""
    first = Region(line=origin.line, end_line=origin.line)
    return Problem(
        rule=rule.id,
        name=rule.name,
        level=rule.level,
        path=origin.path,
        **first.model_dump(),
        sentence=first,
        why=why,
    )


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems by path, place and rule, each with its fingerprint."""
    seen: dict[str, int] = {}
    placed = sorted(problems, key=lambda p: (p.path, p.line, p.column, p.rule, p.why))
    return [problem.model_copy(update={"fingerprint": _fingerprint(problem, seen)}) for problem in placed]


def _fingerprint(problem: Problem, seen: dict[str, int]) -> str:
    """Return a fingerprint without positions; of several problems with the same words, it counts them."""
    figure = problem.claim.text if problem.claim else ""
    words = "\n".join((problem.rule, problem.path, figure, problem.quotation))
    seen[words] = seen.get(words, 0) + 1
    return hashlib.sha256(f"{words}\n{seen[words]}".encode()).hexdigest()[:FINGERPRINT]
