"""Claims as commands of QuickStatements: the whole line, what is left out, and a table of ids that are known."""

from __future__ import annotations

import pytest

from armscorpus.interchange.citing import Cited
from armscorpus.interchange.quickstatements import is_statable, quickstatements
from armscorpus.interchange.wikidata import wikidata
from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Parties
from armscorpus.models import Article, Evidence, Span
from tests.claim_notation import parse_claim

TEXT = 'Selon l\'OSC, environ 16 000 conteneurs sont\npartis "du Nord".'
CLAIM = parse_claim(
    "OSC | ~16000 | 2023-09-01..2025-03-31 | 2025-05-29 | obj=conteneurs art=osc", "conteneurs transfer KP>RU"
)
ARTICLE = Article(
    id=CLAIM.article.id,
    path="osc.md",
    title="Conteneurs",
    published="2025-05-29",
    text=TEXT,
    url="https://example.org/a b",
    lang="fr",
)


def command(**changes: object) -> list[str]:
    """Return the parts of the line of the claim, some fields changed, with its article."""
    evidence = Evidence(sentence=Span(0, len(TEXT)))
    claim = CLAIM.model_copy(
        update={"article": ARTICLE.ref, "text": "environ 16 000 conteneurs", "evidence": evidence} | changes
    )
    (line,) = quickstatements([Cited(claim, ARTICLE)])
    return line.rstrip("\n").split("\t")


def test_a_statement() -> None:
    """Amount with bounds, dates, sides, how sure, the words, and the reference."""
    assert command() == [
        *("Q4115189", "P1114", "+16000[14400,17600]"),
        *("P580", "+2023-09-01T00:00:00Z/11", "P582", "+2025-03-31T00:00:00Z/11"),
        *("P1427", "Q423", "P1444", "Q159", "P1480", "Q5727902"),
        *("P1932", '"environ 16 000 conteneurs"'),
        *("S854", '"https://example.org/a%20b"', "S1476", 'fr:"Conteneurs"'),
        *("S577", "+2025-05-29T00:00:00Z/11"),
        *("S1683", 'fr:"Selon l\'OSC, environ 16 000 conteneurs sont partis ”du Nord”."'),
    ]


def test_without_its_article() -> None:
    """There is no address, and the words of the claim are the quotation."""
    (line,) = quickstatements([Cited(CLAIM)], "Q42")
    assert line.startswith("Q42\tP1114\t")
    assert "S854" not in line
    assert line.endswith(f'S1683\tfr:"{CLAIM.text}"\n')


def test_a_month_of_publication() -> None:
    """It is written as a month."""
    assert "+2025-05-00T00:00:00Z/10" in command(
        article=ARTICLE.ref.model_copy(update={"published": "2025-05"})
    )


@pytest.mark.parametrize(
    ("figure", "amount"),
    [
        ("16000", "+16000"),
        ("4M..6M", "+5000000[4000000,6000000]"),
        ("~9 t", "+9[8.1,9.9]U191118"),
    ],
)
def test_amounts(figure: str, amount: str) -> None:
    """A range has its middle; tonnes have their unit."""
    quantity = parse_claim(
        f"OSC | {figure} | | 2025-05-29 | obj=x art=a", "conteneurs transfer KP>RU"
    ).quantity
    assert command(quantity=quantity)[2] == amount


@pytest.mark.parametrize(
    "figure",
    [">2000", "3000/day", "20 USD", "max 20", "M+", "not 20", "planned 20"],
)
def test_what_wikidata_cannot_hold_is_left_out(figure: str) -> None:
    """Open bounds, rates, amounts of money, denials and plans."""
    claim = parse_claim(f"OSC | {figure} | | 2025-05-29 | obj=x art=a", "conteneurs transfer KP>RU")
    assert (is_statable(claim), list(quickstatements([Cited(claim)]))) == (False, [])


@pytest.mark.parametrize(
    ("code", "item"),
    [
        ("FR", "Q142"),
        ("KP", "Q423"),
        ("KR", "Q884"),
        ("RU", "Q159"),
        ("UA", "Q212"),
        ("US", "Q30"),
        ("EU", "Q458"),
    ],
)
def test_items_of_states(code: str, item: str) -> None:
    """As Wikidata numbers them."""
    assert wikidata().state[code] == item


def test_every_state_has_an_item_of_its_own() -> None:
    """No two share one, and none of the lexicon goes without."""
    states = wikidata().state
    assert (set(load(Parties).state) - states.keys(), len(set(states.values()))) == (set(), len(states))
