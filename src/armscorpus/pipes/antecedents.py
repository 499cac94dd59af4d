"""Whom a pronoun or a general noun means: « a-t-il ajouté », « le même service », « l'ONG », « ce dernier »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Attributions
from armscorpus.models import Source
from armscorpus.pipes.attribution import Attribution, Manner
from armscorpus.pipes.gazetteer import NameKind, find_names, gazetteer
from armscorpus.pipes.outlets import outlets
from armscorpus.pipes.phrase_bounds import verb_stops
from armscorpus.pipes.reading import Reading
from armscorpus.pipes.sentences import Sentence
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of, read_source
from armscorpus.pipes.verbs import find_verb_groups
from armscorpus.pipes.words import read_words

_REACH = 12  # sentences before an anaphor in which its antecedent is looked for

# Nouns that with an adjective are a name: « le renseignement ukrainien », « l'armée russe ».
_OWN_NAMES = frozenset(
    {"renseignement", "armée", "état-major", "marine", "gouvernement", "ministère", "parquet", "défense"}
)


def is_generic(phrase: SourcePhrase) -> bool:
    """Whether a source is only « le ministre », « l'institut britannique »: a noun, at most with an adjective."""
    if phrase.name.lower() in load(Attributions).titles:
        return True
    plain = phrase.noun is not None and not phrase.person and phrase.acronym is None
    return (
        plain
        and phrase.last - phrase.first <= 2
        and (phrase.name == phrase.name.lower() or phrase.name.lower() == (phrase.noun or "").lower())
        and (phrase.noun not in _OWN_NAMES or len(phrase.name.split()) == 1)
        and not (phrase.name.isupper() and find_institution(phrase.name))
    )


class Naming(NamedTuple):
    """A noun phrase that names somebody, and its sentence."""

    phrase: SourcePhrase
    sentence: Sentence


