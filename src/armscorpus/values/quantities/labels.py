"""Numbers that name or refer and count nothing: labels, designations, footnote calls, addresses, scores, calibres."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import NoQuantities
from armscorpus.values.digits import is_grouped
from armscorpus.values.numerals import Numeral, number_words, read_numeral
from armscorpus.values.phrases import Phrases
from armscorpus.values.quantities.dates import counts
from armscorpus.values.quantities.ranges import DASHES
from armscorpus.values.quantities.rates import rate_at
from armscorpus.values.quantities.vocabulary import designation_number, is_name, is_noun, noun_words
from armscorpus.values.tokens import Tokens
from armscorpus.values.units import unit_after, unit_before

_LONGEST_LABEL = 4
_OLDEST = 110
_LAST_FOOTNOTE = 99
_SMALL = 100
_NUMBERED = 1000
_LARGEST_CALIBRE = 460
_SENTENCE_ENDS = frozenset({".", ";", ",", "", "!", "?", "»", ")", "”", ":"})
_GAP_STARTS = (",", "et", ";")
_BULLETS = frozenset({"«", "“", '"', ":", "-", "–", "—", "•", "(", ""})
_CONTINUING = frozenset({"à", "ou", "et", "«", "%", "déjà", "que", "qu'"})
_MILLIMETRES = frozenset({"mm", "millimètre", "millimètres"})


class LabelMarks(NamedTuple):
    """The words of `no_quantities.toml` about names."""

    label: Phrases[bool]
    numbered: frozenset[str]
    name: frozenset[str]
    street: frozenset[str]
    alone: frozenset[str]
    definite: frozenset[str]
    plural: frozenset[str]
    calibre: frozenset[str]


@cache
def label_marks() -> LabelMarks:
    """Return the words that make a number a name or a reference."""
    table = load(NoQuantities)
    return LabelMarks(
        Phrases(dict.fromkeys(table.label.words, True)),
        frozenset(table.numbered.words),
        frozenset(table.name.words),
        frozenset(table.street.words),
        frozenset(table.alone.words),
        frozenset(table.definite.words),
        frozenset(table.plural.words),
        frozenset(table.calibre.words),
    )


def after_label(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after the number of a label: « l'article 4 », « n° 2397 », « le secteur 3 »; else 0."""
    if is_grouped(tokens.keys[numeral.first]) or numeral.scale > 1:
        return 0
    is_legal = tokens.keys[numeral.first - 1] == "." and len(tokens.keys[numeral.first - 2]) == 1  # L. 1332
    if is_legal or label_marks().label.before(tokens, numeral.first, 0):
        return numeral.last
    is_numbered = tokens.keys[numeral.first - 1] in label_marks().numbered and numeral.value < _NUMBERED
    if not is_numbered and not _is_size_of_union(tokens, numeral):
        return 0
    if counts(tokens, numeral) or rate_at(tokens, numeral.last):
        return 0
    return _after_listed(tokens, numeral) if is_numbered else numeral.last


def _after_listed(tokens: Tokens, numeral: Numeral) -> int:
    """Return the token after the numbers listed behind a plural (« les brigades 36 et 128 »)."""
    last = numeral.last
    while tokens.keys[last] == "et" and (more := read_numeral(tokens, last + 1)) and more.in_digits:
        if counts(tokens, more):
            break
        last = more.last
    return last


def _is_size_of_union(tokens: Tokens, numeral: Numeral) -> bool:
    """Say whether a number is how many members a named body has (« l'Europe à 27 »)."""
    follows = tokens.keys[numeral.first - 1] == "à" and tokens.is_capital(numeral.first - 2)
    return follows and numeral.value < _SMALL


