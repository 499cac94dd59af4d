"""An article as read at one path, with its claims: what of it a store keeps, and in which form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from armscorpus.errors import StoreError
from armscorpus.models import Article, ArticleRef, Claim, Source
from armscorpus.store.folding import party_key, source_key


class Reading(NamedTuple):
    """An article at its path, the claims that a version of the extractor made of it, and a digest of all."""

    article: Article
    claims: Sequence[Claim]
    extractor: str
    digest: str


def read(article: Article, claims: Sequence[Claim], extractor: str) -> Reading:
    """Return an article and its claims ready to be stored.

    Raises StoreError for claims of another article, two claims with one id, and text that a database refuses:
    U+0000 and halves of surrogate pairs.
    """
    content = [article.model_dump(), extractor, [_content(claim) for claim in claims]]
    whole = _dump(content)
    if not _is_storable(whole):
        for text in _strings(content):
            refuse_unstorable(article.path, text)
    _refuse_strangers(article, claims)
    return Reading(article, claims, extractor, hashlib.sha256(whole.encode()).hexdigest())


def dump_claims(claims: Iterable[Claim]) -> str:
    """Return claims as JSON that loses nothing, without their article: decimals and dates are strings."""
    return _dump([_content(claim) for claim in claims])


def load_claims(dump: str, article: ArticleRef) -> list[Claim]:
    """Return the claims of a dump, as claims of an article."""
    return [Claim.model_validate({**content, "article": article}) for content in json.loads(dump)]


def _content(claim: Claim) -> dict[str, object]:
    return claim.model_dump(exclude={"article"})


def _dump(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, default=str)


def path_row(reading: Reading, *, leads: bool) -> dict[str, object]:
    """Return the row of `article_paths`; where the path does not lead, its claims wait in it."""
    article, end = reading.article, reading.article.reference
    return {
        "path": article.path,
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "published_start": end.replace(day=1)
        if end and len(article.published or "") == len("2022-09")
        else end,
        "published_end": end,
        "url": article.url,
        "lang": article.lang,
        "extractor": reading.extractor,
        "digest": reading.digest,
        "waiting": None if leads else dump_claims(reading.claims),
    }


def claim_row(claim: Claim) -> dict[str, object]:
    """Return the row of `claims`."""
    source = claim.source
    return {
        "id": claim.id,
        "article_id": claim.article.id,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "text": claim.text,
        "object": claim.object,
        **{name: getattr(claim.quantity, name) for name in QUANTITY},
        "event": claim.event,
        "supplier": claim.supplier,
        "recipient": claim.recipient,
        "party_key": party_key(claim.supplier, claim.recipient),
        "period_text": claim.period.text,
        "period_start": claim.period.start,
        "period_end": claim.period.end,
        "source_name": source and source.name,
        "source_acronym": source and source.acronym,
        "source_via": source and source.via,
        "source_details": source and _details(source),
        "source_key": source and source_key(source.name, source.acronym, source.via),
        "modality": claim.modality,
        "evidence": claim.evidence and claim.evidence.model_dump(mode="json"),
    }


def _details(source: Source) -> dict[str, object] | None:
    """Return what is known of a source besides its names; None where that is nothing."""
    return source.model_dump(mode="json", exclude=set(NAMES), exclude_defaults=True) or None


NAMES = ("name", "acronym", "via")
"""The fields of a source that are columns of `claims`; the others are one column of JSON."""

QUANTITY = ("bound", "value", "low", "high", "unit", "per", "statistic")
"""The fields of a quantity; each is a column of `claims`."""


def topic_rows(claim: Claim) -> list[dict[str, object]]:
    """Return the rows of `claim_topics`."""
    return [{"claim_id": claim.id, "topic": topic} for topic in claim.topics]


def _refuse_strangers(article: Article, claims: Sequence[Claim]) -> None:
    ids: set[str] = set()
    for claim in claims:
        if claim.article.id != article.id:
            raise StoreError(
                f"{article.path}: claim {claim.id} is of article {claim.article.id}, not {article.id}"
            )
        if claim.id in ids:
            raise StoreError(f"{article.path}: two claims have the id {claim.id}")
        ids.add(claim.id)


def _is_storable(dump: str) -> bool:
    """Return whether some JSON is surely free of what `refuse_unstorable` refuses."""
    try:
        dump.encode()
    except UnicodeEncodeError:
        return False
    return "\\u0000" not in dump


def refuse_unstorable(label: str, text: str) -> None:
    """Raise StoreError for what no database can keep as text: U+0000, and half a surrogate pair."""
    place = text.find("\0")
    if place < 0:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            place = error.start
    if place >= 0:
        shown = label.encode(errors="backslashreplace").decode()
        around = text[max(0, place - 20) : place + 20]
        raise StoreError(f"{shown}: cannot store U+{ord(text[place]):04X}, in {around!a}")


def _strings(content: object) -> Iterator[str]:
    """Yield every string inside nested records, keys included."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        yield from _strings([*content.keys(), *content.values()])
    elif isinstance(content, (list, tuple)):
        for part in content:
            yield from _strings(part)
