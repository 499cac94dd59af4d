"""The checks, and the one function that asks them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from armscorpus.models import Claim, Finding
from armscorpus.reconcile.findings.arithmetic import wrong_rates, wrong_shares, wrong_sums
from armscorpus.reconcile.findings.currencies import odd_exchange_rates
from armscorpus.reconcile.findings.draft import Draft
from armscorpus.reconcile.findings.equivalences import stated_equivalences
from armscorpus.reconcile.findings.outliers import outliers
from armscorpus.reconcile.findings.parts import parts_above_wholes, smaller_later_totals
from armscorpus.reconcile.findings.promises import promises
from armscorpus.reconcile.findings.revisions import unacknowledged_revisions
from armscorpus.reconcile.gathering import gather
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.wording import FRENCH, Wording, wording_in

Check = Callable[[list[list[Reading]]], Iterable[Draft]]

OF_ARTICLES: tuple[Check, ...] = (
    wrong_rates,
    wrong_shares,
    wrong_sums,
    parts_above_wholes,
    smaller_later_totals,
    odd_exchange_rates,
    stated_equivalences,
)
"""Checks that are given the claims of each article, in the order of the text."""

OF_GROUPS: tuple[Check, ...] = (outliers, promises, unacknowledged_revisions)
"""Checks that are given the claims of each group, in the order of what they can know."""


def find_findings(claims: Iterable[Claim], *, language: str = FRENCH) -> list[Finding]:
    """Return what some claims together say that is wrong or worth knowing, the most severe first.

    Order and duplicates change nothing. Reasons are in French (`fr`) or English (`en`).
    """
    return findings_of(gather(claims), wording_in(language))


def findings_of(
    gathered: Iterable[list[Reading]], words: Wording, *, articles: Collection[str] | None = None
) -> list[Finding]:
    """Return the findings of groups, the most severe first; what articles say alone, of those given by id."""
    groups = sorted(gathered, key=lambda readings: readings[0].order)
    told = list(_by_article(groups, articles))
    drafts = [draft for check in OF_ARTICLES for draft in check(told)]
    drafts += [draft for check in OF_GROUPS for draft in check(groups)]
    return sorted((draft.write(words) for draft in drafts), key=_rank)


def _by_article(groups: Iterable[list[Reading]], articles: Collection[str] | None) -> Iterator[list[Reading]]:
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for reading in (reading for readings in groups for reading in readings):
        if articles is None or reading.claim.article.id in articles:
            by_article[reading.claim.article.id].append(reading)
    for _, told in sorted(by_article.items()):
        yield sorted(told, key=lambda reading: (reading.claim.span, reading.claim.id))


def _rank(finding: Finding) -> tuple[object, ...]:
    return -finding.severity, finding.rule, tuple(claim.id for claim in finding.claims)
