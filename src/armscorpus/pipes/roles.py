"""The sides of an event that a sentence states: by subject, object, preposition or adjective."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Events, EventVerbs
from armscorpus.models import Event
from armscorpus.pipes.gazetteer import NameKind
from armscorpus.pipes.mentions import Mention
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_verbs, grammar

SIDES = ("supplier", "recipient")
_ADJECTIVES = 2  # behind a noun, before its complement
_MUTUAL = frozenset({"signer", "conclure", "négocier", "finaliser"})
_STATES = frozenset({NameKind.STATE, NameKind.CAPITAL, NameKind.SEAT})
_OF = frozenset({"de", "du", "des", "d'", "la", "le", "l'", "les"})


class Role(NamedTuple):
    """A party on a side of the event, with the rule that put it there; `mention` is None for a pronoun."""

    party: str
    rule: str
    mention: Mention | None = None


def find_roles(
    scene: Scene, predicate: Predicate, figure: tuple[int, int] | None = None, salient: tuple[str, ...] = ()
) -> dict[str, Role]:
    """Return the sides that the words around a predicate state.

    `figure` is the range of words of what is counted; `salient` the parties that pronouns can mean, likeliest first.
    """
    predicate = _as_sale(scene, predicate)
    roles: dict[str, Role] = {}
    for side, role in (
        *(_by_docking(scene, predicate) if predicate.docks else ()),
        *_by_subject(scene, predicate, salient),
        *_by_agent(scene, predicate),
        *_by_object(scene, predicate),
        *_by_relative(scene, predicate),
        *_by_preposition(scene, predicate, figure),
    ):
        if side == "both":
            side = "recipient" if "supplier" in roles else "supplier"
        if (
            side in SIDES
            and side not in roles
            and role.party not in {other.party for other in roles.values()}
        ):
            roles[side] = _with_partners(scene, role)
    return _with_dative(scene, predicate, salient, roles)


def _with_partners(scene: Scene, role: Role) -> Role:
    """Return a role with the parties coordinated to it: « Paris, Londres et Berlin fourniront 600 missiles »."""
    if role.mention is None or role.rule == "party.preposition.entre":
        return role
    chain = [role.mention]
    for earlier in reversed([mention for mention in scene.mentions if mention.last <= role.mention.first]):
        if not _are_coordinated(scene, earlier, chain[0]):
            break
        chain.insert(0, earlier)
    for later in [mention for mention in scene.mentions if mention.first >= role.mention.last]:
        if not _are_coordinated(scene, chain[-1], later):
            break
        chain.append(later)
    has_and = any("et" in scene.lowers[one.last : other.first] for one, other in pairwise(chain))
    return role._replace(party=",".join(sorted({mention.party for mention in chain}))) if has_and else role


def _are_coordinated(scene: Scene, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma, « et » or a repeated preposition stands between two parties."""
    between = [
        lower for lower in scene.lowers[one.last : other.first] if lower not in _OF | {"à", "aux", "au"}
    ]
    is_alike = (one.is_actor and other.is_actor and one.kind == other.kind) or {
        one.kind,
        other.kind,
    } <= _STATES
    return (
        between in ([","], ["et"], [",", "et"]) and is_alike and not (one.is_adjective or other.is_adjective)
    )


def _as_sale(scene: Scene, predicate: Predicate) -> Predicate:
    """Return the predicate of a purchase as a sale where a company makes the deal.

    For example « Dassault a signé avec Le Caire pour 30 Rafale », « Saab a décroché une commande ».
    """
    if predicate.event != Event.ORDER or predicate.frame.subject != "recipient":
        return predicate
    group = predicate.group or _verb_of_noun(scene, predicate)
    subject = scene.subject_of(group) if group and not group.is_passive else None
    is_won = group is not None and group.lemma in load(Events).winning.words
    if is_won or (isinstance(subject, Mention) and subject.kind == NameKind.COMPANY):
        return replace(predicate, frame=load(Events).frame["sell"])
    return predicate


def _with_dative(
    scene: Scene, predicate: Predicate, salient: tuple[str, ...], roles: dict[str, Role]
) -> dict[str, Role]:
    """Return the roles with whom « lui » or « leur » before the verb means."""
    group, side = predicate.group, predicate.frame.prepositions.get("à")
    if group is None or side not in SIDES or side in roles:
        return roles
    if not {"lui", "leur"}.intersection(scene.lowers[max(0, group.first - 2) : group.last]):
        return roles
    taken = {role.party for role in roles.values()}
    party = next((party for party in salient if party not in taken), None)
    return roles | {side: Role(party, "party.dative_pronoun")} if party else roles


def _by_docking(scene: Scene, predicate: Predicate) -> Iterator[tuple[str, Role]]:
    """Yield the sides of a ship that docks: the cargo leaves the port where it loads, the ship where it unloads."""
    loads = not set(load(Events).loading.words).isdisjoint(scene.lowers)
    for mention in scene.mentions:
        if mention.preposition in {"à", "dans", "en", "au port de", "de"} and mention.first > anchor_of(
            predicate
        ):
            yield ("supplier" if loads else "recipient"), Role(mention.party, "party.port", mention)
            break
    for mention in scene.mentions:
        if mention.is_adjective and mention.first < anchor_of(predicate):
            yield ("recipient" if loads else "supplier"), Role(mention.party, "party.flag", mention)
            return


