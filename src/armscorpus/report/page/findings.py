"""Findings as the page shows them: the reason, and the sentences of the articles behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from armscorpus.models import Article, Finding
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.page.quoted import Quoted, quote, sentence_of


class Told(NamedTuple):
    """A finding in words."""

    rule: str
    label: str
    why: str
    quoted: tuple[Quoted, ...]


def told(finding: Finding, articles: Mapping[str, Article], language: Language) -> Told:
    """Return a finding with the sentences of its claims, each once."""
    label = labels_in(language).finding[finding.rule]
    why = sentence_of(finding.why, language)
    return Told(finding.rule, label, why, quote(finding.claims, articles, language))
