"""The sides that the sentence of a figure states, each by the closest construction that tells it."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Events
from armscorpus.models import Event, Span
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.gazetteer import NameKind
from armscorpus.pipes.inheritance import TWO_SIDED
from armscorpus.pipes.layout import Layout, words_of
from armscorpus.pipes.mentions import Mention
from armscorpus.pipes.owners import (
    find_admission,
    find_contrast,
    find_gapped_subject,
    find_headline,
    find_maker,
    find_owner,
    find_possessor,
    find_those_of,
    find_waiting,
)
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.predicates import find_participles
from armscorpus.pipes.reading import Figure
from armscorpus.pipes.roles import SIDES, Role, find_elliptic_subject, find_roles
from armscorpus.pipes.salience import salient_parties
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.vocabulary import event_verbs

_PART_REACH = 6  # words before « dont » among which the whole stands


def settle_sides(layout: Layout, figure: Figure) -> None:
    """Set the sides of a figure that its sentence states; prices have none."""
    if "prix" in figure.topics:
        return
    scene = layout.scene(figure.sentence)
    for side, role in _sides(layout, scene, figure).items():
        if side == "recipient" and figure.event not in {*TWO_SIDED, Event.FIRE}:
            continue
        figure.settle(side, _as_written(scene, role), role.rule)
        if role.mention:
            figure.spans[side] = _span(scene, role.mention)


def _sides(layout: Layout, scene: Scene, figure: Figure) -> dict[str, Role]:
    first, last = words_of(figure)
    if is_contrast(scene, first):
        role = find_contrast(scene, last)
        return {"supplier": role} if role else {}
    if figure.antecedent or figure.quantity.unit == "%":
        role = find_those_of(scene, first) or find_gapped_subject(scene, first)
        if role:
            return {"supplier": role}
    if scene.has_phrase(_reversals()):
        figure.rules["direction"] = "party.reversed"
    roles = _of_predicate(layout, scene, figure)
    roles |= _of_owner(scene, figure, roles)
    if "supplier" in roles and "recipient" not in roles and figure.event in TWO_SIDED:
        headline = find_headline(scene, first)  # « Soudan : l'Iran aurait livré 40 drones à l'armée »
        if headline and headline.party != roles["supplier"].party:
            roles["recipient"] = headline
    roles |= _before_colon(scene, figure, roles, first)
    if figure.event == Event.FIRE and "recipient" not in roles:
        roles |= _target_before_colon(scene, roles, first)
    return roles | _unused(scene, figure, roles, first)


def _of_predicate(layout: Layout, scene: Scene, figure: Figure) -> dict[str, Role]:
    """Return the sides by the predicate of a figure, that of the question that it answers included."""
    predicate = figure.predicate
    first, last = words_of(figure)
    if predicate is None:
        return {}
    question = layout.question_before(figure.sentence)
    if predicate.rule == "predicate.of_question" and question:
        asked = find_roles(
            layout.scene(question), predicate, None, salient_parties(layout, question, predicate)
        )
        return {side: role._replace(mention=None) for side, role in asked.items()}
    if not _is_of(predicate, scene, figure):
        return find_elliptic_subject(scene, predicate, first)
    roles = find_roles(scene, predicate, (first, last), salient_parties(layout, figure.sentence, predicate))
    waiting = (
        find_waiting(scene, first) if predicate.event in TWO_SIDED and "recipient" not in roles else None
    )
    if waiting and waiting.party not in {role.party for role in roles.values()}:
        roles["recipient"] = waiting
    for beside in find_participles(scene, figure, last) if predicate.rule != "predicate.participle" else ():
        is_make = beside.event == Event.PRODUCE != predicate.event  # « abattus, fabriqués par Paris »
        if not is_make:
            roles = find_roles(scene, beside, (first, last)) | roles
    return roles


def _of_owner(scene: Scene, figure: Figure, roles: dict[str, Role]) -> dict[str, Role]:
    """Return whose the things are by an adjective, a possessive or a headline, or who admits their loss."""
    first, last = words_of(figure)
    owner = find_owner(scene, figure.event, first, max(scene.sentence.word_at(figure.end), last))
    taken = {role.party for role in roles.values()}
    if owner and owner.party not in taken and not _is_surer(roles.get("supplier"), figure):
        return {"supplier": owner}
    if "supplier" in roles:
        return {}
    found = _maker_before(scene, figure, first)
    if found and found.party not in taken:
        return {"supplier": found}
    found = find_admission(scene, figure.event, first)
    if found is None:
        found = find_possessor(scene, figure.predicate, first)
    if found is None and figure.event != Event.LOSS and (roles or figure.event not in TWO_SIDED):
        found = find_headline(scene, first)
    predicate, changes_hands = figure.predicate, figure.event in {Event.TRANSFER, Event.ORDER}
    if found is None and changes_hands and predicate and _is_of(predicate, scene, figure):
        found = find_maker(scene, predicate)
    return {"supplier": found} if found and found.party not in taken else {}


def _is_of(predicate: Predicate, scene: Scene, figure: Figure) -> bool:
    """Whether a predicate is of the figure's own sentence."""
    others = (
        other
        for other in (figure.antecedent, figure.donor)
        if other and other.sentence is not figure.sentence
    )
    if predicate.group is None:
        return not any(predicate is other.predicate for other in others)
    return any(predicate.group is group for group in scene.groups)


def _reversals() -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in load(Events).reversal.words)


def _as_written(scene: Scene, role: Role) -> str:
    """Return the code of a state, and the name of another party as the sentence writes it."""
    mention = role.mention
    if mention is None or "," in role.party or mention.is_adjective:
        return role.party
    is_people = mention.kind == NameKind.DEMONYM and len(role.party) > len("FR")  # « aux houthistes »
    if mention.kind not in {NameKind.GROUP, NameKind.COMPANY} and not is_people:
        return role.party
    return scene.sentence.source[scene.words[mention.name].start : scene.words[mention.last - 1].end]


