"""The stage that finds what happened, and between whom: event, supplier, recipient."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon import load
from armscorpus.lexicon.phrases import PhraseTable, split_words
from armscorpus.lexicon.schema import Events, NationalCurrencies
from armscorpus.models import Event, Span
from armscorpus.pipes.attribution import Attribution, is_about_itself, is_denial
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.gazetteer import NameKind
from armscorpus.pipes.inheritance import TWO_SIDED, Flow, inherit_event, inherit_sides
from armscorpus.pipes.predicate import Predicate
from armscorpus.pipes.predicates import (
    as_presence,
    bend,
    default_predicate,
    find_heading,
    find_participles,
    find_predicate,
    find_predicates_of_text,
    is_shooting,
)  # fmt: skip
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.roles import (
    SIDES,
    Role,
    find_admission,
    find_contrast,
    find_elliptic_subject,
    find_gapped_subject,
    find_owner,
    find_roles,
    find_those_of,
)
from armscorpus.pipes.scene import Mention, Scene
from armscorpus.pipes.sentences import Sentence, find_dateline
from armscorpus.pipes.verbs import VerbGroup

_OF_PEOPLE = frozenset({Event.DEPLOY, Event.LOSS})
_ONE_SIDED = frozenset({Event.FIRE, Event.PRODUCE, Event.STOCK})
_GOODS = frozenset({
    "armes", "arme", "armement", "armements", "matériel", "matériels", "équipements", "équipement", "munitions",
})  # fmt: skip


@Language.factory(
    "armscorpus_parties", requires=["doc._.armscorpus_figures", "doc._.armscorpus_attributions"]
)
def create_parties(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it gives each figure its event, supplier and recipient."""
    return annotate_parties


def annotate_parties(doc: Doc) -> Doc:
    """Give each figure of a document its event, supplier and recipient; drop those that are not of arms."""
    reading = reading_of(doc)
    if reading.figures:
        _Parties(reading).settle()
    return doc


