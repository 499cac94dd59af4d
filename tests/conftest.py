"""The one browser of all tests: two cannot be driven from one thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.report.browser import CHROMIUM, chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a browser; without one the test is skipped."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with chromium() as opened:
        yield opened
