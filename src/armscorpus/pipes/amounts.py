"""Amounts of money and of mass: payments or prices, and in which currency; tonnes of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense, conjugate
from armscorpus.lexicon.phrases import PhraseTable, split_words
from armscorpus.lexicon.schema import NationalCurrencies, Topics
from armscorpus.models import QuantityMatch
from armscorpus.pipes.catalogue import TopicMatch, topic_of
from armscorpus.pipes.figures import make_figure
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.sentences import Sentence

_SIGNS = frozenset("€$£¥")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PRICE_REACH = 8  # words between the mark of a price and the amount
_NOT_PRICING = (Tense.PARTICIPLE, Tense.INFINITIVE)  # « a coûté » tells a total, « fait valoir » no price
_VERB_REACH = 4  # words between a verb and its price
_DEAREST = 1_000_000_000  # what one thing costs at most, where a verb alone tells that it is a price
_DEAREST_ASKED = 20_000_000  # the same where only « à » tells it: « un drone à 20 000 dollars »
_AT = re.compile(
    r"(?:\bdu (?P<calibre>\d{2,3})|\b(?:une? |chaque |l['’])(?P<noun>\w[\w-]+)) à $", re.IGNORECASE
)
_AFTER = 60  # characters after a quantity in which its price marks and its substance are looked for


def is_money(quantity: QuantityMatch) -> bool:
    """Whether a quantity is an amount of money."""
    return bool(quantity.unit and _CURRENCY.fullmatch(quantity.unit))


def figure_of_money(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure:
    """Return the figure of an amount of money, a payment or the price of one thing."""
    quantity = _in_national_currency(reading, quantity)
    slug = "prix" if _is_price(sentence, quantity) else "paiements"
    before = reading.figures[-1] if reading.figures else None
    is_bare = quantity.end == quantity.number.end and quantity.text[-1] not in _SIGNS
    if is_bare and before and before.sentence is sentence and is_money(before.quantity):
        return make_figure(sentence, quantity, TopicMatch(before.topics, False, "topic.ellipsis"), before)
    return make_figure(sentence, quantity, TopicMatch((slug,), False, "topic.unit"))


def _in_national_currency(reading: Reading, quantity: QuantityMatch) -> QuantityMatch:
    """Return an amount in the currency that the states of the article tell: « 24.000 francs » of Bamako are not Swiss."""
    written = quantity.text.lower()
    for shared in load(NationalCurrencies).shared:
        if not shared.by_payer and written.endswith(shared.endings):
            known = reading.known
            if not known.isdisjoint(shared.states) and known.isdisjoint(shared.unless):
                return quantity.model_copy(update={"unit": shared.code})
    return quantity


def figure_of_tonnes(sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a mass of materiel, None for that of anything else."""
    ahead = split_words(sentence.source[max(sentence.start, quantity.start - _AFTER) : quantity.start])
    if _before(load(Topics).weight.words).find_ending(ahead, len(ahead)) or _weighs_a_ship(ahead):
        return None
    behind = quantity.noun.text if quantity.noun else ""
    substances = {word for topic in load(Topics).topic for word in topic.substances}
    if substances.intersection(split_words(behind)):
        return make_figure(
            sentence, quantity, TopicMatch(("petrole", "tonnage"), False, "topic.unit.substance")
        )
    return make_figure(sentence, quantity, TopicMatch(("tonnage",), False, "topic.unit"))


def _weighs_a_ship(ahead: tuple[str, ...]) -> bool:
    """Whether tonnes are the weight of a ship or a vehicle: « des frégates de 4 500 tonnes »."""
    noun = topic_of(ahead[-2]) if len(ahead) > 1 and ahead[-1] in {"de", "d'"} else None
    return noun is not None and bool({"navires", "blindes", "avions"}.intersection(noun.slugs))


def _is_price(sentence: Sentence, quantity: QuantityMatch) -> bool:
    price = load(Topics).price
    if _is_near(sentence, quantity, _before(price.before), _after(price.after), reach=_PRICE_REACH):
        return True
    if (quantity.value or 0) < _DEAREST and _is_near(
        sentence, quantity, _verbs_of_price(), _before(()), reach=_VERB_REACH
    ):
        return True
    return is_of_price(sentence, quantity) or _is_asked_for(sentence, quantity)


def _is_asked_for(sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a thing stands before at its price: « un drone à 20 000 dollars », « du 155 à 1 500 euros »."""
    ahead = sentence.source[max(sentence.start, quantity.start - _AFTER) : quantity.start]
    thing = _AT.search(ahead)
    if thing is None or (quantity.value or 0) > _DEAREST_ASKED:
        return False
    if thing["calibre"]:
        return True
    topic = topic_of(thing["noun"])
    return topic is not None and not topic.weak


@cache
def _verbs_of_price() -> PhraseTable[bool]:
    """Return the verbs of selling and costing in all their forms."""
    return PhraseTable((form, True) for phrase in load(Topics).price.verbs for form in _conjugated(phrase))


def _conjugated(phrase: str) -> Iterator[str]:
    """Yield the forms of a verb with the words around it (« se négocier », « revenir à »)."""
    for word in split_words(phrase):
        if len(word) > len("se") and word.endswith(("r", "re")):
            forms = (form for form, tense in conjugate(word) if tense not in _NOT_PRICING)
            yield from (phrase.replace(word, form) for form in forms)


def is_of_price(sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether the clause of a number speaks of a price: « Le prix d'un obus est passé de 2 000 à 4 000 euros »."""
    clause = re.split(r"[;:,.]", sentence.source[sentence.start : quantity.start])[-1]
    return not set(load(Topics).price.nouns).isdisjoint(split_words(clause))


def is_variation(sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a quantity tells by how much another changed."""
    variation = load(Topics).variation
    return _is_near(sentence, quantity, _before(variation.before), _after(variation.after), reach=0)


@cache
def _before(phrases: tuple[str, ...]) -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in phrases)


_after = _before


def _is_near(
    sentence: Sentence,
    quantity: QuantityMatch,
    before: PhraseTable[bool],
    after: PhraseTable[bool],
    *,
    reach: int,
) -> bool:
    """Whether a phrase stands right behind the quantity, or before it with at most `reach` words between."""
    text = sentence.source
    behind = split_words(text[quantity.end : min(sentence.end, quantity.end + _AFTER)])
    if any(after.find(behind, index) for index in range(min(2, len(behind)))):
        return True
    ahead = split_words(text[max(sentence.start, quantity.start - _AFTER) : quantity.start])
    return any(
        before.find_ending(ahead, end) for end in range(len(ahead), max(0, len(ahead) - reach - 1), -1)
    )
