"""Attributions by a verb that comes before what is said: « Le NIS affirme que », « L'OTAN avance trois millions »."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.attribution.clues import QUOTES, Clues, idiom_end
from armscorpus.pipes.attribution.prepositions import OBSERVERS, openers
from armscorpus.pipes.attribution.record import Attribution, Manner, denies
from armscorpus.pipes.attribution.verb_objects import accusations, has_colon, takes_object
from armscorpus.pipes.outlets import via_frames, via_openers
from armscorpus.pipes.source_phrase import SourcePhrase
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_verbs, grammar, reporting_verbs

_CONNECTORS = frozenset({"quand", "lorsque", "si", "mais", "et", "or", "car", "puis", "puisque", *QUOTES})
_PRONOUNS = frozenset({"il", "elle", "ils", "elles"})
_BREAKS = frozenset({";", ":", "(", "que", "qu'", "mais", "tandis", "–", "—"})
_CLAUSE_REACH = 6  # words between a verb and the losses that are its object


def find_before(clues: Clues, group: VerbGroup, earlier: Attribution | None) -> Attribution | None:
    """Return the attribution of what follows a verb to its subject, None where it makes none.

    `earlier` is the last such attribution: a verb without a subject shares the one of the verb before.
    """
    if not (_speaks(group) or idiom_end(clues, group) is not None) or not takes_object(clues, group):
        return None
    if clues.lower(group.first - 1) in {"dont", "que", "qu'"}:
        return _relative(clues, group)
    pronoun = _pronoun_before(clues, group)
    if pronoun is not None and not _may_act(group):
        return Attribution(clues.sentence, pronoun, pronoun + 1, Manner.VERB_BEFORE, None, None, group)
    source = _subject_before(clues, group) or _shared_subject(clues, group, earlier)
    if source is None or (not clues.is_known(source) and (_may_act(group) or has_colon(clues, group))):
        return None
    if _may_act(group) and not (_is_observer(source) or _reports(clues, group)):
        return None
    if (
        denies(group)
        and clues.lower(source.first - 1) in {"que", "qu'"}
        and clues.lower(source.first - 2) == "ce"
    ):
        return None  # « ce que Kigali dément » only puts in
    last = max(source.first + 1, min(clues.after_apposition(source), group.first))
    return Attribution(clues.sentence, source.first, last, Manner.VERB_BEFORE, source, None, group)


def _relative(clues: Clues, group: VerbGroup) -> Attribution | None:
    """Return the attribution in « 300 chars, dont dispose le ministère », « que revendique l'armée »."""
    source = clues.source_at(group.last)
    if group.lemma == "citer" or source is None or not clues.can_speak(source):
        return None
    return Attribution(clues.sentence, group.first - 1, source.last, Manner.RELATIVE, source, None, group)


def _speaks(group: VerbGroup) -> bool:
    links = any(link.lemma in reporting_verbs() for link in group.links)
    feels = group.reflexive and group.lemma in load(Attributions).feeling.words
    return group.lemma in reporting_verbs() or group.lemma in accusations() or links or feels or denies(group)


def _pronoun_before(clues: Clues, group: VerbGroup) -> int | None:
    """Return the index of the pronoun that is the subject of a verb: « Il a ajouté que »."""
    index = group.first - 1
    while index > 0 and clues.lowers[index] in grammar().clitics:
        index -= 1
    return index if index >= 0 and clues.lowers[index] in _PRONOUNS else None


def _subject_before(clues: Clues, group: VerbGroup) -> SourcePhrase | None:
    """Return the source that is the subject of a verb: the first phrase of its clause that can speak."""
    index = _clause_start(clues, group)
    while index < group.first:
        is_frame = _is_adverbial(clues, index)
        index = clues.after_dates(index)
        while index < group.first and clues.lowers[index] in _CONNECTORS:
            index += 1
        if index >= group.first:
            break
        is_frame = is_frame or _is_adverbial(clues, index)
        source = None if is_frame else clues.speaker_at(index, group.first)
        if source:
            return source
        index = next((at + 1 for at in range(index, group.first) if clues.lowers[at] == ","), group.first)
    return None


