"""Claims with the article that says so, where it is at hand: what a reference needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from armscorpus.models import Article, Claim

CONTEXT = 40
"""Characters before and after a quotation, by which it is found again where its words occur more than once."""


class Cited(NamedTuple):
    """A claim, and the article as it was read; None where a claim came without it."""

    claim: Claim
    article: Article | None = None

    @property
    def url(self) -> str | None:
        """The article's address on the web, with what no address may hold percent-encoded."""
        url = self.article.url if self.article else None
        if url is None or urlsplit(url).scheme not in {"http", "https"}:
            return None
        return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")

    @property
    def sentence(self) -> str:
        """The sentence of the claim, or its words where the text is not at hand."""
        evidence = self.claim.evidence
        if self.article is None or evidence is None:
            return self.claim.text
        return " ".join(self.article.text[slice(*evidence.sentence)].split())

    @property
    def around(self) -> tuple[str, str]:
        """What stands right before and after the words of the claim; nothing where the text is not at hand."""
        if self.article is None:
            return "", ""
        start, end = self.claim.span
        text = self.article.text
        return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def cite(claims: Iterable[Claim], find: Callable[[str], Article] | None) -> Iterator[Cited]:
    """Yield claims with their articles, if these can be found, each once where its claims come together."""
    article = None
    for claim in claims:
        if find and (article is None or article.id != claim.article.id):
            article = find(claim.article.id)
        yield Cited(claim, article)
