"""The verb or noun that says what happened to the things that a figure counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.schema import Events, EventVerbs
from armscorpus.models import Event
from armscorpus.pipes.mentions import Mention
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.reading import Figure
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_nouns, event_verbs, grammar, reporting_verbs

_NOUN_REACH = 4  # words back from the figure among which the noun that governs it stands
_QUOTES = frozenset({"«", "“", '"', "‘"})
_APART = frozenset({"sur", "dont", "soit", "parmi", "contre"})
_CLITICS = 4  # words between « il » and its verb: « il ne lui en resterait »
_COPULAS = frozenset({"rester", "demeurer"})  # « 10 000 soldats restent déployés »
_WHERE = frozenset({"en", "à", "dans", "sur", "chez"})
_MONEY = frozenset({"paiements", "prix"})


def find_predicate(scene: Scene, figure: Figure, first: int, last: int) -> Predicate | None:
    """Return what governs the figure at the words [first, last); a weak one only where no other is found."""
    weak: Predicate | None = None
    for predicate in _candidates(scene, figure, first, last):
        if not predicate.is_weak:
            return predicate
        weak = weak or predicate
    return weak


def _candidates(scene: Scene, figure: Figure, first: int, last: int) -> Iterator[Predicate]:
    """Yield the predicates that may govern a figure, the closest construction first."""
    yield from _governing_noun(scene, first)
    if figure.antecedent and any(group.first == last and group.is_bare for group in scene.groups):
        yield from find_participles(scene, figure, last)  # « sur les 24 commandés »
    for clause in scene.lineage(first):
        left = [
            group for group in scene.groups if group.last <= first and scene.clauses[group.first] == clause
        ]
        estimated = _estimated(scene, left, first)
        left = [group for group in left if not group.is_bare or _goes_on(scene, group)] + estimated
        right = [
            group for group in scene.groups
            if group.first >= last and group.is_finite and scene.clauses[group.first] == clause
        ]  # fmt: skip
        if right and _is_partitive(scene, first, last, right[0]):
            yield from find_participles(scene, figure, last)
            right = []
        if right and (not left or _starts_anew(scene, left[-1], first, last, right[0])):
            yield from _verb(
                scene, figure, right[0], "predicate.verb_after", is_subject=not right[0].is_passive
            )
        for group in reversed(left):
            yield from _verb(
                scene, figure, group, "predicate.estimate" if group in estimated else "predicate.verb_before"
            )
            is_other = group.lemma not in event_verbs() or group.lemma in load(Events).awaiting.words
            if group.is_finite and is_other and not scene.is_attributing(group):
                break
        if clause == scene.clauses[first]:
            yield from find_participles(scene, figure, last)
            yield from _relative(scene, figure, last)
        if _is_estimate(scene, left, first):
            yield from _relative(scene, figure, last, reach=len(scene.lowers))
        if right and left and "et" not in scene.lowers[last : right[0].first]:
            yield from _verb(
                scene, figure, right[0], "predicate.verb_after", is_subject=not right[0].is_passive
            )
        if not (left and left[-1].lemma in load(Events).holding.words):
            yield from _noun_of_clause(scene, clause, first, last)


def _estimated(scene: Scene, left: list[VerbGroup], first: int) -> list[VerbGroup]:
    """Return the participle of what a figure values: « les armes livrées », the first of « vendues mais pas livrées »."""
    if not _is_estimate(scene, left, first):
        return []
    bare = [group for group in left if group.is_bare]
    return bare[-1:] if scene.lowers[first - 1] == "à" else bare[:1]


def _goes_on(scene: Scene, group: VerbGroup) -> bool:
    """Whether a participle shares the auxiliary of the verb before: « avoir frappé 120 cibles et tué 60 hommes »."""
    if scene.lowers[max(0, group.first - 1) : group.first] not in (["et"], [","], ["puis"]):
        return False
    before = [other for other in scene.groups if other.last < group.first and other.form == Tense.PARTICIPLE]
    return bool(before) and bool(before[-1].links) and not before[-1].is_passive


def _is_partitive(scene: Scene, first: int, last: int, verb: VerbGroup) -> bool:
    """Whether a figure is the whole of which another is told: « des 29 lanceurs achetés en 2020, onze sont livrés »."""
    before = scene.lowers[max(0, first - 4) : first]
    if before[-1:] in (["les"], ["ces"], ["ses"], ["leurs"]):
        before = before[:-1]
    is_fronted = (
        scene.lowers[first] == "des" or before[-1:] in (["des"], ["sur"], ["parmi"]) or "total" in before
    )
    return is_fronted and any(last <= other < verb.first for other, _ in scene.figures)


def _is_estimate(scene: Scene, left: list[VerbGroup], first: int) -> bool:
    """Whether the figure values what stands before it: « chiffrait les armes livrées à 5,5 milliards »."""
    if scene.lowers[first - 1 : first] == ["à"] and any(reporting_verbs().get(group.lemma) for group in left):
        return True
    main = next((group for group in reversed(left) if group.is_finite), None)
    is_reaching = main is not None and main.lemma in load(Events).measuring.words
    return is_reaching and not set(load(Events).values.words).isdisjoint(
        scene.lowers[: main.first if main else 0]
    )


def _verb(
    scene: Scene, figure: Figure, group: VerbGroup, rule: str, *, is_subject: bool = False
) -> Iterator[Predicate]:
    if figure.noun is None and scene.is_attributing(group) and group.lemma in reporting_verbs():
        return  # « L'institut n'en compte que 4 400 »
    entry = _entry(scene, figure, group, is_subject=is_subject)
    if entry and not scene.is_aside(group.first):
        frame = load(Events).frame[entry.frame]
        yield Predicate(
            entry.event, frame, rule, group,
            is_subject=is_subject, is_weak=entry.weak, is_carrier=entry.carrier, docks=entry.docks,
            near=entry.near,
        )  # fmt: skip


def _entry(scene: Scene, figure: Figure, group: VerbGroup, *, is_subject: bool) -> EventVerbs | None:
    """Return the event of a verb that fits the construction and the topic: money is not fired."""
    is_money = bool(_MONEY.intersection(figure.topics))
    is_object = not is_subject and not group.is_passive
    for entry in event_verbs().get(group.lemma, ()):
        subject = load(Events).frame[entry.frame].subject
        if (
            is_object
            and subject == "things"
            and not entry.carrier
            and group.form != Tense.PARTICIPLE
            and not (_is_impersonal(scene, group) or group.is_causative)
        ):
            continue
        if entry.reflexive and not group.reflexive:
            continue
        if entry.topics and not set(entry.topics).intersection(figure.topics):
            continue
        if entry.near and not set(entry.near).intersection(scene.lowers):
            continue
        if entry.transitive and not is_object:
            continue
        if is_money and entry.event in {Event.FIRE, Event.STOCK, Event.CALL}:
            continue
        if not is_money and entry.event == Event.PAY:
            continue
        return entry
    return None


def _is_impersonal(scene: Scene, group: VerbGroup) -> bool:
    """Whether « il » is no subject: « il est arrivé 300 obus », « d'où partent 300 obus »."""
    before = scene.lowers[max(0, group.first - _CLITICS) : group.first]
    return "il" in before or "où" in before[-2:]