class Antecedents:
    """The sources of an article as far as it is read, to look back to."""

    def __init__(self, reading: Reading, by_sentence: Mapping[int, Sequence[Attribution]]) -> None:
        self._reading = reading
        self._by_sentence = by_sentence
        self._named: list[tuple[SourcePhrase, Source]] = []
        self._sources: dict[int, Source] = {}

    def remember(self, attribution: Attribution, source: Source) -> None:
        """Keep the source of an attribution."""
        self._sources[id(attribution)] = source
        if attribution.source:
            self._named.append((attribution.source, source))

    def of_noun(self, phrase: SourcePhrase, sentence: Sentence) -> Source | Naming | None:
        """Return the last source that a noun can mean: « le même service » a body, « le ministre » a person."""
        titled = self._by_title(phrase)
        if titled or phrase.name.lower() in load(Attributions).titles:
            return titled
        if phrase.noun in _OWN_NAMES:
            return self._same_noun(phrase) or self._in_text(phrase, sentence)
        return self._same_noun(phrase) or self._in_text(phrase, sentence) or self._of_kind(phrase)

    def _by_title(self, phrase: SourcePhrase) -> Source | None:
        """Return the last person whose institution or function goes with a title: « le chef de l'État »."""
        words = load(Attributions).titles.get(phrase.name.lower(), ())
        for _, source in reversed(self._named):
            told = f"{source.institution} {source.function}".lower()
            if source.person and any(word in told for word in words):
                return source.model_copy(update={"via": None})
        return None

    def _same_noun(self, phrase: SourcePhrase) -> Source | None:
        for earlier, source in reversed(self._named):
            if phrase.noun and earlier.noun == phrase.noun and not is_generic(earlier):
                return source
        like = load(Attributions).likeness.get(phrase.noun or "", ())
        for _, source in reversed(self._named):
            if any(word in split_words(source.name or "") for word in like):
                return source
        return None

    def _of_kind(self, phrase: SourcePhrase) -> Source | None:
        """Return the last person, or the last body that is no outlet, as the noun and its adjective want."""
        wants_person = nouns_of("person").find([phrase.noun or ""], 0) is not None
        if not (wants_person or phrase.is_anaphoric or phrase.noun in load(Attributions).kinds):
            return None
        states = {name.party for name in find_names(read_words(phrase.name))}
        for earlier, source in reversed(self._named):
            is_outlet = outlets().find([word.lower() for word in earlier.name.split()], 0)
            is_foreign = bool(states) and source.state is not None and source.state not in states
            if earlier.person == wants_person and not is_outlet and not is_foreign:
                return source
        return None

    def _in_text(self, phrase: SourcePhrase, sentence: Sentence) -> Naming | None:
        """Return who an earlier sentence names so, though it is no source there: « Le ministre X s'est dit prêt »."""
        kinds = load(Attributions).kinds.get(phrase.noun or "", ())
        wants_person = nouns_of("person").find([phrase.noun or ""], 0) is not None
        for earlier in (sentence, *self._sentences_before(sentence)):
            for found in _phrases(earlier):
                if earlier is sentence and found.last > phrase.first:
                    break
                if _is_human(found) and not wants_person:
                    continue
                is_named = found.person or (found.noun in _OWN_NAMES and not is_generic(found))
                if found.noun == phrase.noun and is_named:
                    return Naming(found, earlier)
                institution = find_institution(found.acronym or found.name)
                if institution and institution.kind in kinds:
                    return Naming(found, earlier)
        return None

    def of_latter(self, sentence: Sentence) -> Naming | None:
        """Return who « celui-ci » means: the last who was named before this sentence."""
        for earlier in self._sentences_before(sentence):
            named = [found for found in _phrases(earlier) if _is_somebody(found)]
            if named:
                return Naming(named[-1], earlier)
        return None

    def of_pronoun(self, attribution: Attribution) -> Source | Naming | None:
        """Return whom « a-t-il ajouté » means: who begins this or an earlier sentence, or the last source."""
        sentence = attribution.sentence
        subject = self._subject(sentence, attribution.first)
        here = self._source_in(sentence, attribution.first) or (
            subject if subject and _is_human(subject.phrase) else None
        )
        if here:
            return here
        for earlier in self._reading.sentences_before(sentence):
            found = self._source_in(earlier, None) or self._subject(earlier, len(earlier.words))
            if found:
                return found
        return self._named[-1][1].model_copy(update={"via": None}) if self._named else None

    def _source_in(self, sentence: Sentence, before: int | None) -> Source | None:
        for other in reversed(self._by_sentence.get(sentence.start, ())):
            if (before is None or other.first < before) and (source := self._sources.get(id(other))):
                return source.model_copy(update={"via": None})
        return None

    def _subject(self, sentence: Sentence, before: int) -> Naming | None:
        """Return the person or body with which a sentence begins: « Un responsable européen doute de ces chiffres »."""
        words = sentence.words[:before]
        others = self._by_sentence.get(sentence.start, ())
        if not words or any(other.manner == Manner.VERB_BEFORE for other in others):
            return None
        source = read_source(words, 0, _stops(sentence, before))
        if source and source.last < len(words) and words[source.last].lower == "," and not source.person:
            inner = read_source(words, source.last + 1, _stops(sentence, before))
            source = inner if inner and inner.person and source.noun else source
        return Naming(source, sentence) if source and _is_somebody(source) else None

    def _sentences_before(self, sentence: Sentence) -> Iterator[Sentence]:
        start = max(0, sentence.index - _REACH)
        yield from reversed(self._reading.sentences[start : sentence.index])


def _is_human(phrase: SourcePhrase) -> bool:
    """Whether a phrase names or describes a person."""
    return phrase.person or (
        phrase.noun is not None and nouns_of("person").find([phrase.noun], 0) is not None
    )


def _is_somebody(phrase: SourcePhrase) -> bool:
    """Whether a phrase names a person, or a body that is known to speak."""
    if _is_human(phrase):
        return True
    return find_institution(phrase.acronym or phrase.name) is not None


def _stops(sentence: Sentence, before: int) -> frozenset[int]:
    words = sentence.words[:before]
    return verb_stops(words, find_verb_groups(words))


def _phrases(sentence: Sentence) -> Iterator[SourcePhrase]:
    """Yield the noun phrases of a sentence that name somebody, in order."""
    words, index, stops = sentence.words, 0, _stops(sentence, len(sentence.words))
    while index < len(words):
        lower = words[index].lower
        if words[index].text[:1].isupper() or nouns_of("speaker").find([word.lower for word in words], index):
            phrase = read_source(words, index, stops)
            name = gazetteer().find([word.lower for word in words], index)
            is_place = (
                name
                and name[1].kind not in {NameKind.GROUP, NameKind.COMPANY}
                and not (phrase and phrase.noun)
            )
            if phrase and lower[:1].isalpha() and not is_place:
                yield phrase
                index = phrase.last
                continue
        index += 1
