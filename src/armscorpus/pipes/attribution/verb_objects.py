"""What a verb of saying governs: whether what follows it is said, and by which words that shows."""

from __future__ import annotations

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense
from armscorpus.lexicon.schema import Attributions, Modalities
from armscorpus.pipes.attribution.clues import QUOTES, Clues, idiom_end
from armscorpus.pipes.attribution.record import denies
from armscorpus.pipes.source_phrase import nouns_of
from armscorpus.pipes.verbs import VerbGroup
from armscorpus.pipes.vocabulary import event_nouns, event_verbs, grammar, insertions, reporting_verbs

_CLAUSE_REACH = 6  # words between a verb of saying and the « que » or the colon that it governs
_ACCUSED_REACH = 10  # words between « accuse » and the infinitive
_DEALING = frozenset({"conclure"})  # « ont conclu un contrat » tells the deal, « conclut que » what is said


def accusations() -> tuple[str, ...]:
    """Return the verbs behind which « de » and an infinitive tell what somebody is said to have done."""
    return load(Attributions).accusation.words


def takes_object(clues: Clues, group: VerbGroup) -> bool:
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
    if has_colon(clues, group) or _accuses(clues, group) or _answers(clues, group):
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


def has_colon(clues: Clues, group: VerbGroup) -> bool:
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
    if group.lemma not in accusations():
        return False
    return any(
        other.tense == Tense.INFINITIVE
        and group.last < other.first < group.last + _ACCUSED_REACH
        and {"de", "d'"}.intersection(clues.lowers[max(0, other.first - 2) : other.first])
        for other in clues.groups
    )
