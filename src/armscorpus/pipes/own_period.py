"""The period of its own sentence that a figure is about: behind it, before it, or shared with others."""

from __future__ import annotations

from collections.abc import Sequence

from armscorpus.models import PeriodMatch, TimeRelation
from armscorpus.pipes.carry_over import fits_tense, opening_period
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.period_fit import can_hold, is_compared, is_whole
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.statements import is_of_statement

_ENDLESS = 366 * 10_000  # days

Found = tuple[PeriodMatch, str] | None


def find_own_period(figure: Figure, reading: Reading, scene: Scene, taken: Sequence[PeriodMatch]) -> Found:
    """Return the period of the sentence that is about a figure, with the rule that found it; None where there is none.

    `taken` are the periods that stand behind earlier figures and belong to them alone.
    """
    return _Search(figure, reading, scene, taken).find()


class _Search:
    """The periods of a sentence, as one figure of it sees them."""

    def __init__(self, figure: Figure, reading: Reading, scene: Scene, taken: Sequence[PeriodMatch]) -> None:
        self.figure, self.reading, self.scene, self.taken = figure, reading, scene, taken
        self.first, _ = words_of(figure)
        self.is_whole = is_whole(figure, scene)
        self.others = [
            other for other in reading.figures_in(figure.sentence) if other.span.start >= figure.span.end
        ]
        self.following = self._next_figure()
        self.free = self._free()
        self.behind = self._behind()

    def find(self) -> Found:
        """Return the first period that a rule gives, with the name of the rule."""
        return (
            self._of_own_clause()
            or self._governing()
            or self._close_behind()
            or self._framing()
            or self._announcing()
            or self._inside()
            or self._shared()
        )

    def _of_own_clause(self) -> Found:
        """Return the nearest period behind a figure in its own clause, unless it belongs to the next one."""
        own = self.scene.clauses[self.first]
        match = next((match for match in self.behind if self._clause_of(match) == own), None)
        is_taken = (
            match
            and self.following
            and (match.start_char >= self.following.span.start or self._opens(match, self.following))
        )
        return (match, "period.behind") if match and not is_taken else None

    def _governing(self) -> Found:
        before = [
            match for match in self.free
            if match.end_char <= self.figure.span.start and match not in self.taken and self._governs(match)
        ]  # fmt: skip
        return (before[-1], "period.before") if before and not self.is_whole else None

    def _close_behind(self) -> Found:
        for match in self.behind:
            if self.following is None or match.start_char < self.following.span.start:
                return match, "period.behind"
        return None

    def _framing(self) -> Found:
        """Return the time since when, with which a sentence begins."""
        frame = opening_period(self.figure.sentence, self.reading)
        if frame is None or frame.relation != TimeRelation.SINCE or frame in self.taken:
            return None
        return (frame, "period.before") if frame.end_char <= self.figure.span.start else None

    def _announcing(self) -> Found:
        """Return the period of the clause that a colon explains: « essuyé dans la nuit une attaque : 137 drones »."""
        colon = next((at for at in range(self.first - 1, 0, -1) if self.scene.lowers[at] == ":"), None)
        if colon is None:
            return None
        limit = self.scene.words[colon].start
        before = [match for match in self.free if match.start_char < limit]
        match = min(before, key=_length, default=None)
        if (
            match is None
            or match in self.taken
            or not fits_tense(match, self.figure, self.reading, self.scene)
        ):
            return None
        return match, "period.before"

    def _inside(self) -> Found:
        start, end = self.figure.span.start, self.figure.end
        inside = (match for match in self.free if start <= match.start_char < end)
        return next(((match, "period.inside") for match in inside), None)

    def _shared(self) -> Found:
        """Return the period behind a list whose members one verb tells."""
        following = self.following
        if not self.behind or following is None or not _share_verb(self.figure, following):
            return None
        match, is_part = self.behind[0], self.scene.lowers[words_of(following)[0] - 1] == "dont"
        if is_part or self._opens(match, following) or _has_own_verb(following, match, self.scene):
            return None
        return match, "period.shared"

    def _free(self) -> list[PeriodMatch]:
        """Return the periods of the part of the sentence that may tell when something happened."""
        start, end = self._part()
        return [
            match
            for match in self.reading.periods_in(start, end)
            if match.start_char >= self.scene.body_start
            and not is_of_statement(match, self.reading, self.scene)
            and can_hold(match, self.figure, self.reading, self.scene)
            and not is_compared(match, self.scene)
        ]

    def _part(self) -> tuple[int, int]:
        """Return the characters of the part of the sentence, between semicolons, that holds the figure."""
        words, index = self.scene.words, self.first
        stops = [at for at, lower in enumerate(self.scene.lowers) if lower == ";"]
        start = max((at for at in stops if at < index), default=-1) + 1
        end = min((at for at in stops if at > index), default=len(words))
        verb = next(
            (group.first for group in self.scene.groups if group.is_finite and group.first > index), None
        )
        if self.is_whole and verb is not None:
            return words[start].start, words[verb].start
        return words[start].start, words[end - 1].end

    def _behind(self) -> list[PeriodMatch]:
        wholes = self._wholes()
        return [
            match
            for match in self.free
            if match.start_char >= self.figure.span.end
            and self._is_near(match)
            and not any(start < match.start_char < end for start, end in wholes)
        ]

    def _next_figure(self) -> Figure | None:
        """Return the next figure of the sentence that is neither a whole nor in parentheses."""
        return next(
            (
                other for other in self.others
                if not (is_whole(other, self.scene) or self.scene.lowers[words_of(other)[0] - 1] == "(")
            ),
            None,
        )  # fmt: skip

    def _wholes(self) -> list[tuple[int, int]]:
        """Return the characters that tell of a whole behind the figure: « 24 sur les 50 achetés en mars | sont là »."""
        verbs = [self.scene.words[group.first].start for group in self.scene.groups if group.is_finite]
        end = self.figure.sentence.end
        return [
            (other.span.start, min((verb for verb in verbs if verb > other.span.end), default=end))
            for other in self.others
            if is_whole(other, self.scene)
        ]

    def _clause_of(self, match: PeriodMatch) -> int:
        return self.scene.clauses[self.scene.sentence.word_at(match.start_char)]

    def _opens(self, match: PeriodMatch, following: Figure) -> bool:
        """Whether a period belongs to the figure that follows it: « 60 000 obus, puis en 2024 30 000 »."""
        if match.start_char > following.span.start:
            return False
        sentence = self.scene.sentence
        first = sentence.word_at(match.start_char)
        gap = words_of(following)[0] - sentence.word_at(match.end_char)
        return gap <= 1 and self.scene.lowers[max(0, first - 1)] in {",", "et", "puis", "mais", "contre"}

    def _is_near(self, match: PeriodMatch) -> bool:
        """Whether a period behind the figure is in its clause, or in a clause that it heads."""
        clause, own = self._clause_of(match), self.scene.clauses[self.first]
        return (
            clause == own
            or self.scene.parents[clause] == own
            or clause in set(self.scene.lineage(self.first))
        )

    def _governs(self, match: PeriodMatch) -> bool:
        """Whether a period before the figure is in its clause or in one that embeds it."""
        clause = self._clause_of(match)
        if clause in set(self.scene.lineage(self.first)):
            return True
        return self.scene.parents[clause] is None and not any(
            group.is_finite for group in self.scene.groups if self.scene.clauses[group.first] == clause
        )


def _length(match: PeriodMatch) -> int:
    """Return how many days a period spans; one that is open is longer than all others."""
    return (match.end - match.start).days if match.start and match.end else _ENDLESS


def _has_own_verb(figure: Figure, match: PeriodMatch, scene: Scene) -> bool:
    """Whether a verb of its own parts a figure from a period: « 40 sont partis, et 84 doivent suivre en mai »."""
    group = figure.predicate.group if figure.predicate else None
    return any(
        other.is_finite and other is not group and not scene.is_attributing(other)
        and figure.span.end <= scene.words[other.first].start < match.start_char
        for other in scene.groups
    )  # fmt: skip


def _share_verb(figure: Figure, other: Figure) -> bool:
    """Whether two figures are told by the same verb or noun: « 300 chars et 40 canons livrés en mars »."""
    mine, theirs = figure.predicate, other.predicate
    return (
        mine is not None and theirs is not None and mine.group is theirs.group and mine.index == theirs.index
    )
