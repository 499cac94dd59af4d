"""How long `armscorpus check` of one article takes against a store of 100 000 claims.

    python benchmarks/check.py [CLAIMS]

The store holds the claims of `data/seeds` and `tests/articles` over and over, in other articles and with other figures, so
that each flow has thousands of claims: far more than a desk has. Each check is also measured without a store; the ratio is
what the corpus costs. `comparable` is how many claims of the store were read for it.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from armscorpus.articles import read_article, read_articles
from armscorpus.extract import extract_all, extract_claims
from armscorpus.models import Article, Claim, Quantity, claim_id
from armscorpus.reconcile import is_one_party
from armscorpus.store import open_store

PROJECT = Path(__file__).parent.parent
FOLDERS = (PROJECT / "data" / "seeds", PROJECT / "tests" / "articles")
CHECKED = ("dev-01.md", "dev-05.md", "dev-08.md", "dev-12.md", "seed-0.md", "seed-2.md")
FACTORS = tuple(Decimal(percent) / 100 for percent in (100, 100, 100, 110, 90, 120, 150, 70))
ROUNDS = 3


def main() -> None:
    """Print a table: each article, its claims to compare with, seconds, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=100_000)
    with tempfile.TemporaryDirectory() as name:
        store = Path(name) / "store.db"
        with open_store(store) as opened:
            opened.add_many(_copies(parser.parse_args().claims), extractor="benchmark")
            print(f"{opened.counts().claims} claims\n\n| article | comparable | alone | checked | ratio |")
        print("|---|---|---|---|---|")
        for article in CHECKED:
            path = PROJECT / "data" / "seeds" / article
            alone, checked = (_seconds(path, address) for address in (store.with_name("none.db"), store))
            print(
                f"| {article} | {_comparable(path, store)} | {alone:.2f} s | {checked:.2f} s | {checked / alone:.2f} |"
            )


def _copies(size: int) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield articles with their claims, each time with other figures, until there are as many claims."""
    chance = random.Random(3)  # noqa: S311 - a benchmark
    originals = list(extract_all(a for a in read_articles(FOLDERS) if isinstance(a, Article)))
    made = turn = 0
    while made < size:
        for original, claims in originals:
            text = f"{original.text}\n{turn}"
            identity = hashlib.sha256(text.encode()).hexdigest()[:16]
            path = f"{turn}/{Path(original.path).name}"
            article = original.model_copy(update={"id": identity, "text": text, "path": path})
            yield article, [_other(claim, article, chance.choice(FACTORS)) for claim in claims]
            made += len(claims)
        turn += 1


def _other(claim: Claim, article: Article, factor: Decimal) -> Claim:
    return claim.model_copy(
        update={
            "id": claim_id(article.id, claim.span.start),
            "article": article.ref,
            "quantity": _times(claim.quantity, factor),
        }
    )


def _times(quantity: Quantity, factor: Decimal) -> Quantity:
    numbers = {name: getattr(quantity, name) for name in ("value", "low", "high")}
    return quantity.model_copy(update={name: n if n is None else n * factor for name, n in numbers.items()})


def _comparable(path: Path, store: Path) -> int:
    with open_store(store, read_only=True) as opened:
        claims = extract_claims(read_article(path))
        return sum(1 for _ in opened.comparable(claims, match=is_one_party))


def _seconds(path: Path, store: Path) -> float:
    """Return the median time of a check, in a process of its own; without a store, against an article without figures."""
    corpus = ["--store", str(store)] if store.exists() else ["--against", str(_nothing(store.parent))]
    command = [str(Path(sys.executable).with_name("armscorpus")), "check", str(path), *corpus]
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _nothing(folder: Path) -> Path:
    path = folder / "nothing.jsonl"
    path.touch()
    return path


if __name__ == "__main__":
    main()
