"""Paths → articles: plain text, Markdown with front matter, web pages, JSON Lines (`docs/articles.md`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

from armscorpus.articles.build import article_id, build_article
from armscorpus.articles.drafts import Draft, Metadata, Reading, parse_metadata
from armscorpus.articles.files import Found, explain, find_files, show_path
from armscorpus.articles.folder_metadata import FolderMetadata
from armscorpus.articles.formats import read_drafts
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.errors import ArticleError
from armscorpus.models import Article

__all__ = ["article_id", "read_article", "read_articles", "read_text"]


def read_articles(
    paths: Iterable[Path | str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    only: Collection[Path] | None = None,
) -> Iterator[Article | ArticleError]:
    """Return the articles at the paths, in the order given, folders walked in sorted order.

    `only` are the resolved paths of the files that are read, all where it is None.

    What cannot be read comes as an ArticleError, with the path and the reason, in its place among the others.
    `published` (2022-09-06, 2022-09, « 6 septembre 2022 ») and `publisher` hold where neither file nor folder
    says otherwise. Raises ArticleError at once if `published` is not a date.
    """
    given = _parse_given({"published": published, "publisher": publisher})
    return _read_all(paths, given, only)


def read_article(path: Path | str, *, published: str | None = None, publisher: str | None = None) -> Article:
    """Return the article of a file that holds one. Raises ArticleError."""
    first, *others = islice(read_articles([path], published=published, publisher=publisher), 2)
    if isinstance(first, ArticleError):
        raise first
    if others:
        raise ArticleError(path, "more than one article")
    return first


def read_text(
    text: str,
    *,
    path: str = "-",
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article of a text that is in no file. Raises ArticleError, as where it is not French."""
    given = _parse_given({"title": title, "publisher": publisher, "published": published, "url": url}, path)
    article = _build(Reading(path, Draft(text=text, metadata=given)), Metadata(), Metadata())
    if isinstance(article, ArticleError):
        raise article
    return article


def _parse_given(fields: dict[str, str | None], path: str = "arguments") -> Metadata:
    try:
        return parse_metadata(fields)
    except UnreadableError as reason:
        raise ArticleError(path, str(reason)) from reason


def _read_all(
    paths: Iterable[Path | str], given: Metadata, only: Collection[Path] | None
) -> Iterator[Article | ArticleError]:
    folders = FolderMetadata()
    for found in find_files(paths):
        if isinstance(found, ArticleError):
            yield found
        elif only is None or found.path.resolve() in only:
            for folder in reversed(found.folders):
                yield from folders.open(folder)
            yield from _read_file(found, folders, given)


def _read_file(found: Found, folders: FolderMetadata, given: Metadata) -> Iterator[Article | ArticleError]:
    try:
        metadata = folders.find(found)
        for reading in read_drafts(found.path):
            yield _build(reading, metadata, given)
    except (UnreadableError, OSError) as error:
        yield ArticleError(show_path(found.path), explain(error))


def _build(reading: Reading, folder: Metadata, given: Metadata) -> Article | ArticleError:
    try:
        if isinstance(reading.draft, UnreadableError):
            raise reading.draft
        return build_article(reading.place, reading.draft, folder, given)
    except UnreadableError as reason:
        return ArticleError(reading.place, str(reason))
