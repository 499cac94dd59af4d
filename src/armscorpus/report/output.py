"""Standard output: each kind of record as a table or in a format for other programs.

What only one of the two needs is imported where it is used, for the sake of a quick start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from armscorpus.models import Article, Claim, Decision, Judgement, Relation, RelationKind
from armscorpus.report.formats import Format, Language

if TYPE_CHECKING:
    from armscorpus.lexicon.schema import Topics
    from armscorpus.reconcile import Group

DISPUTES = frozenset({RelationKind.CONFLICT, RelationKind.DIVERGENCE})


def print_claims(
    claims: Iterable[Claim], form: Format, decisions: Mapping[str, Decision] = MappingProxyType({})
) -> None:
    """Print claims in the order given, in a table with what people decided about them, by their ids."""
    if form is Format.TABLE:
        from armscorpus.report.claims import print_table
        from armscorpus.report.terminal import open_console

        print_table(open_console(), claims, decisions)
    elif form is Format.MARKDOWN:
        from armscorpus.report.markdown import claim_table
        from armscorpus.report.printing import write_text

        write_text(claim_table(claims, Language.FRENCH))
    else:
        from armscorpus.interchange.shapes import CLAIMS
        from armscorpus.report.printing import write_records

        write_records(claims, CLAIMS, form)


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
        from armscorpus.interchange.topics import TOPICS, topic_line
        from armscorpus.report.printing import write_records

        write_records(map(topic_line, catalogue.topic), TOPICS, form)


def print_evidence(
    claim: Claim, article: Article, form: Format, judgements: Sequence[Judgement], *, explain: bool
) -> None:
    """Print a claim in its sentence, and on request the rules that made it, as other formats always do.

    A table ends with the judgements about it that hold.
    """
    if form is Format.TABLE:
        from armscorpus.report.evidence import print_claim
        from armscorpus.report.terminal import open_console

        print_claim(open_console(), claim, article, judgements, explain=explain)
    else:
        from armscorpus.interchange.shapes import CLAIMS_WITH_EVIDENCE
        from armscorpus.report.printing import write_records

        write_records([claim], CLAIMS_WITH_EVIDENCE, form)


def print_judgements(judgements: Iterable[Judgement], form: Format) -> None:
    """Print judgements in the order given."""
    if form is Format.TABLE:
        from armscorpus.report.judgements import print_table
        from armscorpus.report.terminal import open_console

        print_table(open_console(), judgements)
    else:
        from armscorpus.interchange.shapes import JUDGEMENTS
        from armscorpus.report.printing import write_records

        write_records(judgements, JUDGEMENTS, form)


class Wanted(NamedTuple):
    """Which relations are asked for: kinds, least severity, language of the reasons; and what people decided."""

    kinds: frozenset[RelationKind] = DISPUTES
    least: float = 0.0
    language: Language = Language.FRENCH
    judgements: tuple[Judgement, ...] = ()

    def takes(self, relation: Relation) -> bool:
        """Whether a relation is asked for."""
        return relation.relation in self.kinds and relation.severity >= self.least


def print_comparison(claims: Iterable[Claim], form: Format, wanted: Wanted) -> int:
    """Compare claims and print the relations that are wanted, most severe first.

    A table and Markdown show groups, the other formats each relation. Returns how many there are.
    """
    if form in {Format.TABLE, Format.MARKDOWN}:
        return _print_groups(list(claims), form, wanted)
    from armscorpus.claims_file import relation_line
    from armscorpus.interchange.shapes import RELATIONS
    from armscorpus.reconcile import pairwise
    from armscorpus.report.printing import write_records

    every = pairwise(claims, judgements=wanted.judgements, language=wanted.language)
    related = [relation for relation in every if wanted.takes(relation)]
    related.sort(key=lambda relation: -relation.severity)
    write_records(map(relation_line, related), RELATIONS, form)
    return len(related)


def _print_groups(claims: list[Claim], form: Format, wanted: Wanted) -> int:
    from armscorpus.reconcile import apply_judgements, find_findings

    chosen = list(_groups_of(claims, wanted))
    found = find_findings(apply_judgements(claims, wanted.judgements), language=wanted.language)
    findings = [finding for finding in found if finding.severity >= wanted.least]
    if form is Format.MARKDOWN:
        from armscorpus.report.markdown import write_groups

        write_groups(chosen, findings, wanted.language)
        return len(chosen) + len(findings)
    from armscorpus.report.groups import SHOWN, print_findings, print_groups
    from armscorpus.report.terminal import open_console

    console = open_console()
    print_groups(console, chosen, SHOWN if wanted.kinds == DISPUTES else None, wanted.language)
    print_findings(console, findings, wanted.language)
    return len(chosen) + len(findings)


def _groups_of(claims: list[Claim], wanted: Wanted) -> Iterator[tuple[Group, list[Relation]]]:
    """Yield the groups that have relations that are wanted, with these."""
    from armscorpus.reconcile import reconcile

    for group in reconcile(claims, judgements=wanted.judgements, language=wanted.language):
        if group.severity < wanted.least:
            return
        relations = [relation for relation in group.relations if wanted.takes(relation)]
        if relations:
            yield group, relations


def print_timeline(
    claims: Iterable[Claim], judgements: Iterable[Judgement], language: Language, limit: int
) -> int:
    """Print the figures of the largest groups over time; return how many groups there are."""
    from armscorpus.reconcile import reconcile
    from armscorpus.report.terminal import open_console
    from armscorpus.report.timelines import print_timelines

    groups = reconcile(claims, judgements=judgements, language=language)
    groups.sort(key=lambda group: -len(group.claims))
    print_timelines(open_console(), groups[:limit], language)
    return len(groups)
