"""Figures: the quantities of the catalogue, each with the span of its claim."""

from __future__ import annotations

from armscorpus.models import QuantityMatch, Span
from armscorpus.pipes.catalogue import TopicMatch
from armscorpus.pipes.reading import Figure
from armscorpus.pipes.sentences import Sentence

GAP = 6
"""Characters between a number and its noun, « de » included; more is another number: « trois des douze chars »."""


def make_figure(
    sentence: Sentence, quantity: QuantityMatch, topic: TopicMatch, antecedent: Figure | None = None
) -> Figure:
    """Return the figure of a quantity, with its topic; one with an antecedent counts what that counts."""
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
    if noun.heads[0].start - quantity.end > GAP:
        return Span(quantity.start, quantity.end)
    return Span(quantity.start, max(head.end for head in noun.heads))


def with_part(slugs: tuple[str, ...], rule: str) -> TopicMatch:
    """Return the topics of a share of things."""
    return TopicMatch(tuple(sorted({*slugs, "part"})), False, rule)
