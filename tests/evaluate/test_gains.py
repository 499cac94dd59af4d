"""Two extractions → what changed, in each direction, and whether the annotations agree with it."""

from __future__ import annotations

import pytest

from armscorpus.evaluate.gains import Gain, Verdict, find_gains, summarise
from armscorpus.evaluate.gold import GoldClaim
from armscorpus.models import Claim
from tests.evaluate.annotations import claim, gold

SHELLS = claim()
FEWER = claim("NIS | 500 | 2024 | 2025-05-01 | art=obus at=10")
ELSEWHERE = claim("NIS | 600 | 2024 | 2025-05-01 | art=obus at=50")
GOLD = [gold(GoldClaim(claim=SHELLS))]


def told(gains: list[Gain]) -> list[tuple[str, int, Verdict | None]]:
    """Return what became of claims, by where they begin."""
    return [(gain.way, gain.span.start, gain.verdict) for gain in gains]


def changed(old: Claim, new: Claim) -> dict[str, tuple[str, str, Verdict | None]]:
    """Return the fields of a claim that changed, beside annotations of 600 shells."""
    (gain,) = find_gains([old], [new], GOLD)
    assert (gain.way, gain.verdict) == ("changed", None)
    return {change.field: (change.old, change.new, change.verdict) for change in gain.changes}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [SHELLS], [("gained", 10, "right")]),
        ([SHELLS], [], [("lost", 10, "wrong")]),
        ([SHELLS], [SHELLS, ELSEWHERE], [("gained", 50, "wrong")]),
        ([SHELLS, ELSEWHERE], [SHELLS], [("lost", 50, "right")]),
        ([ELSEWHERE], [SHELLS], [("gained", 10, "right"), ("lost", 50, "right")]),
        ([SHELLS, ELSEWHERE], [SHELLS, ELSEWHERE], []),
        ([], [], []),
    ],
)
def test_gained_and_lost(old: list[Claim], new: list[Claim], expected: list[object]) -> None:
    """It is right to find what is annotated, and to find no more what is not."""
    assert told(find_gains(old, new, GOLD)) == expected


def test_without_annotations_nothing_is_judged() -> None:
    """Claims of articles that nobody annotated are neither right nor wrong."""
    assert told(find_gains([], [SHELLS])) == [("gained", 10, None)]
    assert told(find_gains([], [SHELLS], [gold(name="autre.txt")])) == [("gained", 10, None)]


def test_a_field_mended_or_broken() -> None:
    """A field is better where it is right now and was not, worse the other way round."""
    text = ("500", "600")
    assert changed(FEWER, SHELLS) == {"number": (*text, "right"), "text": (*text, "neither")}
    assert changed(SHELLS, FEWER) == {
        "number": (*text[::-1], "wrong"),
        "text": (*text[::-1], "neither"),
    }


def test_a_field_wrong_in_another_way() -> None:
    """From one wrong value to another nothing is won."""
    assert changed(claim(about="obus transfer IR>RU"), claim(about="obus transfer CN>RU")) == {
        "supplier": ("IR", "CN", "neither")
    }


def test_an_optional_claim_is_neither() -> None:
    """What a reader may see or not is neither gained nor lost rightly."""
    optional = [gold(GoldClaim(claim=SHELLS, optional=True))]
    assert told(find_gains([], [SHELLS], optional)) == [("gained", 10, "neither")]
    assert told(find_gains([SHELLS], [], optional)) == [("lost", 10, "neither")]


def test_an_article_that_moved() -> None:
    """An article is known by its id wherever it lies, and by its path whatever its text has become."""
    moved = SHELLS.model_copy(update={"article": SHELLS.article.model_copy(update={"path": "x/autre.txt"})})
    edited = SHELLS.model_copy(
        update={"article": SHELLS.article.model_copy(update={"id": "new", "path": "x/obus.txt"})}
    )
    assert find_gains([SHELLS], [moved]) == find_gains([SHELLS], [edited]) == []


def test_the_order_of_the_claims_changes_nothing() -> None:
    """Gains come by article and position."""
    there = claim("NIS | 600 | 2024 | 2025-05-01 | art=autre at=10")
    new = [SHELLS, ELSEWHERE, there]
    assert find_gains([FEWER], new) == find_gains([FEWER], new[::-1])
    assert [gain.article.path for gain in find_gains([], new)] == ["autre.txt", "obus.txt", "obus.txt"]


def test_the_balance() -> None:
    """Gains, losses and changed fields are counted alike."""
    gains = summarise(find_gains([FEWER], [SHELLS, ELSEWHERE], GOLD), is_judged=True)
    assert gains.balance is not None
    assert (gains.balance.right, gains.balance.wrong, gains.balance.neither) == (1, 1, 1)
    assert gains.fields == {"number": 1, "text": 1}
