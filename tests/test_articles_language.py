"""Texts in other languages are refused by the name of their language; French from anywhere passes."""

from __future__ import annotations

from typing import Any

import pytest

from armscorpus.articles import read_text
from armscorpus.articles.language import find_foreign_language, is_french_code
from armscorpus.errors import ArticleError
from tests.spec_cases import load_cases


@pytest.mark.parametrize("case", load_cases("languages"))
def test_a_text_is_taken_for_its_language(case: dict[str, Any]) -> None:
    """The language of a text is named unless it is French, or may be."""
    assert (find_foreign_language(case["text"]) or "") == case["expect"]


def test_the_whole_text_counts_where_it_begins_in_another_language() -> None:
    """A French article that opens with a long quotation is French."""
    quotation = "The shipments have slowed down, and the factories are running short. " * 40
    answer = (
        "C'est ce que nous avons appris dans les couloirs, où il était pourtant question d'une livraison. "
        * 40
    )
    assert find_foreign_language(quotation + answer) is None


@pytest.mark.parametrize("code", ["fr", "FR", "fr-CA", "fr_CH", "fra", "Français"])
def test_codes_and_names_of_french_are_known(code: str) -> None:
    """French is declared in several ways."""
    assert is_french_code(code)


@pytest.mark.parametrize("code", ["en", "frp", "de-CH", ""])
def test_other_codes_are_not_french(code: str) -> None:
    """A code that begins like that of French is another one."""
    assert not is_french_code(code)


def test_a_foreign_text_is_refused_by_name() -> None:
    """The reason names the language."""
    with pytest.raises(ArticleError, match=r"^-: text in English, not French$"):
        read_text("The Russian army has received three million shells, officials said on Tuesday.")
