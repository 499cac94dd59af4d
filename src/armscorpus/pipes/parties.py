"""The stage that finds what happened, and between whom: event, supplier, recipient.

Stated parties come from the frame of the verb or noun, or from an adjective on the counted noun. What the sentence does
not name is inherited, in this order: from the figure that an elliptical one refers back to, from the nearest earlier
figure of the same kind of event, from the nearest later one; and is marked so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.lexicon.phrases import split_words
from armscorpus.models import Event, Span
from armscorpus.pipes.catalogue import topic_of
from armscorpus.pipes.gazetteer import NameKind, gazetteer
from armscorpus.pipes.predicates import Predicate, bend, default_event, find_predicate
from armscorpus.pipes.reading import Figure, Reading, Sentence, reading_of
from armscorpus.pipes.scene import Mention, Scene
from armscorpus.pipes.verbs import VerbGroup

_FLOWS = frozenset({Event.TRANSFER, Event.DEPLOY, Event.CALL, Event.ORDER, Event.OTHER})
_TWO_SIDED = frozenset({*_FLOWS, Event.PAY})
_OWNED = frozenset({Event.TRANSFER, Event.DEPLOY, Event.LOSS, Event.FIRE, Event.STOCK, Event.PRODUCE, Event.ORDER})
_GOODS = frozenset({"armes", "armement", "armements", "matériel", "matériels", "équipements", "équipement", "munitions"})


@Language.factory("armscorpus_parties", requires=["doc._.armscorpus_figures", "doc._.armscorpus_attributions"])
def create_parties(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it gives each figure its event, supplier and recipient."""
    return annotate_parties


def annotate_parties(doc: Doc) -> Doc:
    """Give each figure of a document its event, supplier and recipient."""
    reading = reading_of(doc)
    _Parties(reading).settle()
    return doc