def after_designation(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after the number of a name (« Leopard 2 », « France 24 ») or a footnote call behind one, or 0."""
    i = numeral.first
    if i == 0 or not tokens.keys[i].isdecimal() or len(tokens.keys[i]) > _LONGEST_LABEL or numeral.scale > 1:
        return 0
    if tokens.keys[i - 1] in label_marks().name:
        return designation_number(tokens, i)
    if not is_name(tokens, i - 1) or unit_before(tokens, i, floor) or (floor and _is_gapped(tokens, i)):
        return 0
    opens_sentence = i == 1 and len(tokens.keys[i]) > 2
    is_nationality = tokens.keys[numeral.last].endswith(noun_words().demonym_endings)  # Leopard 2 allemands
    is_counted = counts(tokens, numeral) and not is_nationality
    return 0 if opens_sentence or is_counted else designation_number(tokens, i)


def _is_gapped(tokens: Tokens, i: int) -> bool:
    """Say whether the number at token `i` is what is left of a clause (« …, le Danemark 19 et la Norvège 22 »)."""
    has_article = tokens.keys[i - 2] in ("le", "la", "l'", "les")
    return tokens.keys[i - 2 - has_article] in _GAP_STARTS and tokens.keys[i + 1] in (*_GAP_STARTS, ".", "")


def after_proper_name(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a number word with a capital: « les Douze », « la guerre de Cent Ans »; else 0."""
    i = numeral.first
    if i == 0 or numeral.in_digits or not tokens.is_capital(i) or tokens.keys[i - 1] in _BULLETS:
        return 0
    return numeral.last


def after_address(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a house number or a postcode: « 12, rue de la Paix, 75002 Paris »; else 0."""
    key, last = tokens.keys[numeral.first], numeral.last
    if not key.isdecimal():
        return 0
    if key[0] == "0" and len(key) > 1:
        return last
    at = last
    while tokens.keys[at] in (",", "bis", "ter"):
        at += 1
    if len(key) <= _LONGEST_LABEL and tokens.keys[at] in label_marks().street:
        return last
    is_code = len(key) in (4, 5) and tokens.keys[numeral.first - 1] in (",", "|", *DASHES, "")
    is_place = tokens.is_capital(last) and not tokens.keys[last].endswith(noun_words().demonym_endings)
    return last + 1 if is_code and is_place else 0


def after_footnote(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a footnote call or the number of a list item (« de pointe 2. », « [3] », « 1. »), or 0."""
    i, last = numeral.first, numeral.last
    if not tokens.keys[i].isdecimal() or numeral.value > _LAST_FOOTNOTE or last > i + 1:
        return 0
    before, after = tokens.keys[i - 1], tokens.keys[last]
    if (before, after) == ("[", "]"):
        return last
    if i == 0:
        return last if after in (".", ")", "/", "-", "–") and not tokens.keys[last + 1].isdecimal() else 0
    if after not in _SENTENCE_ENDS or (floor and _is_gapped(tokens, i)):
        return 0
    if before == "(" and after == ")":
        return 0 if is_noun(tokens, i - 2, plural=True) and numeral.value >= 10 else last
    is_word = before[:1].isalpha() and before not in noun_words().function | label_marks().alone
    refers_back = "en" in tokens.keys[max(floor, i - 3) : i]
    return last if (is_word and not refers_back) or before in ("»", "”") else 0


def after_ratio(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after « quatre fois », which multiplies or repeats and counts no things."""
    return numeral.last + 1 if tokens.keys[numeral.last] == "fois" else 0


def after_calibre(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a calibre (« des obus de 152 mm »), which belongs to a noun, else 0; rain is measured."""
    last = numeral.last
    if tokens.keys[last] not in _MILLIMETRES or not 4 < numeral.value <= _LARGEST_CALIBRE:
        return 0
    return 0 if tokens.keys[last + 1] in ("de", "d'") else last + 1


def is_calibre(tokens: Tokens, numeral: Numeral) -> bool:
    """Say whether a number without a unit is one of the usual calibres (« des obus de 155 »)."""
    is_usual = tokens.keys[numeral.first] in label_marks().calibre and numeral.last == numeral.first + 1
    return is_usual and not counts(tokens, numeral) and tokens.keys[numeral.last] not in _CONTINUING


def after_bare_calibre(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after the calibre of a noun (« obus de 155 », « canons de 105, 122 et 155 mm »), else 0."""
    i = numeral.first
    if tokens.keys[i - 1] in label_marks().definite and _is_priced(tokens, numeral):
        return numeral.last
    if tokens.keys[i - 1] != "de" or not tokens.keys[i - 2][:1].isalpha():
        return 0
    last = numeral.last
    while tokens.keys[last] in (",", "et", "ou") and (more := read_numeral(tokens, last + 1)):
        last = more.last
    if last > numeral.last and tokens.keys[last] in _MILLIMETRES:
        return last + 1
    return numeral.last if is_calibre(tokens, numeral) else 0


def _is_priced(tokens: Tokens, numeral: Numeral) -> bool:
    """Say whether a usual calibre stands at its price: « du 155 à 1.500 euros »."""
    price = read_numeral(tokens, numeral.last + 1) if tokens.keys[numeral.last] == "à" else None
    unit = unit_after(tokens, price.last, takes_of=False) if price else None
    is_usual = tokens.keys[numeral.first] in label_marks().calibre
    return is_usual and unit is not None and unit.unit.is_money


def after_calibres(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after the length of a barrel (« 155 mm/52 calibres »), else 0."""
    return numeral.last + 1 if tokens.keys[numeral.first - 1] in ("/", "de") else 0


def after_bare_age(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after an age behind a name (« Jean Martin, 66, »), else 0; behind other figures it may be one."""
    i = numeral.first
    if floor or tokens.keys[i - 1] != "," or tokens.keys[numeral.last] != "," or numeral.value > _OLDEST:
        return 0
    return numeral.last if i > 2 and is_name(tokens, i - 2) and is_name(tokens, i - 3) else 0


def after_ordinal(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after « mille deux cent trentième », else 0; « deux cinquièmes » are a share."""
    key = tokens.keys[numeral.last]
    is_ordinal = key.endswith("ième") and (key not in number_words().denominator or numeral.value >= 20)
    return numeral.last + 1 if is_ordinal else 0


def after_generation(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after « 5G », which is no mass, else 0."""
    last = numeral.last
    return last + 1 if tokens.is_glued(last) and tokens.is_capital(last) else 0


def after_article(tokens: Tokens, numeral: Numeral, floor: int) -> int:
    """Return the token after a number that an article makes a name or a reminder (« le 155 », « les deux »), or 0."""
    before = tokens.keys[numeral.first - 1]
    is_reminder = before in label_marks().plural and numeral.value < _SMALL
    if before not in label_marks().definite and not is_reminder:
        return 0
    if numeral.scale > 1 or counts(tokens, numeral):
        return 0
    return 0 if _leads_on(tokens, numeral.last) else _after_compound(tokens, numeral)


def _after_compound(tokens: Tokens, numeral: Numeral) -> int:
    """Return the token after a number, or after the second of « les trois-huit »."""
    i = numeral.last
    is_glued = i < tokens.size and tokens.text[tokens.end(i) : tokens.starts[i]] == "-"
    second = read_numeral(tokens, i) if is_glued else None
    return second.last if second else i


def _leads_on(tokens: Tokens, i: int) -> bool:
    """Say whether what follows a number still counts: adjectives, participles, a range, a denominator, a noun."""
    key, words = tokens.keys[i], noun_words()
    if key in words.prenominal or key in words.participles or key in _CONTINUING or key in DASHES:
        return True
    return key in number_words().denominator or is_noun(tokens, i, plural=True)
