"""What a folder says of its articles gives what their files lack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armscorpus.articles import read_article, read_articles
from armscorpus.errors import ArticleError
from tests.article_files import TEXT, write

DATES = "(2022-09-06, 2022-09, « 6 septembre 2022 »)"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)


def outcome(path: str) -> list[str | tuple[str, str | None, str | None]]:
    """Return the path, the date and the publisher of the articles, and the errors in words."""
    return [
        str(item) if isinstance(item, ArticleError) else (item.path, item.published, item.publisher)
        for item in read_articles([path])
    ]


TABLES = {
    "commas": "file_name,published,publisher\na.txt,2024-05,Écho\n",
    "commas within quotes": 'file_name,title,published,publisher\na.txt,"Obus, missiles",2024-05,Écho\n',
    "as spreadsheets write it": "\ufefffile_name;published;publisher\r\na.txt;2024-05;Écho\r\n",
    "tabs": "file_name\tpublished\tpublisher\na.txt\t2024-05\tÉcho\n",
    "other order, capitals, blanks": "Publisher, File_Name ,Published\nÉcho, a.txt ,2024-05\n",
    "unknown columns": "file_name,date,published,n,publisher\na.txt,x,2024-05,3,Écho\n",
    "a date in words": "file_name;published;publisher\na.txt;mai 2024;Écho\n",
    "a path that begins with a point": "file_name,published,publisher\n./a.txt,2024-05,Écho\n",
    "blank lines": "file_name,published,publisher\n\n,,\na.txt,2024-05,Écho\n\n",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_tables_of_several_makes_are_read(table: str) -> None:
    """The separator is the one that makes `file_name` a column."""
    write("a.txt")
    write("metadata.csv", table)
    assert outcome(".") == [("a.txt", "2024-05", "Écho")]


def test_a_table_in_windows_1252_is_read() -> None:
    """Spreadsheets still write it."""
    write("a.txt")
    write("metadata.csv", "file_name;publisher\na.txt;Le Télégramme d'Été\n".encode("cp1252"))
    assert outcome(".") == [("a.txt", None, "Le Télégramme d'Été")]


def test_json_lines_give_every_field() -> None:
    """`metadata.jsonl` has the fields of articles, without the text."""
    write("a.txt")
    fields = {
        "title": "Obus",
        "publisher": "Écho",
        "published": "2024-05",
        "url": "https://example.org",
        "lang": "fr",
    }
    write("metadata.jsonl", json.dumps({"file_name": "a.txt"} | fields))
    assert read_article("a.txt").model_dump(exclude={"id", "path", "text"}) == fields


def test_each_source_gives_only_what_those_before_it_lack() -> None:
    """Its own fields, then the table, then JSON Lines, then the first line, then the caller."""
    write("a.md", f"---\ntitle: De l'article\n---\ndate 2021-04 {TEXT}")
    write("metadata.csv", "file_name,title,url\na.md,Du tableau,https://table.example\n")
    write("metadata.jsonl", json.dumps({"file_name": "a.md", "url": "https://lines.example", "lang": "fr"}))
    article = read_article("a.md", published="2020-01", publisher="De l'appel")
    assert article.model_dump(exclude={"id", "path", "text"}) == {
        "title": "De l'article",
        "url": "https://table.example",
        "lang": "fr",
        "published": "2021-04",
        "publisher": "De l'appel",
    }


def test_the_folders_above_are_asked_after_the_nearest() -> None:
    """On a walk, a table may describe the files of the folders below it by their paths."""
    write("d/sub/a.txt")
    write("d/metadata.csv", "file_name,published,publisher\nsub/a.txt,2020-01,Haut\n")
    write("d/sub/metadata.csv", "file_name,published\na.txt,2024-05\n")
    assert outcome("d") == [("d/sub/a.txt", "2024-05", "Haut")]


def test_a_file_named_by_itself_has_the_metadata_of_its_folder() -> None:
    """It is dated as in a walk of its folder."""
    write("d/a.txt")
    write("d/metadata.csv", "file_name,published\na.txt,2024-05\n")
    assert outcome("d/a.txt") == [("d/a.txt", "2024-05", None)]


def test_a_row_holds_for_all_lines_of_json_lines() -> None:
    """The row of the file gives what its lines lack."""
    write("a.jsonl", "\n".join(json.dumps({"text": TEXT} | more) for more in ({}, {"published": "2024-05"})))
    write("metadata.csv", "file_name,published\na.jsonl,2020-01\n")
    assert outcome(".") == [("a.jsonl/1", "2020-01", None), ("a.jsonl/2", "2024-05", None)]


def test_accents_of_file_names_match_composed_or_not() -> None:
    """Some systems decompose the names of files."""
    write("e\u0301te\u0301.txt")
    write("metadata.csv", "file_name,published\n\u00e9t\u00e9.txt,2024-05\n")
    assert outcome(".") == [("e\u0301te\u0301.txt", "2024-05", None)]


def test_rows_for_other_files_do_not_matter() -> None:
    """Not even if they are wrong: a table may describe more than is there."""
    write("a.txt")
    write("metadata.csv", "file_name,published\nb.txt,2022-13-45\n../c.txt,2024-05\n")
    assert outcome(".") == [("a.txt", None, None)]


def test_a_bad_date_refuses_its_article_only() -> None:
    """The reason names the table, the line and the value."""
    write("a.txt")
    write("b.txt")
    write("metadata.csv", 'file_name,title,published\nb.txt,"Deux\nlignes",2024-05\na.txt,Obus,2022-13-45\n')
    reason = f"a.txt: metadata.csv, line 4: published: '2022-13-45' is not a date {DATES}"
    assert outcome(".") == [reason, ("b.txt", "2024-05", None)]


def test_a_row_with_too_many_cells_is_not_taken_at_its_word() -> None:
    """Its values may stand in each other's columns."""
    write("a.txt")
    write("metadata.csv", "file_name,title,published\na.txt,Obus, missiles,2024-05\n")
    reason = "metadata.csv, line 2: 4 cells for 3 columns (a separator in a text needs quotes)"
    assert outcome(".") == [f"a.txt: {reason}"]


