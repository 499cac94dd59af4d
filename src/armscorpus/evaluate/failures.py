"""What went wrong, for a person who looks into it: values confused, claims missed, claims made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from armscorpus.evaluate.fields import SCORED
from armscorpus.evaluate.outcomes import Outcome, Pair
from armscorpus.evaluate.passages import passage
from armscorpus.models import Claim, Record, Span


class Failure(Record):
    """A claim that was missed, or found where there is none; `sentence` is None where the text is not at hand."""

    article: str
    span: Span
    text: str
    sentence: str | None


class Confusion(Record):
    """A value found where another is annotated, how many times, and the first place where it was."""

    field: str
    gold: str
    found: str
    count: int
    example: Failure


Texts = Mapping[str, str]
"""The texts of articles by their names in the annotations, as far as they are at hand."""


def missed(outcomes: Iterable[Outcome], texts: Texts) -> Iterator[Failure]:
    """Yield the annotated claims that were not found, in the order of the annotations."""
    for outcome in outcomes:
        for gold in outcome.missed:
            yield _failure(outcome.article, gold.claim, texts)


def spurious(outcomes: Iterable[Outcome], texts: Texts) -> Iterator[Failure]:
    """Yield the found claims that nobody annotated, in the order of the articles."""
    for outcome in outcomes:
        for claim in outcome.spurious:
            yield _failure(outcome.article, claim, texts)


def confusions(outcomes: Sequence[Outcome], texts: Texts) -> list[Confusion]:
    """Return the values that were confused, by field, the most frequent first."""
    counts: Counter[tuple[str, str, str]] = Counter()
    examples: dict[tuple[str, str, str], tuple[str, Pair]] = {}
    for outcome in outcomes:
        for pair in outcome.pairs:
            for key in _confused(pair):
                counts[key] += 1
                examples.setdefault(key, (outcome.article, pair))
    order = {field.name: index for index, field in enumerate(SCORED)}
    ranked = sorted(counts, key=lambda key: (order[key[0]], -counts[key], key))
    return [_confusion(key, counts[key], *examples[key], texts) for key in ranked]


def _confused(pair: Pair) -> Iterator[tuple[str, str, str]]:
    for field in SCORED:
        if field.name not in pair.right:
            yield field.name, field.shown(pair.gold.claim), field.shown(pair.found)


def _confusion(key: tuple[str, str, str], count: int, article: str, pair: Pair, texts: Texts) -> Confusion:
    field, gold, found = key
    example = _failure(article, pair.gold.claim, texts)
    return Confusion(field=field, gold=gold, found=found, count=count, example=example)


def _failure(article: str, claim: Claim, texts: Texts) -> Failure:
    sentence = passage(texts[article], claim.span) if article in texts else None
    return Failure(article=article, span=claim.span, text=claim.text, sentence=sentence)
