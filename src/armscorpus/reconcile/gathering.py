"""Gathering: which claims are about one subject, found without comparing every two.

Claims are blocked by what must be equal (`Subject.block`), then by their parties and by the facets in which
silence says nothing (dead or wounded, soldiers or workers). A claim that leaves one of these unsaid joins the
only group that it can belong to, or else the one whose figures, sources and articles it shares; it never
glues two groups together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from armscorpus.models import Claim
from armscorpus.reconcile.copies import copies_of
from armscorpus.reconcile.judgements import Decided
from armscorpus.reconcile.reading import Reading, reading_of
from armscorpus.reconcile.scope import silent_facets

Key = tuple[frozenset[str] | None, ...]
"""Supplier, recipient, then the value of each facet in which silence says nothing; None is unknown."""

WHOLE = frozenset({"*"})
"""The value of a facet for claims that name the whole."""

NOBODY: Key = (None, None)
NO_SIDES: Key = (frozenset(), frozenset())
"""The sides of what has none, such as a price."""


def gather(claims: Iterable[Claim]) -> list[list[Reading]]:
    """Return the readings of some claims by subject, each list in order; a claim given twice counts once."""
    told = list(claims)
    copies = copies_of(told)
    readings = sorted(
        (reading_of(claim, copied=copies.get(claim.article.id)) for claim in told),
        key=lambda reading: reading.order,
    )
    unique = {reading.claim.id: reading for reading in reversed(readings)}
    blocks: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        if unique[reading.claim.id] is reading:
            blocks[reading.subject.block].append(reading)
    return [group for block in blocks.values() for group in _groups_of(block)]


def _groups_of(block: list[Reading]) -> Iterator[list[Reading]]:
    """Yield the groups of one block; those of the claims that say most come first."""
    by_key: dict[Key, list[Reading]] = defaultdict(list)
    for reading in block:
        by_key[_key(reading)].append(reading)
    refining = _Refining(by_key)
    vague = {key: refining.of(key) for key in by_key if None in key}
    vague = {key: found for key, found in vague.items() if found or _names_nobody(key)}
    homes = {key: readings for key, readings in by_key.items() if key not in vague}
    own = {key: list(readings) for key, readings in homes.items()}
    recognised = _Recognised(homes, (reading for key in vague for reading in by_key[key]))
    rest: dict[Key, list[Reading]] = defaultdict(list)
    for key, found in vague.items():
        candidates = found & homes.keys()
        for reading in by_key[key]:
            home = _choose(reading, candidates, recognised)
            (rest[key] if home is None else own[home]).append(reading)
    alone = (group for key, readings in rest.items() for group in _alone(key, readings))
    for group in (*own.values(), *alone):
        yield sorted(group, key=lambda reading: reading.order)


class _Refining:
    """Which keys say more than another one, found by the sides that they name."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self._keys = set(keys)
        self._by_side: dict[tuple[int, frozenset[str] | None], set[Key]] = defaultdict(set)
        for key in self._keys:
            for place in (0, 1):
                self._by_side[place, key[place]].add(key)

    def of(self, vague: Key) -> set[Key]:
        """Return the keys that say what a vague one does, and more."""
        named = [self._by_side[place, vague[place]] for place in (0, 1) if vague[place] is not None]
        candidates = min(named, key=len) if named else self._keys
        return {key for key in candidates if _refines(key, vague)}


class _Recognised:
    """Which homes share a figure, a source or an article with claims that look for one."""

    def __init__(self, homes: dict[Key, list[Reading]], seeking: Iterable[Reading]) -> None:
        wanted = {mark for reading in seeking for mark in _marks(reading)}
        self._homes: dict[object, set[Key]] = defaultdict(set)
        for key, readings in homes.items() if wanted else ():
            for reading in readings:
                for mark in _marks(reading).keys() & wanted:
                    self._homes[mark].add(key)

    def scores(self, reading: Reading, candidates: set[Key]) -> Counter[Key]:
        """Return how much a claim has in common with each of the candidates, those with nothing left out."""
        scores: Counter[Key] = Counter()
        for mark, weight in _marks(reading).items():
            for key in self._homes.get(mark, ()):
                if key in candidates:
                    scores[key] += weight
        return scores


