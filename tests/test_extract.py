"""From an article to its claims: offsets, identifiers, what is not read, and several processes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armscorpus.articles import article_id, read_articles
from armscorpus.extract import excerpt, extract_all, extract_claims
from armscorpus.models import Article, Span
from tests.gold_claims import SEEDS

FIRST = "L’Iran a livré 200 missiles à la Russie en mars."
SECOND = "Selon Kiev, 300 obus ont été tirés sur Odessa hier."
PLAIN = "Le temps est gris et les rues sont vides."


def article(text: str, published: str | None = "2025-06-15") -> Article:
    """Return an article with this text."""
    return Article(id=article_id(text), path="un.txt", published=published, text=text)


def test_the_words_of_a_claim_are_at_its_span_behind_paragraphs_that_are_skipped() -> None:
    """Paragraphs without a number do not shift the offsets."""
    text = "\n\n".join([PLAIN, PLAIN, FIRST, PLAIN, PLAIN, SECOND])
    claims = extract_claims(article(text))
    assert [claim.text for claim in claims] == ["200 missiles", "300 obus"]
    assert [claim.text for claim in claims] == [text[slice(*claim.span)] for claim in claims]


def test_evidence_points_into_the_article() -> None:
    """The spans of the parts are offsets of the article's text."""
    text = f"{PLAIN}\n\n{PLAIN}\n\n{FIRST}"
    (claim,) = extract_claims(article(text))
    assert claim.evidence is not None
    spans = {role: text[slice(*span)] for role, span in claim.evidence.spans.items()}
    assert text[slice(*claim.evidence.sentence)] == FIRST
    assert spans["number"] == "200"
    assert spans["period"] == "en mars"
    assert spans["supplier"] == "L’Iran"


def test_an_article_without_a_number_costs_no_pipeline() -> None:
    """Nothing is read where there is nothing to count."""
    assert excerpt("\n".join([PLAIN] * 3)).text == ""
    assert extract_claims(article(PLAIN)) == []


@given(st.lists(st.sampled_from([FIRST, SECOND, PLAIN, "", "• Chars : 31 Abrams."]), max_size=8))
def test_an_excerpt_leads_back_to_the_text(paragraphs: list[str]) -> None:
    """Each paragraph that is kept stands in the text where its offsets say."""
    text = "\n".join(paragraphs)
    part = excerpt(text)
    for start in part.starts:
        end = part.text.find("\n\n", start)
        kept = Span(start, len(part.text) if end < 0 else end)
        assert part.text[slice(*kept)] == text[slice(*part.at(kept))]


def test_identifiers_depend_on_the_text_and_the_place_alone() -> None:
    """Another path, title or date leaves the identifier as it is."""
    (one,) = extract_claims(article(FIRST))
    (other,) = extract_claims(article(FIRST, published="2024-01-01").model_copy(update={"path": "b.txt"}))
    assert one.id == other.id


def test_an_undated_article_keeps_relative_expressions_unresolved() -> None:
    """« hier » without a date of publication has its words and no dates."""
    (claim,) = extract_claims(article(SECOND, published=None))
    assert (claim.period.text, claim.period.start, claim.period.end) == ("hier", None, None)


def test_absolute_dates_need_no_date_of_publication() -> None:
    """« en mars 2025 » is March 2025 whenever it was written."""
    (claim,) = extract_claims(
        article("L’Iran a livré 200 missiles à la Russie en mars 2025.", published=None)
    )
    assert str(claim.period.start) == "2025-03-01"


@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_come_in_the_order_given(jobs: int) -> None:
    """Several processes give the claims that one gives, in the same order."""
    articles = [found for found in read_articles([SEEDS]) if isinstance(found, Article)]
    alone = [(each.path, extract_claims(each)) for each in articles]
    assert alone == [(each.path, claims) for each, claims in extract_all(articles, jobs=jobs)]


@pytest.mark.parametrize(
    "text", ["", "\n", " ", "\ufeff", "7", "« »", "100 %", "1 000 000 000 000 000 obus", "\x00 3 obus"]
)
def test_odd_texts_are_read_without_a_fuss(text: str) -> None:
    """Hardly a text at all has few claims or none."""
    assert len(extract_claims(article(text))) <= 1
