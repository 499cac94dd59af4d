"""`metadata.csv` and `metadata.jsonl`: what a folder says of the articles in it."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from armscorpus.articles.drafts import Metadata, parse_metadata
from armscorpus.articles.encoding import decode
from armscorpus.articles.files import METADATA_FILES, Found, explain, show_path
from armscorpus.articles.records import number_lines, parse_record
from armscorpus.articles.unreadable import UnreadableError
from armscorpus.errors import ArticleError

DELIMITERS = ",;\t"


class Row(NamedTuple):
    """A row: its line, the file that it describes if it names one, its fields or what is wrong with it."""

    line: int
    name: str | None
    fields: Mapping[str, object] | UnreadableError


class Sheet(NamedTuple):
    """A metadata file: its name, its rows by the file that they describe, what could not be read of it."""

    name: str
    rows: dict[str, Row]
    errors: list[ArticleError]


class FolderMetadata:
    """The metadata files of the folders seen so far, each read once."""

    def __init__(self) -> None:
        self._sheets: dict[Path, list[Sheet]] = {}

    def open(self, folder: Path) -> list[ArticleError]:
        """Return what is wrong with the metadata files of a folder, the first time that it is asked for."""
        if folder in self._sheets:
            return []
        self._sheets[folder] = sheets = [_read_sheet(folder / name) for name in METADATA_FILES]
        return [error for sheet in sheets for error in sheet.errors]

    def find(self, found: Found) -> Metadata:
        """Return what the folders of a file, all opened before, say of it, the nearest first.

        Raises UnreadableError for a row with a bad value.
        """
        metadata = Metadata()
        for folder in found.folders:
            name = _key(found.path.relative_to(folder).as_posix())
            for sheet in self._sheets[folder]:
                metadata = metadata.or_else(_find_row(sheet, name))
        return metadata


def _find_row(sheet: Sheet, name: str) -> Metadata:
    row = sheet.rows.get(name)
    if row is None:
        return Metadata()
    try:
        if isinstance(row.fields, UnreadableError):
            raise row.fields
        return parse_metadata(row.fields)
    except UnreadableError as reason:
        raise UnreadableError(f"{sheet.name}, line {row.line}: {reason}") from reason


def _read_sheet(path: Path) -> Sheet:
    sheet = Sheet(path.name, {}, [])
    try:
        for row in READERS[path.suffix](path):
            _add(sheet, path, row)
    except FileNotFoundError:
        pass  # most folders have none
    except (UnreadableError, OSError, csv.Error) as error:
        sheet.errors.append(ArticleError(show_path(path), explain(error)))
    return sheet


def _add(sheet: Sheet, path: Path, row: Row) -> None:
    if row.name is None:
        sheet.errors.append(ArticleError(f"{show_path(path)}:{row.line}", str(row.fields)))
        return
    first = sheet.rows.setdefault(_key(row.name), row)
    if first is not row:
        reason = UnreadableError(f"{row.name!r} is described on line {first.line} too")
        sheet.rows[_key(row.name)] = row._replace(fields=reason)


def _key(name: str) -> str:
    """Return the name as it is looked up: some systems decompose the accents of file names."""
    return unicodedata.normalize("NFC", PurePosixPath(name.strip()).as_posix())


def _read_csv(path: Path) -> Iterator[Row]:
    text = decode(path.read_bytes())
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_find_delimiter(text))
    columns = _names(next(rows))
    if not Metadata.model_fields.keys() & set(columns):
        raise UnreadableError(f"no column {', '.join(Metadata.model_fields)} (columns: {', '.join(columns)})")
    for cells in rows:
        if any(cells):
            yield _csv_row(rows.line_num, columns, cells)


def _find_delimiter(text: str) -> str:
    """Return what separates the columns, the header being the line that must hold `file_name`."""
    header = text.split("\n", 1)[0].strip()
    for delimiter in DELIMITERS:
        if "file_name" in _names(next(csv.reader([header], delimiter=delimiter), [])):
            return delimiter
    raise UnreadableError(f"no column file_name (first line: {header[:80]!r})")


def _names(cells: list[str]) -> list[str]:
    return [cell.strip().lower() for cell in cells]


def _csv_row(line: int, columns: list[str], cells: list[str]) -> Row:
    fields = dict(zip(columns, cells, strict=False))
    name = fields.get("file_name", "").strip()
    if not name:
        return Row(line, None, UnreadableError("no file_name"))
    if any(cells[len(columns) :]):
        reason = f"{len(cells)} cells for {len(columns)} columns (a separator in a text needs quotes)"
        return Row(line, name, UnreadableError(reason))
    return Row(line, name, fields)


def _read_jsonl(path: Path) -> Iterator[Row]:
    for number, line in number_lines(path):
        try:
            record = parse_record(line)
            name = record.get("file_name")
            if not isinstance(name, str) or not name:
                raise UnreadableError("no field `file_name` that is a text")
        except UnreadableError as reason:
            yield Row(number, None, reason)
        else:
            yield Row(number, name, record)


READERS: dict[str, Callable[[Path], Iterator[Row]]] = {".csv": _read_csv, ".jsonl": _read_jsonl}
