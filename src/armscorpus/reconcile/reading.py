"""Readings: claims with everything that the rules compare, worked out once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from armscorpus.models import Claim
from armscorpus.reconcile.intervals import Interval, interval_of
from armscorpus.reconcile.scope import Scope, mark_documented, scope_of
from armscorpus.reconcile.spans_of_time import Window, window_of
from armscorpus.reconcile.subject import Subject, is_level, subject_of
from armscorpus.reconcile.witnesses import Witness, witness_of


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A claim as the rules read it; `order` sorts claims by what they can know, then by article and place."""

    claim: Claim
    subject: Subject
    scope: Scope
    witness: Witness
    window: Window | None
    interval: Interval
    is_level: bool
    order: tuple[dt.date, dt.date, str, int, int, str]


def reading_of(claim: Claim) -> Reading:
    """Return a claim with its subject, scope, witness, window and interval."""
    witness, window = witness_of(claim), window_of(claim)
    scope = scope_of(claim.object, claim.topics)
    return Reading(
        claim=claim,
        subject=subject_of(claim),
        scope=mark_documented(scope, witness.label) if witness.documented else scope,
        witness=witness,
        window=window,
        interval=interval_of(claim.quantity),
        is_level=is_level(claim),
        order=_order(claim, window),
    )


def _order(claim: Claim, window: Window | None) -> tuple[dt.date, dt.date, str, int, int, str]:
    end = window.end if window is not None else dt.date.max
    published = claim.article.reference or dt.date.max
    return end, published, claim.article.path, *claim.span, claim.id
