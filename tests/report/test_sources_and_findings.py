"""The page tells independent sources, findings and what people decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Reasons
from armscorpus.reconcile import find_findings, reconcile
from armscorpus.report.formats import Language
from armscorpus.report.languages import labels_in
from armscorpus.report.page.quantities import quantity_of
from tests.claim_notation import parse_claim
from tests.report.browser import Visit, visit
from tests.report.conftest import Extracted

SHELLS = "obus transfer KP>RU"


def sources(*lines: str) -> list[tuple[str, int]]:
    """Return the sources of the first group of some claims, with the number of articles that repeat each."""
    group = reconcile(parse_claim(line, SHELLS) for line in lines)[0]
    places = {claim.id: place for place, claim in enumerate(group.claims)}
    return [(one["label"], one["articles"]) for one in quantity_of(group, places, Language.FRENCH)["sources"]]


def test_articles_that_quote_one_study_are_one_source() -> None:
    """However many they are; and who repeats its figure without naming it is one of them."""
    lines = [f"OSC | 4M..6M | | 2025-04-{day}" for day in (16, 17, 18)]
    assert sources(*lines, " | 4M..6M | | 2025-04-19 | pub=AFP", "NIS | 9M | | 2025-05-01") == [
        ("OSC", 4),
        ("NIS", 1),
    ]


def test_who_only_denies_has_a_place_of_its_own() -> None:
    """Behind those who give a figure; who gives one and denies another keeps its own."""
    denial = "Kremlin | not 5M | | 2024-06-11"
    assert sources("NIS | 1M | | 2024-06-10", denial) == [("NIS", 1), ("Kremlin", 1)]
    assert sources("NIS | 1M | | 2024-06-10", "NIS | not 5M | | 2024-06-11") == [("NIS", 2)]


def test_the_legend_says_how_many_articles_repeat_a_source(page: Visit) -> None:
    """A sign for each independent source, as many as the card counts and those who only deny."""
    expect(page.page.locator("#group-0 .key li", has_text="OSC")).to_have_text("OSC (2 articles)")
    expect(page.page.locator("#group-0 .key li", has_text="DIA")).to_have_text("DIA")
    expect(page.page.locator("#group-0 .facts")).to_contain_text("Sources indépendantes : 6")


def test_each_mark_has_the_colour_of_its_source(page: Visit) -> None:
    """Two articles on one study are two marks of one colour."""
    colour = "marks => marks.map(mark => mark.getAttribute('class').split(' ')[1])"
    osc = page.page.eval_on_selector_all("#group-0 .mark[aria-label*='OSC']", colour)
    dia = page.page.eval_on_selector_all("#group-0 .mark[aria-label*='DIA']", colour)
    assert (len(osc), len(set(osc)), set(osc) & set(dia)) == (2, 1, set())


def test_findings_have_their_sentences_and_open_their_claims(page: Visit, seeds: Extracted) -> None:
    """Each finding quotes what it is about; the overview counts them."""
    found = find_findings(seeds[0])
    shown = page.page.locator(".findings > li")
    expect(shown).to_have_count(len(found))
    expect(page.page.locator(".counts .findings dd")).to_have_text(str(len(found)))
    expect(shown.first.locator("blockquote")).not_to_have_count(0)
    figure = shown.first.locator(".side a").first
    words = figure.inner_text()
    figure.click()
    expect(page.page.locator("#claim-title")).to_contain_text(words)


def test_a_dispute_quotes_both_sentences(page: Visit) -> None:
    """They are read without leaving the disagreement."""
    dispute = page.page.locator("li.divergence", has_text="28 000").filter(has_text="16 000").first
    dispute.locator("summary").click()
    quotes = [" ".join(quote.split()) for quote in dispute.locator("blockquote").all_inner_texts()]
    assert [figure in quote for figure, quote in zip(("16 000", "28 000"), quotes, strict=True)] == [
        True,
        True,
    ]


@pytest.mark.parametrize("language", Language)
def test_every_finding_has_a_name(language: Language) -> None:
    """In both languages."""
    assert labels_in(language).finding.keys() == load(Reasons).finding.keys()


def test_what_people_decided_is_respected(browser: Browser, pages: Path) -> None:
    """A rejected claim is not there and is counted, a corrected one says who corrected it, a decided pair who decided."""
    with visit(browser, pages / "judged.html") as page:
        page.page.select_option("[name=topic]", "conteneurs")
        expect(page.page.locator("#claims td", has_text="28 000")).to_have_count(0)
        expect(page.page.locator("main")).to_contain_text("absents de cette page : 1")
        corrected = page.page.locator("#claims td", has_text="17 000").first
        expect(corrected).to_contain_text("corrigé (Anne, 3 mars 2026)")
        expect(corrected).to_contain_text("« faute de frappe »")
        expect(page.page.locator(".why", has_text="jugé par Anne")).not_to_have_count(0)
        corrected.locator("button").click()
        expect(page.page.locator("dialog dl")).to_contain_text("corrigé (Anne")
