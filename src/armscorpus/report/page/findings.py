"""Findings as the page shows them: the reason, and the sentences of the articles behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from armscorpus.models import Article, Claim, Finding
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.page.quantities import Side, sentence_of, side_of
from armscorpus.untrusted import visible

MOST = 300
"""Characters of a sentence that are quoted at most."""


class Quoted(NamedTuple):
    """A sentence of an article, empty where its text is not known, and the figures in it that a finding concerns."""

    sentence: str
    article: str
    sides: list[Side]


class Told(NamedTuple):
    """A finding in words."""

    rule: str
    label: str
    why: str
    quoted: list[Quoted]


def told(finding: Finding, articles: Mapping[str, Article], language: Language) -> Told:
    """Return a finding with the sentences of its claims, each once."""
    label = labels_in(language).finding[finding.rule]
    why = sentence_of(finding.why, language)
    return Told(finding.rule, label, why, list(_quoted(finding.claims, articles, language)))


def _quoted(claims: Iterable[Claim], articles: Mapping[str, Article], language: Language) -> Iterable[Quoted]:
    by_sentence: dict[object, Quoted] = {}
    for claim in claims:
        place = claim.evidence.sentence if claim.evidence else claim.span
        article = claim.article
        empty = Quoted(_sentence(claim, articles), visible(article.title or article.path), [])
        by_sentence.setdefault((article.id, place), empty).sides.append(side_of(claim, language))
    return by_sentence.values()


def _sentence(claim: Claim, articles: Mapping[str, Article]) -> str:
    """Return the sentence of a claim; of a very long one what stands round the figure."""
    article = articles.get(claim.article.id)
    if article is None or claim.evidence is None:
        return ""
    start, end = claim.evidence.sentence
    first = max(start, min(claim.span.start - MOST // 2, end - MOST))
    last = min(end, first + MOST)
    text = " ".join(visible(article.text[first:last]).split())
    return f"{'…' if first > start else ''}{text}{'…' if last < end else ''}"