def _starts_anew(scene: Scene, left: VerbGroup, first: int, last: int, right: VerbGroup) -> bool:
    """Whether a figure begins a clause after an earlier verb: « …, et 20 avions ont été détruits »."""
    if any(lower in {",", "et", "que", "qu'"} for lower in scene.lowers[left.last : first]):
        before = scene.lowers[first - 1]
        return before in {",", "et", "que", "qu'", "puis"} and "," not in scene.lowers[last : right.first]
    return False


def find_participles(scene: Scene, figure: Figure, last: int) -> Iterator[Predicate]:
    """Yield the participle that qualifies the things: « 11 000 hommes dépêchés l'an dernier »."""
    for group in scene.groups:
        if group.first < last or group.lemma in _COPULAS:
            continue
        if not group.is_bare or any(lower in {",", ";", ":"} for lower in scene.lowers[last : group.first]):
            return
        between = next((other for other, _ in scene.figures if last <= other < group.first), last)
        if not _APART.isdisjoint(scene.lowers[last:between]):
            return
        yield from _verb(scene, figure, group, "predicate.participle")


def _relative(scene: Scene, figure: Figure, last: int, reach: int = _NOUN_REACH) -> Iterator[Predicate]:
    """Yield the verb of the relative clause that follows: « 49 Abrams que l'Australie a promis »."""
    for index in range(last, min(last + reach, len(scene.lowers))):
        if scene.lowers[index] in grammar().relatives:
            if scene.lowers[index] == "dont" and any(
                index < other < index + reach for other, _ in scene.figures
            ):
                return  # « 591, dont 31 ont touché la ville »: the part has the verb
            is_subject = scene.lowers[index] == "qui"
            for group in scene.groups:
                if scene.clauses[group.first] == scene.clauses[index] and group.is_finite:
                    yield from _verb(
                        scene,
                        figure,
                        group,
                        "predicate.relative",
                        is_subject=is_subject and not group.is_passive,
                    )
            return


