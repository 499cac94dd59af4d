"""Elliptical figures: bare numbers, which count what a figure or a noun near by counts."""

from __future__ import annotations

import re
from decimal import Decimal

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Topics
from armscorpus.models import Bound, Noun, QuantityMatch
from armscorpus.pipes.amounts import is_money, is_of_price
from armscorpus.pipes.catalogue import TopicMatch, topic_of, topics_in
from armscorpus.pipes.figures import GAP, make_figure
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.vocabulary import event_nouns

_YEAR = re.compile(r"(?:19|20)\d\d")
_OUT_OF = re.compile(r"\bsur\s*$")
_ASIDE = re.compile(r"\([^()]*\)")
_FRONT = re.compile(r"\W*(?:Des|De (?:ces|ses|leurs)|Parmi (?:les|ces|ses)|Sur (?:les|ces|ses)|Quant aux) ")
_COPULA = re.compile(r"\b(?:sont|étaient|seraient|seront|furent|soient)\s+(?:\w+\s+)?$")
_UNLICENSED = re.compile(r"(?:\bnuméro|\bn[°o]|\barticle|\bpage|\bscore de|\bcote)\s*$", re.IGNORECASE)
_SMALLEST_FAR = 1_000
_SMALLEST_AMOUNT = 100_000
_SMALLEST_SUM = 1_000_000
_LARGEST_COUNT = 1_000_000_000
_FOR = re.compile(r"\bpour\s*$")
_MEASURES = frozenset({"km", "m", "kg", "ha", "km2"})
_PROPERTY_SPAN = 40  # characters before a measure in which its property is named
_AGAINST = re.compile(r"\b(?:contre|sur|et)\s*$")
_EN_BEFORE = re.compile(r"\b(?:d['’])?en\s+(?:\w+\s+){1,3}$")


