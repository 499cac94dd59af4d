"""The screen on which people judge claims, by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.report.formats import Language
from tests.cli.running import records, run
from tests.review.driving import drive

EDIT_SUPPLIER = ("c", *("down",) * 10, "enter", "end", *("backspace",) * 2)
"""The keys that open the supplier of a claim and empty it."""


def test_the_disputed_come_first(store: Path) -> None:
    """With the sentence between its neighbours, the fields and their rules, the dispute and the keys."""
    seen = drive(store)
    assert [item.claim.article.path.rpartition("/")[2] for item in seen.desk.queue] == [
        "kiev.md",
        "seoul.md",
        "mal.md",
    ]
    expected = ["1 / 3", "contredit par un autre chiffre", "Séoul, seoul)", "digits noun_after", "a accepter"]
    assert [words for words in expected if words not in seen.text] == []


def test_the_sentence_has_its_neighbours(store: Path) -> None:
    """The sentence before and the one after are there to be read."""
    text = " ".join(drive(store, "space").text.split())
    assert "Les livraisons continuent. Selon Séoul," in text
    assert "en mars 2024. Personne ne l’a confirmé." in text


def test_a_claim_is_accepted(store: Path) -> None:
    """It is stored at once, and the next claim is shown."""
    seen = drive(store, "a")
    assert (seen.decisions, seen.desk.place, seen.judgements[0].author) == (["accept"], 1, "Anne")
    assert "2 / 3 · jugés : 1" in seen.text


def test_a_rejected_claim_is_compared_no_more(store: Path) -> None:
    """What the screen decides is what the other commands go by."""
    assert len(records("conflicts", "--store", store)) == 1
    drive(store, "r")
    assert records("conflicts", "--store", store) == []
    assert "rejeté" in run("judgements", "--store", store).stdout


def test_a_field_is_corrected(store: Path) -> None:
    """The claim stays on the screen as corrected; what is corrected later stands beside it."""
    seen = drive(
        store, *EDIT_SUPPLIER, "=IR", "enter", "down", "enter", "backspace", "backspace", "=BY", "enter"
    )
    assert seen.decisions == ["correct", "correct"]
    assert seen.judgements[-1].corrections == {"supplier": "IR", "recipient": "BY"}
    assert records("claims", "--store", store)[0]["supplier"] == "IR"


def test_a_corrected_claim_keeps_its_correction(store: Path) -> None:
    """To accept what one has corrected goes on, and decides nothing else."""
    seen = drive(store, *EDIT_SUPPLIER, "=IR", "enter", "escape", "a")
    assert (seen.decisions, seen.desk.place) == (["correct"], 1)


def test_an_invalid_value_is_told_in_place(store: Path) -> None:
    """Nothing is stored, and what was written stays to be mended."""
    seen = drive(store, "c", "enter", "=x", "enter")
    assert "quantity.value: Input should be a valid decimal" in seen.text
    assert "2000x" in seen.picture
    assert seen.judgements == []


@pytest.mark.parametrize("keys", [("enter", "enter"), ("enter", "escape")])
def test_a_value_that_is_left_is_no_correction(store: Path, keys: tuple[str, ...]) -> None:
    """The present value is what the line begins with."""
    assert drive(store, "c", *keys).judgements == []


def test_skipping_and_going_back_decide_nothing(store: Path) -> None:
    """Behind the last claim there is the end, and before the first one nothing."""
    seen = drive(store, "space", "right", "space", "space", "left")
    assert (seen.desk.place, seen.judgements) == (2, [])
    assert "Fin de la file" in drive(store, *("space",) * 3, "a", "r", "c", "n", "e", "p").text
    assert "C’est le premier" in drive(store, "left").text


def test_undoing_withdraws(store: Path) -> None:
    """The claim is shown again, and conflicts are as before."""
    before = records("conflicts", "--store", store)
    seen = drive(store, "r", "space", "u")
    assert (seen.decisions, seen.desk.place) == (["reject", "withdrawn"], 0)
    assert records("conflicts", "--store", store) == before
    assert "Rien à annuler" in drive(store, "u").text


def test_undoing_returns_to_what_was_decided_before(store: Path) -> None:
    """A second decision taken back leaves the first."""
    seen = drive(store, "a", "left", "r", "u")
    assert seen.decisions == ["accept", "reject", "accept"]


@pytest.mark.parametrize(
    ("key", "decision", "left"), [("d", "different", 0), ("s", "same", 1), ("4", "evolution", 0)]
)
def test_a_pair_is_judged(store: Path, key: str, decision: str, left: int) -> None:
    """The claim stays, and its dispute says what was decided."""
    seen = drive(store, "p", key)
    assert (seen.decisions, len(seen.judgements[0].claims), seen.desk.place) == ([decision], 2, 0)
    assert len(records("conflicts", "--store", store)) == left


def test_a_claim_without_a_dispute_has_no_pair(store: Path) -> None:
    """That is told."""
    seen = drive(store, "space", "space", "p", "d")
    assert "en désaccord avec aucun autre" in seen.text
    assert seen.judgements == []


def test_a_note_goes_with_the_decision(store: Path) -> None:
    """It waits for the decision, and can be added to one."""
    seen = drive(store, "n", "=vu", "enter", "r", "left", "n", "= hier", "enter")
    assert [(judgement.decision, judgement.note) for judgement in seen.judgements] == [
        ("reject", "vu"),
        ("reject", "vu hier"),
    ]


def test_a_note_that_waits_is_told(store: Path) -> None:
    """Nothing is stored before there is a decision."""
    seen = drive(store, "n", "=vu", "enter")
    assert "Note jointe à la prochaine décision : vu" in seen.text
    assert (seen.judgements, list(seen.desk.notes.values())) == ([], ["vu"])


def test_judged_claims_are_left_out(store: Path) -> None:
    """Unless they are asked for."""
    drive(store, "a")
    assert "1 / 2" in drive(store).text
    assert "accepté par Anne" in drive(store, include_judged=True).text


def test_the_reasons_are_those_of_show(store: Path) -> None:
    """Rules and disputes in full."""
    text = " ".join(drive(store, "e").text.split())
    assert "Champ Règle Mots" in text
    assert "pour la même chose et la même période" in text


def test_the_help_names_every_key(store: Path) -> None:
    """In the language that is asked for."""
    assert "Passer sans décider" in drive(store, "question_mark").text
    assert "Pass without a decision" in drive(store, "question_mark", language=Language.ENGLISH).text


def test_the_screen_speaks_english(store: Path) -> None:
    """Labels, reasons and keys; the article stays French."""
    text = drive(store, language=Language.ENGLISH).text
    assert [
        words
        for words in ("disputed by another figure", "conflict", "accept", "North Korea")
        if words not in text
    ] == []


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (132, 40)])
def test_lines_fit(store: Path, size: tuple[int, int]) -> None:
    """No line of the claim or of the keys is longer than the screen."""
    assert [line for line in drive(store, size=size).text.split("\n") if len(line) > size[0] - 2] == []


def test_hostile_text_is_inert(store: Path) -> None:
    """Markup is shown as it is written, and controls are made visible, on every sheet."""
    for keys in ((), ("c",), ("c", *("down",) * 7, "enter"), ("e",), ("p",)):
        seen = drive(store, "space", "space", *keys)
        assert [character for character in "\x1b\u202e\x07" if character in seen.text + seen.picture] == []
    text = " ".join(drive(store, "space", "space").text.split())
    assert "[red]Rien[/red] ␛[31m\N{REPLACEMENT CHARACTER}ne change. Selon le [bold]Pentagone[/bold]" in text
