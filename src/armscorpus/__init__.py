"""Dated quantitative claims about arms transfers, pulled out of French-language news.

The public names are imported when they are first used: `import armscorpus` by itself loads no spaCy and no SQL.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from armscorpus.articles import read_articles, read_text
    from armscorpus.claims_file import read_claims
    from armscorpus.errors import ArmscorpusError
    from armscorpus.extract import extract_all, extract_claims
    from armscorpus.models import Article, Claim
    from armscorpus.reconcile import pairwise
    from armscorpus.store import open_store
    from armscorpus.values.periods import find_periods
    from armscorpus.values.quantities import find_quantities

__version__ = "0.1.0"

_HOMES = {
    "ArmscorpusError": "errors",
    "Article": "models",
    "Claim": "models",
    "extract_all": "extract",
    "extract_claims": "extract",
    "find_periods": "values.periods",
    "find_quantities": "values.quantities",
    "open_store": "store",
    "pairwise": "reconcile",
    "read_articles": "articles",
    "read_claims": "claims_file",
    "read_text": "articles",
}
__all__ = [
    "ArmscorpusError",
    "Article",
    "Claim",
    "extract_all",
    "extract_claims",
    "find_periods",
    "find_quantities",
    "open_store",
    "pairwise",
    "read_articles",
    "read_claims",
    "read_text",
]


def __getattr__(name: str) -> object:
    """Return a public name, from the part that makes it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
