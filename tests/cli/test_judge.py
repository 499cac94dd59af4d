"""What people decide, on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import records, run


@pytest.fixture
def desk(store: Path, tmp_path: Path) -> Path:
    """Return a store of one's own."""
    return Path(shutil.copy(store, tmp_path / "desk.db"))


def worst(desk: Path) -> dict[str, Any]:
    """Return the most severe relation about armour."""
    return records("conflicts", "--topic", "blindes", "--store", desk)[0]


def pair(relation: dict[str, Any]) -> list[str]:
    """Return the ids of the two claims of a relation."""
    return [relation["a"]["id"], relation["b"]["id"]]


def test_a_decision_about_two_claims(desk: Path) -> None:
    """It replaces the relation of the rules, and can be undone."""
    before = worst(desk)
    assert run("judge", *pair(before), "different", "--author", "Anne", "--store", desk).exit_code == 0
    assert pair(worst(desk)) != pair(before)
    run("judge", *pair(before), "withdrawn", "--author", "Anne", "--store", desk)
    assert worst(desk) == before


def test_a_decision_says_why(desk: Path) -> None:
    """The note and the author are in the reason, which nothing in them can break."""
    before = worst(desk)
    note = ["--note", "{champ} \x1b[31m", "--author", "Anne"]
    run("judge", *pair(before), "conflict", *note, "--store", desk)
    after = worst(desk)
    assert after["rule"] == "judged"
    assert "jugé par Anne" in after["why"]
    assert "\x1b" not in run("conflicts", "--topic", "blindes", "--store", desk).stdout


def test_a_claim_is_rejected(desk: Path) -> None:
    """Ids may be shortened."""
    first, _ = pair(worst(desk))
    run("judge", first[:8], "reject", "--store", desk)
    related = records("conflicts", "--all", "--topic", "blindes", "--store", desk)
    assert first not in {claim for relation in related for claim in pair(relation)}


def test_a_claim_is_corrected(desk: Path) -> None:
    """It is compared as corrected."""
    first, _ = pair(worst(desk))
    run("judge", first, "correct", "quantity.value=3689", "--store", desk)
    assert "3\u202f689" in run("conflicts", "--all", "--topic", "blindes", "--store", desk).stdout
    assert worst(desk)["severity"] < 0.5


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["{a}", "quarrel"], "no decision"),
        (["{a}", "conflict"], "not said of 1 claims"),
        (["{a}", "{b}", "reject"], "not said of 2 claims"),
        (["{a}", "correct"], "what is right"),
        (["{a}", "correct", "suplier=KP"], "cannot be corrected"),
        (["{a}", "correct", "event=theft"], "event"),
        (["ffff0000", "reject"], "no claim"),
    ],
)
def test_misuse_is_told(desk: Path, words: list[str], told: str) -> None:
    """With status 2, and nothing is kept."""
    a, b = pair(worst(desk))
    result = run("judge", *(word.format(a=a, b=b) for word in words), "--store", desk)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert records("judgements", "--store", desk) == []


def test_judgements_move_between_stores(desk: Path, store: Path, tmp_path: Path) -> None:
    """What is exported can be imported, once."""
    first, second = pair(worst(desk))
    run("judge", first, second, "evolution", "--note", "« à voir »", "--author", "Anne", "--store", desk)
    path, other = tmp_path / "judgements.jsonl", Path(shutil.copy(store, tmp_path / "other.db"))
    run("export", "judgements", path, "--store", desk)
    told = [run("import", "judgements", path, "--store", other).stderr for _ in range(2)]
    assert ["1 new" in told[0], "0 new" in told[1]] == [True, True]
    assert run("export", "judgements", "--store", other).stdout == path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["note"] == "« à voir »"


def test_judgements_are_listed(desk: Path) -> None:
    """In a table that fits, and for other programs."""
    first, second = pair(worst(desk))
    run("judge", first, second, "divergence", "--note", "autre champ", "--author", "Anne", "--store", desk)
    shown = run("judgements", "--store", desk).stdout
    assert ["divergence" in shown, "Anne" in shown, "autre champ" in shown] == [True, True, True]
    assert "divergence" in run("judgements", "--format", "csv", "--store", desk).stdout


@pytest.fixture
def judged(desk: Path) -> tuple[Path, str, str]:
    """Return a store in which a claim was corrected and another one rejected, and their ids."""
    first, second = pair(worst(desk))
    note = ["--note", "faute \x1b[31m de frappe", "--author", "Anne"]
    run("judge", first, "correct", "quantity.value=3689", *note, "--store", desk)
    run("judge", second, "reject", "--author", "Zoé", "--store", desk)
    return desk, first, second


def test_claims_are_listed_as_judged(judged: tuple[Path, str, str]) -> None:
    """The rejected are left out, which is told; the corrected are corrected, and marked in the table."""
    desk, first, second = judged
    listed = {record["id"]: record for record in records("claims", "--store", desk)}
    assert (second in listed, listed[first]["quantity"]["value"]) == (False, 3689)
    result = run("claims", "--topic", "blindes", "--store", desk)
    assert (result.stdout.count("corrigé"), "rejected claims left out: 1" in result.stderr) == (1, True)


def test_claims_are_listed_as_extracted(judged: tuple[Path, str, str], store: Path) -> None:
    """`--raw` knows of no decision."""
    raw = run("claims", "--raw", "--store", judged[0]).stdout
    assert raw == run("claims", "--store", store).stdout


def test_show_tells_the_decision(judged: tuple[Path, str, str]) -> None:
    """Who decided, what, why; no note steers the terminal."""
    desk, first, second = judged
    shown = " ".join(run("show", first, "--store", desk).stdout.split())
    assert "Décision corrigé (Anne, " in shown
    assert "quantity.value=3689, faute" in shown
    assert "\x1b" not in shown
    assert "rejeté (Zoé, " in run("show", second, "--store", desk).stdout
    run("judge", second, "withdrawn", "--author", "Zoé", "--store", desk)
    assert "Décision" not in run("show", second, "--store", desk).stdout


def test_show_tells_a_decision_about_two(desk: Path) -> None:
    """The other claim is named."""
    first, second = pair(worst(desk))
    run("judge", first, second, "echo", "--author", "Anne", "--store", desk)
    assert f"Décision {second[:8]} : reprise (Anne, " in " ".join(
        run("show", first, "--store", desk).stdout.split()
    )
