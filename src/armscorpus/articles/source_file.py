"""The file of an article once more: what else it says, and where the article's text stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from armscorpus.articles.encoding import decode
from armscorpus.articles.files import explain, show_path
from armscorpus.articles.formats import JSON_LINES, READERS
from armscorpus.articles.jsonl import find_line
from armscorpus.articles.markdown import read_markdown, split_front_matter
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.errors import ArticleError
from armscorpus.models import Article


class SourceFile(NamedTuple):
    """A file as text, with the fields of its front matter, and where the text of an article begins in it.

    `start` is None where the text does not stand in the file as it is, as in HTML and JSON; `line` is the line of the
    file on which the article is then, from 1.
    """

    path: str
    content: str
    start: int | None = 0
    line: int = 1
    front_matter: Mapping[str, object] = {}


def read_source_file(article: Article) -> SourceFile:
    """Return the file that an article was read from; its text by itself where there is no such file.

    Raises ArticleError where the file can no longer be read.
    """
    path = Path(article.path)
    try:
        if path.is_file():
            return _read(path, article)
        if path.parent.is_file() and path.parent.suffix.lower() in JSON_LINES:
            return _read_line(path.parent, path.name)
    except (OSError, UnreadableError) as error:
        raise ArticleError(article.path, explain(error)) from error
    return SourceFile(article.path, article.text)


def _read(path: Path, article: Article) -> SourceFile:
    content = decode(path.read_bytes())
    name = _from_here(path)
    if READERS.get(path.suffix.lower()) is read_markdown:
        fields, start = split_front_matter(content)
        return SourceFile(name, content, start, front_matter=fields)
    found = content.find(article.text)
    return SourceFile(name, content, None if found < 0 else found)


def _read_line(path: Path, name: str) -> SourceFile:
    return SourceFile(_from_here(path), decode(path.read_bytes()), None, find_line(path, name))


def _from_here(path: Path) -> str:
    """Return a path as seen from the current folder where it is below it, so that it is the same however it was given."""
    whole, here = path.absolute(), Path.cwd()
    return show_path(whole.relative_to(here) if whole.is_relative_to(here) else path)
