"""What a run of the extraction found: a row for each article, with its claims by topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.models import Article, Claim
from armscorpus.report.claims import NOTHING, render_article
from armscorpus.report.numbers import render_number
from armscorpus.report.terminal import Console, Grid
from armscorpus.report.typography import NO_BREAK

COUNT_WIDTH = 8


def print_rows(console: Console, results: Iterable[tuple[Article, list[Claim]]]) -> None:
    """Print the number of claims of each article by topic, most frequent first, and the totals."""
    heading = load(Labels).heading
    grid = Grid.filled(console, console.width // 3, COUNT_WIDTH)
    grid.print_row(heading["article"], heading["claims"], heading["topics"], style="bold")
    articles, claims, topics = 0, 0, Counter[str]()
    for article, found in results:
        by_topic = Counter(topic for claim in found for topic in claim.topics)
        grid.print_row(render_article(article), render_number(len(found)), _render_counts(by_topic))
        articles, claims, topics = articles + 1, claims + len(found), topics + by_topic
    total = f"{heading['total']} ({render_number(articles)})"
    grid.print_row(total, render_number(claims), _render_counts(topics), style="bold")


def _render_counts(topics: Counter[str]) -> str:
    """Return the topics with how often each occurs, most frequent first, then by name."""
    ranked = sorted(topics.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{topic}{NO_BREAK}{render_number(count)}" for topic, count in ranked) or NOTHING