def _span(scene: Scene, mention: Mention) -> Span:
    return Span(scene.words[mention.first].start, scene.words[mention.last - 1].end)


def _maker_before(scene: Scene, figure: Figure, first: int) -> Role | None:
    """Return whose the things are of which a part is told: « les drones iraniens, dont 8 000 ont été livrés »."""
    if figure.noun is not None or scene.lowers[max(0, first - 1) : first] != ["dont"]:
        return None
    for mention in reversed(scene.mentions):
        is_near = (
            first - _PART_REACH <= mention.last < first and mention.is_adjective and mention.head is not None
        )
        if is_near and topic_of(scene.words[mention.head or 0].text) is not None:
            return Role(mention.party, "party.adjective", mention)
    return None


def _is_parted(scene: Scene, mention: Mention, first: int) -> bool:
    """Whether a party is told of apart from a figure: in a clause of its own, or as an enemy before a colon."""
    start, end = sorted((mention.first, first))
    between, clause = scene.lowers[start:end], scene.clauses[mention.first]
    if mention.first > first and any(first < other < mention.first for other, _ in scene.figures):
        return True  # « 406 millions de Russie, 267 de Chine »
    if clause not in set(scene.lineage(first)) and any(
        scene.clauses[group.first] == clause for group in scene.groups
    ):
        return True
    return ";" in between or (":" in between and mention.preposition in {"avec", "contre", "face à"})


def _is_of_things(scene: Scene, mention: Mention, first: int) -> bool:
    """Whether an adjective is on the noun of another figure or of other arms: « au détriment des Caesar français »."""
    head = mention.head or 0
    of_another = any(start <= head <= end for start, end in scene.figures if start != first)
    return of_another or (mention.head is not None and topic_of(scene.words[head].text) is not None)


def _is_surer(role: Role | None, figure: Figure) -> bool:
    """Whether a role of the sentence tells more than an adjective on the counted noun.

    For example « ont tué 84 hommes de Wagner et 47 soldats maliens »: « de Wagner » says nothing of the soldiers.
    """
    if role is None:
        return False
    if role.rule == "party.origin":
        return False
    return figure.event != Event.LOSS or not role.rule.startswith("party.preposition")


def is_contrast(scene: Scene, first: int) -> bool:
    """Whether an elliptical figure answers another: « contre moins de 2 000 pour Kiev »."""
    return first > 0 and scene.lowers[first - 1] == "contre"


def _before_colon(scene: Scene, figure: Figure, roles: dict[str, Role], first: int) -> dict[str, Role]:
    """Return who acts in the clause that a colon explains: « Pyongyang ne fournit pas que des obus : 300 hommes … »."""
    predicate = figure.predicate
    if predicate is None or predicate.group is None or not predicate.group.is_passive:
        return {}
    start, side = scene.clauses.index(scene.clauses[first]), predicate.frame.subject
    if scene.lowers[start] != ":" or side not in SIDES or side in roles:
        return {}
    subjects = [
        subject
        for group in scene.groups
        if group.is_finite and group.last <= start and isinstance(subject := scene.subject_of(group), Mention)
    ]
    opening = [mention for mention in scene.mentions[:1] if mention.first == 0 and mention.last < start]
    subjects += opening
    taken = {role.party for role in roles.values()}
    free = [subject for subject in subjects if subject.is_actor and subject.party not in taken]
    return {side: Role(free[0].party, "party.before_colon", free[0])} if free else {}


def _target_before_colon(scene: Scene, roles: dict[str, Role], first: int) -> dict[str, Role]:
    """Return who undergoes what a colon explains: « Kiev a essuyé une lourde salve : 137 drones ont été lancés »."""
    colon = next((index for index in range(first - 1, -1, -1) if scene.lowers[index] == ":"), None)
    taken = {role.party for role in roles.values()}
    for group in scene.groups:
        undergoes = any(entry.frame == "undergo" for entry in event_verbs().get(group.lemma, ()))
        if colon is not None and group.last <= colon and undergoes and not group.is_passive:
            subject = scene.subject_of(group)
            if isinstance(subject, Mention) and subject.party not in taken:
                return {"recipient": Role(subject.party, "party.before_colon", subject)}
    return {}


def _unused(scene: Scene, figure: Figure, roles: dict[str, Role], first: int) -> dict[str, Role]:
    """Return the missing side where the sentence names just one more party: « …, le jour de l'Ukraine, … »."""
    missing = [side for side in SIDES if side not in roles]
    if figure.event not in TWO_SIDED or len(missing) != 1 or figure.predicate is None:
        return {}
    taken = {role.party for role in roles.values()}
    free = [
        mention for mention in scene.mentions
        if mention.party not in taken
        and mention.kind not in {NameKind.NICKNAME, NameKind.PLACE}
        and not (mention.kind in {NameKind.GROUP, NameKind.COMPANY} and mention.preposition == "de")
        and not scene.is_distant(mention)
        and not (mention.is_adjective and _is_of_things(scene, mention, first))
    ]  # fmt: skip
    clauses = set(scene.lineage(first))
    free = [mention for mention in free if mention.preposition or not mention.is_actor]
    free = [mention for mention in free if not _is_parted(scene, mention, first)]
    inside = [mention for mention in free if scene.clauses[mention.first] in clauses]
    for others in ([mention for mention in inside if mention.is_actor], inside, free):
        if len({mention.party for mention in others}) == 1:
            return {missing[0]: Role(others[0].party, "party.other_of_sentence", others[0])}
        if others:
            return {}
    return {}