def elliptical_figure(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a bare number, which counts what the figure before it counts."""
    if quantity.bound == Bound.EXACT and _YEAR.fullmatch(quantity.text):
        return None
    if not _is_licensed(sentence, quantity):
        return None
    if subject := _noun_of_subject(sentence, quantity):
        return make_figure(sentence, quantity, TopicMatch((subject,), False, "topic.subject"))
    if _is_of_another_count(reading, sentence, quantity):
        return None
    if changed := _topics_of_end(reading, sentence, quantity):
        return make_figure(sentence, quantity, TopicMatch(changed, False, "topic.end_of_change"))
    is_counter = quantity.noun is not None and _is_counter(quantity.noun)
    antecedent = find_antecedent(reading, sentence, quantity)
    if antecedent and _is_out_of_reach(antecedent, sentence, quantity):
        if not is_counter:
            return None
        antecedent = None
    noun = _noun_of_pronoun(reading, sentence, quantity, antecedent)
    noun = noun or _noun_of_question(reading, sentence, quantity)
    noun = noun or _noun_in_front(reading, sentence, quantity)
    noun = noun or _noun_of_sentence(sentence, quantity, antecedent)
    if noun is None and antecedent is None and is_counter:
        noun = _noun_of_article(reading, sentence)
    if noun:
        return make_figure(sentence, quantity, TopicMatch((noun,), False, "topic.noun_of_sentence"))
    if antecedent is None:
        return None
    topics = tuple(slug for slug in antecedent.topics if slug != "part")
    if not topics:
        return None
    topic = TopicMatch(topics, False, "topic.ellipsis")
    if is_money(antecedent.quantity) or antecedent.quantity.unit == "t":
        quantity = quantity.model_copy(update={"unit": antecedent.quantity.unit})
    elif quantity.value is not None and _is_sum(sentence, quantity, quantity.value):
        return None
    return make_figure(sentence, quantity, topic, antecedent)


def _is_sum(sentence: Sentence, quantity: QuantityMatch, value: Decimal) -> bool:
    """Whether a bare number is money, whose currency nothing tells: « 118 chars pour 1,3 milliard », « 2,5 »."""
    is_paid = _FOR.search(sentence.source[sentence.start : quantity.start]) is not None
    is_large = value >= _LARGEST_COUNT or (is_paid and value >= _SMALLEST_SUM)
    return is_large or value != value.to_integral_value()


def _is_counter(noun: Noun) -> bool:
    return split_words(noun.text)[0] in load(Topics).counter.words


def _topics_of_end(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> tuple[str, ...]:
    """Return the topics of the figure to which a change leads: « passer de deux à six Caesar »."""
    following = reading.quantities_in(quantity.end, sentence.end)
    end = following[0] if following else None
    if quantity.noun or end is None or end.noun is None:
        return ()
    if sentence.source[quantity.end : end.start].strip() != "à":
        return ()
    if _is_counter(end.noun):
        figure = elliptical_figure(reading, sentence, end)
        return figure.topics if figure else ()
    topic = topic_of(end.noun.text)
    return topic.slugs if topic and not topic.weak else ()


def _is_out_of_reach(antecedent: Figure, sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a small plain number does not reach back to a figure, not even by « en » in its paragraph."""
    if not _is_far(antecedent, sentence, quantity):
        return False
    is_named = _EN_BEFORE.search(sentence.source[sentence.start : quantity.start])
    return not is_named or antecedent.sentence.paragraph != sentence.paragraph


def _noun_in_front(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> str | None:
    """Return the topic with which a sentence opens to count some: « Des missiles Aster, il reste une centaine »."""
    before = sentence.source[sentence.start : quantity.start]
    front = before.partition(",")[0]
    if front == before or not _FRONT.match(front):
        return None
    if any(other.noun for other in reading.quantities_in(sentence.start, quantity.start)):
        return None
    return next((slug for _, slug in topics_in(front)), None)


def _noun_of_article(reading: Reading, sentence: Sentence) -> str | None:
    """Return what the paragraph last named, or the title: what « exemplaires » are copies of."""
    texts = (*(earlier.text for earlier in reading.sentences_before(sentence)), reading.title)
    named = ([slug for _, slug in topics_in(text)] for text in texts)
    return next((slugs[-1] for slugs in named if slugs), None)


def _is_licensed(sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a bare number may count things: no page, no price, not the whole of « 75 sur 188 »."""
    before = sentence.source[sentence.start : quantity.start]
    if _UNLICENSED.search(before) or is_of_price(sentence, quantity):
        return False
    return not (_OUT_OF.search(before) and (quantity.value or 0) < _SMALLEST_FAR)


def _noun_of_subject(sentence: Sentence, quantity: QuantityMatch) -> str | None:
    """Return the topic of a subject that is a number: « Les volontaires seraient 90 000 »."""
    before = re.split(r"[;:,]", sentence.source[sentence.start : quantity.start])[-1]
    return next((slug for _, slug in topics_in(before)), None) if _COPULA.search(before) else None


def _is_of_another_count(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a number answers a count of other things: « par 98 voix contre 75 »."""
    before = reading.quantities_in(sentence.start, quantity.start)
    last = before[-1] if before else None
    gap = sentence.source[last.end : quantity.start] if last else ""
    return bool(last and last.noun and topic_of(last.noun.text) is None and _AGAINST.search(gap))


def _is_far(antecedent: Figure, sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a small plain number is too far from a figure to refer back to it."""
    is_plain = quantity.bound == Bound.EXACT and quantity.value is not None and quantity.value < _SMALLEST_FAR
    return is_plain and sentence.index - antecedent.sentence.index > 1


def find_antecedent(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the last counted figure of the paragraph, or of the paragraph before; None behind another measure.

    A number too small for an amount of money refers back to things.
    """
    is_small = quantity.value is not None and quantity.value < _SMALLEST_AMOUNT and quantity.unit != "%"
    for figure in reversed(reading.figures):
        if sentence.paragraph - figure.sentence.paragraph > 1:
            return None
        if is_small and is_money(figure.quantity):
            continue
        if figure.quantity.unit == "t" and figure.sentence is not sentence:
            continue
        if figure.quantity.unit != "%":
            return None if _is_counted_between(reading, figure, quantity) else figure
    return None


def _is_counted_between(reading: Reading, figure: Figure, quantity: QuantityMatch) -> bool:
    """Whether something else was measured or counted last: « 180 kilomètres », « douze sièges sur 188 »."""
    between = reading.quantities_in(figure.quantity.end, quantity.start)
    last = between[-1] if between else None
    return any(_is_of_place(reading, other) for other in between) or bool(
        last and last.noun and topic_of(last.noun.text) is None
    )


def _noun_of_pronoun(
    reading: Reading, sentence: Sentence, quantity: QuantityMatch, antecedent: Figure | None
) -> str | None:
    """Return the topic of the noun that « en » means, where it stands nearer than the last figure.

    « Le cas des F-16 est criant. L'île en a commandé 66. »
    """
    own = sentence.source[sentence.start : quantity.start]
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if not _EN_BEFORE.search(own) or (before and _is_measured(reading, before)):
        return None
    things = antecedent if antecedent and not is_money(antecedent.quantity) else None
    for start in (sentence.start, *([before.start] if before else [])):
        end = sentence.start if start < sentence.start else quantity.start
        text = reading.text[max(things.end if things else 0, start) : end]
        slug = next((slug for _, slug in reversed(list(topics_in(text))) if slug != "prix"), None)
        if slug:
            return slug
    return None


def _is_measured(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence measures something: « La ligne fait 300 kilomètres. Les wagons en avalent 8 000 »."""
    return any(_is_of_place(reading, other) for other in reading.quantities_in(sentence.start, sentence.end))


def _is_of_place(reading: Reading, other: QuantityMatch) -> bool:
    """Whether a quantity measures a place or a way, and no property of a weapon: « d'une portée de 500 km »."""
    if other.unit not in _MEASURES:
        return False
    ahead = split_words(reading.text[max(0, other.start - _PROPERTY_SPAN) : other.start])
    return set(load(Topics).property.words).isdisjoint(ahead)


def _noun_of_question(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> str | None:
    """Return what a question counts that a number answers: « Combien de soldats sont morts ? Au moins 600 »."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or not before.is_question or quantity.start - sentence.start > GAP:
        return None
    return next((slug for _, slug in topics_in(before.text)), None)


def _noun_of_sentence(sentence: Sentence, quantity: QuantityMatch, antecedent: Figure | None) -> str | None:
    """Return the topic that the sentence names where no figure of it does.

    For example « évalue à 250 000 la production d'obus ».
    """
    if antecedent and antecedent.sentence is sentence:
        return None
    text = sentence.source
    behind = re.split(r"[;:,]", text[quantity.end : sentence.end])[0]
    numbers = load(Topics).number.words
    if any(word in event_nouns() or word in numbers for word in split_words(behind)):
        return next((slug for _, slug in topics_in(behind)), None)
    if antecedent:
        return None
    before = re.split(r"[;:]", _ASIDE.sub("", text[sentence.start : quantity.start]))[-1]
    return next((slug for _, slug in reversed(list(topics_in(before)))), None)
