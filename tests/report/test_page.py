"""The page of a report in a browser: what a reader finds, filters, sorts and opens, and what cannot happen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.report.browser import Visit

EVERY_PAGE = pytest.mark.parametrize("page", ["fr", "en", "hostile", "empty", "untold"], indirect=True)


def cells(page: Visit, column: int) -> list[str]:
    """Return the texts of a column of the table of claims."""
    texts = page.page.locator(f"#claims tbody tr td:nth-child({column})").all_inner_texts()
    return [" ".join(text.split()) for text in texts]


@EVERY_PAGE
def test_nothing_leaves_the_page(page: Visit) -> None:
    """The file itself is all that is asked for, and the console stays empty."""
    for details in page.page.locator("#quantity-list > details").all()[:10]:
        details.locator("summary").first.click()
    page.page.wait_for_load_state("networkidle")
    assert (page.messages, page.requests) == ([], [page.page.url])


def test_the_containers_are_seen_at_once(page: Visit) -> None:
    """The disagreement between 16 000 and 28 000 is on the first screen, with who says what."""
    dispute = page.page.locator("li.divergence", has_text="28 000").filter(has_text="16 000").first
    expect(dispute).to_be_in_viewport()
    expect(dispute).to_contain_text("OSC")
    expect(dispute).to_contain_text("DIA")


def test_a_filter_leaves_the_claims_that_meet_it(page: Visit) -> None:
    """Filters add up, and their effect is announced."""
    page.page.select_option("[name=topic]", "conteneurs")
    assert {"Conteneurs"} == set(cells(page, 2))
    before = len(cells(page, 1))
    page.page.fill("[name=search]", "osc open")
    assert {"Open Source Center (OSC)"} == {cell.partition(" via")[0] for cell in cells(page, 5)}
    assert page.page.inner_text("#count").startswith(f"{len(cells(page, 1))} sur")
    page.page.fill("[name=search]", "")
    page.page.select_option("[name=modality]", "negated")
    assert 0 < len(cells(page, 1)) < before


@pytest.mark.parametrize(("name", "column"), [("party", 3), ("source", 5), ("modality", 6)])
def test_each_choice_filters_its_column(page: Visit, name: str, column: int) -> None:
    """The claims left bear the name that was chosen."""
    select = page.page.locator(f"[name={name}]")
    label = select.locator("option").last.inner_text().rpartition(" (")[0]
    select.select_option(index=select.locator("option").count() - 1)
    assert cells(page, column)
    assert all(label in cell for cell in cells(page, column))


def test_days_filter_by_period_or_publication(page: Visit) -> None:
    """A claim about 2022 alone does not overlap the days since 2026."""
    page.page.fill("[name=since]", "2026-01-01")
    since = len(cells(page, 1))
    page.page.fill("[name=until]", "2025-12-31")
    both = len(cells(page, 1))
    page.page.click("button[type=reset]")
    expect(page.page.locator("#claims tbody tr")).to_have_count(100)
    assert 0 < both < since < 100


def test_no_claim_is_said(page: Visit) -> None:
    """An empty table says that it is."""
    page.page.fill("[name=search]", "zeppelin")
    assert page.page.inner_text("#count") == "Aucun chiffre ne répond à ces filtres."


def test_a_heading_sorts_both_ways(page: Visit) -> None:
    """The second press turns the order round, and assistive technology is told."""
    heading = page.page.locator("th[data-column=period]")
    orders = []
    for order in ("ascending", "descending"):
        heading.locator("button").press("Enter")
        expect(heading).to_have_attribute("aria-sort", order)
        orders.append(cells(page, 1))
    assert orders[0] != orders[1]


def test_figures_sort_as_numbers(page: Visit) -> None:
    """« 600 » comes before « 1 000 »."""
    page.page.select_option("[name=topic]", "conteneurs")
    page.page.click("th[data-column=quantity] button")
    figures = [cell.partition(" conteneurs")[0] for cell in cells(page, 1)]
    assert figures.index("≈ 180") < figures.index("2 000") < figures.index("≈ 28 000")


def test_a_claim_opens_its_sentence(page: Visit) -> None:
    """The sentence stands in its article, with the parts marked; closing returns to where the reader was."""
    page.page.fill("[name=search]", "28 000 dia")
    opener = page.page.locator("#claims .open").first
    opener.press("Enter")
    expect(page.page.locator(".sentence mark.number")).to_contain_text("28 000")
    expect(page.page.locator(".sentence mark.noun")).to_contain_text("conteneurs")
    expect(page.page.locator("dialog .key li")).not_to_have_count(0)
    assert len(page.page.inner_text("dialog .text")) > len(page.page.inner_text("dialog .sentence"))
    page.page.keyboard.press("Escape")
    expect(page.page.locator("dialog")).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_figure_of_a_dispute_opens_its_claim(page: Visit) -> None:
    """The headline leads to the evidence."""
    page.page.locator(".disputes a", has_text="28 000").first.click()
    expect(page.page.locator(".sentence mark.number")).to_contain_text("28 000")


def test_a_chart_is_read_by_keyboard(page: Visit) -> None:
    """Arrow keys go from mark to mark, each says its sentence, and Enter opens it."""
    marks = page.page.locator("#group-0 .mark")
    marks.first.focus()
    page.page.keyboard.press("ArrowRight")
    expect(marks.nth(1)).to_be_focused()
    expect(page.page.locator("#tip")).to_contain_text("conteneurs")
    page.page.keyboard.press("Enter")
    expect(page.page.locator("dialog")).to_be_visible()


def test_sources_differ_by_more_than_colour(page: Visit) -> None:
    """Each source of a chart has a shape of its own, as long as there are shapes."""
    shapes = page.page.eval_on_selector_all(
        "#group-0 .key path", "paths => paths.map(p => p.getAttribute('d'))"
    )
    assert len(set(shapes)) == min(6, len(shapes)) > 1


@pytest.mark.parametrize("page", ["untold"], indirect=True)
def test_a_claim_opens_without_its_article(page: Visit) -> None:
    """Where the texts are not known, the fields are shown and the lack is said."""
    page.page.locator("#claims .open").first.click()
    expect(page.page.locator("#claim-body")).to_contain_text("n’est pas dans ce rapport")


@pytest.mark.parametrize("page", ["hostile"], indirect=True)
def test_what_an_article_says_is_never_markup(page: Visit) -> None:
    """Scripts and images in an article are words, in the page, in its records, and in an opened claim."""
    for opener in page.page.locator("#claims .open").all():
        opener.click()
        page.page.keyboard.press("Escape")
    assert (
        page.page.locator("img, script:not([type]) ~ script, #claim-body script, b:has-text('Soir')").count()
        == 0
    )
    assert "<script>" in page.page.inner_text("#claims")
    assert (page.messages, page.requests) == ([], [page.page.url])


@pytest.mark.parametrize("page", ["hostile"], indirect=True)
def test_a_script_that_gets_in_does_not_run(page: Visit) -> None:
    """The policy of the page admits its own script alone, and no address."""
    page.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            const image = document.createElement("img");
            image.src = "https://example.org/a.png";
            document.body.append(image);
        }"""
    )
    assert page.page.evaluate("window.ran") is None
    assert [message for message in page.messages if "Content Security Policy" in message]