def find_elliptic_subject(scene: Scene, predicate: Predicate, first: int) -> dict[str, Role]:
    """Return the subject that an elliptical clause gives to the predicate of another.

    For example « L'Ukraine se contente de 2 000 ».
    """
    side = predicate.frame.subject
    groups = [
        group
        for group in scene.groups
        if group.is_finite and scene.clauses[group.first] in scene.lineage(first)
    ]
    group = min(groups, key=lambda group: abs(group.first - first), default=None)
    if group is None or side not in SIDES or scene.is_attributing(group):
        return {}
    subject = scene.subject_of(group)
    return {side: Role(subject.party, "party.subject", subject)} if isinstance(subject, Mention) else {}


def _by_subject(scene: Scene, predicate: Predicate, salient: tuple[str, ...]) -> Iterator[tuple[str, Role]]:
    group, side = predicate.group, predicate.frame.subject
    if group and group.lemma == "avoir" and scene.lowers[group.first - 1 : group.first] == ["y"]:
        return  # « il y a 300 obus »
    if group is None:
        group = _verb_of_noun(scene, predicate)
        side = "supplier" if side == "things" else side
        if group and any(load(Events).frame[entry.frame].subject == "recipient" for entry in _entries(group)):
            side = "recipient"  # « l'armée a reçu le renfort de 400 hommes »
    if group is None or group.is_passive or predicate.is_carrier:
        return
    if group.undergoes:
        side = predicate.frame.prepositions.get("à", "recipient")
    elif group.is_causative and side == "things":
        side = "supplier"
    if side == "things":
        yield from _by_origin(scene, group)
    if side not in SIDES:
        return
    subject = scene.subject_of(group)
    if isinstance(subject, Mention):
        role = Role(subject.party, "party.subject", subject)
        is_mutual = group.lemma in _MUTUAL and "," in _with_partners(scene, role).party
        if not is_mutual:  # « Varsovie et Séoul ont signé un contrat »: who buys is not said
            yield side, role
    elif subject == "pronoun" and salient:
        yield side, Role(salient[0], "party.pronoun")


def _entries(group: VerbGroup) -> tuple[EventVerbs, ...]:
    return event_verbs().get(group.lemma, ())


def _by_origin(scene: Scene, group: VerbGroup) -> Iterator[tuple[str, Role]]:
    """Yield whose the things are that move: « les armes de Pyongyang partent », « les obus iraniens arrivent »."""
    for mention in reversed(scene.mentions):
        same = scene.clauses[mention.first] == scene.clauses[group.first]
        if same and mention.last <= group.first and mention.kind != NameKind.PLACE:
            if mention.preposition == "de" and mention.is_actor:
                yield "supplier", Role(mention.party, "party.origin", mention)
            return


def _verb_of_noun(scene: Scene, predicate: Predicate) -> VerbGroup | None:
    """Return the verb whose object the noun of the event is: « Biden a dévoilé une aide de »."""
    index = predicate.index
    if index is None or predicate.rule not in {"predicate.noun_of", "predicate.noun_of_clause"}:
        return None
    before = [
        group for group in scene.groups
        if group.last <= index and scene.clauses[group.first] == scene.clauses[index] and not group.is_bare
    ]  # fmt: skip
    return before[-1] if before else None


def _by_agent(scene: Scene, predicate: Predicate) -> Iterator[tuple[str, Role]]:
    """Yield the agent of a passive verb or of a noun: « livrés par la Corée du Nord », « l'envoi par Kiev »."""
    side, anchor = predicate.frame.subject, anchor_of(predicate)
    group = predicate.group
    if side == "enemy" or (group and not (group.is_passive or group.undergoes)):
        return
    for mention in scene.mentions:
        if mention.preposition == "par" and mention.is_actor and mention.first > anchor:
            yield "supplier" if side == "things" else side, Role(mention.party, "party.agent", mention)
            return
    for mention in scene.mentions:
        if predicate.index is not None and mention.head == predicate.index and mention.is_adjective:
            yield "supplier" if side == "things" else side, Role(mention.party, "party.adjective", mention)


def _by_object(scene: Scene, predicate: Predicate) -> Iterator[tuple[str, Role]]:
    """Yield the party that is the direct object: « ont visé l'Ukraine », « ont quitté la Corée du Nord »."""
    group = predicate.group
    if group is None or predicate.frame.object is None or group.is_passive:
        return
    for mention in scene.mentions:
        if group.last <= mention.first <= group.last + 2 and mention.preposition is None:
            yield predicate.frame.object, Role(mention.party, "party.object", mention)


