"""Of a web page, the body of the article is the text, and what the page declares is its metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import PressWords
from tests.article_files import read, refusal

PARAGRAPHS = [
    "Selon une étude du centre Nordlys, près de 16\u00a0000 conteneurs ont transité par le port en un an.",
    "La moitié renfermait des obus, d'après un rapport publié le 3 janvier 2024 et des images satellitaires.",
    "Le ministère n'a pas souhaité commenter ces chiffres, que personne d'autre n'a vérifiés pour le moment.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
TEXT = "\n".join(PARAGRAPHS).replace("\u00a0", " ")


def page(head: str = "", above: str = "", body: str = BODY, charset: str = "utf-8") -> str:
    """Return a page as news sites make them, with menus, related articles and comments around the text."""
    return f"""<!DOCTYPE html><html lang="en">
<head><meta charset="{charset}"><title>Le port - Le Phare</title>{head}</head>
<body class="single"><header><a href="/">Le Phare</a><time datetime="2030-01-01">mardi</time></header>
<nav><ul><li><a href="/monde">Monde</a></li><li><a href="/armes">Armes : 12 dossiers</a></li></ul></nav>
<div><h1>Le port</h1>{above}</div><article>{body}</article>
<aside><h2>À lire aussi</h2><a href="/x">300 missiles perdus</a>
<time datetime="2019-03-02">2 mars</time></aside>
<section id="comments"><h2>Réactions</h2><div class="comment"><p>Jean : 900 000 obus, c'est faux !</p>
<span class="comment-date">Publié le 9 septembre 2025</span></div></section>
<footer><p>© 2026 Le Phare, tous droits réservés, 40 journalistes.</p></footer></body></html>"""


def published(folder: Path, head: str = "", above: str = "", body: str = BODY) -> str | None:
    """Return the date that a page is read with."""
    return read(folder, "a.html", page(head, above, body)).published


def test_the_text_is_the_body_of_the_article(tmp_path: Path) -> None:
    """Navigation, related articles, comments and footers are left out; a paragraph is a line."""
    assert read(tmp_path, "a.html", page()).text == TEXT


def test_a_short_article_is_not_filled_up_with_its_surroundings(tmp_path: Path) -> None:
    """The menu and the related articles hold figures of other articles."""
    assert read(tmp_path, "a.html", page(body="<p>Moscou a reçu 4 000 obus.</p>")).text.split("\n")[-1] == (
        "Moscou a reçu 4 000 obus."
    )


def test_letters_are_not_normalised(tmp_path: Path) -> None:
    """Decomposed accents stay decomposed."""
    body = f"<p>L'e\u0301te\u0301, dit-il, sera long.</p>{BODY}"
    assert read(tmp_path, "a.htm", page(body=body)).text == f"L'e\u0301te\u0301, dit-il, sera long.\n{TEXT}"


def test_a_fragment_is_a_page(tmp_path: Path) -> None:
    """Exports of content management systems have no `<html>`."""
    assert read(tmp_path, "a.html", BODY).text == TEXT


def test_the_page_says_its_title_its_site_and_its_address(tmp_path: Path) -> None:
    """Open Graph comes before the title of the window."""
    head = (
        '<meta property="og:title" content="Le port vu du ciel">'
        '<meta property="og:site_name" content="Le Phare d’Orient">'
        '<link rel="canonical" href="https://phare.example/port">'
    )
    article = read(tmp_path, "a.html", page(head))
    assert (article.title, article.publisher, article.url, article.lang) == (
        "Le port vu du ciel",
        "Le Phare d’Orient",
        "https://phare.example/port",
        None,
    )


def test_a_host_is_no_publisher(tmp_path: Path) -> None:
    """It would take the place of the name in metadata.csv."""
    assert (
        read(tmp_path, "a.html", page('<link rel="canonical" href="https://phare.example/a">')).publisher
        is None
    )


ENCODED = {
    "as declared": ("iso-8859-1", "cp1252"),
    "declared Latin-9": ("iso-8859-15", "iso8859-15"),
    "UTF-8 whatever is declared": ("iso-8859-1", "utf-8"),
    "declared UTF-8, but not": ("utf-8", "cp1252"),
    "declared as nothing known": ("x-user-defined", "cp1252"),
    "UTF-16 with its mark": ("utf-8", "utf-16"),
}


@pytest.mark.parametrize(("charset", "encoding"), ENCODED.values(), ids=ENCODED)
def test_the_declared_encoding_is_believed_where_it_can_be(
    tmp_path: Path, charset: str, encoding: str
) -> None:
    """Browsers do the same."""
    assert read(tmp_path, "a.html", page(charset=charset).encode(encoding)).text == TEXT


def test_the_declared_encoding_decides_where_several_are_right(tmp_path: Path) -> None:
    """In Latin-9 the byte of « ½ » is « œ »."""
    body = f"<p>L'ŒUVRE de trois ans.</p>{BODY}"
    html = page(body=body, charset="iso-8859-15").encode("iso8859-15")
    assert read(tmp_path, "a.html", html).text == f"L'ŒUVRE de trois ans.\n{TEXT}"


def test_xhtml_with_its_own_declaration_is_read(tmp_path: Path) -> None:
    """Parsers refuse such declarations in text that is decoded."""
    xhtml = f'<?xml version="1.0" encoding="iso-8859-1"?>\n{page()}'.encode("latin-1")
    assert read(tmp_path, "a.xhtml", xhtml).text == TEXT


# Dates that a page declares

LD = '<script type="application/ld+json">{}</script>'
HEADS = {
    "JSON-LD": LD.format(
        '{"@type": "NewsArticle", "dateModified": "2025-06-01", "datePublished": "2025-05-12T23:30:00+02:00"}'
    ),
    "JSON-LD in a graph, after its page": LD.format(
        '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
        '{"@type": ["Article", "Report"], "datePublished": "2025-05-12"}]}'
    ),
    "JSON-LD of a page": LD.format('{"@type": "WebPage", "datePublished": "2025-05-12"}'),
    "JSON-LD with a comment": LD.format(
        '[{"@type": "Comment", "datePublished": "2025-09-09"}, '
        '{"@type": "BlogPosting", "datePublished": "2025-05-12"}]'
    ),
    "JSON-LD that is broken, then Open Graph": LD.format('{"datePublished": ')
    + '<meta property="article:published_time" content="2025-05-12T08:00:00Z">',
    "Open Graph beside the date of change": '<meta property="article:modified_time" content="2025-06-01">'
    '<meta property="article:published_time" content="2025-05-12T08:00:00Z">',
    "Dublin Core": '<meta name="DC.date.issued" content="2025-05-12">',
    "a plain name": '<meta name="date" content="12/05/2025">',
    "microdata": '<meta itemprop="datePublished" content="2025-05-12">',
    "a bad date, then a good one": '<meta property="article:published_time" content="2022-13-45">'
    '<meta name="date" content="2025-05-12">',
    "the address": '<link rel="canonical" href="https://phare.example/2025/05/12/port.html">',
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_page_dates_it(tmp_path: Path, head: str) -> None:
    """The date of publication is taken, not that of a change or of a comment."""
    assert published(tmp_path, head) == "2025-05-12"


LINES = {
    "microdata on a time": '<time itemprop="datePublished" datetime="2025-05-12T08:00">lundi</time>',
    "a time with its date": '<div><time datetime="2025-05-12T08:00:00+02:00">hier</time></div>',
    "a time in words": "<time>lundi 12 mai 2025 à 8h</time>",
    "a time after that of a change": '<time class="updated" datetime="2025-06-01">juin</time>'
    '<time datetime="2025-05-12">mai</time>',
    "a class": '<span class="post-date">12 mai 2025 à 08h15</span>',
    "a class with figures": '<div class="published">12/05/2025 à 10:00</div>',
    "a cue": "<p>Publié le 12 mai 2025 à 08h15 - Mis à jour le 1er juin 2025</p>",
    "a cue over several elements": "<p>Mis en ligne le <b>12 mai 2025</b></p>",
    "a cue before a time": "<p>Publié le <time>12 mai 2025</time>, corrigé le <time>1er juin 2025</time></p>",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_below_the_title_dates_the_page(tmp_path: Path, line: str) -> None:
    """What readers see is read where nothing is declared to machines."""
    assert published(tmp_path, above=line) == "2025-05-12"


@pytest.mark.parametrize("cue", load(PressWords).publication_cues)
def test_each_cue_of_the_lexicon_dates_a_page(tmp_path: Path, cue: str) -> None:
    """With a colon or without, whatever its case."""
    assert published(tmp_path, above=f"<p>{cue.capitalize()} : 12 mai 2025 à 8 h</p>") == "2025-05-12"


def test_a_month_stays_a_month(tmp_path: Path) -> None:
    """No day is made up."""
    assert published(tmp_path, '<meta property="article:published_time" content="2025-05">') == "2025-05"


UNDATED = {
    "nothing": "",
    "a time in a sentence": '<p>Le <time datetime="2024-01-03">3 janvier 2024</time>, tout a changé.</p>',
    "a title with a date": '<h2 class="publication">Guerre : retour sur le 24 février 2022</h2>',
    "a paragraph that begins with a cue": "<p>Publié le 3 janvier 2024 par le centre Nordlys, le rapport de "
    "quatre-vingts pages compte les conteneurs un à un et donne leur contenu.</p>",
    "a relative date": '<span class="date">Publié il y a 3 heures</span>',
}


@pytest.mark.parametrize("line", UNDATED.values(), ids=UNDATED)
def test_a_date_is_not_guessed(tmp_path: Path, line: str) -> None:
    """Dates of the text, of comments, of related articles and of the day are not the date of publication."""
    assert published(tmp_path, above=line) is None


# Pages that are no articles

REFUSED = {
    "no text": (
        "<html><head><title>Rien</title></head><body></body></html>",
        "no text of an article on this page",
    ),
    "nothing": ("", "no text of an article on this page"),
    "a script": (
        "<html><body><script>var obus = 3;</script></body></html>",
        "no text of an article on this page",
    ),
    "very deep": (
        "<html><body>" + "<div>" * 50_000 + "<p>Des obus.</p>",
        "no text of an article on this page",
    ),
    "a PDF": ("%PDF-1.7", "a PDF document, not text"),
    "English": (
        "<html><body><p>Three million shells were sent to the front, officials said.</p></body></html>",
        "text in English, not French",
    ),
}


@pytest.mark.parametrize(("html", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_page_without_a_french_article_is_refused(tmp_path: Path, html: str, reason: str) -> None:
    """The reason says what is missing."""
    assert refusal(tmp_path, "a.html", html) == reason