class _Parties:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.title = Sentence(reading.title, -1, 0, len(reading.title), -1, is_item=False)

    def settle(self) -> None:
        for figure in self.reading.figures:
            self._state(figure)
        figures = [figure for figure in self.reading.figures if self._is_of_arms(figure)]
        flows = list(self._flows())
        for figure in figures:
            _inherit_rate(figure)
            if figure.supplier is None and figure.event in {*_ONE_SIDED, Event.DEPLOY}:
                self._from_question(figure)
            if figure.event is None:
                figure.settle(
                    "event", Event.TRANSFER if flows else Event.OTHER, "event.of_article", implied=True
                )
            inherit_sides(figure, figures, flows, self._named_in(figure.sentence.paragraph))
            if figure.supplier is None and figure.event in _ONE_SIDED:
                self._from_context(figure)
                self._from_title(figure)
            _pay_in_own_currency(figure)
        self.reading.figures = figures

    def _from_title(self, figure: Figure) -> None:
        """Take the only party of the title where the paragraph names none: « Hezbollah : l'arsenal en questions »."""
        named = {mention.party for mention in self.scene(self.title).mentions}
        if figure.supplier is None and len(named) == 1 and not self._named_in(figure.sentence.paragraph):
            figure.settle("supplier", named.pop(), "party.of_title", implied=True)

    def _from_question(self, figure: Figure) -> None:
        """Take the only party of the question that a figure answers.

        For example « Combien de Rwandais en face ? 4 000 soldats ».
        """
        index = figure.sentence.index
        before = self.reading.sentences[index - 1] if index else None
        if before and before.is_question:
            parties = {mention.party for mention in self.scene(before).mentions}
            if len(parties) == 1:
                figure.settle("supplier", parties.pop(), "party.of_question", implied=True)

    def _from_context(self, figure: Figure) -> None:
        """Take the subject of a sentence of the paragraph, or of a question just before it.

        For example « Combien de drones la Russie produit-elle ? ».
        """
        for earlier in reversed(self.reading.sentences[: figure.sentence.index]):
            if figure.sentence.paragraph - earlier.paragraph > earlier.is_question:
                return
            scene = self.scene(earlier)
            for group in scene.groups:
                subject = scene.subject_of(group) if group.is_finite else None
                if isinstance(subject, Mention):
                    figure.settle("supplier", subject.party, "party.subject_before", implied=True)
                    return

    def _is_of_arms(self, figure: Figure) -> bool:
        """Whether a figure of people is of arms: those sent, fighting or lost, not those who flee or vote."""
        predicate = figure.predicate
        if not figure.is_weak:
            return True
        if figure.rules["topics"].startswith("topic.weak_head"):
            return predicate is not None and figure.event in {Event.DEPLOY, Event.LOSS, Event.STOCK}
        if figure.quantity.unit != "%" and self._has_companion(figure):
            return True
        if (
            figure.event == Event.LOSS and predicate and predicate.event != Event.LOSS
        ):  # « 300 civils ont reçu l'alerte »
            return False
        is_told = predicate is not None and predicate.event != Event.STOCK and "event" not in figure.implied
        return is_told and figure.event in _OF_PEOPLE

    def _has_companion(self, figure: Figure) -> bool:
        """Whether a figure of fighters stands before in the sentence: « 15 000 hommes, dont 4 000 Rwandais »."""
        return any(
            other.sentence is figure.sentence
            and other.span.end <= figure.span.start
            and "effectifs" in other.topics
            for other in self.reading.figures
        )

    def scene(self, sentence: Sentence) -> Scene:
        """Return the layout of a sentence, of the title too."""
        if sentence is self.title:
            return self._scene_of_title
        if sentence.start not in self.reading.scenes:
            self.reading.scenes[sentence.start] = lay_out(self.reading, sentence, self.reading.known)
        return self.reading.scenes[sentence.start]

    @cached_property
    def _scene_of_title(self) -> Scene:
        return Scene(self.title, known=self.reading.known)

    def _state(self, figure: Figure) -> None:
        """Set what the sentence itself says."""
        scene = self.scene(figure.sentence)
        first, last = words_of(figure)
        predicate = self._predicate(scene, figure, first, last)
        figure.predicate = predicate
        self._set_event(scene, figure, predicate)
        inherit_event(figure, self.reading.figures[: self.reading.figures.index(figure)])
        if "prix" in figure.topics:
            return
        for side, role in self._roles(scene, figure, first, last).items():
            if side == "recipient" and figure.event not in {*TWO_SIDED, Event.FIRE}:
                continue
            figure.settle(side, _as_written(scene, role), role.rule)
            if role.mention:
                figure.spans[side] = _span(scene, role.mention)

    def _predicate(self, scene: Scene, figure: Figure, first: int, last: int) -> Predicate | None:
        """Return what governs a figure; one that restates or answers another has the predicate of that one."""
        other = self._restated(figure) if figure.quantity.equals else figure.antecedent
        if other and (figure.quantity.equals or _is_contrast(scene, first)):
            return other.predicate
        found = find_predicate(scene, figure, first, last)
        if found:
            return as_presence(scene, figure, found, last)
        if other:
            return other.predicate
        return (
            find_heading(scene, figure, first)
            or self._of_introducer(figure, first)
            or self._of_question(figure)
            or default_predicate(figure, first)
        )

    def _question(self, sentence: Sentence) -> Sentence | None:
        """Return the question that a sentence without verb answers: « Que produit Téhéran ? Cent drones par mois. »."""
        before = self.reading.sentences[sentence.index - 1] if sentence.index else None
        if before is None or not before.is_question:
            return None
        scene = self.scene(sentence)
        has_verb = any(group.is_finite and not scene.is_aside(group.first) for group in scene.groups)
        return None if has_verb else before

    def _of_question(self, figure: Figure) -> Predicate | None:
        """Return what the question asks of the things counted in its answer."""
        question = self._question(figure.sentence)
        if question is None:
            return None
        found = next((other for other in find_predicates_of_text(self.scene(question)) if other.group), None)
        if found is None:
            return None
        event = bend(found.event, figure, buys_goods=False)
        return replace(found, event=event, rule="predicate.of_question")

    def _of_introducer(self, figure: Figure, first: int) -> Predicate | None:
        """Return what the sentence that introduces a list is about: « Ce qu'il faut retenir du contrat : »."""
        introducer = self.reading.introducer(figure.sentence)
        if introducer is None or any(group.is_finite for group in self.scene(figure.sentence).groups):
            return None
        scene = self.scene(introducer)
        return find_heading(scene, figure, len(scene.lowers), at=first)

    def _restated(self, figure: Figure) -> Figure | None:
        index = self.reading.figures.index(figure)
        other = self.reading.figures[index - 1] if index else None
        return other if other and other.sentence is figure.sentence else None

    def _set_event(self, scene: Scene, figure: Figure, predicate: Predicate | None) -> None:
        if predicate is None:
            return
        event = bend(predicate.event, figure, buys_goods=_buys_goods(figure))
        if (
            event == Event.TRANSFER
            and any(predicate.group is group for group in scene.groups)
            and is_shooting(scene, predicate)
        ):
            event = Event.FIRE
        figure.settle("event", event, predicate.rule, implied=predicate.rule == "predicate.of_topic")
        group = predicate.group
        if group and group in scene.groups:
            figure.spans["predicate"] = Span(scene.words[group.first].start, scene.words[group.last - 1].end)
        if event == Event.LOSS and figure.topics == ("effectifs",):
            figure.settle("topics", ("pertes",), "topic.people_lost")
        if figure.topics == ("navires",) and (predicate.docks or _sails(predicate)):
            figure.settle("topics", ("rotations",), "topic.ship_that_sails")
            figure.settle("event", Event.CALL, predicate.rule)

    def _roles(self, scene: Scene, figure: Figure, first: int, last: int) -> dict[str, Role]:
        """Return the sides that the sentence states."""
        predicate = figure.predicate
        if _is_contrast(scene, first):
            role = find_contrast(scene, last)
            return {"supplier": role} if role else {}
        role = (
            (find_those_of(scene, first) or find_gapped_subject(scene, first)) if figure.antecedent else None
        )
        if role:
            return {"supplier": role}
        if scene.has_phrase(_reversals()):
            figure.rules["direction"] = "party.reversed"
        roles: dict[str, Role] = {}
        if predicate and predicate.rule == "predicate.of_question":
            question = self.reading.sentences[figure.sentence.index - 1]
            roles = find_roles(self.scene(question), predicate, None, self._salient(question, predicate))
            roles = {side: role._replace(mention=None) for side, role in roles.items()}
        elif predicate and self._is_of(predicate, scene, figure):
            roles = find_roles(scene, predicate, (first, last), self._salient(figure.sentence, predicate))
            for beside in (
                find_participles(scene, figure, last) if predicate.rule != "predicate.participle" else ()
            ):
                roles = find_roles(scene, beside, (first, last)) | roles
        elif predicate:
            roles = find_elliptic_subject(scene, predicate, first)
        end = scene.sentence.word_at(figure.end)
        owner = find_owner(scene, figure.event, first, max(end, last))
        if (
            owner
            and not _is_surer(roles.get("supplier"), figure)
            and owner.party not in {role.party for role in roles.values()}
        ):
            roles["supplier"] = owner
        elif "supplier" not in roles and (loser := find_admission(scene, figure.event, first)):
            roles["supplier"] = loser
        return _before_colon(scene, figure, roles, first) | roles | _unused(scene, figure, roles, first)

    @staticmethod
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

    def _salient(self, sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
        """Return the parties that a pronoun of a predicate can mean, likeliest first.

        The subjects of the clauses before it, the nearest sentence first, then the other parties.
        """
        subjects: list[str] = []
        others: list[str] = []
        givers: list[str] = []
        before = self.reading.sentences_before(sentence)
        if sentence.is_question:
            before = reversed(self.reading.sentences[: sentence.index])
        for earlier in (sentence, *before):
            scene = self.scene(earlier)
            end = len(scene.lowers)
            if earlier is sentence:
                end = scene.clauses.index(scene.clauses[predicate.group.first]) if predicate.group else 0
            for group in scene.groups:
                if not group.is_finite or group.last > end:
                    continue
                subject = scene.subject_of(group)
                has_dative = not {"lui", "leur"}.isdisjoint(
                    scene.lowers[max(0, group.first - 2) : group.first]
                )
                if subject == "figure":
                    subjects += _owners(scene, group)
                if isinstance(subject, Mention):
                    (givers if has_dative else subjects).append(subject.party)
            others += [
                mention.party for mention in scene.mentions if mention.is_actor and mention.last <= end
            ]
        return tuple(party for party in dict.fromkeys((*subjects, *others)) if party not in givers)

    def _named_in(self, paragraph: int) -> frozenset[str]:
        """Return the parties that a paragraph names, places apart."""
        return frozenset(
            mention.party
            for sentence in self.reading.sentences
            if sentence.paragraph == paragraph
            for mention in self.scene(sentence).mentions
            if mention.kind not in {NameKind.PLACE, NameKind.NICKNAME}
        )

    def _flows(self) -> Iterator[Flow]:
        """Yield the flows that the sentences of the text tell, with a figure or without."""
        for sentence in (self.title, *self.reading.sentences):
            scene = self.scene(sentence)
            if len({mention.party for mention in scene.mentions}) < len(SIDES):
                continue
            for predicate in find_predicates_of_text(scene):
                if predicate.event in TWO_SIDED - {Event.PAY, Event.OTHER}:
                    roles = find_roles(scene, predicate)
                    if len(roles) == len(SIDES):
                        yield Flow(
                            sentence.start,
                            sentence.paragraph,
                            roles["supplier"].party,
                            roles["recipient"].party,
                        )


def _owners(scene: Scene, group: VerbGroup) -> list[str]:
    """Return whose the things counted are that are the subject of a verb: « 3 000 soldats rwandais campent »."""
    figures = [figure for figure in scene.figures if figure[1] <= group.first]
    owner = find_owner(scene, Event.DEPLOY, *figures[-1]) if figures else None
    return [owner.party] if owner else []


def lay_out(reading: Reading, sentence: Sentence, known: frozenset[str]) -> Scene:
    """Return the layout of a sentence, its figures and attributions marked."""
    figures = [words_of(figure) for figure in reading.figures if figure.sentence is sentence]
    attributions = [other for other in reading.attributions if other.sentence is sentence]
    own = {
        (other.first, other.last)
        for other in attributions
        if is_about_itself(other) or is_denial(other) or _is_own_act(other)
    }
    asides = [words for other in attributions if (words := (other.first, other.last)) not in own]
    dateline = find_dateline(sentence)
    return Scene(
        sentence,
        figures=figures,
        asides=[*asides, (0, dateline)] if dateline else asides,
        attributing=frozenset(other.group.first for other in attributions if other.group),
        known=known,
    )


def _is_own_act(attribution: Attribution) -> bool:
    """Whether the source tells what it did or lost itself: « Kiev admet 46 000 morts »."""
    events = load(Events)
    own = {*events.own_acts.words, *events.own_losses.words}
    is_before = attribution.group is not None and attribution.first < attribution.group.first
    return is_before and attribution.group is not None and attribution.group.lemma in own


def words_of(figure: Figure) -> tuple[int, int]:
    """Return the range of words of a figure in its sentence, up to its last head noun."""
    return figure.sentence.word_at(figure.span.start), figure.sentence.word_at(figure.span.end)


def _reversals() -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in load(Events).reversal.words)


