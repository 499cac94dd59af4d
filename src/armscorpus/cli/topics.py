"""`armscorpus topics`: the catalogue of things counted."""

from __future__ import annotations

from armscorpus.cli.options import FormatOption
from armscorpus.report.formats import Format


def topics(output: FormatOption = Format.TABLE) -> None:
    """List the topics of the catalogue."""
    from armscorpus.lexicon import load
    from armscorpus.lexicon.schema import Topics
    from armscorpus.report.output import print_topics

    print_topics(load(Topics), output)
