"""Attributions in a sentence: « selon X », « X affirme que », « …, a indiqué X », « cité par Y »."""

from armscorpus.pipes.attribution.finder import find_attributions
from armscorpus.pipes.attribution.record import (
    Attribution,
    Manner,
    is_about_itself,
    is_denial,
    is_past_statement,
)

__all__ = [
    "Attribution",
    "Manner",
    "find_attributions",
    "is_about_itself",
    "is_denial",
    "is_past_statement",
]
