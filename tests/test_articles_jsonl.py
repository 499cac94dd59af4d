"""Each line of JSON Lines is an article, or an error of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armscorpus.articles import read_articles
from armscorpus.errors import ArticleError
from tests.article_files import read, refusal

TEXT = "La Russie a reçu des obus nord-coréens à l'été, selon Séoul."


def outcome(folder: Path, *lines: object) -> list[str]:
    """Return the paths below the folder of the articles in a file of these lines, and the errors in words."""
    file = folder / "a.jsonl"
    file.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return [
        (str(item) if isinstance(item, ArticleError) else item.path).removeprefix(f"{folder.as_posix()}/")
        for item in read_articles([file])
    ]


def test_a_line_is_an_article(tmp_path: Path) -> None:
    """Each field has the name that it has in the results."""
    fields = {
        "title": "Obus",
        "publisher": "Le Phare",
        "published": "2024-05",
        "url": "https://example.org",
        "lang": "fr-CH",
    }
    article = read(tmp_path, "a.jsonl", json.dumps({"id": "obus", "text": TEXT, "author": 3} | fields))
    assert (
        article.model_dump(exclude={"id"})
        == {"path": f"{tmp_path.as_posix()}/a.jsonl/obus", "text": TEXT} | fields
    )


def test_lines_are_named_by_file_name_or_id_or_number(tmp_path: Path) -> None:
    """Blank lines count, but are no articles."""
    lines = [{"text": TEXT}, "", {"id": "x", "text": TEXT}, {"id": 7, "file_name": "b/y.txt", "text": TEXT}]
    assert outcome(tmp_path, *lines) == ["a.jsonl/1", "a.jsonl/x", "a.jsonl/b/y.txt"]


def test_bad_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    """Each is told by its number, or by the name of its article where only the text is at fault."""
    lines = [
        "{",
        "[]",
        "[" * 100_000,
        {"title": "Obus"},
        {"text": 3},
        {"text": TEXT, "title": 3},
        {"text": TEXT, "published": "hier"},
        {"text": TEXT, "id": "\ud800"},
        {"text": " "},
        {"text": TEXT + "\0"},
        {"text": TEXT + "\ud800"},
        {"text": "Three million shells were sent to the front, officials said.", "id": "en"},
        {"text": TEXT, "id": "ok"},
    ]
    date = "(2022-09-06, 2022-09, « 6 septembre 2022 »)"
    assert outcome(tmp_path, *lines) == [
        "a.jsonl:1: not JSON: Expecting property name enclosed in double quotes at column 2",
        "a.jsonl:2: not a JSON object",
        "a.jsonl:3: JSON nested too deeply",
        "a.jsonl:4: no field `text` that is a text",
        "a.jsonl:5: no field `text` that is a text",
        "a.jsonl:6: title: a text is expected, not 3",
        f"a.jsonl:7: published: 'hier' is not a date {date}",
        "a.jsonl:8: id: half of a surrogate pair at character 0",
        "a.jsonl/9: no text",
        "a.jsonl/10: text: a NUL character",
        f"a.jsonl/11: text: half of a surrogate pair at character {len(TEXT)}",
        "a.jsonl/en: text in English, not French",
        "a.jsonl/ok",
    ]


def test_the_second_line_of_a_name_is_refused(tmp_path: Path) -> None:
    """Two articles at one path would replace each other."""
    lines = [{"text": TEXT, "id": "2"}, {"text": TEXT}, {"text": TEXT, "id": "x"}]
    assert outcome(tmp_path, *lines) == [
        "a.jsonl/2",
        "a.jsonl:2: the name '2' is taken by line 1",
        "a.jsonl/x",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_lines_are_decoded_as_files_are(tmp_path: Path, encoding: str) -> None:
    """A line in Latin-1 is not lost."""
    line = json.dumps({"text": TEXT}, ensure_ascii=False)
    assert read(tmp_path, "a.ndjson", f"{line}\n".encode(encoding)).text == TEXT


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no text"),
        (b"\n \n", "no text"),
        (b"%PDF-1.7", "a PDF document, not text"),
        ("{}".encode("utf-16"), "UTF-16, where JSON Lines are UTF-8"),
    ],
)
def test_a_file_without_lines_is_refused_as_a_whole(tmp_path: Path, content: bytes, reason: str) -> None:
    """There is one reason, not one a line."""
    assert refusal(tmp_path, "a.jsonl", content) == reason
