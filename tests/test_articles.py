"""Files and folders become articles in a fixed order; what cannot be read comes as an error among them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from armscorpus.articles import article_id, read_article, read_articles, read_text
from armscorpus.errors import ArticleError
from armscorpus.models import Article
from tests.article_files import TEXT, write

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder, so that paths are short."""
    monkeypatch.chdir(tmp_path)


def outcome(*paths: Path | str) -> list[str]:
    """Return the paths of the articles, and the errors in words."""
    return [str(item) if isinstance(item, ArticleError) else item.path for item in read_articles(paths)]


def test_an_article_has_the_text_of_its_file_and_the_hash_of_that() -> None:
    """The record of a plain file without anything else."""
    write("a.txt")
    assert read_article("a.txt") == Article(id="33b60342ff1deccd", path="a.txt", text=TEXT)


def test_the_id_is_that_of_the_text_wherever_it_is() -> None:
    """The same text under another path or date is the same article."""
    assert read_text(TEXT, path="x", published="2024-05").id == read_text(TEXT).id == article_id(TEXT)


def test_paths_come_in_the_order_given() -> None:
    """Files named by themselves are not sorted."""
    for name in ("b.txt", "a.md", "c.txt"):
        write(name)
    assert outcome("b.txt", Path("c.txt"), "a.md") == ["b.txt", "c.txt", "a.md"]


def test_a_folder_is_walked_in_sorted_order() -> None:
    """Names sort by code point within each folder, whatever the order of creation."""
    names = ["d/B.txt", "d/a.txt", "d/b/1.txt", "d/b/2.md", "d/b.txt", "d/é.txt"]
    for name in (names[3], names[0], names[5], names[2], names[4], names[1]):
        write(name)
    assert outcome("d") == ["d/B.txt", "d/a.txt", "d/b/1.txt", "d/b/2.md", "d/b.txt", "d/é.txt"]


def test_a_folder_gives_only_articles() -> None:
    """Hidden files, metadata, README.md and unknown suffixes are passed over; suffixes may be in capitals."""
    for name in ("A.TXT", ".b.txt", ".git/c.txt", "README.md", "readme.md", "d.pdf", "e", "f.csv"):
        write(f"d/{name}")
    write("d/metadata.csv", "file_name,published\n")
    write("d/metadata.jsonl", '{"file_name": "A.TXT"}')
    assert outcome("d") == ["d/A.TXT"]


@pytest.mark.parametrize("name", ["notes", "notes.text", "README.md", ".hidden.txt"])
def test_a_file_named_by_itself_is_read(name: str) -> None:
    """What a walk passes over is read as plain text or by its suffix when it is asked for."""
    write(name)
    assert outcome(name) == [name]


def test_a_path_given_twice_is_read_once() -> None:
    """A folder and a file in it do not make two articles."""
    write("d/a.txt")
    write("d/b.txt")
    assert outcome("d/b.txt", "d", "./d/a.txt") == ["d/b.txt", "d/a.txt"]


def test_the_current_folder_is_left_out_of_paths() -> None:
    """A walk of « . » gives the paths as they would be typed."""
    write("d/a.txt")
    assert outcome(".") == ["d/a.txt"]


def test_a_missing_path_is_an_error_and_the_others_go_on() -> None:
    """The error stands where its article would."""
    write("a.txt")
    write("b.txt")
    assert outcome("a.txt", "none.txt", "b.txt") == ["a.txt", "none.txt: No such file or directory", "b.txt"]


def test_a_folder_without_articles_is_an_error() -> None:
    """The error says which suffixes are read."""
    write("d/sub/a.pdf")
    expected = "d: no article in this folder (.txt, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson)"
    assert outcome("d") == [expected]


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "---\ntitle: Rien\n---\n\n"])
def test_an_article_without_text_is_an_error(content: str) -> None:
    """Front matter and blanks are no text."""
    write("a.md", content)
    assert outcome("a.md") == ["a.md: no text"]


