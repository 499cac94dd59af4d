"""Relations: an ordered list of rules; the first to answer decides how two claims stand to each other."""

from __future__ import annotations

from collections.abc import Iterable

from armscorpus.models import Claim, Relation
from armscorpus.reconcile.explain import explain
from armscorpus.reconcile.pair import Pair, Rule, Verdict
from armscorpus.reconcile.reading import reading_of
from armscorpus.reconcile.rules_of_agreement import (
    denials,
    denied_figure,
    echo_of_outlet,
    echo_of_source,
    figure_made_precise,
    figures_agree,
    growth_above_floor,
)
from armscorpus.reconcile.rules_of_change import (
    incident_within,
    isolated_figure,
    levels_of_other_scope,
    levels_of_other_times,
    none_so_far,
    other_incidents,
    revised_by_source,
    total_that_grew,
)
from armscorpus.reconcile.rules_of_dispute import DISPUTE_RULES, other_plan
from armscorpus.reconcile.rules_of_subject import SETTLED_BY_GROUPS, SUBJECT_RULES
from armscorpus.reconcile.severity import severity_of
from armscorpus.reconcile.wording import FRENCH, Wording, wording_in

RULES: tuple[Rule, ...] = (
    *SUBJECT_RULES,
    denied_figure,
    denials,
    echo_of_source,
    echo_of_outlet,
    levels_of_other_scope,
    levels_of_other_times,
    none_so_far,
    isolated_figure,
    revised_by_source,
    other_incidents,
    incident_within,
    growth_above_floor,
    figure_made_precise,
    figures_agree,
    other_plan,
    total_that_grew,
    *DISPUTE_RULES,
)

RULES_OF_GROUP: tuple[Rule, ...] = tuple(rule for rule in RULES if rule not in SETTLED_BY_GROUPS)
"""The rules that are left for two claims of one group, whose subjects `Subject.block` makes the same."""

RULES_OF_ONE_SUBJECT: tuple[Rule, ...] = tuple(rule for rule in RULES if rule not in SUBJECT_RULES)
"""The rules that are left for two claims of which a person says that they are about the same thing."""


def relate(a: Claim, b: Claim, *, language: str = FRENCH) -> Relation:
    """Return how two claims stand to each other, in an order that does not depend on the arguments.

    The reason is in French (`fr`) or English (`en`).
    """
    pair = Pair(reading_of(a), reading_of(b))
    return relation_of(pair, judge(pair), wording_in(language))


def relation_of(pair: Pair, verdict: Verdict, words: Wording) -> Relation:
    """Return a verdict with its reason in words and its severity."""
    return Relation(
        a=pair.a.claim,
        b=pair.b.claim,
        relation=verdict.relation,
        rule=verdict.rule,
        why=explain(pair, verdict, words),
        severity=severity_of(pair, verdict),
    )


def judge(pair: Pair, rules: Iterable[Rule] = RULES) -> Verdict:
    """Return the answer of the first rule that has one; the last one always has."""
    for rule in rules:
        verdict = rule(pair)
        if verdict is not None:
            return verdict
    raise ValueError("the last rule must answer")