def _names_nobody(key: Key) -> bool:
    return key[:2] == NOBODY


def _alone(key: Key, readings: list[Reading]) -> Iterable[list[Reading]]:
    """Return the groups of vague claims that joined no other: of one key, if it names a side."""
    return _linked(readings) if _names_nobody(key) else [readings]


def _linked(readings: list[Reading]) -> Iterable[list[Reading]]:
    """Return claims by article, articles with one figure of one named source together."""
    home: dict[object, list[Reading]] = {}
    for reading in readings:
        linked = {id(home[link]): home[link] for link in _links(reading) if link in home}
        smaller = sorted(linked.values(), key=len)
        largest = smaller.pop() if smaller else []
        joining = [reading, *chain(*smaller)]
        largest += joining
        for member in joining:
            home.update(dict.fromkeys(_links(member), largest))
    return {id(group): group for group in home.values()}.values()


def _links(reading: Reading) -> set[object]:
    article = ("article", reading.claim.article.id)
    keys = reading.witness.keys if reading.witness.named else ()
    return {article, *(("told", key, _figure(reading)) for key in keys)}


def _key(reading: Reading) -> Key:
    subject, scope = reading.subject, reading.scope
    facets = (scope.get(name) for name in sorted(silent_facets()))
    values = (None if part is None else WHOLE if part.whole else part.values for part in facets)
    sides = NO_SIDES if "prix" in subject.topics else (subject.supplier, subject.recipient)
    return (*sides, *values)


def _refines(key: Key, vague: Key) -> bool:
    """Whether a key says more than another one, and nothing else."""
    return key != vague and all(
        other is None or mine == other for mine, other in zip(key, vague, strict=True)
    )


def _choose(reading: Reading, candidates: set[Key], recognised: _Recognised) -> Key | None:
    """Return the group that a vague claim joins, None if it cannot be told.

    It is the only one, or that with most in common, or that of the whole (« pertes », not « tués »). A claim
    that names neither side joins only what it has something in common with.
    """
    scores = recognised.scores(reading, candidates)
    best = max(scores.values(), default=0)
    if reading.subject.is_about_nobody and best == 0:
        return None
    leaders = {key for key, score in scores.items() if score == best} if best else candidates
    if len(leaders) > 1:
        leaders = {key for key in leaders if WHOLE in key}
    return next(iter(leaders)) if len(leaders) == 1 else None


def _marks(reading: Reading) -> dict[object, int]:
    """Return by what a claim may be recognised, with weights: its figure, its sources, its article."""
    marks: dict[object, int] = {("figure", _figure(reading)): 2, ("article", reading.claim.article.id): 1}
    if reading.witness.named:
        marks |= {("source", key): 1 for key in reading.witness.keys}
    return marks


def _figure(reading: Reading) -> object:
    quantity = reading.claim.quantity
    return quantity.value if quantity.value is not None else (quantity.low, quantity.high), quantity.per


def join_related(groups: list[list[Reading]], decided: Decided) -> list[list[Reading]]:
    """Return groups in which two claims that a person relates are together: that of the smaller group moves."""
    home = {reading.claim.id: index for index, group in enumerate(groups) for reading in group}
    joined = [list(group) for group in groups]
    for pair in sorted(map(sorted, (pair for pair, told in decided.items() if told.decision != "different"))):
        first, second = sorted(
            pair, key=lambda claim: (-len(joined[home[claim]]) if claim in home else 0, claim)
        )
        if first not in home or second not in home or home[first] == home[second]:
            continue
        moving = next(reading for reading in joined[home[second]] if reading.claim.id == second)
        joined[home[second]].remove(moving)
        joined[home[first]].append(moving)
        home[second] = home[first]
    return [sorted(group, key=lambda reading: reading.order) for group in joined if group]