def _as_written(scene: Scene, role: Role) -> str:
    """Return the code of a state, and the name of another party as the sentence writes it."""
    if role.mention is None or role.mention.kind not in {NameKind.GROUP, NameKind.COMPANY}:
        return role.party
    words = scene.words
    return scene.sentence.source[words[role.mention.name].start : words[role.mention.last - 1].end]


def _span(scene: Scene, mention: Mention) -> Span:
    return Span(scene.words[mention.first].start, scene.words[mention.last - 1].end)


def _sails(predicate: Predicate) -> bool:
    """Whether it is the ship that moves: « trois cargos ont quitté Rajin »."""
    is_whole = predicate.is_carrier or predicate.is_weak
    moves = predicate.is_subject and not is_whole and predicate.frame.subject == "things"
    return moves and predicate.event in {Event.TRANSFER, Event.CALL}


def _is_surer(role: Role | None, figure: Figure) -> bool:
    """Whether a role of the sentence tells more than an adjective on the counted noun.

    For example « ont tué 84 hommes de Wagner et 47 soldats maliens »: « de Wagner » says nothing of the soldiers.
    """
    if role is None:
        return False
    if role.rule == "party.origin":
        return False
    return figure.event != Event.LOSS or not role.rule.startswith("party.preposition")


def _is_contrast(scene: Scene, first: int) -> bool:
    """Whether an elliptical figure answers another: « contre moins de 2 000 pour Kiev »."""
    return first > 0 and scene.lowers[first - 1] == "contre"


