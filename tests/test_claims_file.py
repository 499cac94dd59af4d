"""Claims and relations as JSON Lines: both shapes are read, bad lines are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armscorpus.claims_file import claim_line, read_claims, relation_line
from armscorpus.errors import ClaimsError
from armscorpus.models import Evidence, Span
from armscorpus.reconcile import relate
from tests.claim_notation import parse_claim

CLAIM = parse_claim(
    "NIS via Yonhap | ~600 | ..2025-04-30 | 2025-05-01 | obj=soldats art=koursk", "pertes loss KP"
)
ANNOTATED = Path(__file__).parent / "gold" / "corpus.jsonl"


def write(folder: Path, *lines: str) -> Path:
    """Return a file of these lines."""
    path = folder / "claims.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def annotation(**changes: Any) -> dict[str, Any]:
    """Return an annotated article with one claim, some fields changed."""
    claim = {key: value for key, value in claim_line(CLAIM).items() if key not in {"id", "article"}}
    return {"article": "koursk.md", "published": "2025-05-01", "claims": [claim | changes]}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """A claim survives its line."""
    assert read_claims(write(tmp_path, json.dumps(claim_line(CLAIM)))) == [CLAIM]


def test_evidence_is_not_written() -> None:
    """The line of a claim holds what the contract names, and not how the claim came about."""
    with_evidence = CLAIM.model_copy(update={"evidence": Evidence(sentence=Span(0, 10))})
    assert claim_line(with_evidence) == claim_line(CLAIM)
    assert "evidence" not in claim_line(CLAIM)


def test_blank_lines_are_skipped(tmp_path: Path) -> None:
    """A file may have blank lines."""
    assert read_claims(write(tmp_path, "", json.dumps(claim_line(CLAIM)), "  ")) == [CLAIM]


def test_an_empty_file_has_no_claims(tmp_path: Path) -> None:
    """No line is no claim, and no error."""
    assert read_claims(write(tmp_path)) == []


def test_line_separators_inside_a_text(tmp_path: Path) -> None:
    """A text may hold U+2028 and U+0085, which end no line of JSON Lines."""
    odd = CLAIM.model_copy(update={"text": "600\u2028soldats\u0085"})
    assert read_claims(write(tmp_path, json.dumps(claim_line(odd), ensure_ascii=False))) == [odd]


def test_annotated_article(tmp_path: Path) -> None:
    """The claims of an annotated article carry its name and date."""
    (claim,) = read_claims(write(tmp_path, json.dumps(annotation())))
    assert (claim.article.path, claim.article.published, claim.quantity) == (
        "koursk.md",
        "2025-05-01",
        CLAIM.quantity,
    )


def test_ids_of_annotations_are_made_from_article_and_span(tmp_path: Path) -> None:
    """The same annotation has the same id in any file; another span has another."""
    first, again, other = (
        read_claims(write(tmp_path, json.dumps(annotation(span=span))))[0].id
        for span in ([0, 10], [0, 10], [5, 10])
    )
    assert (first == again, first == other) == (True, False)


def test_what_a_scorer_accepts_is_ignored(tmp_path: Path) -> None:
    """`optional` and `accept` are for scorers."""
    (claim,) = read_claims(
        write(tmp_path, json.dumps(annotation(optional=True, accept={"event": ["other"]})))
    )
    assert claim.event == CLAIM.event


def test_gold_is_read() -> None:
    """The annotations of the shipped articles are claims."""
    counts = [len(json.loads(line)["claims"]) for line in ANNOTATED.read_text(encoding="utf-8").splitlines()]
    assert len(read_claims(ANNOTATED)) == sum(counts)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[1, 2]", "not a JSON object"),
        ("{}", "id"),
        ('{"claims": []}', "article"),
        ('{"article": 3, "claims": []}', "article"),
        pytest.param("[" * 100_000, "not JSON", id="nested too deep"),
        ('{"article": "a.md", "claims": 3}', "claims"),
        ('{"article": "a.md", "claims": [3]}', "claims"),
        ('{"article": "a.md", "claims": [{"span": [0]}]}', "span"),
        ('{"article": "a.md", "published": "hier", "claims": []}', "published"),
        ('{"article": "a.md", "claims": [], "colour": "red"}', "colour"),
        (json.dumps(claim_line(CLAIM) | {"event": "dance"}), "event"),
        (json.dumps(claim_line(CLAIM) | {"colour": "red"}), "colour"),
        (json.dumps(annotation(quantity=None)), "quantity"),
        (json.dumps(annotation(span=["a", "b"])), "span"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    """The file, the line and the field that does not fit are said."""
    path = write(tmp_path, json.dumps(claim_line(CLAIM)), line)
    with pytest.raises(ClaimsError) as caught:
        read_claims(path)
    assert (caught.value.path, caught.value.line, reason in caught.value.reason) == (str(path), 2, True)


@pytest.mark.parametrize("content", [b"\xff\xfe{}", None])
def test_an_unreadable_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    """A file that is missing or no UTF-8 is an error about the file, not about a line."""
    path = tmp_path / "claims.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ClaimsError) as caught:
        read_claims(path)
    assert (caught.value.path, caught.value.line) == (str(path), 0)


def test_relation_line() -> None:
    """A relation says where its claims are, how they stand, why, and how much it matters."""
    other = parse_claim("NIS | ~2000 | | 2026-02-24 | obj=tués art=bilan", "pertes loss KP")
    relation = relate(CLAIM, other)
    assert relation_line(relation).model_dump(mode="json") == {
        "a": {"article": "koursk.txt", "span": [0, 10], "id": CLAIM.id},
        "b": {"article": "bilan.txt", "span": [0, 10], "id": other.id},
        "relation": "revision",
        "rule": "revised_upwards",
        "why": relation.why,
        "severity": relation.severity,
    }
