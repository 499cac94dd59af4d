"""Claims as RDF: the document parses, and questions in SPARQL get the right rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from rdflib import Graph

from armscorpus.interchange.citing import Cited, cite
from armscorpus.interchange.turtle import turtle
from armscorpus.models import Article, Claim
from armscorpus.untrusted import CONTROL
from tests.gold_claims import gold_articles, gold_claims
from tests.interchange.test_json_lines import articles
from tests.store.strategies import claims_of

ARTICLES = {article.id: article for article, _ in gold_articles().values()}

TRANSFERS = """
SELECT ?id ?amount ?low ?high WHERE {
    ?claim a schema:Claim ; dcterms:identifier ?id ; arms:event arms:transfer ; arms:modality arms:asserted ;
        arms:supplier wd:Q423 ; arms:recipient wd:Q159 ; dcterms:subject <urn:armscorpus:topic:conteneurs> ;
        arms:quantity ?quantity .
    ?quantity wikibase:quantityUnit wd:Q199 .
    OPTIONAL { ?quantity wikibase:quantityAmount ?amount }
    OPTIONAL { ?quantity wikibase:quantityLowerBound ?low }
    OPTIONAL { ?quantity wikibase:quantityUpperBound ?high }
} ORDER BY ?id
"""
DATES = """
SELECT ?id ?start ?end WHERE {
    ?claim dcterms:identifier ?id ; dcterms:temporal ?period .
    ?period schema:startDate ?start ; schema:endDate ?end .
} ORDER BY ?id
"""
QUOTED = """
SELECT ?id ?path ?words ?start ?end WHERE {
    ?annotation oa:hasBody/dcterms:identifier ?id ; oa:hasTarget ?target .
    ?target oa:hasSource/dcterms:identifier ?path ; oa:hasSelector ?quote, ?place .
    ?quote oa:exact ?words . ?place oa:start ?start ; oa:end ?end .
} ORDER BY ?id
"""
SOURCES = """
SELECT ?id ?name WHERE { ?claim dcterms:identifier ?id ; prov:wasAttributedTo/schema:name ?name } ORDER BY ?id
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    """Return the gold of all articles as a graph."""
    return parsed(gold_claims())


def parsed(claims: list[Claim], articles: dict[str, Article] = ARTICLES) -> Graph:
    """Return claims as a reader of Turtle has them."""
    return Graph().parse(data="".join(turtle(cite(claims, articles.__getitem__))), format="turtle")


def rows(graph: Graph, question: str) -> list[tuple[object, ...]]:
    """Return the answers to a question, as values of Python."""
    return [tuple(cell and cell.toPython() for cell in row) for row in graph.query(question)]  # type: ignore[union-attr]


def test_amounts_and_bounds(graph: Graph) -> None:
    """As Wikidata has them, in decimals; what is open is not there."""
    expected = [
        (claim.id, claim.quantity.value, claim.quantity.low, claim.quantity.high)
        for claim in gold_claims()
        if (claim.event, claim.modality, claim.supplier, claim.recipient)
        == ("transfer", "asserted", "KP", "RU")
        and "conteneurs" in claim.topics
    ]
    assert len(expected) > 3
    assert rows(graph, TRANSFERS) == sorted(expected)


def test_periods(graph: Graph) -> None:
    """As dates."""
    expected = [
        (claim.id, claim.period.start, claim.period.end)
        for claim in gold_claims()
        if claim.period.start and claim.period.end
    ]
    assert rows(graph, DATES) == sorted(expected)


def test_quotations(graph: Graph) -> None:
    """Each claim is found again in its article, by its words and its offsets."""
    expected = [(claim.id, claim.article.path, claim.text, *claim.span) for claim in gold_claims()]
    assert rows(graph, QUOTED) == sorted(expected)


def test_sources(graph: Graph) -> None:
    """By name, those of claims that have one."""
    expected = [
        (claim.id, claim.source.name) for claim in gold_claims() if claim.source and claim.source.name
    ]
    assert rows(graph, SOURCES) == sorted(expected)


def test_an_article_is_told_once() -> None:
    """Before the first of its claims."""
    text = "".join(turtle(cite(gold_claims(), ARTICLES.__getitem__)))
    assert text.count("schema:NewsArticle") == len({claim.article.id for claim in gold_claims()})


def test_an_address_cannot_break_out() -> None:
    """What no address may hold is encoded; what is none is left out."""
    article, claims = next(iter(gold_articles().values()))
    for url, count in (("https://a.example/x> <urn:evil", 1), ("javascript:alert(1)", 0)):
        hostile = article.model_copy(update={"url": url})
        graph = parsed(claims[:1], {article.id: hostile})
        addresses = rows(graph, "SELECT ?url WHERE { ?article schema:url ?url }")
        assert len(addresses) == count
        assert not {">", " "} & set("".join(map(str, (url for (url,) in addresses))))


@settings(max_examples=30)
@given(articles.flatmap(claims_of))
def test_whatever_a_claim_holds_parses(claims: list[Claim]) -> None:
    """No text ends its literal or steers a terminal, and every claim is there."""
    text = "".join(turtle(map(Cited, claims)))
    graph = Graph().parse(data=text, format="turtle")
    assert len(set(rows(graph, "SELECT ?claim WHERE { ?claim a schema:Claim }"))) == len(claims)
    assert not [char for char in CONTROL.findall(text) if char not in "\n\t\r"]
