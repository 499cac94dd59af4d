"""The stage that keeps the quantities of the catalogue: `doc._.armscorpus_figures`.

The topic comes from the unit (money, tonnes, shares), from the counted noun, or for an elliptical quantity (« contre
moins de 2 000 pour Kiev ») from the figure or the noun that it refers back to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable, split_words
from armscorpus.lexicon.schema import NationalCurrencies, Topics
from armscorpus.models import Bound, QuantityMatch, Span
from armscorpus.pipes.catalogue import TopicMatch, topic_of, topics_in
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.vocabulary import event_nouns

Doc.set_extension("armscorpus_figures", getter=lambda doc: reading_of(doc).figures, force=True)

_YEAR = re.compile(r"(?:19|20)\d\d")
_UNLICENSED = re.compile(r"(?:\bsur|\bnuméro|\bn[°o]|\barticle|\bpage|\bscore de|\bcote)\s*$", re.IGNORECASE)
_SMALLEST_FAR = 1_000
_SMALLEST_AMOUNT = 100_000
_MEASURES = frozenset({"km", "m", "kg", "ha", "km2"})
_SIGNS = frozenset("€$£¥")
_CURRENCY = re.compile(r"[A-Z]{3}")
_OTHERS = re.compile(r"(?:autres?|exemplaires?|unités?|d['’]entre)\b", re.IGNORECASE)
_RATE_OF = re.compile(r"\b(?:de|d['’]|à|taux|intérêt)\s*$")
_EN_BEFORE = re.compile(r"\b(?:d['’])?en\s+(?:\w+\s+){1,3}$")
_PRONOUN_EN = re.compile(r"\ben\s+\w+\s*$")
_BEHIND = re.compile(r"(?:[ \xa0\u202f][\w’'-]+){0,6}")
_GAP = 6  # characters between a number and its noun, « de » included; more is another number: « trois des douze chars »
_AFTER = 60  # characters after a quantity in which its price marks, its substance and what it shares are looked for


@Language.factory(
    "armscorpus_topics", requires=["doc._.armscorpus_quantities"], assigns=["doc._.armscorpus_figures"]
)
def create_topics(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it makes a figure of each quantity of the catalogue."""
    return annotate_topics


def annotate_topics(doc: Doc) -> Doc:
    """Keep the quantities of the catalogue, as figures."""
    reading = reading_of(doc)
    for quantity in reading.quantities:
        figure = _figure(reading, quantity)
        if figure:
            reading.figures.append(figure)
    return doc


def _figure(reading: Reading, quantity: QuantityMatch) -> Figure | None:
    sentence = reading.sentence_at(quantity.start)
    if _is_variation(sentence, quantity):
        return None
    unit = quantity.unit
    if unit == "%":
        return _share(reading, sentence, quantity)
    if unit and _CURRENCY.fullmatch(unit):
        return _money(reading, sentence, _in_national_currency(reading, quantity))
    if unit == "t":
        return _tonnes(sentence, quantity)
    if unit == "bbl":
        return _make(sentence, quantity, TopicMatch(("petrole",), False, "topic.unit"))
    if unit not in {None, "count"}:
        return None
    return _counted(reading, sentence, quantity)


def _make(
    sentence: Sentence, quantity: QuantityMatch, topic: TopicMatch, antecedent: Figure | None = None
) -> Figure:
    noun = quantity.noun if antecedent is None else antecedent.noun
    figure = Figure(
        quantity=quantity,
        sentence=sentence,
        topics=topic.slugs if len(topic.slugs) == 1 or not topic.weak else topic.slugs[:1],
        span=_claim_span(quantity) if antecedent is None else Span(quantity.start, quantity.end),
        thing=noun.text if noun else antecedent.thing if antecedent else None,
        noun=quantity.noun if antecedent is None else None,
        antecedent=antecedent,
        is_weak=topic.weak,
    )
    figure.rules |= {"quantity": " ".join(quantity.rules), "topics": topic.rule}
    figure.spans["number"] = quantity.number
    if figure.noun:
        figure.spans["noun"] = Span(figure.noun.start, figure.noun.end)
    if antecedent:
        figure.implied |= {"topics", "object"}
    return figure