@pytest.mark.parametrize("page", ["fr", "en"], indirect=True)
def test_controls_are_named_and_headings_nest(page: Visit) -> None:
    """Every control has a name, no id is used twice, and no level of headings is left out."""
    unnamed = page.page.eval_on_selector_all(
        "button, select, input, a, summary, [role=button]",
        "all => all.filter(e => !(e.textContent.trim() || e.ariaLabel || e.labels?.length)).length",
    )
    levels = page.page.eval_on_selector_all("h1, h2, h3", "all => all.map(e => Number(e.tagName[1]))")
    ids = page.page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert (unnamed, len(set(ids))) == (0, len(ids))
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_first_key_leads_past_the_head(page: Visit) -> None:
    """The first stop of the keyboard is a link to the content."""
    page.page.keyboard.press("Tab")
    expect(page.page.locator(".skip")).to_be_focused()


def test_a_phone_does_not_scroll_sideways(page: Visit) -> None:
    """The page is as wide as the screen."""
    page.page.set_viewport_size({"width": 360, "height": 700})
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_dark_page_prints_in_light(page: Visit) -> None:
    """The system's dark colours stay on the screen."""
    tint = "() => getComputedStyle(document.querySelector('.counts div')).backgroundColor"
    page.page.emulate_media(color_scheme="light")
    light = page.page.evaluate(tint)
    page.page.emulate_media(color_scheme="dark")
    dark = page.page.evaluate(tint)
    page.page.emulate_media(media="print", color_scheme="dark")
    assert page.page.evaluate(tint) == light != dark
