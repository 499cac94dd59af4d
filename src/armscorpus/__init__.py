"""Dated quantitative claims about arms transfers, pulled out of French-language news."""

__version__ = "0.1.0"
