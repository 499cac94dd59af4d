"""Rules for events that bound a time: « depuis le début de la guerre », « avant l'invasion de 2022 »."""

from __future__ import annotations

from armscorpus.models import Precision, TimeRelation
from armscorpus.values.periods.grammar import Leaf, Level, Token
from armscorpus.values.periods.moments import undated

dated_events = Level()
undated_events = Level()

EVENT = "(?:the|this)? (?:part any_of (?:the|this)?)? event"
DEED = "(?:the|this)? (?:part any_of (?:the|this)?)? deed"
COMPLEMENT = (
    "(?:words|particle)* (?:en words)? (?:any_of (?:the|this)? (?:words|deed|place) words?)?"
    " (?:any_at (?:the|this)? words (?:dash words)?)? (?:en words)?"
)
CUES = {
    "since": TimeRelation.SINCE,
    "before": TimeRelation.BEFORE,
    "after": TimeRelation.AFTER,
    "until": TimeRelation.UNTIL,
}


@dated_events.rule(
    "date.of_event",
    f"(?<=since|before|after|until|between){DEED} {COMPLEMENT}"
    " comma? (?:en|any_of|at_the)? (?:the|this|only)* (dates)(?:comma(?=and))?",
)
def _of_event(leaf: Leaf) -> Leaf:
    """Return the date of an event that the words give: « le début de la guerre en février 2022 »."""
    return leaf._replace(kind="stretch", is_end=False)


@undated_events.rule(
    "relation.event",
    f"(?:(?:count|vague|of_the) unit)? (since|before|after|until) {EVENT}",
    "(at_the|at the) part any_of (?:the|this)? event",
)
def _beside_event(cue: Token) -> Leaf:
    """Return words that place the time by an event without a date: « depuis le début de la guerre »."""
    relation = CUES.get(cue.kind, TimeRelation.DURING)
    return Leaf("period", undated, Precision.DAY, is_implied=True, relation=relation)