def _governing_noun(scene: Scene, first: int) -> Iterator[Predicate]:
    """Yield the noun that governs the figure through « de »: « l'envoi de plusieurs milliers de combattants »."""
    start = first
    while start > 0 and scene.lowers[start - 1] in _QUOTES:
        start -= 1
    if start > 0 and scene.lowers[start - 1] in {"de", "d'", "des"}:
        start -= 1
    elif scene.lowers[first] not in {"de", "des", "d'"}:
        return
    for index in range(start - 1, max(-1, start - 1 - _NOUN_REACH), -1):
        if scene.lowers[index] in {",", ";", ":"} or any(
            group.last == index + 1 and group.is_finite for group in scene.groups
        ):
            return
        noun = event_nouns().get(scene.lowers[index])
        if noun:
            yield Predicate(noun.event, noun.frame, "predicate.noun_of", index=index)
            return


def _noun_of_clause(scene: Scene, clause: int, first: int, last: int) -> Iterator[Predicate]:
    """Yield the event noun of the clause: « des exportations auraient excédé 6,5 à 8 millions d'obus »."""
    behind = range(last, min(len(scene.lowers), last + 2 * _NOUN_REACH))
    stop = next((index for index in behind if scene.lowers[index] in {",", ";", "."}), behind.stop)
    for index in (*range(first - 1, -1, -1), *range(last, stop)):
        if scene.clauses[index] == clause and not scene.is_aside(index):
            noun = event_nouns().get(scene.lowers[index])
            if noun and not any(start <= index < end for start, end in scene.figures):
                yield Predicate(noun.event, noun.frame, "predicate.noun_of_clause", index=index)
                return


def find_heading(scene: Scene, figure: Figure, first: int, at: int | None = None) -> Predicate | None:
    """Return the event noun before a colon: « Contrat : 200 blindés », « Cadence visée : 300 drones par mois ».

    `first` is the word up to which it is looked for, `at` the word that stands for it where it is of another sentence.
    """
    index = first - 1
    while index >= 0 and scene.lowers[index] != ":":
        index -= 1
    if any(group.is_finite and index < group.first < first for group in scene.groups):
        return None
    start = max((at + 1 for at in range(index) if scene.lowers[at] in {".", ";", "?"}), default=0)
    heading = range(index - 1, start - 1, -1)
    for before in heading:
        noun = event_nouns().get(scene.lowers[before])
        if noun and not scene.is_aside(before):
            return Predicate(noun.event, noun.frame, "predicate.heading", index=before if at is None else at)
    for group in scene.groups:
        if group.first in heading and group.is_bare:  # « Chars détruits : 3 740 »
            return next(_verb(scene, figure, group, "predicate.heading"), None)
    return None