class _Parties:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.known = _known_parties(reading) if reading.figures else frozenset()
        self.subjects: dict[int, str] = {}

    def settle(self) -> None:
        for figure in self.reading.figures:
            self._state(figure)
        for figures in (self.reading.figures, list(reversed(self.reading.figures))):
            for index, figure in enumerate(figures):
                _inherit(figure, figures[:index][::-1])
        self.reading.figures = [figure for figure in self.reading.figures if _is_of_arms(figure)]

    def scene(self, sentence: Sentence) -> Scene:
        """Return the layout of a sentence."""
        if sentence.start not in self.reading.scenes:
            self.reading.scenes[sentence.start] = lay_out(self.reading, sentence, self.known)
        return self.reading.scenes[sentence.start]

    def _state(self, figure: Figure) -> None:
        """Set what the sentence itself says."""
        scene = self.scene(figure.sentence)
        first, last = words_of(figure)
        predicate = find_predicate(scene, figure, first, last)
        if figure.antecedent and (predicate is None or _is_contrast(scene, first)):
            predicate = predicate if predicate and not _is_contrast(scene, first) else figure.antecedent.predicate
            inherited = figure.antecedent.event
        else:
            inherited = None
        figure.predicate = predicate
        self._set_event(figure, predicate, inherited)
        roles = dict(self._roles(scene, figure, predicate, first, last))
        for side in ("supplier", "recipient"):
            if side in roles:
                mention, rule = roles[side]
                figure.settle(side, mention if isinstance(mention, str) else mention.party, rule)
                if isinstance(mention, Mention):
                    figure.spans[side] = _span(scene, mention)

    def _set_event(self, figure: Figure, predicate: Predicate | None, inherited: Event | None) -> None:
        if predicate and predicate.group:
            words = figure.sentence.words
            if predicate is not (figure.antecedent and figure.antecedent.predicate):
                figure.spans["predicate"] = Span(words[predicate.group.first].start, words[predicate.group.last - 1].end)
        if inherited is not None:
            figure.settle("event", inherited, "event.antecedent", implied=True)
        elif predicate:
            figure.settle("event", bend(predicate.event, figure, buys_goods=_buys_goods(figure)), predicate.rule)
        else:
            event = default_event(figure)
            if event:
                figure.settle("event", event, "event.topic", implied=True)
        if figure.event == Event.LOSS and figure.topics == ("effectifs",):
            figure.settle("topics", ("pertes",), "topic.people_lost")

    def _roles(
        self, scene: Scene, figure: Figure, predicate: Predicate | None, first: int, last: int
    ) -> Iterator[tuple[str, tuple[Mention | str, str]]]:
        """Yield the sides that the sentence states; the last one for a side is the strongest."""
        yield from self._owner(scene, figure, last)
        if predicate is None:
            return
        if _is_contrast(scene, first):
            for mention in scene.mentions:
                if mention.first >= last and mention.preposition in {"pour", "chez", "côté", "de"}:
                    yield "supplier", (mention, "party.contrast")
                    return
            return
        yield from self._by_preposition(scene, figure, predicate, first, last)
        if predicate.group:
            yield from self._by_subject(scene, figure, predicate, predicate.group)

    def _owner(self, scene: Scene, figure: Figure, last: int) -> Iterator[tuple[str, tuple[Mention | str, str]]]:
        """Yield the supplier that an adjective on the counted noun tells: « soldats nord-coréens »."""
        if figure.event not in _OWNED:
            return
        start = scene.sentence.word_at(figure.span.start)
        for mention in scene.mentions:
            head = mention.head
            inside = head is not None and start <= head < last
            if (inside or start <= mention.first < last) and mention.kind == NameKind.DEMONYM:
                yield "supplier", (mention, "party.adjective")
                return

    def _by_preposition(
        self, scene: Scene, figure: Figure, predicate: Predicate, first: int, last: int
    ) -> Iterator[tuple[str, tuple[Mention | str, str]]]:
        frame, sides = predicate.frame, dict[str, tuple[Mention | str, str]]()
        anchor = predicate.group.first if predicate.group else predicate.index or 0
        clauses = {scene.clauses[anchor], scene.clauses[first]} if anchor < len(scene.clauses) else {scene.clauses[first]}
        for mention in scene.mentions:
            if scene.clauses[mention.first] not in clauses:
                continue
            for side in self._sides(scene, predicate, mention, anchor, first, last):
                if side == "both":
                    side = "recipient" if "supplier" in sides else "supplier"
                if side in {"supplier", "recipient"}:
                    sides.setdefault(side, (mention, f"party.{mention.preposition or 'beside'}"))
        if frame.object and predicate.group:
            for mention in scene.mentions:
                if predicate.group.last <= mention.first <= predicate.group.last + 2 and mention.preposition is None:
                    sides.setdefault(frame.object, (mention, "party.object"))
        yield from sides.items()

    def _sides(
        self, scene: Scene, predicate: Predicate, mention: Mention, anchor: int, first: int, last: int
    ) -> Iterator[str]:
        frame, preposition = predicate.frame, mention.preposition
        passive = predicate.group is None or predicate.group.is_passive
        if preposition == "par" and passive and mention.first > anchor:
            if frame.subject != "enemy":
                yield "supplier" if frame.subject == "things" else frame.subject
            return
        if predicate.index is not None and mention.head == predicate.index and mention.kind == NameKind.DEMONYM:
            yield "supplier" if frame.subject in {"things", "enemy"} else frame.subject
            return
        if preposition == "de" and not _attaches(scene, mention, predicate):
            preposition = None
        if preposition is None or not mention.is_actor or preposition not in frame.prepositions:
            if preposition is None and mention.is_actor and not mention.head:
                return
            preposition = scene.preposition_of_place(mention, frozenset(frame.prepositions) - {"de", "en"})
        side = frame.prepositions.get(preposition or "")
        if side:
            yield side

    def _by_subject(
        self, scene: Scene, figure: Figure, predicate: Predicate, group: VerbGroup
    ) -> Iterator[tuple[str, tuple[Mention | str, str]]]:
        side = predicate.frame.subject
        if group.is_passive or side not in {"supplier", "recipient"}:
            return
        subject = scene.subject_of(group)
        if isinstance(subject, Mention):
            self.subjects[figure.sentence.start] = subject.party
            if not predicate.is_carrier:
                yield side, (subject, "party.subject")
        elif subject == "pronoun" and not predicate.is_carrier:
            party = self._pronoun(figure.sentence)
            if party:
                yield side, (party, "party.pronoun")

    def _pronoun(self, sentence: Sentence) -> str | None:
        """Return the party that a pronoun means: the subject of an earlier sentence of the paragraph."""
        for earlier in self.reading.sentences_before(sentence):
            if earlier.start in self.subjects:
                return self.subjects[earlier.start]
            scene = self.scene(earlier)
            for group in scene.groups:
                subject = scene.subject_of(group) if group.is_finite else None
                if isinstance(subject, Mention):
                    return subject.party
            for mention in scene.mentions:
                if mention.preposition is None and mention.is_actor:
                    return mention.party
        return None


