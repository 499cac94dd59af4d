"""French quantities: `find_quantities` returns the figures of a text with their unit, rate, statistic and noun."""

from armscorpus.values.quantities.finder import find_quantities
from armscorpus.values.quantities.sentences import has_number

__all__ = ["find_quantities", "has_number"]
