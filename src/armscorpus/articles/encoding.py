"""Bytes → text: Unicode where the bytes are, else the encodings that French files are found in."""

from __future__ import annotations

import codecs
import re

from armscorpus.articles.unreadable import UnreadableError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and the codecs that take them off."""

SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (as DOCX, ODT and EPUB files are)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or film)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
"""How files that are not text begin, and what they are."""

WESTERN = ("cp1252", "mac_roman")
"""The encodings before Unicode that French files are in; Windows-1252 reads Latin-1, which it extends."""

DECLARABLE = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "cp1252": "cp1252",
    "iso8859-15": "iso8859-15",
    "mac-roman": "mac_roman",
}
"""What to read declared encodings with: as in browsers, Latin-1 means Windows-1252."""

# Latin-9 has œ where Windows-1252 has ½ (« cœur ») and € where it has ¤ (« 3 000 € »)
LATIN_9 = re.compile(rb"[a-z]\xbd|\xbd[a-z]|\d[ \xa0]?\xa4")

# é, è, à, ’ and – in UTF-8; what the bytes mean in Windows-1252 (« Ã© ») is no French
UTF8_FRENCH = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]")

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([-\w]+)""", re.IGNORECASE)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text that the bytes encode, without byte order mark; line ends and Unicode forms are kept.

    `declared` is the encoding that the file claims; it decides between those that could all be right. Raises
    UnreadableError for what is not text.
    """
    refuse_signature(data)
    mark = next((codec for mark, codec in MARKS if data.startswith(mark)), None)
    if mark is None and b"\0" in data:
        raise UnreadableError("binary data (NUL bytes)")
    text = _decode_unicode(data, mark) if mark else _decode_unmarked(data, declared)
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableError("binary data (control characters)")
    return text


def refuse_signature(data: bytes) -> None:
    """Raise UnreadableError if the bytes begin as a file of a known kind that is not text."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"{kind}, not text")


def find_declared(data: bytes) -> str | None:
    """Return the encoding that the beginning of an HTML page declares, or None."""
    match = DECLARED.search(data[:4096])
    return match[1].decode("ascii", "replace") if match else None


def _decode_unicode(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        name = codec.removesuffix("-sig").upper()
        raise UnreadableError(f"damaged {name}: invalid at byte {error.start}") from error


def _decode_unmarked(data: bytes, declared: str | None) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        if _is_damaged_utf8(data):
            return _decode_unicode(data, "utf-8")
    try:
        return data.decode(_western(declared) or _detect(data))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not {error.encoding} as declared: invalid at byte {error.start}") from error


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8: one bad byte does not make a file Windows-1252."""
    return len(UTF8_FRENCH.findall(data)) > data.decode(errors="replace").count("\ufffd")


def _western(declared: str | None) -> str | None:
    """Return the codec of a declared encoding where it is one of Western Europe."""
    try:
        return DECLARABLE.get(codecs.lookup(declared).name) if declared else None
    except LookupError:
        return None


def _detect(data: bytes) -> str:
    """Return the most plausible encoding; those of other languages only serve to name the language."""
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_isolation=list(WESTERN)).best() or from_bytes(data).best()
    if match is None:
        raise UnreadableError("not UTF-8, nor text in another known encoding")
    return "iso8859-15" if match.encoding == "cp1252" and LATIN_9.search(data) else match.encoding
