"""Groups: the claims about one subject, how they relate, and what they say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from armscorpus.models import Claim, Finding, Judgement, Modality, Rate, Relation, RelationKind
from armscorpus.reconcile.applicable import rules_for
from armscorpus.reconcile.comparisons import (
    DISPUTES,
    NONE_DECIDED,
    Comparer,
    Tie,
    clusters_of,
    every_tie,
    siblings_of,
    ties_of_clusters,
    ties_with,
    ties_within,
    without_repeats,
)
from armscorpus.reconcile.consensus import Consensus, consensus_of, independent_sources, sources_of
from armscorpus.reconcile.conversions import converted_amounts
from armscorpus.reconcile.findings import findings_of
from armscorpus.reconcile.gathering import gather, join_related
from armscorpus.reconcile.intervals import Interval
from armscorpus.reconcile.judgements import Decided, apply_judgements, decided_pairs
from armscorpus.reconcile.labels import label_of
from armscorpus.reconcile.lazily import lazily
from armscorpus.reconcile.pair import Pair
from armscorpus.reconcile.rates import DAYS
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.relations import relation_of
from armscorpus.reconcile.scope import definitions
from armscorpus.reconcile.wording import FRENCH, Wording, wording_in


class Group:
    """The claims about one subject, in the order of what they know; what is asked of it is worked out then.

    `claims` is never empty. `severity` is that of the most severe relation, 0 without any.
    """

    def __init__(self, readings: list[Reading], words: Wording, decided: Decided = NONE_DECIDED) -> None:
        self._readings, self._words = readings, words
        self._compare = Comparer(rules_for(readings), siblings_of(readings), decided)
        self._clusters = clusters_of(readings, decided)
        self._ties = list(ties_of_clusters(self._clusters, self._compare))
        self.severity = max((tie.severity for tie in self._ties), default=0.0)

    def __repr__(self) -> str:
        """Return the heading and the number of claims."""
        return f"<Group {self.subject!r}, {len(self._readings)} claims>"

    @lazily
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in the order of what they can know."""
        return tuple(reading.claim for reading in self._readings)

    @property
    def topics(self) -> tuple[str, ...]:
        """What is counted, as slugs of the catalogue."""
        return self._readings[0].subject.topics

    @lazily
    def subject(self) -> str:
        """What the group is about, as a heading in the language that was asked for."""
        return label_of(self._readings, self._words)

    @property
    def kinds(self) -> frozenset[RelationKind]:
        """Which relations there are between figures that are not alike."""
        return frozenset(tie.verdict.relation for tie in self._ties)

    @lazily
    def relations(self) -> tuple[Relation, ...]:
        """The relations but `unrelated`, most severe first.

        Of claims that are alike in figure, dates and part, one speaks for all, and the others are related to the
        first of them alone.
        """
        ties = [*self._ties, *ties_within(self._clusters, self._compare)]
        return tuple(_explained(tie, self._words) for tie in sorted(ties, key=lambda tie: -tie.severity))

    def disputes_of(self, claim_id: str) -> tuple[Relation, ...]:
        """Return the conflicts and divergences of a claim, given by its id, most severe first."""
        return tuple(_explained(tie, self._words) for tie in self._disputes.get(claim_id, ()))

    @lazily
    def disputed(self) -> dict[str, tuple[float, ...]]:
        """The severities of the conflicts and divergences of each claim that has any, by its id, greatest first."""
        return {claim: tuple(tie.severity for tie in ties) for claim, ties in self._disputes.items()}

    @lazily
    def _disputes(self) -> dict[str, list[Tie]]:
        by_claim: dict[str, list[Tie]] = defaultdict(list)
        for tie in sorted(self._ties, key=lambda tie: -tie.severity):
            for reading in (tie.a, tie.b) if tie.verdict.relation in DISPUTES else ():
                by_claim[reading.claim.id].append(tie)
        return dict(by_claim)

    @lazily
    def _figures(self) -> tuple[Rate | None, dict[Reading, Interval]]:
        return _comparable(self._readings)

    @lazily
    def figures(self) -> dict[str, Interval]:
        """The figures in the terms of the envelope, by the id of the claim; denials at what they deny."""
        denied = [reading for reading in self._readings if reading.claim.modality is Modality.NEGATED]
        known = dict(self._figures[1])
        known |= {reading: figure for reading in denied if (figure := _in_terms(reading, self.per))}
        return {reading.claim.id: figure for reading, figure in known.items()}

    @property
    def per(self) -> Rate | None:
        """The time that the rates of the envelope are for; None for totals."""
        return self._figures[0]

    @lazily
    def envelope(self) -> tuple[float | None, float | None]:
        """The lowest and the highest number that the words commit to, None where open."""
        return _envelope(list(self._figures[1].values()))

    @lazily
    def _voices(self) -> list[list[Reading]]:
        return independent_sources(self._readings)

    @property
    def independent(self) -> int:
        """The number of independent sources."""
        return len(self._voices)

    @lazily
    def sources(self) -> dict[str, int]:
        """Which independent source each claim repeats, by the id of the claim, numbered from 0.

        The first `independent` numbers are theirs; behind them are those of sources that only deny.
        """
        places = sources_of(self._readings, self._voices)
        return {reading.claim.id: places[reading] for reading in self._readings}

    @lazily
    def consensus(self) -> Consensus | None:
        """What most of the independent sources support, None unless two do."""
        return consensus_of(self._voices, self._figures[1])

    @lazily
    def latest(self) -> Claim | None:
        """The figure of the envelope that knows most, None where all are denied; running totals before closed ones."""
        figures = sorted(self._figures[1], key=lambda reading: reading.order)
        running = [reading for reading in figures if reading.is_level or not _is_closed(reading)]
        return (running or figures)[-1].claim if figures else None


