"""A view of the table has an address, which can be sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.report.browser import Visit, visit


def rows(page: Visit) -> list[str]:
    """Return the texts of the rows of the table."""
    return page.page.locator("#claims tbody tr").all_inner_texts()


def test_filters_and_order_are_in_the_address(page: Visit, browser: Browser, pages: Path) -> None:
    """All filters and the order together are found again by whoever opens the address."""
    page.page.select_option("[name=topic]", "conteneurs")
    page.page.select_option("[name=party]", "KP")
    page.page.select_option("[name=modality]", "asserted")
    page.page.fill("[name=since]", "2023-01-01")
    page.page.fill("[name=search]", "000")
    for _ in range(2):
        page.page.click("th[data-column=quantity] button")
    fragment = page.page.url.partition("#")[2]
    with visit(browser, pages / "fr.html", fragment=fragment) as other:
        assert rows(other) == rows(page) != []
        heading = other.page.locator("th[data-column=quantity]")
        expect(heading).to_have_attribute("aria-sort", "descending")
        expect(other.page.locator("#filters")).to_be_in_viewport()


def test_a_claim_that_is_closed_leads_back_to_the_view(page: Visit) -> None:
    """Opening a claim gives it the address, closing it gives it back."""
    page.page.select_option("[name=topic]", "conteneurs")
    before = page.page.url
    page.page.locator("#claims .open").first.click()
    assert "#claim-" in page.page.url
    page.page.keyboard.press("Escape")
    expect(page.page.locator("dialog")).to_be_hidden()
    expect(page.page).to_have_url(before)


def test_clearing_the_filters_clears_the_address(page: Visit) -> None:
    """The plain page has a plain address."""
    page.page.select_option("[name=topic]", "conteneurs")
    page.page.click("button[type=reset]")
    expect(page.page.locator("#claims tbody tr")).to_have_count(100)
    assert "topic" not in page.page.url


@pytest.mark.parametrize(
    "fragment",
    ["topic=unknown", "sort=constructor", "sort=-", "<b>=1", "claim-ffff", "%E0%A4%A="],
)
def test_an_address_that_means_nothing_shows_everything(browser: Browser, pages: Path, fragment: str) -> None:
    """What is not known here is left out."""
    with visit(browser, pages / "fr.html", fragment=fragment) as page:
        assert (len(rows(page)), page.messages) == (100, [])
