"""Which of the periods of its sentence, or of the sentences before, a figure is about."""

from __future__ import annotations

from armscorpus.models import Period, PeriodMatch, Span, TimeRelation
from armscorpus.pipes.carry_over import carried_over
from armscorpus.pipes.cut_offs import closing_date, period_of
from armscorpus.pipes.own_period import find_own_period
from armscorpus.pipes.period_fit import is_whole
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.statements import date_of_statement


class Dater:
    """Gives each figure of a document its period, in order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.matches: dict[int, tuple[PeriodMatch, bool]] = {}

    def date(self, figure: Figure) -> None:
        """Set the period of a figure: its own, that of the statement, or the one that carries over."""
        scene = self.reading.scenes[figure.sentence.start]
        own = find_own_period(figure, self.reading, scene, self._taken(figure))
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
        if not is_whole(figure, scene):
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

    def _taken(self, figure: Figure) -> list[PeriodMatch]:
        """Return the periods that stand behind an earlier figure of the sentence and belong to it alone."""
        return [
            self.matches[id(other)][0]
            for other in self.reading.figures_in(figure.sentence)
            if other.rules.get("period") in {"period.behind", "period.inside"}
        ]

    def _carry(self, figure: Figure, scene: Scene) -> None:
        carried = carried_over(figure, self.reading, scene, self.matches)
        if carried is None:
            return
        other, match, is_frame = carried
        period = other.period if other else Period(text=match.text, start=match.start, end=match.end)
        figure.settle("period", period, "period.carried_over", implied=True)
        figure.spans["period"] = Span(match.start_char, match.end_char)
        self.matches[id(figure)] = match, is_frame
