"""The tables are as their documentation says, and cost nothing to those who need none."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from armscorpus.store import open_store
from armscorpus.store.schema import article_paths, articles, claim_topics, claims, judgements
from tests.store.cases import NIS, add, fetch, make_article, make_claim, make_quantity


def test_the_package_is_imported_without_sqlalchemy() -> None:
    """Commands that need no store do not pay for it."""
    program = "import armscorpus, sys; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


DOCUMENTED = (articles, article_paths, claims, claim_topics, judgements)
EXPECTED: list[list[tuple[object, ...]]] = [
    [("AFP", "2024-11", "2 millions", 2_000_000, 2_000_000, NIS.name)],
    [(make_article().id, 2)],
]
PAGE = (Path(__file__).parents[2] / "docs" / "store.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_documentation_has_a_line_for_each_column() -> None:
    """In the order of the tables."""
    described = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert described == [column.name for table in DOCUMENTED for column in table.columns]


@pytest.mark.parametrize(("query", "expected"), list(zip(QUERIES, EXPECTED, strict=True)))
def test_the_documented_queries_answer(address: str, query: str, expected: list[tuple[object, ...]]) -> None:
    """On either kind of database."""
    article, copy = (
        make_article(published="2024-11", publisher="AFP"),
        make_article("b.md", publisher="Reuters"),
    )
    claim = make_claim(article, text="2 millions", quantity=make_quantity(2_000_000), source=NIS)
    with open_store(address) as store:
        add(store, article, claim, make_claim(article, 90))
        add(store, copy)
    assert fetch(address, query) == expected
