"""Claims as JSON Lines: what is written is read again, whatever it holds."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armscorpus.claims_file import claim_line, read_claims
from armscorpus.interchange.shapes import CLAIMS, CLAIMS_WITH_EVIDENCE, json_array, json_lines
from armscorpus.models import Article, Claim
from tests.gold_claims import gold_claims
from tests.store.strategies import claims_of, words

articles = st.builds(
    Article,
    id=words,
    path=words,
    title=st.none() | words,
    publisher=st.none() | words,
    published=st.none() | st.dates().map(str),
    text=words,
)


@given(articles.flatmap(claims_of))
def test_what_is_written_is_read_again(claims: list[Claim]) -> None:
    """Every field of every claim comes back, to the last digit, with its evidence."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        path.write_text("".join(json_lines(CLAIMS_WITH_EVIDENCE, claims)), encoding="utf-8", newline="")
        assert read_claims(path) == claims


@given(articles.flatmap(claims_of))
def test_evidence_is_written_on_request(claims: list[Claim]) -> None:
    """Without it the rest comes back."""
    bare = [claim.model_copy(update={"evidence": None}) for claim in claims]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        path.write_text("".join(json_lines(CLAIMS, claims)), encoding="utf-8", newline="")
        assert read_claims(path) == bare


@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_array_has_the_records(count: int) -> None:
    """An empty one is an array too."""
    claims = gold_claims()[:count]
    assert json.loads("".join(json_array(CLAIMS, claims))) == list(map(claim_line, claims))
