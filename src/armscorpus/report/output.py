"""Standard output: each kind of record as a table or in a format for other programs.

What only one of the two needs is imported where it is used, for the sake of a quick start.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from armscorpus.models import Article, Claim, RelationKind
from armscorpus.report.formats import Format

if TYPE_CHECKING:
    from armscorpus.lexicon.schema import Topics

DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})


def print_claims(claims: Iterable[Claim], form: Format) -> None:
    """Print claims in the order given."""
    if form is Format.TABLE:
        from armscorpus.report.claims import print_table
        from armscorpus.report.terminal import open_console

        print_table(open_console(), claims)
    else:
        from armscorpus.report.exports import write_claims

        write_claims(claims, form)


def print_summary(results: Iterable[tuple[Article, list[Claim]]]) -> None:
    """Print how many claims of which topics each article has."""
    from armscorpus.report.summary import print_rows
    from armscorpus.report.terminal import open_console

    print_rows(open_console(), results)


def print_topics(catalogue: Topics, form: Format) -> None:
    """Print the topics of the catalogue, in its order."""
    if form is Format.TABLE:
        from armscorpus.report.catalogue import print_catalogue
        from armscorpus.report.terminal import open_console

        print_catalogue(open_console(), catalogue)
    else:
        from armscorpus.report.exports import write_topics

        write_topics(catalogue.topic, form)


def print_evidence(claim: Claim, article: Article, form: Format, *, explain: bool) -> None:
    """Print a claim in its sentence, and on request the rules that made it, as other formats always do."""
    if form is Format.TABLE:
        from armscorpus.report.evidence import print_claim
        from armscorpus.report.terminal import open_console

        print_claim(open_console(), claim, article, explain=explain)
    else:
        from armscorpus.report.exports import write_evidence

        write_evidence(claim, form)


def print_comparison(claims: Iterable[Claim], form: Format, *, everything: bool) -> int:
    """Compare claims and print what disputes them, or everything that relates them, most severe first.

    A table shows groups, the other formats each relation. Returns how many there are.
    """
    from armscorpus.reconcile import pairwise, reconcile

    kinds = frozenset(RelationKind) if everything else DISPUTES
    if form is Format.TABLE:
        from armscorpus.report.groups import SHOWN, print_groups
        from armscorpus.report.terminal import open_console

        groups = [group for group in reconcile(claims) if any(r.relation in kinds for r in group.relations)]
        print_groups(open_console(), groups, kinds, None if everything else SHOWN)
        return len(groups)
    from armscorpus.report.exports import write_relations

    related = [relation for relation in pairwise(claims) if relation.relation in kinds]
    write_relations(sorted(related, key=lambda relation: -relation.severity), form)
    return len(related)
