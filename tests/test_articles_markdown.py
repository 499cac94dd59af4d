"""Front matter gives the metadata of Markdown, and what follows it is the text."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armscorpus.articles.markdown import read_markdown
from armscorpus.articles.unreadable import UnreadableError
from tests.article_files import read, refusal

TEXT = "La Russie a reçu des obus nord-coréens à l'été, selon Séoul."


def test_markdown_is_its_front_matter_and_the_rest(tmp_path: Path) -> None:
    """The text begins after the line that closes the front matter; markup stays."""
    fields = "title: Les obus\npublisher: Le Phare\npublished: 2024-05-03\nurl: https://example.org/a"
    front = f"{fields}\nlang: fr\ntags: [a, b]"
    article = read(tmp_path, "a.md", f"---\n{front}\n---\n\n**{TEXT}**\n---\n")
    assert article.model_dump(exclude={"id", "path"}) == {
        "title": "Les obus",
        "publisher": "Le Phare",
        "published": "2024-05-03",
        "text": f"\n**{TEXT}**\n---\n",
        "url": "https://example.org/a",
        "lang": "fr",
    }


def test_markdown_without_front_matter_is_all_text(tmp_path: Path) -> None:
    """Front matter is not required, and a rule further down does not begin one."""
    text = f"# Obus\n---\n{TEXT}\n"
    assert read(tmp_path, "a.markdown", text).text == text


@pytest.mark.parametrize("opening", ["---\n", "---  \n", "---\r\n", "\ufeff---\n"])
def test_front_matter_opens_in_several_ways(tmp_path: Path, opening: str) -> None:
    """Blanks, line ends of Windows and a byte order mark change nothing."""
    assert read(tmp_path, "a.md", f"{opening}title: Obus\n--- \r\n{TEXT}").title == "Obus"


FRONT_VALUES = {
    "1984": "1984",
    "2024-05-03": "2024-05-03",
    "oui": "oui",
    "yes": "yes",
    "0x1F": "0x1F",
    "'L''obus : le point'": "L'obus : le point",
    '"\\u00c9cho"': "Écho",
    "!!python/name:os.system x": "x",
    "~": None,
    "null": None,
    "''": None,
    "": None,
}


@pytest.mark.parametrize("written", FRONT_VALUES)
def test_a_title_is_the_words_of_the_front_matter(tmp_path: Path, written: str) -> None:
    """YAML's other types, and its tags, make nothing but text of a title."""
    article = read(tmp_path, "a.md", f"---\ntitle: {written}\n---\n{TEXT}")
    assert article.title == FRONT_VALUES[written]


DATES = "(2022-09-06, 2022-09, « 6 septembre 2022 »)"
NO_MAPPING = "mapping values are not allowed in this context; a value with « : » in it needs quotes"
BAD_FRONTS = {
    "published: 2022-13-45": f"published: '2022-13-45' is not a date {DATES}",
    "published: 2022": f"published: '2022' is not a date {DATES}",
    "title: [a, b]": "title: a text is expected, not ['a', 'b']",
    'title: "\\0"': "title: a NUL character",
    "lang: en": "declared to be in 'en', not French",
    "- obus": "front matter: not a list of fields such as `title: …`",
    "title: Obus : le point": f"front matter: line 2: {NO_MAPPING}",
    "a: b\ntitle: 'Obus": "front matter: line 4: found unexpected end of stream",
    f"title: {'x' * 10_000}": "front matter: longer than 10000 characters",
    f"x: {'[' * 2000}{']' * 2000}": "front matter: nested too deeply",
}


@pytest.mark.parametrize("front", BAD_FRONTS, ids=lambda front: str(front)[:20])
def test_bad_front_matter_is_explained(tmp_path: Path, front: str) -> None:
    """The reason names the field and the value, or the line."""
    assert refusal(tmp_path, "a.md", f"---\n{front}\n---\n{TEXT}") == BAD_FRONTS[front]


def test_front_matter_that_does_not_end_is_refused(tmp_path: Path) -> None:
    """Its end is not guessed."""
    assert refusal(tmp_path, "a.md", f"---\ntitle: Obus\n{TEXT}\n") == "front matter: no line --- closes it"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_front_matter_is_read_or_refused(source: str) -> None:
    """Nothing but UnreadableError is raised."""
    with suppress(UnreadableError):
        assert read_markdown(f"---\n{source}\n---\n{TEXT}".encode()).text.endswith(TEXT)
