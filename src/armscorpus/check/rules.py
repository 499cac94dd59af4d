"""The rules of the check: their ids, which never change, and how much each matters."""

from __future__ import annotations

from collections.abc import Iterable

from armscorpus.check.options import Level
from armscorpus.models import Record


class Rule(Record):
    """A rule of the check; `findings` are the rules of `reconcile.find_findings` that it reports."""

    id: str
    name: str
    level: Level
    findings: frozenset[str] = frozenset()


RULES = (
    Rule(id="ARM001", name="conflict", level=Level.ERROR),
    Rule(
        id="ARM002",
        name="unacknowledged-revision",
        level=Level.WARNING,
        findings=frozenset({"unacknowledged_revision"}),
    ),
    Rule(
        id="ARM003",
        name="impossible-figure",
        level=Level.ERROR,
        findings=frozenset({"part_above_whole", "smaller_later_total"}),
    ),
    Rule(
        id="ARM004",
        name="arithmetic",
        level=Level.WARNING,
        findings=frozenset({"odd_exchange_rate", "wrong_rate", "wrong_share", "wrong_sum"}),
    ),
    Rule(id="ARM005", name="likely-typing-error", level=Level.WARNING, findings=frozenset({"outlier"})),
    Rule(id="ARM006", name="figure-without-date", level=Level.NOTE),
    Rule(id="ARM007", name="figure-without-source", level=Level.NOTE),
    Rule(id="ARM008", name="article-without-date", level=Level.WARNING),
)
"""All rules, by id."""


def choose(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules selected, all where none is, without those ignored; by id or by name.

    Raises ValueError for a rule that does not exist.
    """
    wanted = {_find(word) for word in select} or set(RULES)
    wanted -= {_find(word) for word in ignore}
    return tuple(rule for rule in RULES if rule in wanted)


def _find(word: str) -> Rule:
    for rule in RULES:
        if word in {rule.id, rule.name}:
            return rule
    raise ValueError(f"{word!r} is no rule: {', '.join(f'{rule.id} {rule.name}' for rule in RULES)}")
