"""Article → claims: only the paragraphs with a number of something reach the pipeline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from spacy.language import Language

from armscorpus import __version__
from armscorpus.lexicon import add_words, added_words
from armscorpus.models import Article, Claim, Evidence, Span, claim_id
from armscorpus.pipes.language import create_language
from armscorpus.pipes.sentences import find_paragraphs
from armscorpus.values.quantities import has_number

EXTRACTOR = f"armscorpus {__version__}"
"""What made the claims: claims of another extractor are made anew."""

_BREAK = "\n\n"
_BATCH = 50  # articles that a process takes at a time


class Excerpt(NamedTuple):
    """The paragraphs of an article that are worth reading; `starts` and `shifts` lead back to its offsets."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def at(self, span: Span) -> Span:
        """Return a span of the excerpt as a span of the article."""
        shift = self.shifts[bisect_right(self.starts, span.start) - 1]
        return Span(span.start + shift, span.end + shift)


def excerpt(text: str) -> Excerpt:
    """Return the paragraphs of a text that hold a number, each with the one before it, for what carries over."""
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    length = 0
    previous: tuple[int, int] | None = None
    for paragraph in find_paragraphs(text):
        if not has_number(text[slice(*paragraph)]):
            previous = paragraph
            continue
        for start, end in filter(None, (previous, paragraph)):
            starts.append(length)
            shifts.append(start - length)
            parts.append(text[start:end])
            length += end - start + len(_BREAK)
        previous = None
    return Excerpt(_BREAK.join(parts), tuple(starts), tuple(shifts))


def extractor_with(model: str | None) -> str:
    """Return what made the claims: the version, and the model and the user's words if there were any."""
    words = added_words()
    parts = [EXTRACTOR, f"with {model}" if model else "", f"and words {words.fingerprint}" if words else ""]
    return " ".join(part for part in parts if part)


def extract_claims(article: Article, nlp: Language | None = None, *, model: str | None = None) -> list[Claim]:
    """Return the claims of an article, in order; `nlp` is a pipeline of the stages, the lean one by default.

    `model` names an installed spaCy pipeline instead, whose entities and parse fill what the rules leave open. Raises
    ModelError where it cannot be loaded.
    """
    part = excerpt(article.text)
    if not part.text:
        return []
    nlp = nlp or _language(model)
    doc = nlp.make_doc(part.text)
    doc._.armscorpus_published = article.published
    doc._.armscorpus_article = article.ref
    doc._.armscorpus_text = article.text
    for _, stage in nlp.pipeline:
        doc = stage(doc)
    return [_in_article(claim, part) for claim in doc._.armscorpus_claims]


def _in_article(claim: Claim, part: Excerpt) -> Claim:
    """Return a claim of an excerpt with the offsets of the article."""
    evidence = claim.evidence or Evidence(sentence=claim.span)
    number = part.at(evidence.spans["number"])
    return claim.model_copy(
        update={
            "id": claim_id(claim.article.id, number.start),
            "span": part.at(claim.span),
            "evidence": evidence.model_copy(
                update={
                    "sentence": part.at(evidence.sentence),
                    "spans": {role: part.at(span) for role, span in evidence.spans.items()},
                }
            ),
        }
    )


def extract_all(
    articles: Iterable[Article], *, jobs: int = 1, model: str | None = None
) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield each article with its claims, in the order given; `jobs` processes share the work.

    `model` is as in `extract_claims`.
    """
    if jobs == 1:
        for article in articles:
            yield article, extract_claims(article, model=model)
        return
    with ProcessPoolExecutor(jobs, initializer=add_words, initargs=(added_words(),)) as pool:
        for batch, found in _batches(pool, articles, model):
            yield from zip(batch, found, strict=True)


def _batches(
    pool: ProcessPoolExecutor, articles: Iterable[Article], model: str | None
) -> Iterator[tuple[list[Article], list[list[Claim]]]]:
    remaining = iter(articles)
    batches = list(iter(lambda: list(islice(remaining, _BATCH)), []))
    yield from zip(batches, pool.map(partial(_extract_batch, model=model), batches), strict=True)


def _extract_batch(articles: list[Article], *, model: str | None) -> list[list[Claim]]:
    return [extract_claims(article, model=model) for article in articles]


@cache
def _language(model: str | None) -> Language:
    return create_language(model)
