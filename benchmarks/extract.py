"""What extraction costs, against spaCy's French tokenizer as shipped on the same text, in one process.

    python benchmarks/extract.py

Prints the characters read per second by each, first pass and repeated passes, and the ratio of the repeated ones. Leave
the machine alone meanwhile.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from armscorpus.articles import read_articles
from armscorpus.extract import extract_claims
from armscorpus.models import Article
from armscorpus.values.periods import find_periods
from armscorpus.values.quantities import find_quantities

SEEDS = Path(__file__).parent.parent / "data" / "seeds"
PASSES = 7


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    articles = [article for article in read_articles([SEEDS]) if isinstance(article, Article)]
    length = sum(len(article.text) for article in articles)
    stock = spacy.blank("fr")
    works: dict[str, Callable[[], object]] = {
        "spaCy's tokenizer": lambda: [stock.tokenizer(article.text) for article in articles],
        "find_quantities": lambda: [find_quantities(article.text) for article in articles],
        "find_periods": lambda: [find_periods(article.text, article.published) for article in articles],
        "extract_claims": lambda: [extract_claims(article) for article in articles],
    }
    first = {name: seconds(work) for name, work in works.items()}
    rounds = [{name: seconds(work) for name, work in works.items()} for _ in range(PASSES)]
    claims = sum(len(extract_claims(article)) for article in articles)
    print(f"{len(articles)} articles, {length:,} characters, {claims} claims")
    medians = {name: statistics.median(each[name] for each in rounds) for name in works}
    for name in works:
        cold, warm = (length / taken / 1e6 for taken in (first[name], medians[name]))
        ratio = medians[name] / medians["spaCy's tokenizer"]
        print(
            f"{name:20} {cold:6.2f} M characters/s at first, {warm:6.2f} then; {ratio:5.2f} x spaCy's tokenizer"
        )


if __name__ == "__main__":
    main()
