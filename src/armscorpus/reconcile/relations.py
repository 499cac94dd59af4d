"""Relations: an ordered list of rules; the first to answer decides how two claims stand to each other."""

from __future__ import annotations

from armscorpus.models import Claim, Relation
from armscorpus.reconcile.explain import explain
from armscorpus.reconcile.pair import Pair, Rule, Verdict
from armscorpus.reconcile.reading import reading_of
from armscorpus.reconcile.rules_of_agreement import (
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
    other_incidents,
    revised_by_source,
    total_that_grew,
)
from armscorpus.reconcile.rules_of_dispute import DISPUTE_RULES, other_plan
from armscorpus.reconcile.rules_of_subject import SUBJECT_RULES
from armscorpus.reconcile.severity import severity_of

RULES: tuple[Rule, ...] = (
    *SUBJECT_RULES,
    denied_figure,
    echo_of_source,
    echo_of_outlet,
    levels_of_other_scope,
    levels_of_other_times,
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


def relate(a: Claim, b: Claim) -> Relation:
    """Return how two claims stand to each other, in an order that does not depend on the arguments."""
    pair = Pair(reading_of(a), reading_of(b))
    return relation_of(pair, judge(pair))


def relation_of(pair: Pair, verdict: Verdict) -> Relation:
    """Return a verdict with its reason in words and its severity."""
    return Relation(
        a=pair.a.claim,
        b=pair.b.claim,
        relation=verdict.relation,
        rule=verdict.rule,
        why=explain(pair, verdict),
        severity=severity_of(pair, verdict),
    )


def judge(pair: Pair) -> Verdict:
    """Return the answer of the first rule that has one; the last one always has."""
    return next(verdict for rule in RULES if (verdict := rule(pair)) is not None)
