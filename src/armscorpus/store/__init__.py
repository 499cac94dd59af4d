"""Claims kept in SQL with their articles: one SQLite file, or a PostgreSQL database that several desks share.

Importing this package imports SQLAlchemy, which takes about as long as pydantic: import it where it is used.
"""

from armscorpus.store.store import Counts, Store, StoredArticle, open_store
from armscorpus.store.writing import Added

__all__ = ["Added", "Counts", "Store", "StoredArticle", "open_store"]
