"""The articles that were annotated, as they are read now, checked against their annotations."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path

from armscorpus.articles import read_article, read_articles
from armscorpus.errors import ArticleError
from armscorpus.evaluate.gold import GoldArticle
from armscorpus.models import Article

Lines = Callable[[Path], list[Article | ArticleError]]
"""Reads a file with an article on each line."""


def read_annotated(golds: Iterable[GoldArticle], folders: Sequence[Path] = ()) -> dict[str, Article]:
    """Return the annotated articles by name, from the first folder that has each, or from beside the annotations.

    Raises ClaimsError with the line of the annotations where an article is missing or cannot be read, where its file is
    not the one that was annotated, or a claim is not where they say.
    """
    lines: Lines = cache(lambda file: list(read_articles([file])))
    return {gold.name: _read(gold, _locate(gold, folders or [gold.file.parent]), lines) for gold in golds}


def _locate(gold: GoldArticle, folders: Sequence[Path]) -> Path:
    """Return where an article is: a file, or a line of one, `articles.jsonl/12`."""
    for folder in folders:
        path = folder / gold.name
        if path.is_file() or path.parent.is_file():
            return path
    raise gold.refuse(f"no such article in {', '.join(map(str, folders))}")


def _read(gold: GoldArticle, path: Path, lines: Lines) -> Article:
    _check_file(gold, path if path.is_file() else path.parent)
    try:
        article = _find(gold, path, lines)
    except ArticleError as error:
        raise gold.refuse(error.reason) from error
    _check_claims(gold, article)
    return article


def _find(gold: GoldArticle, path: Path, lines: Lines) -> Article:
    if path.is_file():
        return read_article(path, published=gold.published, publisher=gold.publisher)
    for item in lines(path.parent):
        if isinstance(item, Article) and item.path == path.as_posix():
            return item
    raise gold.refuse(f"no such article in {path.parent}")


def _check_file(gold: GoldArticle, path: Path) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise gold.refuse(error.strerror or str(error)) from error
    if gold.sha256 is not None and found != gold.sha256:
        raise gold.refuse(f"{path} is not the file that was annotated: its SHA-256 is {found}")


def _check_claims(gold: GoldArticle, article: Article) -> None:
    for number, annotated in enumerate(gold.claims, 1):
        claim = annotated.claim
        start, end = claim.span
        words = article.text[start:end] if start >= 0 else ""
        if words != claim.text:
            raise gold.refuse(
                f"claim {number}: span {start}-{end} is {words!r} in the article, not {claim.text!r}"
            )