def lay_out(reading: Reading, sentence: Sentence, known: frozenset[str]) -> Scene:
    """Return the layout of a sentence, its figures and attributions marked."""
    figures = [words_of(figure) for figure in reading.figures if figure.sentence is sentence]
    asides = [(other.first, other.last) for other in reading.attributions if other.sentence is sentence]
    return Scene(sentence, figures=figures, asides=asides, known=known)


def words_of(figure: Figure) -> tuple[int, int]:
    """Return the range of words of a figure in its sentence, up to its last head noun."""
    return figure.sentence.word_at(figure.span.start), figure.sentence.word_at(figure.span.end)


def _span(scene: Scene, mention: Mention) -> Span:
    return Span(scene.words[mention.first].start, scene.words[mention.last - 1].end)


def _known_parties(reading: Reading) -> frozenset[str]:
    """Return the parties that the article names unmistakably."""
    words = split_words(reading.whole_text)
    table, found, index = gazetteer(), set(), 0
    while index < len(words):
        match = table.find(words, index)
        if match and match[1].kind not in {NameKind.NICKNAME, NameKind.PLACE}:
            found.add(match[1].party)
        index = match[0] if match else index + 1
    return frozenset(found)


def _is_contrast(scene: Scene, first: int) -> bool:
    """Whether an elliptical figure answers another: « contre moins de 2 000 pour Kiev »."""
    return first > 0 and scene.lowers[first - 1] == "contre"


def _attaches(scene: Scene, mention: Mention, predicate: Predicate) -> bool:
    """Whether « de X » completes the verb, not the noun before it: « a reçu 300 obus de Séoul », « parti de Rajin »."""
    before = mention.first - 1
    while before > 0 and scene.lowers[before] in {"de", "du", "des", "d'", "la", "le", "l'"}:
        before -= 1
    if any(start <= before < end for start, end in scene.figures):
        return True
    if predicate.index is not None:
        return True
    return any(group.last == before + 1 for group in scene.groups) or scene.lowers[before] in {","}


def _buys_goods(figure: Figure) -> bool:
    """Whether an amount is the value of goods: « 9,8 milliards de dollars d'armes »."""
    if figure.noun is None:
        return False
    words = figure.noun.text.lower().replace("’", "'").split()
    topic = topic_of(figure.noun.text)
    return bool(_GOODS.intersection(words[:1])) or (topic is not None and not topic.weak)


def _family(event: Event | None) -> frozenset[Event]:
    if event in _FLOWS:
        return _FLOWS
    return frozenset({event}) if event else frozenset()


def _inherit(figure: Figure, others: list[Figure]) -> None:
    """Fill in the sides that the sentence does not name, from the nearest figure of the same kind of event."""
    if figure.event is None:
        donor = next((other for other in others if other.event), None)
        if donor and donor.event:
            figure.settle("event", bend(donor.event, figure, buys_goods=False), "event.inherited", implied=True)
    if figure.antecedent and figure.antecedent.event == figure.event:
        others = [figure.antecedent, *others]
    family = _family(figure.event)
    for other in others:
        if other.event in family and _agrees(figure, other):
            _copy_sides(figure, other)
        if _is_complete(figure):
            return


def _is_complete(figure: Figure) -> bool:
    return bool(figure.supplier and (figure.recipient or figure.event not in _TWO_SIDED))


def _agrees(figure: Figure, other: Figure) -> bool:
    """Whether what two figures state of their sides does not differ."""
    pairs = ((figure.supplier, other.supplier), (figure.recipient, other.recipient))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def _copy_sides(figure: Figure, other: Figure) -> None:
    if figure.supplier is None and other.supplier and other.supplier != figure.recipient:
        figure.settle("supplier", other.supplier, "party.inherited", implied=True)
    if figure.event in _TWO_SIDED and figure.recipient is None and other.recipient and other.recipient != figure.supplier:
        figure.settle("recipient", other.recipient, "party.inherited", implied=True)


def _is_of_arms(figure: Figure) -> bool:
    """Whether a figure of people is of arms: those sent, fighting or lost, not those who flee or vote."""
    if not figure.is_weak or "event" in figure.implied:
        return not figure.is_weak
    return figure.event in {Event.DEPLOY, Event.LOSS}
