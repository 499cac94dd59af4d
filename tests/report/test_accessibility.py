"""The page against axe-core's rules, in light and dark, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.report.browser import Visit, visit

Scheme = Literal["light", "dark"]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["fr", "judged", "empty"])
def test_no_rule_of_axe_is_broken(
    browser: Browser, pages: Path, name: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """Names, roles, landmarks, contrast and headings hold, also while a claim is open."""
    with visit(browser, pages / f"{name}.html", width=width, scheme=scheme, bypass_csp=True) as page:
        broken = _broken(page)
        openers = page.page.locator("#claims .open")
        if openers.count():
            openers.first.click()
            broken += _broken(page)
    assert broken == []


def _broken(page: Visit) -> list[str]:
    return [
        f"{found['id']}: {node['html']}"
        for found in Axe().run(page.page).response["violations"]
        for node in found["nodes"]
    ]


def test_the_keyboard_goes_as_the_eye_does(page: Visit) -> None:
    """From the top, each stop stands further on in the document than the one before, and shows its outline."""
    stops = []
    for _ in range(25):
        page.page.keyboard.press("Tab")
        stops.append(
            page.page.evaluate(
                """() => {
                    const all = [...document.querySelectorAll("*")];
                    const style = getComputedStyle(document.activeElement);
                    return [all.indexOf(document.activeElement), style.outlineStyle];
                }"""
            )
        )
    places = [place for place, _ in stops]
    assert places == sorted(set(places))
    assert {outline for _, outline in stops} == {"solid"}


def test_turning_the_page_keeps_the_keyboard_at_the_table(page: Visit) -> None:
    """The button that was pressed is made anew: the focus goes to the table and not to the top."""
    page.page.locator("#pages button").last.press("Enter")
    expect(page.page.locator("#table-region")).to_be_focused()
    expect(page.page.locator("#pages")).to_contain_text("101–")


def test_nothing_moves_by_itself(page: Visit) -> None:
    """There is no animation to reduce."""
    moving = page.page.eval_on_selector_all(
        "*",
        """all => all.filter(one => {
            const style = getComputedStyle(one);
            return style.animationName !== "none" || style.transitionDuration !== "0s" || style.scrollBehavior === "smooth";
        }).length""",
    )
    assert moving == 0
