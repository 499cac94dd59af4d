"""Which claims are asked for, told of records as `selection` tells it in SQL: for claims that come from a file."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from armscorpus.models import Claim, Modality
from armscorpus.store.folding import fold, party_key, source_key


class Conditions(NamedTuple):
    """What a claim must meet, all of what is given; `Store.claims` takes the same and says what each means."""

    topic: str | None = None
    source: str | None = None
    party: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    modality: Modality | None = None
    article: str | None = None

    def meets(self, claim: Claim) -> bool:
        """Return whether a claim meets every condition."""
        return (
            (self.topic is None or self.topic in claim.topics)
            and (self.source is None or _has_source(claim, self.source))
            and (self.party is None or _has_party(claim, self.party))
            and (self.since is None or _last_day(claim) >= self.since)
            and (self.until is None or _first_day(claim) <= self.until)
            and (self.modality is None or claim.modality is self.modality)
            and (self.article is None or _is_in(claim, self.article))
        )


def _has_source(claim: Claim, words: str) -> bool:
    source = claim.source
    return source is not None and f" {fold(words)}" in source_key(source.name, source.acronym, source.via)


def _has_party(claim: Claim, names: str) -> bool:
    key = party_key(claim.supplier, claim.recipient) or ""
    return any(f",{fold(name)}," in key for name in names.split(","))


def _last_day(claim: Claim) -> dt.date:
    """Return the last day that a claim is about; the first of all days where it has no date at all."""
    if claim.period.start or claim.period.end:
        return claim.period.end or dt.date.max
    return claim.article.reference or dt.date.min


def _first_day(claim: Claim) -> dt.date:
    """Return the first day that a claim is about; the last of all days where it has no date at all."""
    if claim.period.start or claim.period.end:
        return claim.period.start or dt.date.min
    day = claim.article.reference
    if day is None:
        return dt.date.max
    return day.replace(day=1) if len(claim.article.published or "") == len("2022-09") else day


def _is_in(claim: Claim, name: str) -> bool:
    path, ending = f"/{claim.article.path}", f"/{name.removeprefix('./')}"
    return claim.article.id.startswith(name) or path.endswith(ending) or f"{ending}." in path
