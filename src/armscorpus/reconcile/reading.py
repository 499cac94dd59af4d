"""Readings: claims with everything that the rules compare, worked out once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from armscorpus.models import Claim, reference_date
from armscorpus.reconcile.intervals import Interval, interval_of
from armscorpus.reconcile.scope import Scope, mark_documented, scope_of
from armscorpus.reconcile.spans_of_time import Window, window_of
from armscorpus.reconcile.subject import Subject, is_level, subject_of
from armscorpus.reconcile.witnesses import Witness, witness_of

Order = tuple[dt.date, dt.date, str, int, int, str]

published_on = lru_cache(maxsize=4096)(reference_date)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A claim as the rules read it; `order` sorts claims by what they can know, then by article and place.

    `published` is the day of the article, None if unknown.
    """

    claim: Claim
    subject: Subject
    scope: Scope
    witness: Witness
    window: Window | None
    interval: Interval
    is_level: bool
    published: dt.date | None
    order: Order

    @property
    def likeness(self) -> object:
        """What is the same in claims that are alike in all but their source."""
        quantity, subject, scope = self.claim.quantity, self.subject, self.scope
        part = tuple(sorted((name, part.values, part.whole) for name, part in scope.items())) if scope else ()
        figure = (self.interval, quantity.bound, quantity.per, self.claim.modality)
        return figure, self.window, subject.supplier, subject.recipient, part


def reading_of(claim: Claim, *, copied: str | None = None) -> Reading:
    """Return a claim with its subject, scope, witness, window and interval.

    `copied` is the id that stands for the copies of its article, None where it has none.
    """
    published = published_on(claim.article.published)
    witness, window = witness_of(claim, copied=copied), window_of(claim, published)
    scope = scope_of(claim.object, claim.topics)
    return Reading(
        claim=claim,
        subject=subject_of(claim),
        scope=mark_documented(scope, witness.label) if witness.documented else scope,
        witness=witness,
        window=window,
        interval=interval_of(claim.quantity),
        is_level=is_level(claim),
        published=published,
        order=_order(claim, window, published),
    )


def _order(claim: Claim, window: Window | None, published: dt.date | None) -> Order:
    end = window.end if window is not None else dt.date.max
    return end, published or dt.date.max, claim.article.path, *claim.span, claim.id
