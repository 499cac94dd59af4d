"""Which of the periods of its sentence, or of the sentences before, a figure is about."""

from __future__ import annotations

from armscorpus.lexicon.inflection import Tense
from armscorpus.models import (
    Modality,
    Period,
    PeriodMatch,
    Span,
    TimeRelation,
    reference_date,
)  # fmt: skip
from armscorpus.pipes.carry_over import carried_over, fits_tense, opening_period
from armscorpus.pipes.cut_offs import closing_date, period_of
from armscorpus.pipes.layout import words_of
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.statements import date_of_statement, is_of_statement

LONGEST = 366 * 10_000
_PAST = frozenset({Tense.PAST, Tense.IMPERFECT})
_COMPARISON = frozenset({"plus", "moins", "autant", "davantage", "mieux"})


class Dater:
    """Gives each figure of a document its period, in order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.reference = reference_date(reading.published)
        self.matches: dict[int, tuple[PeriodMatch, bool]] = {}

    def date(self, figure: Figure) -> None:
        """Set the period of a figure: its own, that of the statement, or the one that carries over."""
        scene = self.reading.scenes[figure.sentence.start]
        own = self._own(figure, scene)
        if own:
            match, rule = own
            period = period_of(match, figure, self.reading, scene)
            self._settle(figure, match, self._as_stated(period, match, figure, scene), rule)
            return
        closing = closing_date(figure, self.reading, scene)
        statement = closing or date_of_statement(figure, self.reading, scene)
        if statement:
            cut_off = Period(text=statement.text, start=None, end=statement.end)
            self._settle(figure, statement, cut_off, "period.statement")
            return
        self._carry(figure, scene)

    def _as_stated(self, period: Period, match: PeriodMatch, figure: Figure, scene: Scene) -> Period:
        """Return a period that goes on, up to when it was told: « en mai, l'ONU comptait 300 morts depuis 2022 »."""
        statement = (
            date_of_statement(figure, self.reading, scene) if match.relation == TimeRelation.SINCE else None
        )
        if statement is None or statement is match or not (statement.end and period.start and period.end):
            return period
        end = min(statement.end, period.end)
        return period.model_copy(update={"end": end}) if end >= period.start else period

    def _settle(self, figure: Figure, match: PeriodMatch, period: Period, rule: str) -> None:
        figure.settle("period", period, rule, implied=match.basis == "implied")
        figure.spans["period"] = Span(match.start_char, match.end_char)
        self.matches[id(figure)] = match, rule in {"period.before", "period.statement"}

    def _own(self, figure: Figure, scene: Scene) -> tuple[PeriodMatch, str] | None:
        """Return the period of the sentence that is about the figure: behind it, before it, or shared behind a list."""
        first, _ = words_of(figure)
        start, end = self._part(scene, first)
        if _is_whole(figure, scene):
            verbs = [group.first for group in scene.groups if group.is_finite and group.first > first]
            end = scene.words[verbs[0]].start if verbs else end
        free = [
            match
            for match in self.reading.periods_in(start, end)
            if not is_of_statement(match, self.reading, scene)
        ]
        free = [
            match
            for match in free
            if match.start_char >= scene.body_start
            and self._can_hold(match, figure)
            and not _is_compared(match, scene)
        ]
        following = self._next_figure(figure)
        wholes = self._wholes(figure, scene)
        behind = [
            match
            for match in free
            if match.start_char >= figure.span.end
            and self._is_near(match, scene, first)
            and not any(start < match.start_char < end for start, end in wholes)
        ]
        for match in self._nearest(behind, scene, first):
            if following is None or (
                match.start_char < following.span.start and not self._opens(match, following, scene)
            ):
                return match, "period.behind"
            break
        taken = self._taken(figure)
        before = [
            match for match in free
            if match.end_char <= figure.span.start and match not in taken and self._governs(match, scene, first)
        ]  # fmt: skip
        if before:
            return before[-1], "period.before"
        for match in behind:
            if following is None or match.start_char < following.span.start:
                return match, "period.behind"
        frame = opening_period(figure.sentence, self.reading)
        is_since = frame is not None and frame.relation == TimeRelation.SINCE and frame not in taken
        if frame and is_since and frame.end_char <= figure.span.start:
            return frame, "period.before"
        announced = _before_colon(free, scene, first)
        if announced and announced not in taken and fits_tense(announced, figure, self.reading, scene):
            return announced, "period.before"
        inside = [match for match in free if figure.span.start <= match.start_char < figure.end]
        if inside:
            return inside[0], "period.inside"
        is_whole = following is not None and scene.lowers[words_of(following)[0] - 1] == "dont"
        is_shared = following is not None and _share_verb(figure, following) and not is_whole
        if (
            behind
            and following
            and is_shared
            and not self._opens(behind[0], following, scene)
            and not _has_own_verb(following, behind[0], scene)
        ):
            return behind[0], "period.shared"
        return None

    def _nearest(self, behind: list[PeriodMatch], scene: Scene, first: int) -> list[PeriodMatch]:
        """Return the periods behind a figure that are in its own clause, not in a relative clause."""
        own = scene.clauses[first]
        return [match for match in behind if scene.clauses[scene.sentence.word_at(match.start_char)] == own]

    def _can_hold(self, match: PeriodMatch, figure: Figure) -> bool:
        """Whether a period is possible: what is planned cannot lie in the past, but a pledge can be of the past."""
        if (
            figure.modality != Modality.PLANNED
            or "pledge" in figure.rules["modality"]
            or self.reference is None
        ):
            return True
        if figure.rules["modality"] in {
            "modality.inherited",
            "modality.beside",
            "modality.promettre",
            "modality.engager",
        }:
            return True
        return match.end is None or match.end >= self.reference or self._is_past_act(figure)

    def _is_past_act(self, figure: Figure) -> bool:
        """Whether what plans a figure is itself past: « En mars, Washington a autorisé la vente de 40 avions »."""
        scene, (first, _) = self.reading.scenes[figure.sentence.start], words_of(figure)
        clauses = set(scene.lineage(first))
        earlier = [group for group in scene.groups if group.is_finite and group.first < first]
        before = [group for group in earlier if scene.clauses[group.first] in clauses] or earlier
        if not before:
            return False
        return before[-1].form == Tense.PARTICIPLE or (before[-1].tense in _PAST and not before[-1].links)

    def _taken(self, figure: Figure) -> list[PeriodMatch]:
        """Return the periods that stand behind an earlier figure of the sentence and belong to it alone."""
        return [
            self.matches[id(other)][0]
            for other in self.reading.figures_in(figure.sentence)
            if other.rules.get("period") in {"period.behind", "period.inside"}
        ]

    def _part(self, scene: Scene, index: int) -> tuple[int, int]:
        """Return the characters of the part of the sentence, between semicolons, that holds a word."""
        stops = [at for at, lower in enumerate(scene.lowers) if lower == ";"]
        start = max((at for at in stops if at < index), default=-1) + 1
        end = min((at for at in stops if at > index), default=len(scene.words))
        return scene.words[start].start, scene.words[end - 1].end

    def _next_figure(self, figure: Figure) -> Figure | None:
        scene = self.reading.scenes[figure.sentence.start]
        return next(
            (
                other for other in self.reading.figures_in(figure.sentence)
                if other.span.start >= figure.span.end
                and not (_is_whole(other, scene) or scene.lowers[words_of(other)[0] - 1] == "(")
            ),
            None,
        )  # fmt: skip

    def _wholes(self, figure: Figure, scene: Scene) -> list[tuple[int, int]]:
        """Return the characters that tell of a whole behind a figure: « 24 sur les 50 achetés en mars | sont là »."""
        verbs = [scene.words[group.first].start for group in scene.groups if group.is_finite]
        return [
            (
                other.span.start,
                min((verb for verb in verbs if verb > other.span.end), default=figure.sentence.end),
            )
            for other in self.reading.figures_in(figure.sentence)
            if other.span.start >= figure.span.end and _is_whole(other, scene)
        ]

    def _opens(self, match: PeriodMatch, following: Figure, scene: Scene) -> bool:
        """Whether a period belongs to the figure that follows it: « 60 000 obus, puis en 2024 30 000 »."""
        if match.start_char > following.span.start:
            return False
        first = scene.sentence.word_at(match.start_char)
        gap = words_of(following)[0] - scene.sentence.word_at(match.end_char)
        return gap <= 1 and scene.lowers[max(0, first - 1)] in {",", "et", "puis", "mais", "contre"}

    def _is_near(self, match: PeriodMatch, scene: Scene, first: int) -> bool:
        """Whether a period behind a figure is in its clause, or in a clause that it heads."""
        clause = scene.clauses[scene.sentence.word_at(match.start_char)]
        own = scene.clauses[first]
        if clause == own or scene.parents[clause] == own:
            return True
        return clause in set(scene.lineage(first))

    def _governs(self, match: PeriodMatch, scene: Scene, first: int) -> bool:
        """Whether a period before a figure is in its clause or in one that embeds it."""
        index = scene.sentence.word_at(match.start_char)
        lineage = set(scene.lineage(first))
        if scene.clauses[index] in lineage:
            return True
        return scene.parents[scene.clauses[index]] is None and not any(
            group.is_finite for group in scene.groups if scene.clauses[group.first] == scene.clauses[index]
        )

    def _carry(self, figure: Figure, scene: Scene) -> None:
        carried = carried_over(figure, self.reading, scene, self.matches)
        if carried is None:
            return
        other, match, is_frame = carried
        period = other.period if other else Period(text=match.text, start=match.start, end=match.end)
        figure.settle("period", period, "period.carried_over", implied=True)
        figure.spans["period"] = Span(match.start_char, match.end_char)
        self.matches[id(figure)] = match, is_frame


