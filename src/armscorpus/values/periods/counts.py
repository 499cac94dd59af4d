"""Rules for counts in words: « vingt-cinq », « une quinzaine de »."""

from __future__ import annotations

from armscorpus.values.periods.grammar import Item, Level, Token

counts = Level()


@counts.rule("count.collective", "number_word collective of", "number_word fortnight of", whole=True)
def _collective(*words: Token) -> Token:
    noun = words[1]
    return Token("count", 0, 0, 15 if noun.kind == "fortnight" else noun.value)


@counts.rule("count.words", "number_word (?:(?:dash|and|dash and dash)? number_word)+", whole=True)
def _number_words(*words: Item) -> Token:
    total = 0
    for word in words:
        if isinstance(word, Token) and word.kind == "number_word":
            product = word.value == 100 or (word.value == 20 and total == 4)
            total = max(total, 1) * word.value if product else total + word.value
    return Token("count", 0, 0, total)