def _before_colon(scene: Scene, figure: Figure, roles: dict[str, Role], first: int) -> dict[str, Role]:
    """Return who acts in the clause that a colon explains: « Pyongyang ne fournit pas que des obus : 300 hommes … »."""
    predicate, clause = figure.predicate, scene.clauses[first]
    if predicate is None or predicate.group is None or not predicate.group.is_passive or "supplier" in roles:
        return {}
    start = scene.clauses.index(clause)
    if scene.lowers[start] != ":" or predicate.frame.subject != "supplier":
        return {}
    for group in scene.groups:
        subject = scene.subject_of(group) if group.is_finite and group.last <= start else None
        if isinstance(subject, Mention) and subject.party not in {role.party for role in roles.values()}:
            return {"supplier": Role(subject.party, "party.before_colon", subject)}
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
        and not (mention.kind == NameKind.GROUP and mention.preposition == "de")
        and not scene.is_distant(mention)
    ]  # fmt: skip
    clauses = set(scene.lineage(first))
    free = [mention for mention in free if mention.preposition or not mention.is_actor]
    inside = [mention for mention in free if scene.clauses[mention.first] in clauses]
    for others in ([mention for mention in inside if mention.is_actor], inside, free):
        if len({mention.party for mention in others}) == 1:
            return {missing[0]: Role(others[0].party, "party.other_of_sentence", others[0])}
        if others:
            return {}
    return {}


