"""Pages of the seeds and of a hostile article; a store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pydantic import JsonValue

from armscorpus.articles import read_articles
from armscorpus.extract import extract_all
from armscorpus.models import Article, Claim, Decision, Judgement
from armscorpus.report.formats import Language
from armscorpus.report.page import render_page
from tests.cli.conftest import store as store
from tests.report.browser import Visit, visit

SEEDS = Path(__file__).parents[2] / "data" / "seeds"
MADE = dt.date(2026, 3, 1)
HOSTILE = """---
title: "</title><script>alert(1)</script><img src=x onerror=alert(2)>"
publisher: "<b>Le Soir</b></script>"
published: 2023-11-02
---
La Corée du Nord a livré 1 000 conteneurs à la Russie en 2023, selon le <script>alert(3)</script>Pentagone.

La Corée du Nord a livré 9 000 conteneurs à la Russie en 2023, selon le NIS. </script><!--<script> \u202e 😀

[La Corée du Nord](javascript:alert(5)) a livré 5 000 conteneurs à la Russie en 2023, dont 7 000 conteneurs de missiles,
selon {long}.

La Corée du Nord a livré 9 000 <img src=https://example.org/a.png onerror=alert(4)> obus à la Russie en 2023.
"""

Extracted = tuple[list[Claim], dict[str, Article]]


def extracted(paths: list[Path]) -> Extracted:
    """Return the claims of some articles, and the articles by id."""
    articles = [found for found in read_articles(paths) if isinstance(found, Article)]
    results = list(extract_all(articles))
    return [claim for _, claims in results for claim in claims], {one.id: one for one, _ in results}


@pytest.fixture(scope="session")
def seeds() -> Extracted:
    """Return the claims of the articles that ship with the project."""
    return extracted([SEEDS])


def decisions(claims: list[Claim]) -> list[Judgement]:
    """Return a rejection, a correction and a decided pair of containers."""
    by_value = {claim.quantity.value: claim for claim in claims if "conteneurs" in claim.topics}
    said: list[tuple[list[Decimal], Decision, dict[str, JsonValue], str | None]] = [
        ([Decimal(28_000)], Decision.REJECT, {}, None),
        ([Decimal(16_000)], Decision.CORRECT, {"quantity.value": 17_000}, "« faute de frappe »"),
        ([Decimal(2_000), Decimal(6_700)], Decision.CONFLICT, {}, None),
    ]
    return [
        Judgement(
            claims=tuple(sorted(by_value[value].id for value in values)),
            decision=decision,
            corrections=corrections,
            note=note,
            author="Anne",
            decided=dt.datetime(2026, 3, 3, tzinfo=dt.UTC),
        )
        for values, decision, corrections, note in said
    ]


@pytest.fixture(scope="session")
def pages(seeds: Extracted, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a page in French, one in English, one of a hostile article, an empty one, one judged."""
    folder = tmp_path_factory.mktemp("pages")
    hostile = folder / "\"><b onclick='alert(6)'>.md"
    hostile.write_text(HOSTILE.replace("{long}", "x" * 100_000), encoding="utf-8")
    made: dict[str, tuple[Extracted, Language]] = {
        "fr": (seeds, Language.FRENCH),
        "en": (seeds, Language.ENGLISH),
        "hostile": (extracted([hostile]), Language.FRENCH),
        "empty": (([], {}), Language.FRENCH),
        "untold": ((seeds[0], {}), Language.FRENCH),
        "judged": (seeds, Language.FRENCH),
    }
    for name, ((claims, articles), language) in made.items():
        decided = decisions(claims) if name == "judged" else ()
        page = render_page(claims, articles, made=MADE, language=language, judgements=decided)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, pages: Path) -> Iterator[Visit]:
    """Return a visit to the page that the test names, by default the French one."""
    with visit(browser, pages / f"{getattr(request, 'param', 'fr')}.html") as visited:
        yield visited
