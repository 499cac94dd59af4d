"""What became of each annotated claim of an article, and which found claims nobody annotated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from armscorpus.evaluate.fields import SCORED
from armscorpus.evaluate.gold import GoldArticle, GoldClaim
from armscorpus.evaluate.names import Articles
from armscorpus.evaluate.pairing import pair_claims
from armscorpus.models import Claim


class Pair(NamedTuple):
    """An annotated claim with the claim found in its place, and the fields in which that is right."""

    gold: GoldClaim
    found: Claim
    right: frozenset[str]


class Outcome(NamedTuple):
    """The claims of one article: those found, those missed, and those that were found where there is none."""

    article: str
    pairs: tuple[Pair, ...]
    missed: tuple[GoldClaim, ...]
    spurious: tuple[Claim, ...]


def match(golds: Iterable[GoldArticle], found: Mapping[str, Sequence[Claim]]) -> list[Outcome]:
    """Return what became of each annotated article, whose found claims are given by its name."""
    return [_match(gold, found.get(gold.name, ())) for gold in golds]


def by_article(golds: Iterable[GoldArticle], claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Return the claims by the name of their annotated article, without those of other articles.

    A claim is of the article whose name its path ends with. Raises ClaimsError where that may be either of two.
    """
    known = Articles(gold.name for gold in golds)
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        name = known.find(claim.article.path)
        if name is not None:
            found.setdefault(name, []).append(claim)
    return found


def _match(gold: GoldArticle, found: Sequence[Claim]) -> Outcome:
    matched = pair_claims([annotated.claim for annotated in gold.claims], found)
    counted = {i: annotated for i, annotated in enumerate(gold.claims) if not annotated.optional}
    taken = set(matched.values())
    return Outcome(
        article=gold.name,
        pairs=tuple(
            Pair(annotated, found[matched[i]], right_fields(annotated, found[matched[i]]))
            for i, annotated in counted.items()
            if i in matched
        ),
        missed=tuple(annotated for i, annotated in counted.items() if i not in matched),
        spurious=tuple(claim for j, claim in enumerate(found) if j not in taken),
    )


def right_fields(gold: GoldClaim, found: Claim) -> frozenset[str]:
    """Return the names of the fields in which a found claim has the value annotated, or one accepted there."""
    return frozenset(
        field.name
        for field in SCORED
        if any(field.agrees(claim, found) for claim in (gold.claim, *gold.accept.get(field.name, ())))
    )
