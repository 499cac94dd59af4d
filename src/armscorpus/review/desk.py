"""The desk: where a person is in a queue of claims, what was decided of each, and how to take it back. No screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from armscorpus.models import Claim, Decision, Judgement, Relation
from armscorpus.reconcile import Doubtful, correct, decide, standing


class Desk:
    """A queue of claims and a place in it, which may be behind the last.

    `keep` stores a judgement at once; `clock` says when it is made, in UTC. `notes` are those that wait for a decision
    about their claim, by its id.
    """

    def __init__(
        self,
        queue: Sequence[Doubtful],
        judgements: Iterable[Judgement],
        *,
        keep: Callable[[Judgement], object],
        author: str,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self.queue = queue
        self.place = 0
        self.notes: dict[str, str] = {}
        self._standing = {judgement.claims: judgement for judgement in standing(judgements)}
        self._keep, self._author, self._clock = keep, author, clock
        self._undoable: list[tuple[int, Judgement, Judgement | None]] = []

    @property
    def item(self) -> Doubtful | None:
        """The claim to judge, as extracted; None behind the last."""
        return self.queue[self.place] if self.place < len(self.queue) else None

    @property
    def judged(self) -> int:
        """How many claims of the queue have a decision."""
        return sum(self.decision_on(item.claim.id) is not None for item in self.queue)

    def decision_on(self, *claims: str) -> Judgement | None:
        """Return the judgement that holds about one claim or two, given by their ids."""
        return self._standing.get(tuple(sorted(claims)))

    def corrected(self, claim: Claim) -> Claim:
        """Return a claim with its corrections."""
        judgement = self.decision_on(claim.id)
        return correct(claim, judgement.corrections) if judgement and judgement.corrections else claim

    def forward(self) -> None:
        """Go to the next claim, or behind the last."""
        self.place = min(self.place + 1, len(self.queue))

    def back(self) -> bool:
        """Go to the claim before; return whether there is one."""
        self.place, before = max(self.place - 1, 0), self.place
        return self.place < before

    def judge(
        self, claim: Claim, decision: Decision, corrections: Mapping[str, Any] | None = None
    ) -> Judgement:
        """Keep a decision about a claim, with its note; earlier corrections stand beside new ones.

        Raises JudgementError where a correction does not fit, and StoreError where nothing can be written; then
        nothing is kept, and the note still waits.
        """
        before = self.decision_on(claim.id)
        earlier = before.corrections if before and corrections else {}
        judgement = self._decide((claim,), decision, {**earlier, **(corrections or {})}, self._note_on(claim))
        self.notes.pop(claim.id, None)
        return judgement

    def judge_pair(self, relation: Relation, decision: Decision) -> Judgement:
        """Keep a decision about how two claims stand to each other."""
        return self._decide((relation.a, relation.b), decision)

    def add_note(self, claim: Claim, note: str) -> Judgement | None:
        """Keep a note with the decision about a claim; where there is none, let it wait for one and return None."""
        before = self.decision_on(claim.id)
        if before is not None:
            return self._decide((claim,), before.decision, before.corrections, note or None)
        self.notes.pop(claim.id, None)
        if note:
            self.notes[claim.id] = note
        return None

    def note_on(self, claim: Claim) -> str:
        """Return the note that waits for a decision about a claim, or that of its decision; empty where there is none."""
        before = self.decision_on(claim.id)
        return self.notes.get(claim.id) or (before.note if before else None) or ""

    def undo(self) -> Judgement | None:
        """Take back the last decision, as if it had not been made, and return to its claim; None where there is none.

        What was decided before it is decided again, or the decision is withdrawn.
        """
        if not self._undoable:
            return None
        place, judgement, before = self._undoable[-1]
        withdrawn: dict[str, object] = {"decision": Decision.WITHDRAWN, "corrections": {}, "note": None}
        restored = (before or judgement.model_copy(update=withdrawn)).model_copy(
            update={"decided": self._clock()}
        )
        self._write(restored)
        self._undoable.pop()
        self.place = place
        return restored

    def _note_on(self, claim: Claim) -> str | None:
        return self.note_on(claim) or None

    def _decide(
        self,
        claims: Sequence[Claim],
        decision: Decision,
        corrections: Mapping[str, Any] = MappingProxyType({}),
        note: str | None = None,
    ) -> Judgement:
        judgement = decide(
            claims,
            decision,
            corrections=corrections,
            note=note,
            author=self._author,
            decided=self._clock(),
        )
        before = self.decision_on(*judgement.claims)
        self._write(judgement)
        self._undoable.append((self.place, judgement, before))
        return judgement

    def _write(self, judgement: Judgement) -> None:
        """Store a judgement, and then let it hold."""
        self._keep(judgement)
        if judgement.decision is Decision.WITHDRAWN:
            self._standing.pop(judgement.claims, None)
        else:
            self._standing[judgement.claims] = judgement