def _buys_goods(figure: Figure) -> bool:
    """Whether an amount is the value of goods: « 9,8 milliards de dollars d'armes »."""
    if figure.predicate and figure.predicate.rule == "predicate.estimate":
        return True
    if figure.noun is None:
        return False
    topic = topic_of(figure.noun.text)
    return bool(_GOODS.intersection(split_words(figure.noun.text)[:1])) or (
        topic is not None and not topic.weak
    )


def _pay_in_own_currency(figure: Figure) -> None:
    """Take a sign that several currencies share for that of who pays: the « 123 M$ » of Ottawa are Canadian."""
    for shared in load(NationalCurrencies).shared:
        if (
            shared.by_payer
            and figure.supplier in shared.states
            and figure.quantity.text.endswith(shared.endings)
        ):
            quantity = figure.quantity.model_copy(update={"unit": shared.code})
            figure.settle("quantity", quantity, f"{figure.rules['quantity']} currency.of_payer")


def _inherit_rate(figure: Figure) -> None:
    """Give an elliptical figure the rate and the statistic of the one that it refers back to."""
    other = figure.antecedent
    if other is None or figure.quantity.per or not other.quantity.per or other.event != figure.event:
        return
    if "prix" in figure.topics or figure.quantity.unit == "%":
        return
    figure.settle(
        "quantity",
        figure.quantity.model_copy(update={"per": other.quantity.per, "statistic": other.quantity.statistic}),
        f"{figure.rules['quantity']} rate.inherited",
    )
