"""Wrong values end with status 2 and say what exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["claims", "--topic", "obuses"], "obus"),
        (["claims", "--modality", "sure"], "asserted"),
        (["claims", "--since", "hier"], "2024-03-05"),
        (["claims", "--until", "2024-13"], "2024-03-05"),
        (["claims", "--until", "2024-03-055"], "2024-03-05"),
        (["conflicts", "--topic", "obuses"], "obus"),
        (["claims", "--format", "xml"], "jsonl"),
        (["extract"], "PATHS"),
        (["shew"], "shew"),
    ],
)
def test_misuse_says_what_exists(store: Path, arguments: list[str], told: str) -> None:
    """A wrong value ends with status 2, and the message names the right ones."""
    result = run(*arguments, ARMSCORPUS_STORE=str(store))
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("arguments", [["claims"], ["conflicts"], ["show", "abc"]])
def test_a_missing_store_is_told(tmp_path: Path, arguments: list[str]) -> None:
    """Nothing is made by asking."""
    address = tmp_path / "none.db"
    result = run(*arguments, "--store", address)
    assert result.exit_code == 2
    assert str(address) in result.stderr
    assert not address.exists()


def test_an_unknown_claim_is_told(store: Path) -> None:
    """`show` names the claim that it does not find."""
    result = run("show", "zzz", "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "zzz" in result.stderr
