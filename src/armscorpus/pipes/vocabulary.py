"""The verbs that the stages know, by their forms; built once from the lexicon."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import Tense, conjugate, plural
from armscorpus.lexicon.phrases import PhraseTable
from armscorpus.lexicon.schema import Attributions, Events, EventVerbs, Frame, Grammar, Modalities
from armscorpus.models import Event, Modality

AUXILIARIES = ("avoir", "être")


class Form(NamedTuple):
    """A reading of a verb form."""

    lemma: str
    tense: Tense


class EventNoun(NamedTuple):
    """The event that a noun evokes, and its frame."""

    event: Event
    frame: Frame


@cache
def grammar() -> Grammar:
    """Return the small words of French."""
    return load(Grammar)


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Return the readings of every form of the verbs of the lexicon, by form in lower case."""
    pledges = load(Modalities).pledge.lemmas
    attributions = load(Attributions)
    lemmas = {
        *AUXILIARIES,
        *event_verbs(),
        *reporting_verbs(),
        *modal_verbs(),
        *pledges,
        *attributions.quoting.words,
        *attributions.accusation.words,
        *attributions.handing.words,
        *attributions.limiting.words,
        *grammar().verbs,
    }
    forms: dict[str, list[Form]] = {}
    for lemma in sorted(lemma for lemma in lemmas if " " not in lemma and "'" not in lemma):
        for form, tense in conjugate(lemma):
            forms.setdefault(form, []).append(Form(lemma, tense))
    for preposition in ("avant", "étant", "été", "étés"):
        forms[preposition] = [
            form for form in forms[preposition] if preposition == "été" and form.lemma == "être"
        ]
    return {form: tuple(dict.fromkeys(readings)) for form, readings in forms.items() if readings}


@cache
def event_verbs() -> dict[str, tuple[EventVerbs, ...]]:
    """Return the events that each verb evokes, by lemma."""
    entries: dict[str, list[EventVerbs]] = {}
    for entry in load(Events).verb:
        for lemma in entry.lemmas:
            entries.setdefault(lemma, []).append(entry)
    return {
        lemma: tuple(sorted(found, key=lambda entry: not entry.reflexive)) for lemma, found in entries.items()
    }


@cache
def event_nouns() -> dict[str, EventNoun]:
    """Return the event that each noun evokes, by singular and plural."""
    events = load(Events)
    return {
        form: EventNoun(entry.event, events.frame[entry.frame])
        for entry in reversed(events.noun)
        for word in entry.words
        for form in (word, plural(word))
    }


@cache
def reporting_verbs() -> dict[str, bool]:
    """Return whether the object of each verb of saying may be the figure itself, by lemma."""
    return {
        lemma: entry.number for entry in load(Attributions).verb for lemma in entry.lemmas if " " not in lemma
    }


@cache
def modal_verbs() -> dict[str, Modality]:
    """Return the modality that each verb gives to the infinitive it governs, by lemma."""
    return {
        lemma: entry.modality for entry in load(Modalities).verb for lemma in entry.lemmas if "'" not in lemma
    }


@cache
def object_modals() -> dict[str, Modality]:
    """Return the modality that each verb gives to a noun that is its object, by lemma: « prévoit 12 avions »."""
    return {
        lemma: entry.modality for entry in load(Modalities).verb if entry.object for lemma in entry.lemmas
    }


@cache
def insertions() -> PhraseTable[bool]:
    """Return the phrases that part a verb from what it governs: « a pour sa part jugé que »."""
    return PhraseTable((phrase, True) for phrase in load(Attributions).insertion.words)


@cache
def denial_verbs() -> frozenset[str]:
    """Return the verbs by which somebody denies what is said."""
    return frozenset(lemma for entry in load(Modalities).verb if entry.denies for lemma in entry.lemmas)


@cache
def prepositions() -> PhraseTable[str]:
    """Return the prepositions, with their contracted forms (« du » → « de », « en provenance du »)."""
    words = grammar()
    rows = [(phrase, phrase) for phrase in words.prepositions]
    for phrase in words.prepositions:
        for form, full in words.contracted.items():
            if phrase == full or phrase.endswith(f" {full}"):
                rows.append((phrase[: len(phrase) - len(full)] + form, phrase))
            elif phrase == "jusqu'à" and full == "à":
                rows.append((f"jusqu'{form}", phrase))
    return PhraseTable(rows)


@cache
def _losses() -> frozenset[str]:
    return frozenset(
        form
        for form, readings in verb_forms().items()
        for reading in readings
        if reading.tense == Tense.PARTICIPLE
        and any(entry.event == Event.LOSS for entry in event_verbs().get(reading.lemma, ()))
    )


def is_loss(form: str) -> bool:
    """Whether a participle tells of losses: « tués », « détruits »."""
    return form in _losses()


_ENDINGS_OF_PHRASES = {"de": ("du", "des", "d'"), "à": ("au", "aux"), "que": ("qu'",)}


def variants(phrase: str) -> tuple[str, ...]:
    """Return a phrase with the forms that its last word takes before others (« en passe de », « en passe d' »)."""
    head, _, last = phrase.rpartition(" ")
    return (phrase, *(f"{head} {form}".strip() for form in _ENDINGS_OF_PHRASES.get(last, ())))
