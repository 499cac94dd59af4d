"""The store that tests of commands have, for those of forms."""

from tests.cli.conftest import store

__all__ = ["store"]
