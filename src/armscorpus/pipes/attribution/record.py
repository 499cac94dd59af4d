"""An attribution, and what its verb of saying tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from armscorpus.lexicon.inflection import Tense
from armscorpus.models import Span
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import denial_verbs, reporting_verbs


class Manner(StrEnum):
    """How an attribution is made; it decides how far it reaches. An origin reaches the sentence before."""

    PREPOSITION = "preposition"
    VERB_BEFORE = "verb_before"
    VERB_AFTER = "verb_after"
    RELATIVE = "relative"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution in a sentence: the words [first, last) that make it, and the source that it names.

    `source` is None where only a pronoun or an impersonal « on » names it. `via` is the outlet. `group` is the verb
    of saying.
    """

    sentence: Sentence
    first: int
    last: int
    manner: Manner
    source: SourcePhrase | None
    via: str | None = None
    group: VerbGroup | None = None

    @property
    def span(self) -> Span:
        """The words of the attribution in the text."""
        words = self.sentence.words
        return Span(words[self.first].start, words[self.last - 1].end)

    @property
    def name_span(self) -> Span | None:
        """The words that name the source."""
        if self.source is None:
            return None
        words = self.sentence.words
        return Span(words[self.source.first].start, words[self.source.last - 1].end)


def denies(group: VerbGroup) -> bool:
    """Whether a verb group denies what is said: « nie avoir livré », « dément »."""
    return group.lemma in denial_verbs() or any(link.lemma in denial_verbs() for link in group.links)


def is_denial(attribution: Attribution) -> bool:
    """Whether the source denies what it is quoted about: « le Kremlin nie avoir payé »."""
    return attribution.group is not None and denies(attribution.group) and not attribution.group.negated


def is_about_itself(attribution: Attribution) -> bool:
    """Whether the source speaks of what it does itself: « l'Ukraine dit vouloir »."""
    return attribution.group is not None and any(
        link.lemma in reporting_verbs() for link in attribution.group.links
    )


def is_past_statement(attribution: Attribution) -> bool:
    """Whether the statement was made earlier than the news: « parlait », « avait dit »."""
    return attribution.group is not None and attribution.group.tense == Tense.IMPERFECT
