"""Dated quantitative claims about arms transfers, pulled out of French-language news."""
