"""The topics as a table."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.labels import Labels
from armscorpus.lexicon.schema import Topics
from armscorpus.report.terminal import Console, Grid

SLUG_WIDTH, LABEL_WIDTH = 12, 24


def print_catalogue(console: Console, catalogue: Topics) -> None:
    """Print each topic with what it is called and an example."""
    heading = load(Labels).heading
    grid = Grid.filled(console, SLUG_WIDTH, LABEL_WIDTH)
    grid.print_row(heading["slug"], heading["label"], heading["examples"], style="bold")
    for topic in catalogue.topic:
        grid.print_row(topic.slug, topic.label, topic.examples[0])
