"""How long reconciling takes, and how much memory, for 10⁴, 10⁵ and 10⁶ claims of twenty to a group.

    python benchmarks/reconcile.py            # each size in a process of its own
    python benchmarks/reconcile.py 1000000

A group has one supplier and one recipient of its own, five sources, four figures that grow from year to year, and one
source in ten that says twice as much. The claims are made before the clock starts; memory is the greatest of the
process, claims included.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal

from armscorpus.models import ArticleRef, Bound, Claim, Event, Modality, Period, Quantity, Source, Span
from armscorpus.reconcile import reconcile

SIZES = (10_000, 100_000, 1_000_000)
PER_GROUP = 20
PER_ARTICLE = 10
NAMES = ("NIS", "OSC", "GUR", "RUSI", "SIPRI")
SOURCES = tuple(Source(name=name) for name in NAMES)
DAYS = tuple(dt.date(2023, 1, 1) + dt.timedelta(days=90 * step) for step in range(12))
PERIODS = tuple(Period(text="depuis 2023", start=dt.date(2023, 1, 1), end=day) for day in DAYS[3:])


def claims_of_articles(size: int) -> Iterator[Claim]:
    """Yield claims in an order that mixes the groups, ten to an article."""
    chance = random.Random(5)  # noqa: S311 - a benchmark
    order = list(range(size))
    chance.shuffle(order)
    for place, number in enumerate(order):
        if place % PER_ARTICLE == 0:
            published = (DAYS[-1] + dt.timedelta(days=chance.randrange(400))).isoformat()
            article = ArticleRef(id=f"a{place}", path=f"articles/{place}.txt", published=published)
        yield _claim(number // PER_GROUP, place, article, chance)


def _claim(group: int, place: int, article: ArticleRef, chance: random.Random) -> Claim:
    year = chance.randrange(4)
    value = Decimal(1000 * (group % 50 + 1) * (year + 1) * (2 if chance.random() < 0.1 else 1))
    return Claim(
        id=f"{place:012x}",
        article=article,
        span=Span(place % PER_ARTICLE * 50, place % PER_ARTICLE * 50 + 10),
        text=f"{value} obus",
        topics=("obus",),
        object="obus",
        quantity=Quantity(bound=Bound.EXACT, value=value, low=value, high=value, unit="count"),
        event=Event.TRANSFER,
        supplier=f"Fournisseur {group % 250}",
        recipient=f"Destinataire {group // 250}",
        period=PERIODS[2 * year],
        source=chance.choice(SOURCES),
        modality=Modality.ASSERTED,
    )


def measure(size: int) -> str:
    """Return a line: claims, groups, disputed groups, seconds, gigabytes."""
    claims = list(claims_of_articles(size))
    gc.freeze()  # as the program does
    gc.disable()
    begun = time.process_time()
    groups = reconcile(claims)
    seconds = time.process_time() - begun
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    disputed = sum(not group.kinds.isdisjoint({"conflict", "divergence"}) for group in groups)
    return (
        f"{size:>9,} claims  {len(groups):>7,} groups  {disputed:>7,} disputed  {seconds:7.2f} s  "
        f"{seconds / size * 1e6:6.1f} µs a claim  {gigabytes:5.2f} GB"
    )


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("size", type=int, nargs="?")
    size = parser.parse_args().size
    if size is not None:
        print(measure(size), flush=True)
        return
    for each in SIZES:
        subprocess.run([sys.executable, __file__, str(each)], check=True)


if __name__ == "__main__":
    main()
