"""From text to tokens: the words of time and the numbers near them, each with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from armscorpus.values.periods.grammar import Line, Token
from armscorpus.values.periods.patterns import CODES
from armscorpus.values.periods.vocabulary import Meaning, Phrase, vocabulary
from armscorpus.values.tokens import fold

SPACES = " \u00a0\u202f\u2009"
TOKEN = re.compile(
    rf"""
    (?P<word>[^\W\d_]\w*(?:'(?=\w))?)
  | (?P<sign>[^\w{SPACES}\t\r])
  | (?P<iso>\d{{4}}-\d\d?-\d\d?)(?![\d-])
  | (?P<numeric>\d\d?(?P<mark>[./-])\d\d?(?P=mark)\d{{4}}|\d\d?/\d\d?/\d\d)(?![\d/])
  | (?P<numeric_month>\d\d?/\d{{4}})(?![\d/])
  | (?P<number>\d{{1,3}}(?:[{SPACES}.']\d{{3}})+(?!\d)(?:,\d+)?|\d+[.,]\d+)
  | (?P<ordinal_digits>\d{{1,3}})(?:er|[eè]?re|[eè]me|nde?|d?e|ᵉʳ|ʳᵉ|ᵉ)(?!\w)
  | (?P<digits>\d+)(?:(?!\w)|(?=h(?!\w)))
  | (?P<other>\w+)
    """,
    re.VERBOSE,
)
SIGNS = {
    **dict.fromkeys("-‐‑–—", "dash"),
    "/": "slash",
    ",": "comma",
    ".": "stop",
    ":": "colon",
    "\n": "line",
    "•": "line",
    **dict.fromkeys("%€$£¥°", "measure"),
}
BEFORE, AFTER = 44, 28
"""How many characters before and after an anchor an expression may reach without another anchor."""
FIRST_YEAR, LAST_YEAR = 1500, 2199
CENTURY = 100


def read_line(text: str) -> Line:
    """Return the tokens near the anchors of a text, in order; other words in a row are one token `words`."""
    folded = fold(text)
    tokens: list[Token] = []
    for start, end in _windows(folded):
        tokens.append(Token("line" if start == 0 else "words", start, start))
        _read_window(text, folded, start, end, tokens)
    return Line([*tokens], "".join([CODES[token.kind] for token in tokens]))


def _windows(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text round the anchors, from space to space, joined where they meet."""
    start = 0
    end: int | None = None
    for anchor in vocabulary().anchors.finditer(folded):
        first = anchor.start() - BEFORE
        if end is None or first > end:
            if end is not None:
                yield start, _before_space(folded, end)
            start = _after_space(folded, first)
        end = anchor.end() + AFTER
    if end is not None:
        yield start, _before_space(folded, end)


def _after_space(text: str, at: int) -> int:
    return text.find(" ", at) + 1 if at > 0 else 0


def _before_space(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) if at < len(text) else len(text)


CAPITALS = {"month": "capital_month", "season": "capital_season", "plural": "words"}
"""What words become with a capital: « Octobre » may be a name, « Abrams » is no plural."""
WORDS = Meaning("words", 0)
PLURAL = Meaning("plural", 0)


def _read_window(text: str, folded: str, start: int, end: int, tokens: list[Token]) -> None:
    """Append the tokens of a window, each phrase of the lexicon as one."""
    phrases = vocabulary().phrases
    found = [*TOKEN.finditer(folded, start, end)]
    written = [match[0] for match in found] + [""]
    last, kind = 0, tokens[-1].kind
    for i, match in enumerate(found):
        if i < last:
            continue
        word = written[i]
        phrase = _phrase_at(written, i) if word in phrases else None
        meaning = phrase.meaning if phrase else _meaning(word, match.lastgroup or "")
        last = i + len(phrase.parts) if phrase else i + 1
        if meaning is WORDS and kind == "words":
            continue
        kind, value = meaning
        if kind in CAPITALS and text[match.start()].isupper():
            kind = CAPITALS[kind]
        tokens.append(Token(kind, match.start(), found[last - 1].end(), value))


def _phrase_at(written: list[str], i: int) -> Phrase | None:
    for phrase in vocabulary().phrases[written[i]].get(written[i + 1], ()):
        parts = phrase.parts
        if tuple(written[i : i + len(parts)]) == parts:
            return phrase
    return None


@lru_cache(maxsize=1 << 14)
def _meaning(written: str, kind: str) -> Meaning:
    """Return what a word of the lexicon means, or what any other, a number or a sign may be."""
    if known := vocabulary().words.get(written):
        return known
    if kind == "word":
        return PLURAL if written[-1] in "sx" and len(written) > 3 else WORDS
    if kind == "sign":
        return Meaning(SIGNS.get(written, "sign"), 0)
    if kind == "digits":
        return _figures(written)
    if kind == "ordinal_digits":
        value = _numbers(written)[0]
        return Meaning("first" if value == 1 else kind, value)
    if kind in ("iso", "numeric", "numeric_month"):
        return _date_in_figures(kind, written)
    return Meaning("number", 0) if kind == "number" else WORDS


def _figures(digits: str) -> Meaning:
    value = int(digits[:9])
    if len(digits) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return Meaning("plain_year" if value % CENTURY else "round_year", value)
    return Meaning("small" if 1 <= value <= 31 and len(digits) <= 2 else "number", value)


def _date_in_figures(kind: str, written: str) -> Meaning:
    """Return a date as one number: the year, then two digits of the month and of the day.

    French dates begin with the day; a month alone has 0 for its day.
    """
    numbers = _numbers(written)
    if kind != "iso":
        numbers.reverse()
    if numbers[0] < CENTURY:
        numbers[0] += 2000 if numbers[0] < 70 else 1900
    year, month, day = (*numbers, 0)[:3]
    return Meaning("date_in_figures", year * 10000 + month * 100 + day)


def _numbers(written: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", written)]
