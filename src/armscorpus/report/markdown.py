"""Groups of claims as Markdown: a heading, a table of figures and a list of reasons for each."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from armscorpus.models import Claim, Finding, Relation
from armscorpus.reconcile import Group
from armscorpus.report.claims import render_name
from armscorpus.report.dates import render_period, render_published
from armscorpus.report.formats import Language
from armscorpus.report.groups import facts_of, figure_of, source_of
from armscorpus.report.headlines import headline
from armscorpus.report.languages import labels_in
from armscorpus.report.numbers import render_quantity
from armscorpus.report.parties import render_parties, render_source
from armscorpus.report.printing import markdown_table
from armscorpus.untrusted import markdown_text

COLUMNS = ("claim", "quantity", "period", "source", "article")
CLAIM_COLUMNS = ("claim", "quantity", "period", "parties", "source", "modality", "article", "words")


def claim_table(claims: Iterable[Claim], language: Language) -> Iterator[str]:
    """Yield a table of claims for a person: each figure with its source, its article and its words."""
    labels = labels_in(language)
    return markdown_table(
        (labels.heading[column] for column in CLAIM_COLUMNS), (_row(claim, language) for claim in claims)
    )


def _row(claim: Claim, language: Language) -> list[str]:
    article = claim.article
    said = (article.title, article.publisher, render_published(article.published, language), article.path)
    return [
        claim.id,
        f"{render_quantity(claim.quantity, language)} {claim.object or ''}".rstrip(),
        render_period(claim.period, language),
        render_parties(claim, language),
        render_source(claim.source),
        labels_in(language).modality[claim.modality],
        ", ".join(filter(None, said)),
        claim.text,
    ]


def write_groups(
    groups: Iterable[tuple[Group, list[Relation]]], findings: list[Finding], language: Language
) -> None:
    """Write groups with the relations given, and what the claims together say, to standard output."""
    for group, relations in groups:
        sys.stdout.writelines(_lines(group, relations, language))
    if findings:
        sys.stdout.write(f"## {labels_in(language).heading['findings']}\n\n")
        sys.stdout.writelines(
            f"- {markdown_text(finding.why)} ({finding.severity})\n" for finding in findings
        )


def _lines(group: Group, relations: list[Relation], language: Language) -> Iterator[str]:
    labels = labels_in(language)
    yield f"## {markdown_text(headline(group, language))}\n\n"
    yield f"{markdown_text(' · '.join(facts_of(group, language)))}\n\n"
    yield from markdown_table(
        (labels.heading[column] for column in COLUMNS),
        (
            (
                claim.id,
                figure_of(claim, language),
                render_period(claim.period, language),
                source_of(claim),
                render_name(claim.article),
            )
            for claim in group.claims
        ),
    )
    yield "\n"
    for relation in relations:
        kind = labels.relation[relation.relation]
        yield f"- **{kind}** ({relation.severity}) {markdown_text(relation.why)}\n"
    yield "\n"
