"""The checks, and the one function that asks them all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

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
from armscorpus.reconcile.wording import FRENCH, wording_in

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
    groups = sorted(gather(claims), key=lambda readings: readings[0].order)
    articles = list(_by_article(groups))
    words = wording_in(language)
    drafts = [draft for check in OF_ARTICLES for draft in check(articles)]
    drafts += [draft for check in OF_GROUPS for draft in check(groups)]
    return sorted((draft.write(words) for draft in drafts), key=_rank)


def _by_article(groups: Iterable[list[Reading]]) -> Iterator[list[Reading]]:
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for reading in (reading for readings in groups for reading in readings):
        by_article[reading.claim.article.id].append(reading)
    for _, told in sorted(by_article.items()):
        yield sorted(told, key=lambda reading: (reading.claim.span, reading.claim.id))


def _rank(finding: Finding) -> tuple[object, ...]:
    return -finding.severity, finding.rule, tuple(claim.id for claim in finding.claims)