def _claim_span(quantity: QuantityMatch) -> Span:
    """Return the quantity with the head nouns that follow it."""
    noun, is_counted = quantity.noun, quantity.unit in {None, "count", "bbl"}
    if not is_counted or noun is None or noun.start < quantity.end:
        return Span(quantity.start, quantity.end)
    if noun.heads[0].start - quantity.end > _GAP:
        return Span(quantity.start, quantity.end)
    return Span(quantity.start, max(head.end for head in noun.heads))


def _counted(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    if quantity.noun is None or _OTHERS.match(quantity.noun.text):
        return _elliptical(reading, sentence, quantity)
    topics = [topic_of(text) for text in _head_phrases(reading, quantity)]
    found = [topic for topic in topics if topic]
    if not found:
        return None
    found = [
        (_resolve_weak(reading, sentence, quantity, topic) or topic)
        if topic.rule == "topic.weak_head"
        else topic
        for topic in found
    ]
    if len(found) > 1:
        slugs = tuple(sorted({slug for topic in found for slug in topic.slugs}))
        return _make(sentence, quantity, TopicMatch(slugs, False, "topic.coordination"))
    if not found[0].weak or found[0].rule == "topic.civilian":
        return _make(sentence, quantity, found[0])
    resolved = _resolve_weak(reading, sentence, quantity, found[0])
    return _make(sentence, quantity, resolved) if resolved else None


def _head_phrases(reading: Reading, quantity: QuantityMatch) -> list[str]:
    """Return the noun phrase of each head: from the head to the next one, with the words just behind the last."""
    noun = quantity.noun
    if noun is None:
        return []
    starts = [head.start for head in noun.heads]
    text = reading.text
    behind = _BEHIND.match(text, noun.end)
    end = behind.end() if behind else noun.end
    return [text[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]


def _resolve_weak(
    reading: Reading, sentence: Sentence, quantity: QuantityMatch, topic: TopicMatch
) -> TopicMatch | None:
    """Return which topic a weak noun means: the one its article last spoke of; the words of the sentence first."""
    behind = {slug for _, slug in topics_in(reading.text[quantity.end : sentence.end])}
    for candidates in chain([behind], _topics_before(reading, sentence, quantity)):
        for slug in topic.slugs:
            if slug in candidates:
                return TopicMatch((slug,), topic.rule == "topic.demonym", f"{topic.rule}.in_context")
    if topic.slugs[0] in {"effectifs", "pertes"}:
        return TopicMatch(topic.slugs[:1], True, topic.rule)
    if topic.slugs[0] == "autre" and quantity.noun and list(topics_in(quantity.noun.text)):
        return TopicMatch(topic.slugs, False, "topic.weak_head.of_arms")
    return None


def _topics_before(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Iterator[set[str]]:
    text = reading.text[sentence.start : quantity.start]
    yield {slug for _, slug in topics_in(text)}
    for earlier in reversed(reading.sentences[: sentence.index]):
        yield {slug for _, slug in topics_in(earlier.text)}


def _elliptical(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a bare number, which counts what the figure before it counts."""
    if quantity.bound == Bound.EXACT and _YEAR.fullmatch(quantity.text):
        return None
    if _UNLICENSED.search(sentence.source[sentence.start : quantity.start]) or _is_of_price(
        sentence, quantity
    ):
        return None
    antecedent = _antecedent(reading, sentence, quantity)
    if antecedent and _is_far(antecedent, sentence, quantity):
        return None
    noun = _noun_of_pronoun(reading, sentence, quantity, antecedent)
    noun = noun or _noun_of_question(reading, sentence, quantity)
    noun = noun or _noun_of_sentence(sentence, quantity, antecedent)
    if noun:
        return _make(sentence, quantity, TopicMatch((noun,), False, "topic.noun_of_sentence"))
    if antecedent is None:
        return None
    topics = tuple(slug for slug in antecedent.topics if slug != "part")
    if not topics:
        return None
    topic = TopicMatch(topics, False, "topic.ellipsis")
    if _is_money(antecedent.quantity) or antecedent.quantity.unit == "t":
        quantity = quantity.model_copy(update={"unit": antecedent.quantity.unit})
    elif quantity.value is not None and quantity.value != quantity.value.to_integral_value():
        return None
    return _make(sentence, quantity, topic, antecedent)


def _is_far(antecedent: Figure, sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether a small plain number is too far from a figure to refer back to it."""
    is_plain = quantity.bound == Bound.EXACT and quantity.value is not None and quantity.value < _SMALLEST_FAR
    return is_plain and sentence.index - antecedent.sentence.index > 1


def _antecedent(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the last counted figure of the paragraph, or of the paragraph before; None behind another measure.

    A number too small for an amount of money refers back to things.
    """
    is_small = quantity.value is not None and quantity.value < _SMALLEST_AMOUNT and quantity.unit != "%"
    for figure in reversed(reading.figures):
        if sentence.paragraph - figure.sentence.paragraph > 1:
            return None
        if is_small and _is_money(figure.quantity):
            continue
        if figure.quantity.unit == "t" and figure.sentence is not sentence:
            continue
        if figure.quantity.unit != "%":
            return None if _is_counted_between(reading, figure, quantity) else figure
    return None


def _is_money(quantity: QuantityMatch) -> bool:
    return bool(quantity.unit and _CURRENCY.fullmatch(quantity.unit))


def _is_counted_between(reading: Reading, figure: Figure, quantity: QuantityMatch) -> bool:
    """Whether something else was measured or counted last: « 180 kilomètres », « douze sièges sur 188 »."""
    between = [
        other for other in reading.quantities
        if figure.quantity.end <= other.start and other.end <= quantity.start
    ]  # fmt: skip
    last = between[-1] if between else None
    return any(other.unit in _MEASURES for other in between) or bool(
        last and last.noun and topic_of(last.noun.text) is None
    )


def _noun_of_pronoun(
    reading: Reading, sentence: Sentence, quantity: QuantityMatch, antecedent: Figure | None
) -> str | None:
    """Return the topic of the noun that « en » means, where it stands nearer than the last figure.

    « Le cas des F-16 est criant. L'île en a commandé 66. »
    """
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or not _EN_BEFORE.search(sentence.source[sentence.start : quantity.start]):
        return None
    counts_things = antecedent is not None and not _is_money(antecedent.quantity)
    start = antecedent.end if antecedent and counts_things else 0
    if any(
        other.unit in _MEASURES and before.start <= other.start < sentence.start
        for other in reading.quantities
    ):
        return None
    text = reading.text[max(start, before.start) : before.end]
    return next((slug for _, slug in reversed(list(topics_in(text)))), None)


def _noun_of_question(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> str | None:
    """Return what a question counts that a number answers: « Combien de soldats sont morts ? Au moins 600 »."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or not before.is_question or quantity.start - sentence.start > _GAP:
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
    before = re.split(r"[;:]", text[sentence.start : quantity.start])[-1]
    return next((slug for _, slug in reversed(list(topics_in(before)))), None)


def _in_national_currency(reading: Reading, quantity: QuantityMatch) -> QuantityMatch:
    """Return an amount in the currency that the states of the article tell: « 24.000 francs » of Bamako are not Swiss."""
    written = quantity.text.lower()
    for shared in load(NationalCurrencies).shared:
        if not shared.by_payer and written.endswith(shared.endings):
            known = reading.known
            if not known.isdisjoint(shared.states) and known.isdisjoint(shared.unless):
                return quantity.model_copy(update={"unit": shared.code})
    return quantity


def _money(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure:
    slug = "prix" if _is_price(sentence, quantity) else "paiements"
    before = reading.figures[-1] if reading.figures else None
    is_bare = quantity.end == quantity.number.end and quantity.text[-1] not in _SIGNS
    if is_bare and before and before.sentence is sentence and slug in before.topics:
        return _make(sentence, quantity, TopicMatch((slug,), False, "topic.ellipsis"), before)
    return _make(sentence, quantity, TopicMatch((slug,), False, "topic.unit"))


def _is_price(sentence: Sentence, quantity: QuantityMatch) -> bool:
    price = load(Topics).price
    if _is_near(sentence, quantity, _before(price.before), _after(price.after), reach=8):
        return True
    return _is_of_price(sentence, quantity)


def _is_of_price(sentence: Sentence, quantity: QuantityMatch) -> bool:
    """Whether the clause of a number speaks of a price: « Le prix d'un obus est passé de 2 000 à 4 000 euros »."""
    clause = re.split(r"[;:,.]", sentence.source[sentence.start : quantity.start])[-1]
    return not set(load(Topics).price.nouns).isdisjoint(split_words(clause))


def _is_variation(sentence: Sentence, quantity: QuantityMatch) -> bool:
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


def _tonnes(sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    ahead = split_words(sentence.source[max(sentence.start, quantity.start - _AFTER) : quantity.start])
    if _before(load(Topics).weight.words).find_ending(ahead, len(ahead)) or _weighs_a_ship(ahead):
        return None
    behind = quantity.noun.text if quantity.noun else ""
    substances = {word for topic in load(Topics).topic for word in topic.substances}
    if substances.intersection(split_words(behind)):
        return _make(sentence, quantity, TopicMatch(("petrole", "tonnage"), False, "topic.unit.substance"))
    return _make(sentence, quantity, TopicMatch(("tonnage",), False, "topic.unit"))


def _weighs_a_ship(ahead: tuple[str, ...]) -> bool:
    """Whether tonnes are the weight of a ship or a vehicle: « des frégates de 4 500 tonnes »."""
    noun = topic_of(ahead[-2]) if len(ahead) > 1 and ahead[-1] in {"de", "d'"} else None
    return noun is not None and bool({"navires", "blindes", "avions"}.intersection(noun.slugs))


def _share(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share with the topic of the thing shared."""
    if quantity.noun:
        topic = topic_of(quantity.noun.text)
        if topic is None:
            return _share_of_event(reading, sentence, quantity)
        shared = _resolve_weak(reading, sentence, quantity, topic) if topic.weak else topic
        return _make(sentence, quantity, _with_part(shared.slugs[:1], "topic.share")) if shared else None
    before = re.split(r"[;:]", sentence.source[sentence.start : quantity.start])[-1]
    if _RATE_OF.search(before):
        return None
    noun = next((slug for _, slug in reversed(list(topics_in(before)))), None)
    antecedent = _antecedent(reading, sentence, quantity)
    if antecedent and (antecedent.sentence is sentence or _PRONOUN_EN.search(before)):
        topics = tuple(slug for slug in antecedent.topics if slug != "part")
        return _make(sentence, quantity, _with_part(topics, "topic.share.ellipsis"), antecedent)
    return _make(sentence, quantity, _with_part((noun,), "topic.share.of_sentence")) if noun else None


def _share_of_event(reading: Reading, sentence: Sentence, quantity: QuantityMatch) -> Figure | None:
    """Return the figure of a share of what an event noun is about: « 100 missiles, soit un quart de leur stock »."""
    noun = split_words(quantity.noun.text)[0] if quantity.noun else ""
    antecedent = _antecedent(reading, sentence, quantity) if noun in event_nouns() else None
    if antecedent is None or antecedent.sentence is not sentence or _is_money(antecedent.quantity):
        return None
    topics = tuple(slug for slug in antecedent.topics if slug != "part")
    return _make(sentence, quantity, _with_part(topics, "topic.share.of_event"), antecedent)


def _with_part(slugs: tuple[str, ...], rule: str) -> TopicMatch:
    return TopicMatch(tuple(sorted({*slugs, "part"})), False, rule)
