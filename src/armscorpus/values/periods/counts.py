"""Rules for counts in words: « vingt-cinq », « une quinzaine de »."""

from __future__ import annotations

from armscorpus.values.periods.grammar import Level, Token

counts = Level()

WORD = "(?:ten|number_word)"
FORTNIGHT = 15
HUNDRED = 100
SCORE = 20
SEPTEMBER, SEVEN = 9, 7


@counts.rule("count.collective", "one (collective) of", "one (fortnight) of")
def _collective(noun: Token) -> Token:
    return Token("counted", 0, 0, noun.value or FORTNIGHT)


@counts.rule(
    "count.words",
    f"(?:{WORD}|one)(?:dash? {WORD})*(?:(?:and|dash|dash and dash) one|dash? {WORD})",
    takes_all=True,
)
def _number_words(*words: Token) -> Token:
    total = 0
    for word in words:
        multiplies = word.value == HUNDRED or (word.value == SCORE and total == 4)
        total = max(total, 1) * word.value if multiplies else total + word.value
    return Token("counted", 0, 0, total)


@counts.rule(
    "count.seven",
    f"(?:{WORD} dash?)*short_month(?=unit|last|next|first_ones)",
    f"(?:{WORD} dash)+short_month(?!year)",
    takes_all=True,
)
def _seven(*words: Token) -> Token | None:
    """Return a number that ends with « sept », which elsewhere is September: « dix-sept mois »."""
    *tens, month = words
    if month.value != SEPTEMBER:
        return None
    return _number_words(*tens, month._replace(value=SEVEN))