def test_metadata_named_by_itself_is_refused() -> None:
    """A table of dates is not an article."""
    write("d/metadata.csv")
    assert outcome("d/metadata.csv") == [
        "d/metadata.csv: describes the articles of its folder and is none itself"
    ]


def test_a_folder_named_like_a_file_is_a_folder() -> None:
    """The suffix of a folder means nothing."""
    write("d/x.md/a.txt")
    assert outcome("d") == ["d/x.md/a.txt"]


def test_a_link_back_is_an_error() -> None:
    """A walk ends, and says where it would not have."""
    write("d/a.txt")
    Path("d/z").symlink_to(Path("d").resolve())
    assert outcome("d") == ["d/a.txt", "d/z: a link back to a folder that it is in"]


def test_links_in_a_circle_are_errors() -> None:
    """Links to one another lead nowhere."""
    write("d/c.txt")
    Path("d/a").symlink_to("b")
    Path("d/b").symlink_to("a")
    reason = "Too many levels of symbolic links"
    assert outcome("d") == [f"d/a: {reason}", f"d/b: {reason}", "d/c.txt"]


def test_a_link_to_another_folder_is_followed() -> None:
    """Corpora are put together with links."""
    write("store/a.txt")
    Path("d").mkdir()
    Path("d/linked").symlink_to(Path("store").resolve())
    assert outcome("d") == ["d/linked/a.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    """Reading it would never end."""
    Path("d").mkdir()
    os.mkfifo("d/a.txt")
    assert outcome("d") == ["d/a.txt: not a regular file"]


def test_a_file_that_may_not_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is the reason; the others go on."""
    write("a.txt")
    write("b.txt")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert outcome("a.txt", "b.txt") == ["a.txt: Permission denied", "b.txt"]


def test_a_folder_that_may_not_be_listed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed folder does not close those beside it."""
    write("d/a/1.txt")
    write("d/b/1.txt")
    iterdir = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return iter(list(iterdir(path)))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert outcome("d") == ["d/a: Permission denied", "d/b/1.txt"]


def test_a_file_that_vanishes_on_the_way_is_an_error() -> None:
    """Files are opened one after the other; some may be gone by then."""
    write("d/a.txt")
    write("d/b.txt")
    articles = read_articles(["d"])
    first = next(articles)
    Path("d/b.txt").unlink()
    assert [first.path, *map(str, articles)] == ["d/a.txt", "d/b.txt: No such file or directory"]


def test_names_that_are_not_utf8_are_shown_in_ascii() -> None:
    """A path must be printable and storable."""
    write(os.fsdecode(b"d/\xe9.txt"))
    assert outcome("d") == ["d/\\xe9.txt"]


def test_plain_text_and_markdown_import_nothing_heavy() -> None:
    """What only other formats, other encodings and dates in words need is not loaded for them."""
    write("a.txt")
    write("b.md", f"---\npublished: 2024-05-03\n---\n{TEXT}")
    heavy = {"babel", "charset_normalizer", "dateparser", "lxml", "py3langid", "spacy", "trafilatura"}
    code = (
        "import sys; from armscorpus.articles import read_articles; "
        "list(read_articles(['a.txt', 'b.md'])); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy & set(done.stdout.split()) == set()


def test_one_article_is_returned_or_raised() -> None:
    """`read_article` is for a single file that holds one article."""
    write("d/a.txt")
    write("d/b.txt")
    with pytest.raises(ArticleError, match=r"^d: more than one article$"):
        read_article("d")
    with pytest.raises(ArticleError, match=r"^none\.txt: No such file or directory$"):
        read_article("none.txt")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not here")
def test_real_articles_are_read_with_their_metadata() -> None:
    """Dates and publishers come from metadata.csv, the texts are those of the files."""
    articles = list(read_articles([SEEDS]))
    assert [article.published for article in articles if isinstance(article, Article)] == [
        "2025-02",
        "2026-02",
        "2022-09-06",
        "2022-09",
        "2025-05",
    ]
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]
    assert [article.text for article in articles if isinstance(article, Article)] == texts
