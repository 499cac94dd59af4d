"""The rules of the check: their ids, which never change, what they are about, and how much each matters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from armscorpus.check.options import Level
from armscorpus.models import Record


class Rule(Record):
    """A rule of the check; `findings` are the rules of `reconcile.find_findings` that it reports."""

    id: str
    name: str
    level: Level
    summary: str
    findings: frozenset[str] = frozenset()


CONFLICT = Rule(
    id="ARM001",
    name="conflict",
    level=Level.ERROR,
    summary="A figure cannot be true together with another one for the same thing and the same time.",
)
UNDATED_FIGURE = Rule(
    id="ARM006",
    name="figure-without-date",
    level=Level.NOTE,
    summary="The article does not say what time a figure is about.",
)
UNSOURCED_FIGURE = Rule(
    id="ARM007",
    name="figure-without-source",
    level=Level.NOTE,
    summary="The article gives a figure in its own name.",
)
UNDATED_ARTICLE = Rule(
    id="ARM008",
    name="article-without-date",
    level=Level.WARNING,
    summary="The article has no date of publication, so that « l'an dernier » or « depuis mars » cannot be dated.",
)
UNUSED_SUPPRESSION = Rule(
    id="ARM009",
    name="unused-suppression",
    level=Level.WARNING,
    summary="The front matter of the article accepts something that is not reported.",
)

RULES = (
    CONFLICT,
    Rule(
        id="ARM002",
        name="unacknowledged-revision",
        level=Level.WARNING,
        summary="A source changes its figure, and the article does not say that it gave another one before.",
        findings=frozenset({"unacknowledged_revision"}),
    ),
    Rule(
        id="ARM003",
        name="impossible-figure",
        level=Level.ERROR,
        summary="A part is greater than its whole, or a later total smaller than an earlier one.",
        findings=frozenset({"part_above_whole", "smaller_later_total"}),
    ),
    Rule(
        id="ARM004",
        name="arithmetic",
        level=Level.WARNING,
        summary="A sum, a share, a rate or an amount in another currency does not follow from its figures.",
        findings=frozenset({"odd_exchange_rate", "wrong_rate", "wrong_share", "wrong_sum"}),
    ),
    Rule(
        id="ARM005",
        name="likely-typing-error",
        level=Level.WARNING,
        summary="A figure is ten, a hundred, a thousand or a million times what the others are.",
        findings=frozenset({"outlier"}),
    ),
    UNDATED_FIGURE,
    UNSOURCED_FIGURE,
    UNDATED_ARTICLE,
    UNUSED_SUPPRESSION,
)
"""All rules, by id."""

RULE_OF_FINDING = {finding: rule for rule in RULES for finding in rule.findings}


def choose(
    select: Iterable[str] = (), ignore: Iterable[str] = (), levels: Mapping[str, Level] | None = None
) -> tuple[Rule, ...]:
    """Return the rules selected, all where none is, without those ignored, at the levels given; by id or by name.

    Raises ValueError for a rule that does not exist.
    """
    wanted = {find_rule(word) for word in select} or set(RULES)
    wanted -= {find_rule(word) for word in ignore}
    changed = {find_rule(word): level for word, level in (levels or {}).items()}
    return tuple(
        rule.model_copy(update={"level": changed.get(rule, rule.level)}) for rule in RULES if rule in wanted
    )


def find_rule(word: str) -> Rule:
    """Return the rule of an id or a name. Raises ValueError where there is none."""
    for rule in RULES:
        if word in {rule.id, rule.name}:
            return rule
    raise ValueError(f"{word!r} is no rule: {', '.join(f'{rule.id} {rule.name}' for rule in RULES)}")
