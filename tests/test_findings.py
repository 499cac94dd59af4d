"""Claims → findings: what they say together that is wrong, or worth knowing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from armscorpus import extract_claims, read_text
from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Reasons
from armscorpus.lexicon.translated import load_in
from armscorpus.models import Finding
from armscorpus.reconcile import find_findings, reconcile
from tests.claim_notation import parse_claim
from tests.gold_claims import gold_claims
from tests.stage_claims import claims_of

SHELLS = "obus transfer KP>RU"


def found(about: str, *lines: str) -> list[Finding]:
    """Return the findings of claims in notation; `|| about` at the end of a line changes what it is about."""
    parts = [line.partition(" || ") for line in lines]
    return find_findings(parse_claim(line, other or about) for line, _, other in parts)


def rules(findings: list[Finding]) -> list[str]:
    """Return the rules of findings."""
    return [finding.rule for finding in findings]


@pytest.mark.parametrize(
    ("about", "lines", "expected"),
    [
        pytest.param(
            "obus produce RU",
            [" | 250k/month | | 2024-12-10 | art=x at=10", " | 5M/year | | 2024-12-10 | art=x at=30"],
            ["wrong_rate"],
            id="a month is no fifth of a year",
        ),
        pytest.param(
            "obus produce RU",
            [" | 250k/month | | 2024-12-10 | art=x at=10", " | 3M/year | | 2024-12-10 | art=x at=30"],
            [],
            id="twelve months are a year",
        ),
        pytest.param(
            "roquettes fire LB>IL",
            [
                "Tsahal | >8000 | 2023-10-08.. | 2024-09-24 | art=x at=10",
                "Tsahal | mean 23/day | 2023-10-08.. | 2024-09-24 | art=x at=30",
            ],
            [],
            id="a total over its days",
        ),
        pytest.param(
            "roquettes fire LB>IL",
            [
                "Tsahal | 8000 | 2023-10-08.. | 2024-09-24 | art=x at=10",
                "Tsahal | mean 230/day | 2023-10-08.. | 2024-09-24 | art=x at=30",
            ],
            ["wrong_rate"],
            id="a total over its days, ten times too much",
        ),
        pytest.param(
            "pertes loss KP",
            [
                "NIS | 600 | | 2025-05-01 | art=x at=10 obj=morts",
                "NIS | 4100 | | 2025-05-01 | art=x at=40 obj=blessés",
                "NIS | 5700 | | 2025-05-01 | art=x at=60 obj=pertes",
            ],
            ["wrong_sum"],
            id="parts that make another sum",
        ),
        pytest.param(
            "pertes loss KP",
            [
                "NIS | 600 | | 2025-05-01 | art=x at=10 obj=morts",
                "NIS | 4100 | | 2025-05-01 | art=x at=40 obj=blessés",
                "NIS | 4700 | | 2025-05-01 | art=x at=60 obj=pertes",
            ],
            [],
            id="parts that make the sum",
        ),
        pytest.param(
            "pertes loss KP",
            [
                "NIS | 4000 | | 2025-05-01 | art=x at=10 obj=pertes",
                "NIS | 1600 | | 2025-05-01 | art=x at=40 obj=morts",
                "NIS | 4100 | | 2025-05-01 | art=x at=60 obj=blessés",
            ],
            ["wrong_sum", "part_above_whole"],
            id="parts that exceed the whole",
        ),
        pytest.param(
            "munitions transfer FR>UA",
            [
                " | 12k | | 2024-03-02 | art=x at=10 obj=munitions",
                " | 15k | | 2024-03-02 | art=x at=40 obj=obus || obus transfer FR>UA",
            ],
            ["part_above_whole"],
            id="more shells than ammunition",
        ),
        pytest.param(
            "munitions transfer US>IL",
            [
                " | >=14k | | 2024-07-02 | art=x at=10 obj=bombes MK-84 de 2 000 livres",
                " | 6500 | | 2024-07-02 | art=x at=60 obj=bombes de 500 livres",
            ],
            [],
            id="members of a list are no parts",
        ),
        pytest.param(
            "munitions transfer FR>UA",
            [
                " | 12k | | 2024-03-02 | art=x at=10 obj=cartouches",
                " | 15k | | 2024-03-02 | art=x at=40 obj=obus || obus transfer FR>UA",
            ],
            [],
            id="cartridges are not the whole",
        ),
        pytest.param(
            "conteneurs transfer KP>RU",
            [
                "NIS | 12k | ..2024-06-30 | 2025-01-05 | art=x at=10",
                "NIS | 9k | ..2024-12-31 | 2025-01-05 | art=x at=900",
                "OSC | 2k | ..2023-12-31 | 2025-01-05 | art=x at=2000",
            ],
            [],
            id="a source that lowers its figure says so",
        ),
        pytest.param(
            "conteneurs transfer KP>RU",
            [
                " | 12k | ..2024-06-30 | 2025-01-05 | art=x at=10",
                " | 9k | ..2024-12-31 | 2025-01-05 | art=x at=900",
            ],
            ["smaller_later_total"],
            id="a total that shrinks",
        ),
        pytest.param(
            "paiements pay AE>TD",
            [
                " | 1.5G USD | | 2025-01-22 | art=a at=10",
                " | 900G XAF | | 2025-01-22 | art=a at=25",
                " | 2G USD | | 2025-01-22 | art=b at=10",
                " | 1200G XAF | | 2025-01-22 | art=b at=25",
                " | 1G USD | | 2025-01-22 | art=c at=10",
                " | 60G XAF | | 2025-01-22 | art=c at=25",
            ],
            ["odd_exchange_rate"],
            id="a currency at a tenth of its rate",
        ),
        pytest.param(
            SHELLS,
            [
                "OSC | 8M | ..2025-03-31 | 2025-04-16",
                "RUSI | 7M | ..2025-03-31 | 2025-04-17",
                "NIS | 8k | ..2025-03-31 | 2025-04-18",
            ],
            ["outlier"],
            id="thousands for millions",
        ),
        pytest.param(
            SHELLS,
            ["OSC | 8M | ..2025-03-31 | 2025-04-16", "OSC | 8k | ..2025-03-31 | 2025-04-17"],
            ["outlier"],
            id="the same digits with other zeros",
        ),
        pytest.param(
            SHELLS,
            ["OSC | 8M | ..2025-03-31 | 2025-04-16", "RUSI | 7M | ..2025-03-31 | 2025-04-17",
             "NIS | 8k | ..2023-03-31 | 2023-04-18"],
            [],
            id="a total that was small once",
        ),
        pytest.param(
            SHELLS,
            ["OSC | 8M | ..2025-03-31 | 2025-04-16", "NIS | 80k | ..2025-03-31 | 2025-04-17"],
            [],
            id="two sources alone decide nothing",
        ),
        pytest.param(
            "obus transfer EU>UA",
            ["Josep Borrell | planned 1M | ..2024-03-31 | 2023-05-01",
             "Josep Borrell | 524k | ..2024-03-31 | 2024-04-02"],
            ["promise_missed"],
            id="a promise that was missed",
        ),
        pytest.param(
            "obus transfer EU>UA",
            ["Josep Borrell | planned 1M | ..2024-03-31 | 2023-05-01",
             "Josep Borrell | 300k | ..2023-11-30 | 2023-12-02"],
            ["promised_delivered"],
            id="a promise on its way",
        ),
        pytest.param(
            "obus transfer EU>UA",
            ["Josep Borrell | planned 1M | ..2024-03-31 | 2023-05-01",
             "Josep Borrell | 1.1M | ..2024-03-31 | 2024-04-02"],
            [],
            id="a promise that was kept",
        ),
        pytest.param(
            "obus transfer EU>UA",
            ["Josep Borrell | planned 1M | ..2024-03-31 | 2023-05-01",
             "Josep Borrell | 200k | ..2022-12-31 | 2023-01-02"],
            [],
            id="what was delivered before the promise",
        ),
        pytest.param(
            "conteneurs transfer KP>RU",
            ["NIS | 12k | ..2024-06-30 | 2024-07-05", "NIS | 9k | ..2024-12-31 | 2025-01-05"],
            ["unacknowledged_revision"],
            id="a source that lowers its figure in silence",
        ),
        pytest.param(
            "conteneurs transfer KP>RU",
            ["INSS | 27k | ..2025-07-15 | 2025-07-20 | art=x at=10",
             "INSS | 8M..11M | ..2025-07-15 | 2025-07-20 | art=x at=25 || obus transfer KP>RU",
             "GUR | 3M | ..2025-07-15 | 2025-07-22 || obus transfer KP>RU",
             "DIA | 28k | ..2025-07-15 | 2025-07-22"],
            ["stated_equivalence"],
            id="containers against shells, at a stated rate",
        ),
        pytest.param(
            "conteneurs transfer KP>RU",
            ["INSS | 27k | ..2025-07-15 | 2025-07-20 | art=x at=10",
             "INSS | 8M..11M | ..2025-07-15 | 2025-07-20 | art=x at=25 || obus transfer KP>RU",
             "GUR | 9M | ..2025-07-15 | 2025-07-22 || obus transfer KP>RU",
             "DIA | 28k | ..2025-07-15 | 2025-07-22"],
            [],
            id="shells that fill the containers",
        ),
    ],
)  # fmt: skip
def test_findings(about: str, lines: list[str], expected: list[str]) -> None:
    """What is wrong is found, and nothing else."""
    assert rules(found(about, *lines)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'usine russe produit 250 000 obus par mois, soit 5 millions par an.", ["wrong_rate"]),
        ("L'usine russe produit 250 000 obus par mois, soit trois millions par an.", []),
        ("Un tiers des 12 000 obus livrés à Kiev, soit 6 000, étaient défectueux.", ["wrong_share"]),
        ("Un tiers des 12 000 obus livrés à Kiev, soit 4 000, étaient défectueux.", []),
        ("Paris a livré 12 000 munitions à Kiev, dont 15 000 obus de 155 mm.", ["part_above_whole"]),
        ("Paris a livré 12 000 munitions à Kiev, dont 8 000 obus de 155 mm.", []),
    ],
)
def test_findings_of_a_text(text: str, expected: list[str]) -> None:
    """What the extractor keeps of a sentence is enough to check its arithmetic."""
    assert rules(find_findings(extract_claims(read_text(text)))) == expected


def test_the_gold_articles_add_up() -> None:
    """No careful article is accused of wrong arithmetic."""
    arithmetic = {
        "wrong_rate",
        "wrong_share",
        "wrong_sum",
        "part_above_whole",
        "smaller_later_total",
        "outlier",
    }
    assert [f.why for f in find_findings(gold_claims()) if f.rule in arithmetic] == []


def test_a_finding_says_why() -> None:
    """The reason is made from the values, in French or in English."""
    claims = [
        parse_claim("Josep Borrell | planned 1M | ..2024-03-31 | 2023-05-01", "obus transfer EU>UA"),
        parse_claim("Josep Borrell | 524k | ..2024-03-31 | 2024-04-02", "obus transfer EU>UA"),
    ]
    assert [find_findings(claims, language=language)[0].why for language in ("fr", "en")] == [
        "Promis : 1 million, prévu (Josep Borrell, d'ici au 31 mars 2024) ; à l'échéance, "
        "524\u202f000 (Josep Borrell, au 31 mars 2024), soit 52 % de la promesse.",
        "Promised: 1 million, planned (Josep Borrell, due by 31 March 2024); at the deadline: "
        "524,000 (Josep Borrell, by 31 March 2024), 52 % of what was promised.",
    ]


def test_order_and_duplicates_change_nothing() -> None:
    """Claims in any order, and given twice, have the same findings."""
    claims = gold_claims()
    assert find_findings([*reversed(claims), *claims[:40]]) == find_findings(claims)


def test_the_codebook_names_every_finding() -> None:
    """What is found is written down, and both languages have a sentence for it."""
    text = (Path(__file__).parent.parent / "docs" / "codebook-relations.md").read_text(encoding="utf-8")
    table = text.partition("## Findings")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE))
    assert named == set(load(Reasons).finding) == set(load_in(Reasons, "en").finding)


def test_both_languages_have_every_reason() -> None:
    """The English lexicon says whatever the French one says."""
    french, english = load(Reasons), load_in(Reasons, "en")
    assert french.rule.keys() == english.rule.keys()
    assert french.word.keys() == english.word.keys()


def test_one_container_is_a_rate_and_no_total() -> None:
    """« un conteneur pourrait renfermer 300 à 500 obus » converts, and is compared with no total of shells."""
    texts = (
        "La Corée du Nord a livré 1 000 conteneurs à la Russie en 2024, selon Reuters.",
        "La Corée du Nord a livré 3 millions d’obus à la Russie en 2024, d’après Kiev.",
        "Un conteneur livré par la Corée du Nord à la Russie peut renfermer 300 à 500 obus, selon le NIS.",
    )
    claims = [claim for text in texts for claim in claims_of(text)]
    assert [finding.rule for finding in find_findings(claims)] == ["stated_equivalence"]
    assert [relation for group in reconcile(claims) for relation in group.relations] == []
