"""Standard output: each kind of record as a table or in a format for other programs.

What only one of the two needs is imported where it is used, for the sake of a quick start.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from armscorpus.claims_file import claim_line, relation_line
from armscorpus.lexicon.schema import Topics
from armscorpus.models import Article, Claim, RelationKind
from armscorpus.report.exports import CLAIM_COLUMNS, RELATION_COLUMNS, TOPIC_COLUMNS, write_records
from armscorpus.report.formats import Format

DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})


def print_claims(claims: Iterable[Claim], form: Format) -> None:
    """Print claims in the order given."""
    if form is not Format.TABLE:
        write_records(sys.stdout, map(claim_line, claims), form, CLAIM_COLUMNS)
        return
    from armscorpus.report.claims import print_table
    from armscorpus.report.terminal import open_console

    print_table(open_console(), claims)


def print_summary(results: Iterable[tuple[Article, list[Claim]]]) -> None:
    """Print how many claims of which topics each article has."""
    from armscorpus.report import summary
    from armscorpus.report.terminal import open_console

    summary.print_summary(open_console(), results)


def print_topics(catalogue: Topics, form: Format) -> None:
    """Print the topics of the catalogue, in its order."""
    if form is not Format.TABLE:
        topics = (topic.model_dump(mode="json", include=set(TOPIC_COLUMNS)) for topic in catalogue.topic)
        write_records(sys.stdout, topics, form, TOPIC_COLUMNS)
        return
    from armscorpus.report.catalogue import print_catalogue
    from armscorpus.report.terminal import open_console

    print_catalogue(open_console(), catalogue)


def print_evidence(claim: Claim, article: Article, form: Format, *, explain: bool) -> None:
    """Print a claim in its sentence; on request with the rules that made it."""
    if form is not Format.TABLE:
        write_records(sys.stdout, [claim.model_dump(mode="json")], form, CLAIM_COLUMNS)
        return
    from armscorpus.report.evidence import print_claim
    from armscorpus.report.terminal import open_console

    print_claim(open_console(), claim, article, explain=explain)


def print_comparison(claims: Iterable[Claim], form: Format, *, everything: bool) -> int:
    """Compare claims and print what disputes them, or everything that relates them, most severe first.

    A table shows groups, the other formats each relation. Returns how many there are.
    """
    from armscorpus.reconcile import pairwise, reconcile

    kinds = frozenset(RelationKind) if everything else DISPUTES
    if form is not Format.TABLE:
        related = [relation for relation in pairwise(claims) if relation.relation in kinds]
        related.sort(key=lambda relation: -relation.severity)
        write_records(sys.stdout, map(relation_line, related), form, RELATION_COLUMNS)
        return len(related)
    from armscorpus.report.groups import SHOWN, print_groups
    from armscorpus.report.terminal import open_console

    groups = [group for group in reconcile(claims) if any(r.relation in kinds for r in group.relations)]
    print_groups(open_console(), groups, kinds, None if everything else SHOWN)
    return len(groups)
