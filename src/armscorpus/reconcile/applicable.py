"""Which rules may have something to say in a group: most groups have no denials, no plans, no parts, no rates.

What a rule needs is told here once for the group, so that it is not asked of every pair. Leaving a rule out changes no
verdict: `tests/test_groups.py` compares both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from armscorpus.models import Bound, Event, Modality, Rate
from armscorpus.reconcile import rules_of_agreement as agreement
from armscorpus.reconcile import rules_of_change as change
from armscorpus.reconcile import rules_of_dispute as dispute
from armscorpus.reconcile import rules_of_subject as subject
from armscorpus.reconcile.intervals import OPEN, WIDE
from armscorpus.reconcile.pair import Rule
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import RULES_OF_GROUP


class Traits(NamedTuple):
    """What is true of some claim of a group, or of all its claims together."""

    events: frozenset[Event]
    modalities: frozenset[Modality]
    bounds: frozenset[Bound]
    rates: frozenset[Rate | None]
    planned: bool
    several_sides: bool
    nobody: bool
    parts: bool
    levels: bool
    shares_or_prices: bool
    outlets: bool
    shared_articles: bool
    undated: bool
    windowless: bool
    brief: bool
    none: bool


def traits_of(readings: Sequence[Reading]) -> Traits:
    """Return the traits of a group."""
    subjects = {id(reading.subject): reading.subject for reading in readings}.values()
    windows = {id(reading.window): reading.window for reading in readings}.values()
    quantities = [reading.claim.quantity for reading in readings]
    return Traits(
        events=frozenset(told.event for told in subjects),
        modalities=frozenset(reading.claim.modality for reading in readings),
        bounds=frozenset(quantity.bound for quantity in quantities),
        rates=frozenset(quantity.per for quantity in quantities),
        planned=any(told.planned for told in subjects),
        several_sides=len({(told.supplier, told.recipient) for told in subjects}) > 1,
        nobody=any(told.is_about_nobody for told in subjects),
        parts=any(reading.scope for reading in readings),
        levels=any(reading.is_level for reading in readings),
        shares_or_prices=any(told.unit == "%" or "prix" in told.topics for told in subjects),
        outlets=any(reading.witness.outlets for reading in readings),
        shared_articles=len({reading.claim.article.id for reading in readings}) < len(readings),
        undated=any(window is None or not window.dated for window in windows),
        windowless=None in windows,
        brief=any(window is not None and window.is_brief for window in windows),
        none=any(reading.interval.high == 0 for reading in readings),
    )


def _has(*modalities: Modality) -> Callable[[Traits], bool]:
    return lambda traits: not traits.modalities.isdisjoint(modalities)


def _is_of(*events: Event) -> Callable[[Traits], bool]:
    return lambda traits: not traits.events.isdisjoint(events)


NEEDS: dict[Rule, Callable[[Traits], bool]] = {
    subject.other_parties: lambda traits: traits.several_sides,
    subject.expired_plan: lambda traits: traits.planned,
    subject.other_part: lambda traits: traits.parts,
    subject.rate_and_total: lambda traits: len(traits.rates) > 1,
    subject.nobody_named: lambda traits: traits.nobody,
    subject.unclear_losses: lambda traits: traits.parts,
    subject.other_side: lambda traits: traits.several_sides and Event.LOSS in traits.events,
    subject.part_of_whole: lambda traits: traits.parts,
    subject.one_voice: lambda traits: traits.shared_articles,
    subject.unnamed_event: _is_of(Event.OTHER),
    agreement.denied_figure: _has(Modality.NEGATED),
    agreement.denials: _has(Modality.NEGATED),
    agreement.echo_of_outlet: lambda traits: traits.outlets,
    agreement.growth_above_floor: lambda traits: not traits.bounds.isdisjoint(OPEN),
    agreement.figure_made_precise: lambda traits: not traits.bounds.isdisjoint(WIDE),
    change.levels_of_other_scope: lambda traits: traits.levels and traits.parts,
    change.levels_of_other_times: lambda traits: traits.levels,
    change.none_so_far: lambda traits: traits.none,
    change.isolated_figure: lambda traits: traits.undated,
    change.incident_within: lambda traits: traits.brief,
    dispute.other_plan: lambda traits: traits.planned,
    dispute.undated_figure: lambda traits: traits.windowless,
    change.narrower_definition: lambda traits: traits.parts,
    dispute.hedged_figure: _has(Modality.POSSIBLE, Modality.REPORTED),
    dispute.unknown_party: lambda traits: traits.several_sides,
    dispute.share_or_price: lambda traits: traits.shares_or_prices,
    dispute.fewer_present: _is_of(Event.DEPLOY),
    dispute.other_contract: _is_of(Event.ORDER, Event.PAY),
}
"""What a group must have for a rule to say anything of two of its claims; rules that are not named need nothing."""


def rules_for(readings: Sequence[Reading]) -> tuple[Rule, ...]:
    """Return the rules that may have an answer for two claims of a group, in their order."""
    traits = traits_of(readings)
    return tuple(rule for rule in RULES_OF_GROUP if rule not in NEEDS or NEEDS[rule](traits))
