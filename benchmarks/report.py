"""A page of a thousand articles and ten thousand claims: its weight, and the time until Chromium has opened it."""

from __future__ import annotations

import datetime as dt
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.report.browser import CHROMIUM, chromium

from armscorpus.articles import read_articles
from armscorpus.extract import extract_all
from armscorpus.models import Article, Claim
from armscorpus.report.page import render_page

ARTICLES, CLAIMS, RUNS = 1000, 10_000, 5
SEEDS = Path(__file__).parent.parent / "data" / "seeds"
LIMIT_MEGABYTES, LIMIT_SECONDS = 15, 2.0
ANSWERS = "() => performance.getEntriesByType('navigation')[0].domComplete"


def corpus() -> tuple[list[Claim], dict[str, Article]]:
    """Return the seeds again and again, moved in time and between publishers, with an equal share of claims each."""
    articles = [found for found in read_articles([SEEDS]) if isinstance(found, Article)]
    results = [(article, claims) for article, claims in extract_all(articles) if claims]
    claims: list[Claim] = []
    texts: dict[str, Article] = {}
    for copy in range(ARTICLES):
        article, found = results[copy % len(results)]
        renamed = article.model_copy(update={"id": f"{copy:016x}", "publisher": f"Journal {copy % 200}"})
        texts[renamed.id] = renamed
        share = CLAIMS // ARTICLES
        claims += [_moved(found[place % len(found)], renamed, copy, place) for place in range(share)]
    return claims, texts


def _moved(claim: Claim, article: Article, copy: int, place: int) -> Claim:
    """Return a claim of another article about other parties, every fifty copies."""
    period = claim.period
    if period.end and period.start:
        shift = dt.timedelta(days=copy % 90)
        period = period.model_copy(update={"start": period.start - shift, "end": period.end - shift})
    changes = {
        "id": f"{copy:06x}{place:06x}",
        "article": article.ref,
        "supplier": f"Partie {copy // 50}",
        "period": period,
    }
    return claim.model_copy(update=changes)


def main() -> None:
    """Print how long the page takes to make and to open, and what it weighs."""
    claims, articles = corpus()
    start = time.perf_counter()
    page = render_page(claims, articles, made=dt.date(2026, 3, 1)).encode()
    print(f"{len(articles)} articles, {len(claims)} claims: made in {time.perf_counter() - start:.1f} s")
    print(f"{len(page) / 1e6:.1f} MB  (limit {LIMIT_MEGABYTES})")
    if CHROMIUM is None:
        print("There is no Chromium here: not opened.")
        return
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        path = Path(folder) / "report.html"
        path.write_bytes(page)
        seconds = []
        for _ in range(RUNS):
            opened = browser.new_page()
            opened.goto(path.as_uri())
            seconds.append(opened.evaluate(ANSWERS) / 1000)
            start = time.perf_counter()
            opened.select_option("[name=topic]", "obus")
            filtered = time.perf_counter() - start
            opened.close()
    print(
        f"opened in {statistics.median(seconds):.2f} s  (limit {LIMIT_SECONDS}); filtered in {filtered:.2f} s"
    )


if __name__ == "__main__":
    main()
