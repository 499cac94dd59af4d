"""Whose the things are, apart from the predicate: by an adjective, a possessive, a headline, a contrast."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Events
from armscorpus.models import Event
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.gazetteer import NameKind
from armscorpus.pipes.mentions import Mention
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.roles import Role, anchor_of
from armscorpus.pipes.scene import Scene

_OWNED = frozenset({
    Event.TRANSFER, Event.DEPLOY, Event.LOSS, Event.FIRE, Event.STOCK, Event.PRODUCE, Event.ORDER,
})  # fmt: skip
_POSSESSIVES = frozenset({"sa", "son", "ses", "leur", "leurs"})
_NOUN_PHRASE = 12  # words of the longest noun phrase in which whose things they are is looked for


def find_owner(scene: Scene, event: Event | None, first: int, last: int) -> Role | None:
    """Return whose the things are, by an adjective on the counted noun: « soldats nord-coréens »."""
    if event not in _OWNED:
        return None
    while (
        last < len(scene.lowers)
        and last - first < _NOUN_PHRASE
        and scene.lowers[last] in {"sans", "de", "d'", "pilote"}
    ):
        last += 1
    for mention in scene.mentions:
        if mention.preposition in load(Events).service.words and last <= mention.first <= last + _NOUN_PHRASE:
            return Role(mention.party, "party.in_service", mention)
    for mention in scene.mentions:
        on_noun = mention.head is not None and first <= mention.head < last
        if mention.head is not None and scene.lowers[mention.head] in load(Events).origins.words:
            continue
        inside = first <= mention.first < last
        if inside and mention.is_actor and mention.name >= last - 1 and mention.kind != NameKind.PLACE:
            return Role(mention.party, "party.of_noun", mention)
        if event == Event.STOCK and _is_one_of_makers(scene, mention):
            continue
        if (mention.is_adjective and (on_noun or inside)) or (mention.kind == NameKind.DEMONYM and inside):
            return Role(mention.party, "party.adjective", mention)
    return None


def _is_one_of_makers(scene: Scene, mention: Mention) -> bool:
    """Whether things are of several makes, so that they are somebody else's: « une vingtaine de drones chinois et turcs »."""
    return any(
        other is not mention
        and other.is_adjective
        and mention.is_adjective
        and _adjoins(scene, mention, other)
        for other in scene.mentions
    )


def _adjoins(scene: Scene, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda mention: mention.name)
    return scene.lowers[first.last : second.name] == ["et"]


def find_maker(scene: Scene, predicate: Predicate) -> Role | None:
    """Return whose the arms are that change hands: « les armes américaines vendues à Taïwan »."""
    clauses = set(scene.lineage(anchor_of(predicate)))
    for mention in scene.mentions:
        if mention.is_adjective and mention.head is not None and scene.clauses[mention.first] in clauses:
            noun = scene.lowers[mention.head]
            if noun in load(Events).goods.words or topic_of(scene.words[mention.head].text) is not None:
                return Role(mention.party, "party.adjective", mention)
    return None


def find_those_of(scene: Scene, first: int) -> Role | None:
    """Return whose a figure is in « et ceux de Kiev moins de 2 000 »."""
    for mention in scene.mentions:
        if mention.last <= first <= mention.last + 2 and mention.preposition == "de":
            start = mention.first - 1
            if start > 0 and scene.lowers[start - 1] in {"ceux", "celles", "celui", "celle"}:
                return Role(mention.party, "party.those_of", mention)
    return None


def find_gapped_subject(scene: Scene, first: int) -> Role | None:
    """Return whose a figure is where its clause leaves the verb out: « la Russie tire 10 000 obus, l'Ukraine 2 000 »."""
    for mention in scene.mentions:
        is_subject = mention.is_actor and mention.preposition is None and mention.first > 0
        if (
            is_subject
            and mention.last == first
            and scene.lowers[mention.first - 1] in {",", ";", "et", "mais"}
        ):
            return Role(mention.party, "party.gapped_subject", mention)
    return None


def find_waiting(scene: Scene, first: int) -> Role | None:
    """Return who waits for the things: « Taïwan attend toujours 66 F-16 commandés en 2019 »."""
    for group in reversed(scene.groups):
        if group.last <= first and group.lemma in load(Events).awaiting.words:
            subject = scene.subject_of(group)
            return Role(subject.party, "party.who_waits", subject) if isinstance(subject, Mention) else None
    return None


def find_possessor(scene: Scene, predicate: Predicate | None, first: int) -> Role | None:
    """Return whose the things are by a possessive: « Le Rwanda retire ses 4 000 soldats »."""
    noun = predicate.index if predicate else None  # « Eurenco a relancé sa production : 1 200 tonnes par an »
    places = (first, noun, noun - 2 if noun and scene.lowers[noun - 1] in {"de", "d'"} else None)
    place = next((at for at in places if at and scene.lowers[at - 1] in _POSSESSIVES), None)
    if place is None:
        return None
    group = predicate.group if predicate else None
    group = group or next((other for other in reversed(scene.groups) if other.last <= place), None)
    if group is None:
        return None
    subject = scene.subject_of(group)
    if not isinstance(subject, Mention):  # « on a beaucoup moqué l'Allemagne pour ses 5 000 casques »
        before = [mention for mention in scene.mentions if group.last <= mention.first < mention.last < first]
        subject = before[-1] if before and before[-1].is_actor and before[-1].preposition is None else None
    return Role(subject.party, "party.possessive", subject) if isinstance(subject, Mention) else None


def find_headline(scene: Scene, first: int) -> Role | None:
    """Return the party that a headline puts before a colon: « Cuba : 5 000 combattants envoyés en Russie »."""
    for mention in scene.mentions[:1]:
        if (
            mention.first == 0
            and scene.lowers[mention.last : mention.last + 1] == [":"]
            and mention.last < first
        ):
            return Role(mention.party, "party.headline", mention)
    return None


def find_admission(scene: Scene, event: Event | None, first: int) -> Role | None:
    """Return who admits a loss, which is his own: « Kiev admet 46 000 morts »."""
    if event != Event.LOSS:
        return None
    for group in reversed(scene.groups):
        if group.last <= first and group.lemma in load(Events).own_losses.words:
            subject = scene.subject_of(group)
            return Role(subject.party, "party.own_loss", subject) if isinstance(subject, Mention) else None
    return None


def find_contrast(scene: Scene, last: int) -> Role | None:
    """Return whose the second of two figures is: « contre moins de 2 000 pour Kiev », « et ceux de Kiev 2 000 »."""
    for mention in scene.mentions:
        if mention.first >= last and mention.preposition in {"pour", "chez", "côté", "de"}:
            return Role(mention.party, "party.contrast", mention)
    return None
