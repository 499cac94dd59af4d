"""From text to tokens of time: where to look, and what the lexicon says of the words there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NumberWords, TimeWords
from armscorpus.values.periods.grammar import Token

SPACES = " \u00a0\u202f\u2009"
NUMBERS = rf"""
    (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
  | (?P<numeric>\d\d?(?P<mark>[./-])\d\d?(?P=mark)\d{{4}}|\d\d?/\d\d?/\d\d)(?![\d/])
  | (?P<numeric_month>\d\d?/\d{{4}})(?![\d/])
  | (?P<number>\d{{1,3}}(?:[{SPACES}.'’]\d{{3}})+(?!\d)(?:,\d+)?|\d+[.,]\d+)
  | (?P<ordinal_digits>\d{{1,3}})(?:er|[eè]?re|[eè]me|nde?|d?e|ᵉʳ|ʳᵉ|ᵉ)(?!\w)
  | (?P<digits>\d+)(?!\w)
"""
TOKEN = re.compile(
    rf"{NUMBERS} | (?P<word>[^\W\d_]\w*(?:['’](?=\w))?) | (?P<sign>[^\w{SPACES}\t\r]) | (?P<other>\w+)",
    re.VERBOSE,
)
SIGNS = {
    **dict.fromkeys("-‐‑–—", "dash"),
    "/": "slash",
    ",": "comma",
    ".": "stop",
    "\n": "line",
    **dict.fromkeys("%€$£¥°", "measure"),
}
PART = re.compile(r"\w+'?|[^\w\s]")
BEFORE, AFTER = 48, 64
"""How many characters before and after an anchor an expression may reach without meeting another anchor."""


class Vocabulary(NamedTuple):
    """The words of time: kind and value of each, the phrases by first word (longest first), and what to stop at."""

    words: dict[str, tuple[str, int]]
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]]
    anchors: re.Pattern[str]


def tokenize(text: str) -> list[Token]:
    """Return the tokens near the anchors of a text, in order; stretches without any are one `gap`."""
    tokens: list[Token] = []
    for start, end in _windows(text):
        tokens.append(Token("gap", start, start))
        tokens += _read_phrases(_read_words(text, start, end))
    return tokens


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text round the anchors, cut at spaces, joined where they meet."""
    folded = text.lower()
    if len(folded) != len(text):  # a capital that takes two characters in lower case: « İstanbul »
        folded = "".join(char.lower()[0] for char in text)
    start = end = -1
    for anchor in vocabulary().anchors.finditer(folded):
        first, last = max(anchor.start() - BEFORE, 0), anchor.end() + AFTER
        if first > end:
            if end >= 0:
                yield start, _cut_after(text, end)
            start = _cut_before(text, first)
        end = last
    if end >= 0:
        yield start, _cut_after(text, end)


def _cut_before(text: str, at: int) -> int:
    return at and text.find(" ", at) + 1


def _cut_after(text: str, at: int) -> int:
    space = text.rfind(" ", 0, at) if at < len(text) else -1
    return space if space >= 0 else min(at, len(text))


class Word(NamedTuple):
    """A token before phrases are read: its kind if known, and its text in lower case."""

    text: str
    token: Token


def _read_words(text: str, start: int, end: int) -> list[Word]:
    words = []
    known = vocabulary().words
    for match in TOKEN.finditer(text, start, end):
        written, kind, value = match[0], match.lastgroup or "", 0
        folded = written.lower().replace("’", "'")
        if kind == "word":
            kind, value = known.get(folded) or (_unknown(written, folded), 0)
        elif kind == "sign":
            kind = SIGNS.get(written, "sign")
        elif kind in ("digits", "ordinal_digits"):
            kind, value = _number_kind(kind, match[kind])
        words.append(Word(folded, Token(kind, match.start(), match.end(), value, written[0].isupper())))
    return words


def _unknown(written: str, folded: str) -> str:
    """Say of a word that is not of the lexicon whether it looks like a plural: « obus », « chars », « travaux »."""
    if written[0].isupper():
        return "name"
    return "plural" if folded[-1] in "sx" and len(folded) > 3 else "other"


def _number_kind(kind: str, digits: str) -> tuple[str, int]:
    value = int(digits[:9])
    if kind == "ordinal_digits":
        return ("first" if value == 1 else kind), value
    if len(digits) == 4 and 1500 <= value < 2200:
        return "year", value
    return ("small" if 1 <= value <= 31 and len(digits) <= 2 else "number"), value


def _read_phrases(words: list[Word]) -> list[Token]:
    """Return the tokens, with each phrase of the lexicon as one."""
    phrases = vocabulary().phrases
    tokens: list[Token] = []
    i = 0
    while i < len(words):
        found = _phrase_at(words, i) if words[i].text in phrases else None
        length, token = found or (1, words[i].token)
        tokens.append(token)
        i += length
    return tokens


def _phrase_at(words: list[Word], i: int) -> tuple[int, Token] | None:
    for parts, kind, value in vocabulary().phrases[words[i].text]:
        last = i + len(parts) - 1
        if last < len(words) and all(words[i + n].text == part for n, part in enumerate(parts)):
            return len(parts), Token(kind, words[i].token.start, words[last].token.end, value)
    return None


@cache
def vocabulary() -> Vocabulary:
    """Return the words of `periods.toml` and the number words of `numerals.toml`, ready for reading."""
    table = load(TimeWords)
    words: dict[str, tuple[str, int]] = dict(_number_words())
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    anchors = {r"1[5-9]\d\d", r"2[01]\d\d", r"\d\d?/\d\d?/\d\d"}
    for entry in table.word:
        for spelling in (form for written in entry.words for form in _contractions(written)):
            parts = tuple(PART.findall(spelling))
            if len(parts) == 1:
                words[spelling] = entry.kind, entry.value
            else:
                phrases.setdefault(parts[0], []).append((parts, entry.kind, entry.value))
            if entry.kind in table.anchors:
                anchors.add(max((part for part in parts if part[-1] != "'"), key=len))
    for known in phrases.values():
        known.sort(key=lambda phrase: -len(phrase[0]))
    return Vocabulary(
        words, phrases, re.compile(rf"(?<!\w)(?:{'|'.join(sorted(anchors, reverse=True))})(?!\w)")
    )


def _number_words() -> Iterator[tuple[str, tuple[str, int]]]:
    table = load(NumberWords)
    for entry in (*table.unit, *table.ten, *table.hundred):
        yield from ((form, ("number_word", int(entry.value))) for form in entry.forms)
    for entry in table.collective:
        yield from ((form, ("collective", int(entry.value))) for form in entry.forms)


def _contractions(spelling: str) -> list[str]:
    """Return a phrase with what « de » or « à » at its end becomes before an article or a vowel."""
    stem, space, last = spelling.rpartition(" ")
    if not space and last != "jusqu'à":
        return [spelling]
    if last == "de":
        return [f"{stem} {form}" for form in ("de", "d'", "du", "des")]
    if last.endswith("à"):
        return [spelling[:-1] + form for form in ("à", "au", "aux")]
    return [spelling]