def _before_colon(free: list[PeriodMatch], scene: Scene, first: int) -> PeriodMatch | None:
    """Return the period of the clause that a colon explains: « essuyé dans la nuit une attaque : 137 drones »."""
    colons = [index for index in range(first) if scene.lowers[index] == ":"]
    if not colons:
        return None
    before = [match for match in free if scene.sentence.word_at(match.start_char) < colons[-1]]
    return min(before, key=_length, default=None)


def _length(match: PeriodMatch) -> int:
    """Return how many days a period spans; one that is open is longer than all others."""
    return (match.end - match.start).days if match.start and match.end else LONGEST


def _is_compared(match: PeriodMatch, scene: Scene) -> bool:
    """Whether a period is only compared with: « 600 ogives, soit 100 de plus qu'en 2023 »."""
    first = scene.sentence.word_at(match.start_char)
    before = scene.lowers[max(0, first - 4) : first]
    return before[-1:] in (["qu'"], ["que"]) and not _COMPARISON.isdisjoint(before)


def _is_whole(figure: Figure, scene: Scene) -> bool:
    """Whether a figure only tells of how many: « deux F-16 sur les six promis sont arrivés »."""
    first, _ = words_of(figure)
    return scene.lowers[max(0, first - 2) : first] in (["sur", "les"], ["parmi", "les"], ["sur", "la"])


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
