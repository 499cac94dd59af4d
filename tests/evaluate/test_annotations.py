"""Annotations and their articles: what is read, and the line that is named where something does not fit."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from armscorpus.errors import ClaimsError
from armscorpus.evaluate.gold import read_gold, read_relations
from armscorpus.evaluate.names import Articles
from armscorpus.evaluate.passages import passage
from armscorpus.evaluate.texts import read_annotated
from armscorpus.models import Span
from tests.evaluate.annotations import TEXT, annotation, write_article


def read(path: Path, *folders: Path) -> list[str]:
    """Return the names of the annotated articles, all of which are there."""
    return list(read_annotated(read_gold(path), folders))


def refused(path: Path, work: Callable[[Path], object] = read) -> str:
    """Return why annotations are refused, without the folder."""
    with pytest.raises(ClaimsError) as error:
        work(path)
    return str(error.value).replace(f"{path.parent}/", "")


def test_what_need_not_be_said(tmp_path: Path) -> None:
    """Nobody named, no period, no source: a claim may leave those fields out."""
    (article,) = read_gold(write_article(tmp_path))
    claim = article.claims[0].claim
    assert (claim.supplier, claim.recipient, claim.source, claim.period.start) == (None, None, None, None)


def test_articles_beside_the_annotations(tmp_path: Path) -> None:
    """Articles are looked for where the annotations are."""
    assert read(write_article(tmp_path)) == ["obus.txt"]


def test_articles_in_other_folders(tmp_path: Path) -> None:
    """They are looked for in the folders given, in their order, and nowhere else then."""
    path = write_article(tmp_path)
    (tmp_path / "else").mkdir()
    assert read(path, tmp_path / "else", tmp_path) == ["obus.txt"]
    assert refused(path, lambda path: read(path, tmp_path / "else")) == (
        "gold.jsonl:1: obus.txt: no such article in else"
    )


def test_articles_on_lines(tmp_path: Path) -> None:
    """An article of a file of JSON Lines is named by the file and its own name."""
    lines = tmp_path / "articles.jsonl"
    lines.write_text(json.dumps({"id": "un", "text": TEXT}) + "\n", encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"article": "articles.jsonl/un", "claims": [annotation()]}), encoding="utf-8")
    assert read(path) == ["articles.jsonl/un"]
    path.write_text(json.dumps({"article": "articles.jsonl/deux", "claims": []}), encoding="utf-8")
    assert refused(path) == "gold.jsonl:1: articles.jsonl/deux: no such article in articles.jsonl"


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ({"span": [14, 22]}, "obus.txt: claim 1: span 14-22 is '00 obus.' in the article, not '600 obus'"),
        ({"span": [-48, -40]}, "obus.txt: claim 1: span -48--40 is '' in the article, not '600 obus'"),
        ({"event": "arrival"}, "event: Input should be 'transfer', 'order'"),
        ({"quantity": {}}, "quantity.bound: Field required"),
        ({"colour": "red"}, "colour: Extra inputs are not permitted"),
        ({"accept": {"colour": ["red"]}}, "accept: 'colour' is none of topics, number, bound"),
        ({"accept": {"event": ["arrival"]}}, "event: Input should be 'transfer'"),
        ({"accept": {"event": "order"}}, "accept.event: Input should be a valid list"),
        ({"accept": []}, "accept: Input should be a valid dictionary"),
        ({"accept": {"number": [7]}}, "quantity: Input should be a valid dictionary"),
        ({"optional": "perhaps"}, "optional: Input should be a valid boolean"),
    ],
)
def test_a_claim_that_does_not_fit(tmp_path: Path, claim: dict[str, Any], reason: str) -> None:
    """The line and the field are named."""
    assert refused(write_article(tmp_path, annotation(**claim))).startswith(f"gold.jsonl:1: {reason}")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"claims": []}', "article: Field required"),
        ('{"article": "a.txt"}', "claims: Field required"),
        ('{"article": "absent.txt", "claims": []}', "absent.txt: no such article in "),
        ('{"article": "obus.txt", "claims": []}', "obus.txt: is annotated in gold.jsonl, line 1, too"),
    ],
)
def test_a_line_that_does_not_fit(tmp_path: Path, line: str, reason: str) -> None:
    """The line is named by its number."""
    path = write_article(tmp_path)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    assert refused(path).startswith(f"gold.jsonl:3: {reason}")


def test_another_file_than_was_annotated(tmp_path: Path) -> None:
    """Offsets hold only in the very file that was annotated."""
    path = write_article(tmp_path)
    (tmp_path / "obus.txt").write_text(f"{TEXT}\n", encoding="utf-8")
    assert refused(path).startswith("gold.jsonl:1: obus.txt: obus.txt is not the file that was annotated")


def test_no_annotations(tmp_path: Path) -> None:
    """A file or a folder without any is refused, rather than scored as all wrong."""
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    assert refused(empty) == "empty.jsonl: holds no annotations"
    assert refused(tmp_path / "absent.jsonl") == "absent.jsonl: No such file or directory"


def test_a_folder_of_annotations(tmp_path: Path) -> None:
    """Articles and relations may lie in one folder, and are told apart."""
    write_article(tmp_path)
    end = {"article": "obus.txt", "span": [13, 21]}
    pair = {"a": end, "b": end, "relation": "echo", "accept": ["agreement"]}
    (tmp_path / "relations.jsonl").write_text(json.dumps(pair) + "\n", encoding="utf-8")
    golds = read_gold(tmp_path)
    assert [article.name for article in golds] == ["obus.txt"]
    assert [relation.relation for relation in read_relations(tmp_path, golds)] == ["echo"]
    assert refused(tmp_path / "relations.jsonl", read_gold).startswith("relations.jsonl:1: article: Field")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"a": {"article": "obus.txt", "span": [13, 20]}}, "obus.txt: no claim is annotated at 13-20"),
        ({"b": {"article": "paix.txt", "span": [13, 21]}}, "paix.txt: no claim is annotated at 13-21"),
        ({"relation": "quarrel"}, "relation: Input should be 'agreement', 'refinement'"),
        ({"accept": "echo"}, "accept: Input should be a valid tuple"),
    ],
)
def test_a_pair_that_does_not_fit(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    """A pair is of two claims that are annotated."""
    golds = read_gold(write_article(tmp_path))
    end = {"article": "obus.txt", "span": [13, 21]}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"a": end, "b": end, "relation": "echo"} | change), encoding="utf-8")
    assert refused(path, lambda path: read_relations(path, golds)).startswith(f"pairs.jsonl:1: {reason}")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("b.md", "a/b.md"),
        ("x/a/b.md", "a/b.md"),
        ("a/b.md", "a/b.md"),
        ("x/b.md", None),
        ("ab.md", None),
        ("c.md", "c.md"),
        ("y/c.md", "c.md"),
    ],
)
def test_a_path_means_an_article(path: str, found: str | None) -> None:
    """Two paths mean one article where one ends with the other."""
    assert Articles(["a/b.md", "c.md"]).find(path) == found


def test_a_path_that_may_be_two_articles() -> None:
    """What cannot be told apart is not guessed."""
    with pytest.raises(ClaimsError, match=r"b\.md: may be a/b\.md or c/b\.md"):
        Articles(["a/b.md", "c/b.md"]).find("b.md")


def test_the_sentence_of_a_figure() -> None:
    """Of a text a person sees the sentence that a figure stands in."""
    start = TEXT.index("200")
    assert passage(TEXT, Span(start, start + 8)) == "Kiev en a reçu 200 obus en mars 2024."
    assert passage(TEXT, Span(13, 21)) == "Séoul compte 600 obus."


def test_the_sentence_of_a_figure_in_a_line_without_end() -> None:
    """Of a text without full stops a person sees what is near."""
    text = "obus " * 10_000
    assert len(passage(text, Span(20_000, 20_004))) < 1_000
