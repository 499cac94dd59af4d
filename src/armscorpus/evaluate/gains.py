"""Two extractions of the same articles → the claims gained, lost and changed, and whether that is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from armscorpus.evaluate.fields import SCORED, UNSCORED
from armscorpus.evaluate.gold import GoldArticle, GoldClaim
from armscorpus.evaluate.names import Articles
from armscorpus.evaluate.outcomes import by_article, right_fields
from armscorpus.evaluate.pairing import pair_claims
from armscorpus.models import ArticleRef, Claim, Record, Span

FIELDS = (*SCORED, *UNSCORED)


class Way(StrEnum):
    """What became of a claim from the old extraction to the new one."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


class Verdict(StrEnum):
    """Whether a change brings an extraction nearer to the annotations, or takes it away from them."""

    RIGHT = "right"
    WRONG = "wrong"
    NEITHER = "neither"


class Change(Record):
    """A field with its old value and its new one; `verdict` is None where the article is not annotated."""

    field: str
    old: str
    new: str
    verdict: Verdict | None


class Gain(Record):
    """A claim gained or lost, or one with the fields that changed.

    `span` and `text` are those of the new claim, of a lost one those of the old; `sentence` is None
    where the text of the article is not at hand. `verdict` is None for a changed claim,
    whose fields have their own, and where the article is not annotated.
    """

    way: Way
    article: ArticleRef
    span: Span
    text: str
    sentence: str | None = None
    changes: tuple[Change, ...] = ()
    verdict: Verdict | None = None


class Balance(Record):
    """How many gains, losses and changed fields are right, wrong or neither."""

    right: int
    wrong: int
    neither: int


Judge = Callable[[Claim], GoldClaim | None]
"""Returns the annotated claim that a claim is."""


def find_gains(old: Sequence[Claim], new: Sequence[Claim], golds: Iterable[GoldArticle] = ()) -> list[Gain]:
    """Return what changed from one extraction to another, by article and position.

    Claims are paired as they are with annotations; an article is the same by its id, else by its path. Raises
    ClaimsError where a path may mean either of two articles.
    """
    golds = list(golds)
    before, after = _judge(golds, old), _judge(golds, new)
    known = Articles(gold.name for gold in golds)
    gains: list[Gain] = []
    for olds, news in _articles(old, new):
        path = (news or olds)[0].article.path
        is_annotated = known.find(path) is not None
        gains += _compare(olds, news, before, after, is_annotated=is_annotated)
    return sorted(gains, key=lambda gain: (gain.article.path, gain.span, gain.way))


def _articles(old: Iterable[Claim], new: Iterable[Claim]) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """Yield the claims of each article in both extractions."""
    olds, news = _grouped(old), _grouped(new)
    rest = {claims[0].article.path: key for key, claims in news.items() if key not in olds}
    paths = Articles(rest)
    for key, claims in olds.items():
        path = None if key in news else paths.find(claims[0].article.path)
        yield claims, news.pop(key if path is None else rest[path], [])
    for claims in news.values():
        yield [], claims


def _grouped(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.article.id, []).append(claim)
    return groups


def _judge(golds: Sequence[GoldArticle], claims: Iterable[Claim]) -> Judge:
    """Return the function that finds the annotated claim of each claim of an extraction."""
    found: dict[tuple[str, Span], GoldClaim] = {}
    claimed = by_article(golds, claims)
    for gold in golds:
        those = claimed.get(gold.name, [])
        pairs = pair_claims([annotated.claim for annotated in gold.claims], those)
        found |= {_place(those[j]): gold.claims[i] for i, j in pairs.items()}
    return lambda claim: found.get(_place(claim))


def _place(claim: Claim) -> tuple[str, Span]:
    return claim.article.path, claim.span


def _compare(
    olds: Sequence[Claim], news: Sequence[Claim], before: Judge, after: Judge, *, is_annotated: bool
) -> Iterator[Gain]:
    pairs = pair_claims(olds, news)
    kept = set(pairs.values())
    for i, claim in enumerate(olds):
        if i in pairs:
            yield from _changed(claim, news[pairs[i]], before, after, is_annotated=is_annotated)
        else:
            verdict = _verdict(before(claim), is_found=False) if is_annotated else None
            yield _gain(Way.LOST, claim, verdict=verdict)
    for j, claim in enumerate(news):
        if j not in kept:
            verdict = _verdict(after(claim), is_found=True) if is_annotated else None
            yield _gain(Way.GAINED, claim, verdict=verdict)


def _gain(way: Way, claim: Claim, changes: tuple[Change, ...] = (), verdict: Verdict | None = None) -> Gain:
    return Gain(
        way=way, article=claim.article, span=claim.span, text=claim.text, changes=changes, verdict=verdict
    )


def _verdict(gold: GoldClaim | None, *, is_found: bool) -> Verdict:
    """Return whether it is right to find a claim, or to find it no more."""
    if gold is not None and gold.optional:
        return Verdict.NEITHER
    return Verdict.RIGHT if (gold is not None) == is_found else Verdict.WRONG


def _changed(old: Claim, new: Claim, before: Judge, after: Judge, *, is_annotated: bool) -> Iterator[Gain]:
    """Yield what changed in a claim, if anything did."""
    was, is_now = _right(before(old), old), _right(after(new), new)
    changes = tuple(
        Change(
            field=field.name,
            old=field.shown(old),
            new=field.shown(new),
            verdict=_step(was=field.name in was, is_now=field.name in is_now) if is_annotated else None,
        )
        for field in FIELDS
        if field.shown(old) != field.shown(new)
    )
    if changes:
        yield _gain(Way.CHANGED, new, changes)


def _right(gold: GoldClaim | None, claim: Claim) -> frozenset[str]:
    return frozenset() if gold is None or gold.optional else right_fields(gold, claim)


def _step(*, was: bool, is_now: bool) -> Verdict:
    if was == is_now:
        return Verdict.NEITHER
    return Verdict.RIGHT if is_now else Verdict.WRONG


class Gains(Record):
    """What changed from one extraction to another.

    `fields` counts the changes of each field; `balance` is None without annotations.
    """

    gains: tuple[Gain, ...]
    fields: dict[str, int]
    balance: Balance | None


def summarise(gains: Sequence[Gain], *, is_judged: bool) -> Gains:
    """Return gains with how many there are, and how many of them are right."""
    counts = Counter(change.field for gain in gains for change in gain.changes)
    return Gains(
        gains=tuple(gains),
        fields={field.name: counts[field.name] for field in FIELDS if counts[field.name]},
        balance=_balance(gains) if is_judged else None,
    )


def _balance(gains: Iterable[Gain]) -> Balance:
    counts = Counter(
        verdict for gain in gains for verdict in (gain.verdict, *(c.verdict for c in gain.changes))
    )
    return Balance(**{verdict.value: counts[verdict] for verdict in Verdict})
