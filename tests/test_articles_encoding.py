"""The text of an article is what its file says, to the character, whatever the encoding."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armscorpus.articles.encoding import decode
from armscorpus.articles.unreadable import UnreadableError
from tests.article_files import read, refusal

TEXT = "La Russie a reçu des obus nord-coréens à l'été, selon Séoul."

TEXTS = {
    "line ends of Windows": f"{TEXT}\r\n\r\nFin.\r\n",
    "line ends of old Macs": f"{TEXT}\rFin.",
    "other line ends": f"{TEXT}\u2028Fin.\x0bFin.\x85Fin.",
    "blanks around": f"\n\n  {TEXT}\t\n",
    "composed accents": "Près de 16\u00a0000 obus livrés à l'été.",
    "decomposed accents": "Pre\u0300s de 16\u202f000 obus livre\u0301s a\u0300 l'e\u0301te\u0301.",
    "ligatures and compatibility forms": "Le ﬂeuve, 5 ㎞², ½ million d'obus, selon Kiev.",
    "characters beyond the first plane": "🚀 300 missiles ont été tirés 🚀🚀.",
    "byte order mark inside": f"{TEXT}\ufeff Fin.",
    "front matter in a text": f"---\ntitle: Obus\n---\n{TEXT}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_plain_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    """No line end, blank or accent is changed: offsets count in what the file holds."""
    assert read(tmp_path, "a.txt", text).text == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_decoded_as_it_is(text: str) -> None:
    """The text of UTF-8 bytes is the text that was encoded, without its byte order mark."""
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Nothing but UnreadableError is raised."""
    with suppress(UnreadableError):
        assert isinstance(decode(data), str)


WESTERN = "« L’obusier Caesar », à l'été : le cœur de l'armée, où qu'elle aille – ça coûte 3 000 €."
LATIN = "L'obusier Caesar, à l'été : le coeur de l'armée, où qu'elle aille - ça coûte 3 000 euros."
ENCODED = {
    "UTF-8": (WESTERN, WESTERN.encode()),
    "UTF-8 with mark": (WESTERN, WESTERN.encode("utf-8-sig")),
    "UTF-16": (WESTERN, WESTERN.encode("utf-16")),
    "UTF-16 big-endian": (WESTERN, b"\xfe\xff" + WESTERN.encode("utf-16-be")),
    "UTF-32": (WESTERN, WESTERN.encode("utf-32")),
    "Windows-1252": (WESTERN, WESTERN.encode("cp1252")),
    "Latin-1": (LATIN, LATIN.encode("latin-1")),
    "Latin-9": (
        "Le cœur de l'armée coûte 3 000 € à l'été.",
        "Le cœur de l'armée coûte 3 000 € à l'été.".encode("iso8859-15"),
    ),
    "Mac": (WESTERN, WESTERN.encode("mac_roman")),
}


@pytest.mark.parametrize(("text", "data"), ENCODED.values(), ids=ENCODED)
def test_encodings_of_french_files_are_found(tmp_path: Path, text: str, data: bytes) -> None:
    """The text is the same in every encoding that French files come in."""
    assert read(tmp_path, "a.txt", data).text == text


REFUSED = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF document, not text"),
    "DOCX": (b"PK\x03\x04\x14\x00", "a ZIP archive (as DOCX, ODT and EPUB files are), not text"),
    "image": (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG image, not text"),
    "photograph": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image, not text"),
    "rich text": (rb"{\rtf1\ansi Obus}", "an RTF document, not text"),
    "NUL bytes": (b"obus\x00\x00\x01", "binary data (NUL bytes)"),
    "control characters": (b"\x01\x02\x03obus", "binary data (control characters)"),
    "cut UTF-8": (TEXT.encode()[:-10] + b"\xc3", "damaged UTF-8: invalid at byte 56"),
    "cut UTF-16": (TEXT.encode("utf-16")[:-1], "damaged UTF-16: invalid at byte 120"),
    "Russian in Windows-1251": (
        "Северная Корея отправила в Россию более трёх миллионов снарядов.".encode("cp1251"),
        "text in Russian, not French",
    ),
    "Korean in EUC-KR": (
        "북한이 러시아에 포탄 300만 발 이상을 보냈다고 국회의원들이 전했다.".encode("euc-kr"),
        "text in Korean, not French",
    ),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_french_text_is_refused_by_name(tmp_path: Path, data: bytes, reason: str) -> None:
    """The reason says what the file is."""
    assert refusal(tmp_path, "a.txt", data) == reason
