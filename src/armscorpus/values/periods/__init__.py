"""French periods: `find_periods` returns the expressions of time of a text with the dates they stand for."""

from armscorpus.values.periods.finder import find_periods

__all__ = ["find_periods"]