def find_before_colon(scene: Scene, figure: Figure, first: int) -> Predicate | None:
    """Return the verb of the clause that a figure explains: « Le pays reçoit ses premiers drones : deux appareils »."""
    colon = next((index for index in range(first - 1, -1, -1) if scene.lowers[index] == ":"), None)
    own = scene.clauses[first]
    if colon is None or any(group.is_finite and scene.clauses[group.first] == own for group in scene.groups):
        return None
    for group in reversed(scene.groups):
        if group.last <= colon and group.is_finite and not scene.is_attributing(group):
            found = next(_verb(scene, figure, group, "predicate.before_colon"), None)
            return found if found and not found.is_weak else None
    return None


def as_presence(scene: Scene, figure: Figure, predicate: Predicate, last: int) -> Predicate:
    """Return the predicate of people whom a party has elsewhere as their deployment: « garde 500 hommes à Djibouti »."""
    if predicate.event != Event.STOCK or "effectifs" not in figure.topics or predicate.group is None:
        return predicate
    subject = scene.subject_of(predicate.group)
    own = subject.party if isinstance(subject, Mention) else None
    for mention in scene.mentions:
        is_near = (
            last <= mention.first and scene.clauses[mention.first] == scene.clauses[predicate.group.first]
        )
        if is_near and mention.preposition in _WHERE and mention.party != own:
            return replace(predicate, event=Event.DEPLOY, frame=load(Events).frame["give"])
    return predicate


def find_predicates_of_text(scene: Scene) -> Iterator[Predicate]:
    """Yield the predicates of a sentence, whatever they govern."""
    frames = load(Events).frame
    for group in scene.groups:
        entries = [
            entry for entry in event_verbs().get(group.lemma, ()) if group.reflexive or not entry.reflexive
        ]
        if entries and not scene.is_aside(group.first):
            entry = entries[0]
            yield Predicate(
                entry.event, frames[entry.frame], "predicate.of_text", group, is_carrier=entry.carrier
            )
    for index, lower in enumerate(scene.lowers):
        noun = event_nouns().get(lower)
        if noun and not scene.is_aside(index):
            yield Predicate(noun.event, noun.frame, "predicate.of_text", index=index)


def is_shooting(scene: Scene, predicate: Predicate) -> bool:
    """Whether it is guns that send: « les canons de Khartoum ont envoyé 300 obus »."""
    group = predicate.group
    if group is None or predicate.event != Event.TRANSFER or group.is_passive:
        return False
    main = group if group.is_finite else scene.main_group(group)
    if main is None:
        return False
    shooters = set(load(Events).shooters.words)
    for index in range(main.first - 1, max(-1, main.first - 1 - 2 * _NOUN_REACH), -1):
        if scene.lowers[index] in {",", ";", ":"} or any(last - 1 == index for _, last in scene.figures):
            return False
        if scene.lowers[index] in shooters:
            return index == 0 or scene.lowers[index - 1] not in {"de", "d'"}
    return False


def bend(event: Event, figure: Figure, *, buys_goods: bool) -> Event:
    """Return the event as the topic bends it: money handed over is paid, people sent are deployed."""
    shifts = load(Events).shift
    for topic in figure.topics:
        shifted = shifts.get(topic, {}).get(event)
        if shifted and not (topic == "paiements" and buys_goods and event == Event.TRANSFER):
            return shifted
    return event


def default_predicate(figure: Figure, first: int) -> Predicate | None:
    """Return what happens to a thing of this topic when nothing else is said; None where the topic does not tell."""
    events = load(Events)
    event = next((event for topic in figure.topics if (event := events.default.get(topic))), None)
    if event is None:
        return None
    return Predicate(
        event, events.frame[events.default_frame.get(event, "act")], "predicate.of_topic", index=first
    )