def _is_closed(reading: Reading) -> bool:
    return reading.window is not None and reading.window.closed


def reconcile(
    claims: Iterable[Claim], *, judgements: Iterable[Judgement] = (), language: str = FRENCH
) -> list[Group]:
    """Return the groups of some claims, the most severe first; duplicates and order change nothing.

    Judgements override the rules: rejected claims are left out, corrected ones compared as corrected. Headings and
    reasons are in French (`fr`) or English (`en`). Raises JudgementError where a correction does not fit.
    """
    words = wording_in(language)
    gathered, decided = _gather(claims, judgements)
    groups = [Group(readings, words, decided) for readings in gathered]
    return sorted(groups, key=lambda group: (-group.severity, group._readings[0].order))


def pairwise(
    claims: Iterable[Claim], *, judgements: Iterable[Judgement] = (), language: str = FRENCH
) -> Iterator[Relation]:
    """Yield every relation but `unrelated` between two claims of one group, in the order of the claims.

    The amounts that an article converts from one currency into another come last. Judgements and languages are as
    for `reconcile`.
    """
    words = wording_in(language)
    gathered, decided = _gather(claims, judgements)
    groups = sorted(gathered, key=lambda readings: readings[0].order)
    for readings in groups:
        yield from (_explained(tie, words) for tie in every_tie(readings, decided))
    for pair, verdict in converted_amounts(reading for readings in groups for reading in readings):
        yield relation_of(pair, verdict, words)


def compare_new(
    new: Iterable[Claim],
    known: Iterable[Claim],
    *,
    judgements: Iterable[Judgement] = (),
    language: str = FRENCH,
) -> tuple[list[Relation], list[Finding]]:
    """Return how new claims stand to known ones and to one another, and the findings of their articles and groups.

    Of known claims that are alike one speaks for all. Judgements and languages are as for `reconcile`.
    """
    told = list(new)
    ids = {claim.id for claim in told}
    gathered, decided = _gather([*known, *told], judgements)
    concerned = (readings for readings in gathered if any(reading.claim.id in ids for reading in readings))
    judged = ids | {claim for pair in decided for claim in pair}
    groups = [without_repeats(readings, judged) for readings in concerned]
    words = wording_in(language)
    relations = [_explained(tie, words) for group in groups for tie in ties_with(ids, group, decided)]
    return relations, findings_of(groups, words, articles={claim.article.id for claim in told})


def _gather(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> tuple[list[list[Reading]], Decided]:
    """Return the groups as readings, with claims together that a person relates, and what was decided of pairs."""
    known = list(judgements)
    decided = decided_pairs(known)
    gathered = gather(apply_judgements(claims, known) if known else claims)
    return (join_related(gathered, decided) if decided else gathered), decided


def _explained(tie: Tie, words: Wording) -> Relation:
    return relation_of(Pair(tie.a, tie.b), tie.verdict, words)


def _comparable(readings: Sequence[Reading]) -> tuple[Rate | None, dict[Reading, Interval]]:
    """Return the figures that are in the same terms and count the same part, and the time they are for.

    These are the terms and the part of most claims; of totals and rates, as of a whole and its parts, the
    former if there are as many. A denial is no figure.
    """
    affirmed = [reading for reading in readings if reading.claim.modality is not Modality.NEGATED]
    parts = Counter(_part(reading) for reading in affirmed)
    usual = min(parts, key=lambda part: (-parts[part], len(part), sorted(part)), default=None)
    kept = [reading for reading in affirmed if _part(reading) == usual]
    terms = Counter(reading.claim.quantity.per for reading in kept)
    per = min(terms, key=lambda rate: (-terms[rate], rate is not None, rate or ""), default=None)
    return per, {reading: figure for reading in kept if (figure := _in_terms(reading, per)) is not None}


def _part(reading: Reading) -> frozenset[tuple[str, frozenset[str]]]:
    """Return which part of its topic a claim counts, apart from how it is delimited."""
    scope = reading.scope.items()
    return frozenset(
        (name, part.values) for name, part in scope if not part.whole and name not in definitions()
    )


def _in_terms(reading: Reading, per: Rate | None) -> Interval | None:
    mine = reading.claim.quantity.per
    if mine is None or per is None:
        return reading.interval if mine is per else None
    return reading.interval.times(DAYS[per] / DAYS[mine])


def _envelope(figures: list[Interval]) -> tuple[float | None, float | None]:
    if not figures:
        return None, None
    low, high = min(figure.low for figure in figures), max(figure.high for figure in figures)
    return low or None, None if high == float("inf") else high