def _by_preposition(
    scene: Scene, predicate: Predicate, figure: tuple[int, int] | None
) -> Iterator[tuple[str, Role]]:
    clauses = {scene.clauses[index] for index in (anchor_of(predicate), *(figure or ())[:1])}
    for mention in sorted(
        scene.mentions, key=lambda mention: (_is_of_another(scene, mention, figure), not mention.is_actor)
    ):
        if scene.is_distant(mention) or (figure and figure[0] <= mention.first < figure[1]):
            continue
        if scene.clauses[mention.first] not in clauses or _is_of_participle(scene, predicate, mention):
            continue
        if _is_of_verb(scene, predicate, mention):
            continue
        if scene.is_apposed(mention):
            continue
        preposition = _preposition(scene, predicate, mention)
        side = predicate.frame.prepositions.get(preposition or "")
        if side:
            yield side, Role(mention.party, f"party.preposition.{preposition}", mention)


def _is_of_verb(scene: Scene, predicate: Predicate, mention: Mention) -> bool:
    """Whether a party completes the verb before the noun of an event: « a notifié au Congrès la vente de 82 canons »."""
    noun = predicate.index
    if predicate.group is not None or noun is None or mention.first > noun:
        return False
    if predicate.rule != "predicate.noun_of":
        return False
    return any(group.last <= mention.first and not group.is_bare for group in scene.groups)


def _is_of_participle(scene: Scene, predicate: Predicate, mention: Mention) -> bool:
    """Whether a party completes a participle before the verb: « les drones commandés à Téhéran ont été livrés »."""
    group = predicate.group
    if group is None or mention.first > group.first:
        return False
    before = [other for other in scene.groups if other.last <= mention.first]
    return (
        bool(before) and before[-1].is_bare and before[-1] is not group and before[-1].lemma in event_verbs()
    )


def _is_of_another(scene: Scene, mention: Mention, figure: tuple[int, int] | None) -> bool:
    """Whether a party stands behind another figure than this: « 406 millions de Russie et 267 millions de Chine »."""
    before = [other for other in scene.figures if other[1] <= mention.first]
    return figure is not None and bool(before) and max(before) != tuple(figure)


def _preposition(scene: Scene, predicate: Predicate, mention: Mention) -> str | None:
    """Return the preposition by which a party takes part in the event, None where it belongs to another noun."""
    known = predicate.frame.prepositions
    if predicate.event == Event.LOSS:
        is_before = predicate.group is not None and mention.first < predicate.group.first
        if mention.kind == NameKind.PLACE or (mention.preposition == "à" and is_before):
            return None  # where, or to whom something else goes, not whose: « attribuée aux FSR, l'attaque a tué … »
    direct = mention.preposition in known and (
        mention.is_actor or (mention.preposition == "de" and mention.kind == NameKind.PLACE)
    )
    if direct and (mention.preposition != "de" or _completes(scene, predicate, mention)):
        return mention.preposition
    if mention.is_actor and (mention.preposition != "de" or mention.head is not None):
        return None
    return scene.preposition_of_place(mention, frozenset(known) - {"de", "en", "par"})


def _by_relative(scene: Scene, predicate: Predicate) -> Iterator[tuple[str, Role]]:
    """Yield the party that a relative with a preposition means: « l'Ukraine, à qui Oslo a donné six F-16 »."""
    if predicate.group is None:
        return
    start = scene.clauses.index(scene.clauses[predicate.group.first])
    if start < 1 or scene.lowers[start] not in {"qui", "lequel", "laquelle", "lesquels"}:
        return
    side = predicate.frame.prepositions.get(scene.lowers[start - 1])
    for mention in scene.mentions:
        if side and start - 3 <= mention.last <= start - 1:
            yield side, Role(mention.party, "party.relative", mention)


def _completes(scene: Scene, predicate: Predicate, mention: Mention) -> bool:
    """Whether « de X » completes the event, not a noun: « a reçu 300 obus de Séoul », « l'envoi de Kiev »."""
    before = mention.first - 1
    while before > 0 and scene.lowers[before] in _OF:
        before -= 1
    if predicate.group and (predicate.group.last == before + 1 or scene.lowers[before] in predicate.near):
        return True
    if predicate.index is not None and _are_adjectives(scene, predicate.index, before):
        return True
    if scene.lowers[before - 1 : before] in (["d'"], ["de"]):  # « 406 millions de dollars d'armes de Russie »
        before -= 2
    return any(first <= before < last for first, last in scene.figures)


def _are_adjectives(scene: Scene, noun: int, last: int) -> bool:
    """Whether a noun phrase ends at a word: « aide », « aide militaire »."""
    behind = scene.lowers[noun + 1 : last + 1]
    if behind[:1] in (["de"], ["d'"]):  # « crédits d'équipement »
        behind = behind[1:]
    small = grammar().determiners.union(grammar().prepositions, ",:;")
    return noun <= last and len(behind) <= _ADJECTIVES and all(w not in small and w.isalpha() for w in behind)


def anchor_of(predicate: Predicate) -> int:
    """Return the word of a predicate that places it: its verb's first, or its noun."""
    return predicate.group.first if predicate.group else predicate.index or 0