def _is_adverbial(clues: Clues, index: int) -> bool:
    """Whether the words up to the next comma only frame the clause: « Selon X, », « Interrogé par CNN, »."""
    return any(table().find(clues.lowers, index) for table in (openers, via_openers, via_frames))


def _shared_subject(clues: Clues, group: VerbGroup, earlier: Attribution | None) -> SourcePhrase | None:
    """Return the subject of the verb before, with which this one is coordinated: « dément X, mais reconnaît Y »."""
    if earlier is None or earlier.group is None or earlier.group.last > group.first:
        return None
    start = group.first - 1
    while start > 0 and clues.lowers[start] in grammar().clitics:
        start -= 1
    return earlier.source if clues.lower(start) in {"mais", "et", "puis", "tout"} else None


def _clause_start(clues: Clues, group: VerbGroup) -> int:
    depth, asides = 0, _relative_asides(clues, group.first)
    for index in range(group.first - 1, -1, -1):
        lower = clues.lowers[index]
        if index in asides:
            continue
        depth += (lower == ")") - (lower == "(" and depth > 0)
        if depth > 0 or (lower == "(" and ")" in clues.lowers[index : group.first]):
            continue
        if lower in _BREAKS | {"dont"}:
            return index + 1
        if lower == "qui":
            return _antecedent_start(clues, index)
        if any(first <= index < last for first, last in clues.figures):
            return index + 1
    return 0


def _relative_asides(clues: Clues, end: int) -> frozenset[int]:
    """Return the words of the relatives closed by a comma before a verb: « Oryx, qui exige une photo, recense »."""
    inside: set[int] = set()
    for index in range(1, end):
        opens = clues.lowers[index] in grammar().relatives and clues.lowers[index - 1] == ","
        if opens and index not in inside:
            verb = next((other.last for other in clues.groups if index < other.first), end)
            comma = next((at for at in range(verb, end) if clues.lowers[at] == ","), None)
            inside.update(range(index, comma + 1) if comma else ())
    return frozenset(inside)


def _antecedent_start(clues: Clues, index: int) -> int:
    """Return where the noun phrase before « , qui » begins."""
    start = index - 1 - (clues.lowers[index - 1] == ",")
    while start > 0 and clues.lowers[start - 1] not in {",", ";", ":", "que", "qu'", "."}:
        start -= 1
    return start


_ACTING = frozenset({"annoncer", "confirmer", "dévoiler"})


def _may_act(group: VerbGroup) -> bool:
    """Whether a verb of saying may as well tell an event: « compte », « annonce »."""
    if group.lemma in _ACTING:
        return True
    # « Tsahal en a compté 591 » counts, « le Hezbollah compte 591 chars » has.
    if group.lemma == "compter" and group.form == Tense.PARTICIPLE:
        return False
    return group.lemma in reporting_verbs() and group.lemma in event_verbs()


def _is_observer(source: SourcePhrase) -> bool:
    """Whether the subject of a verb that also tells an event (« compte ») rather reports than acts."""
    if source.person or _STAFFS.intersection(split_words(source.name)):
        return True
    if source.noun is not None and source.noun not in grammar().organs:
        return True
    institution = find_institution(source.acronym or source.name)
    return institution is not None and institution.kind in OBSERVERS


_STAFFS = frozenset({"renseignement", "état-major"})


def _reports(clues: Clues, group: VerbGroup) -> bool:
    """Whether an actor reports what it counts: losses, or a figure alone (« Kiev annonce 1 100 morts »)."""
    start = clues.after_dates(group.last)
    if not clues.losses.isdisjoint(range(start, start + _CLAUSE_REACH)):
        return True
    return start in clues.bare and clues.lower(group.first - 1) != "en"
