"""`armscorpus evaluate`: scores of anybody's annotations, from the articles, a file of claims or a store."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from armscorpus.claims_file import claim_line
from armscorpus.models import Claim
from armscorpus.store import open_store
from tests.cli.running import run
from tests.evaluate.annotations import TEXT, annotation, write_article
from tests.gold_claims import GOLD, SEEDS, gold_articles, gold_claims

KIEV = annotation(
    span=[TEXT.index("200"), TEXT.index("200") + 8],
    text="200 obus",
    quantity={"bound": "exact", "value": 200, "low": 200, "high": 200, "unit": "count"},
    event="transfer",
    recipient="UA",
    period={"text": "en mars 2024", "start": "2024-03-01", "end": "2024-03-31"},
)


def evaluation(*arguments: str | Path) -> dict[str, Any]:
    """Return an evaluation as a program reads it."""
    record: dict[str, Any] = json.loads(run("evaluate", *arguments, "--format", "json").stdout)
    return record


def write_claims(folder: Path, *claims: Claim) -> Path:
    """Return a file of claims."""
    path = folder / "claims.jsonl"
    path.write_text("".join(f"{json.dumps(claim_line(claim))}\n" for claim in claims), encoding="utf-8")
    return path


def test_articles_are_extracted_now(tmp_path: Path) -> None:
    """What is missed, spurious and confused is told with its sentence."""
    path = write_article(tmp_path, annotation(modality="planned"))
    found = evaluation(path)
    assert (found["scores"]["gold"], found["scores"]["found"], found["scores"]["paired"]) == (1, 2, 1)
    (spurious,) = found["spurious"]
    assert (spurious["text"], spurious["sentence"]) == ("200 obus", "Kiev en a reçu 200 obus en mars 2024.")
    confused = {row["field"]: (row["gold"], row["found"], row["count"]) for row in found["confusions"]}
    assert confused["modality"] == ("planned", "asserted", 1)


def test_the_articles_that_ship_with_the_project() -> None:
    """Their annotations are scored as the tests score them, relations included."""
    arguments = (GOLD / "corpus.jsonl", "--articles", SEEDS, "--relations", GOLD / "relations.jsonl")
    found = evaluation(*arguments, "--by", "topics")
    assert (found["scores"]["articles"], found["relations"]["pairs"]) == (20, 84)
    assert 0.9 <= found["scores"]["whole"]["f1"]["value"] <= 1
    assert set(found["parts"]) >= {"obus", "conteneurs"}


def test_a_file_of_claims(tmp_path: Path) -> None:
    """Claims that were extracted before are scored without their articles."""
    found = evaluation(GOLD / "corpus.jsonl", "--claims", write_claims(tmp_path, *gold_claims()[1:]))
    assert found["scores"]["whole"]["precision"]["value"] == 1
    assert [(failure["text"], failure["sentence"]) for failure in found["missed"]] == [
        (gold_claims()[0].text, None)
    ]


def test_a_store(store: Path) -> None:
    """A store is scored as it is."""
    found = evaluation(GOLD / "corpus.jsonl", "--claims", str(store))
    assert found["scores"]["whole"]["f1"] == {"value": 1, "low": pytest.approx(0.9738, abs=1e-4), "high": 1}


def test_a_store_knows_the_sentences(tmp_path: Path) -> None:
    """What is missed in a store is told with the sentence that the store holds."""
    article, claims = gold_articles()["seed-4.md"]
    with open_store(tmp_path / "part.db") as opened:
        opened.add(article, claims[1:], extractor="gold")
    found = evaluation(
        GOLD / "corpus.jsonl", "--claims", str(tmp_path / "part.db"), "--failures", "200", "--by", "article"
    )
    sentences = [failure["sentence"] for failure in found["missed"] if failure["article"] == "seed-4.md"]
    assert [claims[0].text in sentence for sentence in sentences] == [True]
    assert found["parts"]["seed-4.md"]["gold"] == len(claims)


def test_articles_beside_a_file_of_claims(tmp_path: Path) -> None:
    """With their folder the annotations are checked, and the sentences are told."""
    path = write_article(tmp_path, annotation(), KIEV)
    (tmp_path / "articles").mkdir()
    (tmp_path / "obus.txt").rename(tmp_path / "articles" / "obus.txt")
    claims = write_claims(tmp_path)
    result = run("evaluate", path, "--articles", tmp_path / "articles", "--claims", claims)
    assert "Kiev en a reçu 200 obus" in result.stdout
    assert result.stderr == f"armscorpus: {claims}: no claim is of an annotated article\n"


def test_the_number_of_failures(tmp_path: Path) -> None:
    """As many are printed as are asked for, with how many there are."""
    path, claims = write_article(tmp_path, annotation(), KIEV), write_claims(tmp_path)
    shown = run("evaluate", path, "--claims", claims, "--failures", "1").stdout
    assert "Missed (1 of 2)" in shown
    assert "200 obus" not in shown


@pytest.mark.parametrize("form", ["table", "json", "md"])
def test_the_same_again(tmp_path: Path, form: str) -> None:
    """Two runs print the same."""
    arguments = ("evaluate", GOLD / "corpus.jsonl", "--claims", write_claims(tmp_path, *gold_claims()[5:]))
    first, second = (run(*arguments, "--by", "event", "--format", form).stdout for _ in range(2))
    assert first == second


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    """The annotations that docs/evaluation.md shows fit the article that it shows."""
    page = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text(encoding="utf-8")
    example, text = (re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL)[0] for kind in ("json", "text"))
    (tmp_path / "gold.jsonl").write_text(" ".join(example.splitlines()), encoding="utf-8")
    (tmp_path / "obus.txt").write_text(text, encoding="utf-8")
    assert evaluation(tmp_path / "gold.jsonl")["scores"]["paired"] == 1


HOSTILE = "\x1b]0;pwned\x07\u202e|[x](javascript:alert)<script>`600 obus"


@pytest.mark.parametrize("form", ["table", "json", "md"])
def test_hostile_text_is_inert(tmp_path: Path, form: str) -> None:
    """Nothing in annotations or claims steers a terminal or a page."""
    path = write_article(tmp_path, annotation(text=HOSTILE), article=f"{HOSTILE[:12]}.txt")
    shown = run("evaluate", path, "--claims", write_claims(tmp_path), "--format", form).stdout
    assert "obus" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    if form == "md":
        assert "<script>" not in shown
        assert "[x](" not in shown


@pytest.mark.parametrize("columns", ["20", "40", "200"])
def test_any_terminal(tmp_path: Path, columns: str) -> None:
    """The tables hold on narrow terminals and on wide ones."""
    path = write_article(tmp_path, annotation(), KIEV)
    result = run("evaluate", path, "--claims", write_claims(tmp_path), "--by", "event", COLUMNS=columns)
    assert (result.exit_code, "Missed (2 of 2)" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("gold.jsonl", "{", "gold.jsonl:1: not JSON"),
        ("gold.jsonl", "", "gold.jsonl: holds no annotations"),
        ("gold.jsonl", '{"article": "a.txt", "claims": []}', "gold.jsonl:1: a.txt: no such article"),
        ("gold.jsonl", '{"article": "image.txt", "claims": []}', "gold.jsonl:1: image.txt: "),
    ],
)
def test_bad_annotations_end_the_command(tmp_path: Path, name: str, content: str, reason: str) -> None:
    """The file, the line and the reason are told; nothing is printed."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = run("evaluate", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert reason in result.stderr


def test_bad_claims_end_the_command(tmp_path: Path) -> None:
    """So do claims that cannot be read, and a store that is not there, which is not made."""
    path = write_article(tmp_path)
    assert run("evaluate", path, "--claims", tmp_path / "absent.jsonl").exit_code == 2
    assert run("evaluate", path, "--claims", tmp_path / "absent.db").exit_code == 2
    assert not (tmp_path / "absent.db").exists()
