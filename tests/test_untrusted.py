"""What an article says is neither obeyed nor taken for markup, wherever it is shown."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armscorpus.untrusted import CONTROL, json_line, markdown_text, spreadsheet_text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("obus", "obus"),
        ("entre 4 et 6 = 10", "entre 4 et 6 = 10"),
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("-5 %", "'-5 %"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200b\ufeff=1", "'\u200b\ufeff=1"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A", "'＠A"),
        ("obus; =1", "obus;' =1"),
        ("obus ; chars", "obus ; chars"),
    ],
)
def test_a_cell_is_no_formula(text: str, cell: str) -> None:
    """An apostrophe stands before what a spreadsheet would run."""
    assert spreadsheet_text(text) == cell


@given(st.text())
def test_json_on_a_line_says_the_same(text: str) -> None:
    """Nothing in a line steers a terminal, and reading it gives the text back."""
    line = json_line(text)
    assert (json.loads(line), CONTROL.search(line)) == (text, None)


def test_markup_is_text() -> None:
    """Nothing is a link, a cell or an element."""
    assert markdown_text("[a](b) | <i>&") == "\\[a\\](b) \\| &lt;i>&amp;"


def test_nothing_becomes_a_link_by_itself() -> None:
    """Nor calls somebody."""
    assert markdown_text("https://a.b WWW.a.b @all 10:30") == "https&#58;//a.b WWW&#46;a.b &#64;all 10:30"
