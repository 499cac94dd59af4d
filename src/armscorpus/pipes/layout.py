"""The scenes of a document's sentences, laid out once and kept in its reading."""

from __future__ import annotations

from functools import cached_property

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Events
from armscorpus.pipes.attribution import Attribution, is_about_itself, is_denial
from armscorpus.pipes.gazetteer import NameKind
from armscorpus.pipes.reading import Figure, Reading
from armscorpus.pipes.scene import Scene
from armscorpus.pipes.sentences import Sentence, find_dateline


class Layout:
    """The sentences of a document as scenes; `title` is the title of the article as a sentence before the first."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._named: dict[int, frozenset[str]] = {}
        self.title = Sentence(reading.title, -1, 0, len(reading.title), -1, is_item=False)

    def scene(self, sentence: Sentence) -> Scene:
        """Return the layout of a sentence."""
        if sentence is self.title:
            return self._scene_of_title
        if sentence.start not in self.reading.scenes:
            self.reading.scenes[sentence.start] = lay_out(self.reading, sentence)
        return self.reading.scenes[sentence.start]

    @cached_property
    def _scene_of_title(self) -> Scene:
        return Scene(self.title, known=self.reading.known)

    def named_in(self, paragraph: int) -> frozenset[str]:
        """Return the parties that a paragraph names, places apart."""
        if paragraph not in self._named:
            self._named[paragraph] = frozenset(
                mention.party
                for sentence in self.reading.paragraph(paragraph)
                for mention in self.scene(sentence).mentions
                if mention.kind not in {NameKind.PLACE, NameKind.NICKNAME}
                and not self.scene(sentence).is_apposed(mention)
            )
        return self._named[paragraph]

    def question_before(self, sentence: Sentence) -> Sentence | None:
        """Return the question that stands just before a sentence."""
        before = self.reading.sentences[sentence.index - 1] if sentence.index > 0 else None
        return before if before and before.is_question else None


def lay_out(reading: Reading, sentence: Sentence) -> Scene:
    """Return the layout of a sentence, its figures and attributions marked."""
    figures = [words_of(figure) for figure in reading.figures_in(sentence)]
    attributions = reading.attributions_in(sentence)
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
        known=reading.known,
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
