"""Attributions by a verb that comes before what is said: « Le NIS affirme que », « L'OTAN avance trois millions »."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.institutions import find_institution
from armscorpus.lexicon.phrases import split_words
from armscorpus.lexicon.schema import Attributions, Modalities
from armscorpus.pipes.attribution.clues import QUOTES, Clues, idiom_end
from armscorpus.pipes.attribution.prepositions import OBSERVERS, openers
from armscorpus.pipes.attribution.record import Attribution, Manner, denies
from armscorpus.pipes.outlets import via_frames, via_openers
from armscorpus.pipes.source_phrase import SourcePhrase, nouns_of
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_nouns, event_verbs, grammar, insertions, reporting_verbs

_CONNECTORS = frozenset({"quand", "lorsque", "si", "mais", "et", "or", "car", "puis", "puisque", *QUOTES})
_PRONOUNS = frozenset({"il", "elle", "ils", "elles"})
_BREAKS = frozenset({";", ":", "(", "que", "qu'", "mais", "tandis", "–", "—"})
_CLAUSE_REACH = 6  # words between a verb of saying and the « que » or the colon that it governs
_ACCUSED_REACH = 10  # words between « accuse » and the infinitive


def find_before(clues: Clues, group: VerbGroup, earlier: Attribution | None) -> Attribution | None:
    """Return the attribution of what follows a verb to its subject, None where it makes none.

    `earlier` is the last such attribution: a verb without a subject shares the one of the verb before.
    """
    if not (_speaks(group) or idiom_end(clues, group) is not None) or not _takes_object(clues, group):
        return None
    if clues.lower(group.first - 1) in {"dont", "que", "qu'"}:
        return _relative(clues, group)
    pronoun = _pronoun_before(clues, group)
    if pronoun is not None and not _may_act(group):
        return Attribution(clues.sentence, pronoun, pronoun + 1, Manner.VERB_BEFORE, None, None, group)
    source = _subject_before(clues, group) or _shared_subject(clues, group, earlier)
    if source is None or (not clues.is_known(source) and (_may_act(group) or _has_colon(clues, group))):
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
    return (
        group.lemma in reporting_verbs() or group.lemma in _accusations() or links or feels or denies(group)
    )


def _accusations() -> tuple[str, ...]:
    return load(Attributions).accusation.words


def _takes_object(clues: Clues, group: VerbGroup) -> bool:
    """Whether what follows is said: « que », a colon, an infinitive, a noun of an event, or the figure itself."""
    if _withholds(clues, group):
        return False
    if (
        any(link.lemma in reporting_verbs() for link in group.links)
        or denies(group)
        or idiom_end(clues, group) is not None
    ):
        return True
    index = clues.after_audience(group.last)
    near = clues.lowers[index : index + _CLAUSE_REACH]
    if near[:1] in (["qu'"], ["«"], ["“"], ['"']) or "que" in near:
        return True
    if _has_colon(clues, group) or _accuses(clues, group) or _answers(clues, group):
        return True
    if _publishes(clues, group):
        return True
    if any(other.first == index and other.tense == Tense.INFINITIVE for other in clues.groups):
        return True
    if group.lemma not in _DEALING and clues.lower(index) in grammar().determiners:
        return clues.lower(index + 1) in event_nouns() or _takes_figure(clues, group)
    return _takes_figure(clues, group)


def _withholds(clues: Clues, group: VerbGroup) -> bool:
    """Whether a verb holds things back, and tells no figure: « retient un chargement de 3 000 bombes »."""
    words = load(Modalities).withholding.words
    behind = clues.lowers[group.last : group.last + 3]
    return group.lemma in words and not event_nouns().keys().isdisjoint(behind)


def _answers(clues: Clues, group: VerbGroup) -> bool:
    """Whether somebody answers in words, which follow: « Le ministère a répondu par écrit. »."""
    behind = insertions().find(clues.lowers, group.last) if group.last < len(clues.lowers) else None
    return group.lemma == "répondre" and behind is not None


def _publishes(clues: Clues, group: VerbGroup) -> bool:
    """Whether somebody brings out what tells the figures: « se résout à publier l'inventaire de ses dons : »."""
    index = clues.after_dates(group.last)
    if group.lemma not in load(Attributions).handing.words or group.lemma in event_verbs():
        return False
    if clues.lower(index) not in grammar().determiners:
        return False
    return nouns_of("publication").find(clues.lowers, index + 1) is not None


def _takes_figure(clues: Clues, group: VerbGroup) -> bool:
    """Whether the object of a verb is the figure itself: « avance 3 000 »."""
    return reporting_verbs().get(group.lemma, False) and clues.has_figure(
        group.last, _next_verb(clues, group)
    )


def _next_verb(clues: Clues, group: VerbGroup) -> int | None:
    return next(
        (other.first for other in clues.groups if other.is_finite and other.first >= group.last), None
    )


def _has_colon(clues: Clues, group: VerbGroup) -> bool:
    """Whether a colon opens what the verb says: « énumère ses prises : cinq avions », « Séoul l'affirme : »."""
    colon = next((at for at in range(group.last, len(clues.lowers)) if clues.lowers[at] == ":"), None)
    feels = group.reflexive and group.lemma in load(Attributions).feeling.words
    if colon is None or not (feels or group.lemma in reporting_verbs()):
        return False
    if clues.lower(group.first - 1) in {"l'", "le"} or clues.lower(colon + 1) in QUOTES:
        return True
    return clues.has_figure(colon, colon + 3) and not clues.has_figure(group.last, colon)


def _accuses(clues: Clues, group: VerbGroup) -> bool:
    """Whether « de » and an infinitive tell what somebody is accused of: « accuse Kigali d'avoir armé »."""
    if group.lemma not in _accusations():
        return False
    return any(
        other.tense == Tense.INFINITIVE
        and group.last < other.first < group.last + _ACCUSED_REACH
        and {"de", "d'"}.intersection(clues.lowers[max(0, other.first - 2) : other.first])
        for other in clues.groups
    )


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


_DEALING = frozenset({"conclure"})  # « ont conclu un contrat » tells the deal, « conclut que » what is said
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