def test_a_file_described_twice_is_refused() -> None:
    """Which row is right is not guessed."""
    write("a.txt")
    write("metadata.csv", "file_name,published\na.txt,2024-05\n./a.txt,2024-06\n")
    assert outcome(".") == ["a.txt: metadata.csv, line 3: './a.txt' is described on line 2 too"]


BAD_TABLES = {
    "published,publisher\n2024-05,Écho\n": "no column file_name (first line: 'published,publisher')",
    "": "no column file_name (first line: '')",
    "file_name,date\na.txt,2024-05\n": (
        "no column title, publisher, published, url, lang (columns: file_name, date)"
    ),
    "file_name,published\n\x00": "binary data (NUL bytes)",
    f'file_name,title\na.txt,"{"x" * 200_000}"\n': "field larger than field limit (131072)",
}


@pytest.mark.parametrize("table", BAD_TABLES, ids=BAD_TABLES.values())
def test_a_bad_table_is_told_once_and_the_articles_go_on(table: str) -> None:
    """The articles have what they say themselves."""
    write("d/a.txt")
    write("d/sub/b.txt")
    write("d/metadata.csv", table)
    errors = [f"d/metadata.csv: {BAD_TABLES[table]}"]
    assert outcome("d") == [*errors, ("d/a.txt", None, None), ("d/sub/b.txt", None, None)]


def test_bad_rows_without_a_file_are_told_by_line() -> None:
    """The other rows hold."""
    write("a.txt")
    write("metadata.csv", "file_name,published\n,2024-05\na.txt,2024-05\n")
    write("metadata.jsonl", '{"file_name": "a.txt", "publisher": "Écho"}\n{}\n[\n')
    assert outcome(".") == [
        "metadata.csv:2: no file_name",
        "metadata.jsonl:2: no field `file_name` that is a text",
        "metadata.jsonl:3: not JSON: Expecting value at column 2",
        ("a.txt", "2024-05", "Écho"),
    ]


def test_a_table_that_may_not_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is the reason."""
    write("a.txt")
    write("metadata.csv", "file_name,published\na.txt,2024-05\n")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "metadata.csv":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert outcome(".") == ["metadata.csv: Permission denied", ("a.txt", None, None)]
