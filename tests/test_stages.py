"""The spaCy stages: what they read in single sentences, and how they fit anybody's pipeline."""

from __future__ import annotations

import json
from importlib.metadata import entry_points
from typing import Any

import pytest
import spacy
from spacy.language import Language

from armscorpus.articles import read_articles
from armscorpus.extract import extract_claims
from armscorpus.models import Article
from armscorpus.pipes.language import STAGES, LeanTokenizer, create_language
from tests.gold_claims import SEEDS
from tests.spec_cases import load_cases, parse_markup
from tests.stage_claims import PUBLISHED, claims_of, label_of

SENTENCE = "L’Iran a livré 200 missiles à la Russie en septembre 2024, selon Reuters."


@pytest.fixture(scope="module")
def stock() -> Language:
    """Return the stages over spaCy's own French tokenizer."""
    nlp = spacy.blank("fr")
    for stage in STAGES:
        nlp.add_pipe(f"armscorpus_{stage}")
    return nlp


def articles() -> list[Article]:
    """Return the articles that ship with the project."""
    return [article for article in read_articles([SEEDS]) if isinstance(article, Article)]


@pytest.mark.parametrize("case", load_cases("claims"))
def test_claims_of_a_sentence(case: dict[str, Any]) -> None:
    """A sentence has the claims that are marked in it, and no other."""
    text, expected = parse_markup(case["text"])
    found = [(claim.span.start, claim.span.end, label_of(claim)) for claim in claims_of(text, PUBLISHED)]
    assert expected == found


def test_enough_cases_expect_nothing() -> None:
    """At least 15 % of the sentences have no claim."""
    cases = [parse_markup(param.values[0]["text"]).spans for param in load_cases("claims")]
    assert sum(not spans for spans in cases) >= 0.15 * len(cases)


def test_every_stage_is_an_entry_point() -> None:
    """`nlp.add_pipe("armscorpus_quantities")` works wherever the package is installed."""
    names = {point.name for point in entry_points(group="spacy_factories")}
    assert {f"armscorpus_{stage}" for stage in STAGES} <= names


def test_the_order_of_the_stages_is_checked(stock: Language) -> None:
    """SpaCy finds no attribute that a stage requires and no earlier one assigns."""
    analysis = stock.analyze_pipes()
    assert analysis is not None
    assert {name: [] for name in stock.pipe_names} == analysis["problems"]


def test_the_stages_annotate_a_document_of_any_pipeline(stock: Language) -> None:
    """A document keeps its quantities and its claims in its extensions."""
    doc = stock(SENTENCE)
    assert [quantity.text for quantity in doc._.armscorpus_quantities] == ["200"]
    assert [claim.text for claim in doc._.armscorpus_claims] == ["200 missiles"]


def test_one_stage_works_by_itself() -> None:
    """Quantities can be had without the rest."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("armscorpus_quantities")
    assert [quantity.text for quantity in nlp("Ils ont tiré 200 obus.")._.armscorpus_quantities] == ["200"]


def test_the_stock_tokenizer_gives_the_same_claims(stock: Language) -> None:
    """Nothing depends on where a tokenizer cuts."""
    for article in articles():
        assert extract_claims(article) == extract_claims(article, stock)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L’armée qu’on", ["L’", "armée", "qu’", "on"]),
        ("a-t-il dit", ["a", "-t-il", "dit"]),
        ("16 000 obus", ["16", "000", "obus"]),
        ("12'400 et 1,5", ["12'400", "et", "1,5"]),
        ("Nord-Coréens, Shahed-136", ["Nord-Coréens", ",", "Shahed-136"]),
        ("aujourd’hui", ["aujourd’hui"]),
    ],
)
def test_lean_tokens(text: str, tokens: list[str]) -> None:
    """Elisions and inverted pronouns are apart; numbers and compounds are whole."""
    assert tokens == [token.text for token in LeanTokenizer(create_language().vocab)(text)]


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.path.rsplit("/", 1)[-1])
def test_the_lean_tokenizer_keeps_every_character(article: Article) -> None:
    """The text of a document is the text it was made of, white space included."""
    assert article.text == create_language().make_doc(article.text).text


def test_a_pipeline_can_be_stored_and_loaded(tmp_path: Any) -> None:
    """The stages survive `to_disk` and `spacy.load`."""
    nlp = spacy.blank("fr")
    nlp.add_pipe("armscorpus_quantities")
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline").pipe_names == ["armscorpus_quantities"]


def test_a_claim_says_why_it_exists() -> None:
    """Each field that was found has its rule, and what is implied is marked."""
    claim = claims_of("L’Iran a livré 200 missiles à la Russie, contre 50 à la Syrie.")[0]
    assert claim.evidence is not None
    assert {"quantity", "topics", "event", "supplier", "modality"} <= claim.evidence.rules.keys()
    json.dumps(claim.evidence.model_dump(mode="json"))
