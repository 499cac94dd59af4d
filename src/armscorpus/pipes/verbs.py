"""Verb groups: a verb with its auxiliaries, modals and negation (« n'aurait jamais pu recevoir »)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from armscorpus.lexicon import load
from armscorpus.lexicon.inflection import FINITE, Tense
from armscorpus.lexicon.schema import Attributions
from armscorpus.pipes.vocabulary import (
    AUXILIARIES,
    Form,
    event_nouns,
    grammar,
    insertions,
    modal_verbs,
    reporting_verbs,
    verb_forms,
)
from armscorpus.pipes.words import Word

_NOUN_MARKERS = frozenset({"le", "la", "les", "l'", "leur"})
_INSERTION = 6  # words of the longest insertion: « sous le couvert de l'anonymat »
_REACH = 14  # words that may stand between a modal and its infinitive, in an insertion between commas
_ENDINGS = (
    ("raient", Tense.CONDITIONAL),
    ("rait", Tense.CONDITIONAL),
    ("aient", Tense.IMPERFECT),
    ("èrent", Tense.PAST),
    ("eront", Tense.FUTURE),
    ("era", Tense.FUTURE),
)
_TELLING_ENDINGS = tuple(ending for ending, _ in _ENDINGS)
_REFLEXIVE = frozenset({"se", "s'"})
_BEFORE_NOUNS = frozenset({"sous", "sans", "par", "sur", "dans", "avec", "hors", "contre", "vers", "chez"})
_HOLLOW = frozenset({"soit", "devant", "or", "personne"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The words [first, last) of a verb group.

    `lemma` is its last verb, `form` the tense of that verb alone, `links` the auxiliaries and modals before it, and
    `tense` the tense of the first verb of the group.
    """

    first: int
    last: int
    lemma: str
    form: Tense
    tense: Tense
    links: tuple[Form, ...] = ()
    negated: bool = False
    restricted: bool = False
    reflexive: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it is a participle without auxiliary (« les obus livrés »)."""
        return self.form == Tense.PARTICIPLE and not self.links

    @property
    def is_finite(self) -> bool:
        """Whether it has a subject of its own."""
        return self.tense in FINITE

    @property
    def is_passive(self) -> bool:
        """Whether its subject undergoes the event: « a été livré », « livrés par »."""
        if self.form != Tense.PARTICIPLE or self.reflexive:
            return False
        return not self.links or (self.links[-1].lemma == "être" and self.lemma not in _WITH_BE)

    @property
    def is_causative(self) -> bool:
        """Whether its subject has others do it: « a fait voler 45 avions »."""
        return not self.reflexive and any(link.lemma == "faire" for link in self.links)

    @property
    def undergoes(self) -> bool:
        """Whether its subject has it done to itself: « s'est fait livrer », « se voit remettre »."""
        return self.reflexive and any(link.lemma in _CAUSATIVE for link in self.links)


_CAUSATIVE = frozenset({"faire", "voir", "laisser"})

# Verbs whose past is made with « être »: « sont partis » is active.
_WITH_BE = frozenset({
    "aller", "partir", "arriver", "parvenir", "passer", "tomber", "mourir", "sortir", "rester", "venir", "débarquer",
    "disparaître", "apprêter",
})  # fmt: skip


def find_verb_groups(words: Sequence[Word], opaque: frozenset[int] = frozenset()) -> list[VerbGroup]:
    """Return the verb groups of a sentence, in order; no verb is looked for at the indexes in `opaque`."""
    groups, index, forms = [], 0, verb_forms()
    while index < len(words):
        lower = words[index].lower
        is_verb = (lower in forms or lower.endswith(_TELLING_ENDINGS)) and index not in opaque
        group = _group_at(words, index, opaque) if is_verb else None
        if group:
            groups.append(group)
        index = group.last if group else index + 1
    return groups


def _group_at(words: Sequence[Word], index: int, opaque: frozenset[int]) -> VerbGroup | None:
    head = _reading(words, index)
    if head is None:
        return None
    links: list[Form] = []
    verb, last = head, index + 1
    while (after := _governed(words, verb, last, opaque)) is not None:
        links.append(verb)
        last, verb = after
    negated, restricted = _negation(words, index, last)
    is_own = all(link.lemma in _CAUSATIVE.union(AUXILIARIES) for link in links)
    start = (
        max(0, index - 2) if is_own else index + 1
    )  # « s'engagent à fournir »: the pronoun is of the first verb
    reflexive = any(word.lower in _REFLEXIVE for word in words[start:last])
    return VerbGroup(
        index, last, verb.lemma, verb.tense, head.tense, tuple(links), negated, restricted, reflexive
    )


def _reading(words: Sequence[Word], index: int) -> Form | None:
    """Return how a word is read as the first verb of a group, None where it is a noun or no verb."""
    word = words[index]
    readings = verb_forms().get(word.lower) or (_by_ending(word.lower) if word.text[0].islower() else ())
    if not readings or word.lower in _HOLLOW or word.text == "A" or _is_noun(words, index):
        return None
    finite = [form for form in readings if form.tense in FINITE]
    if finite and len(finite) < len(readings) and _follows_noun(words, index):
        return next(form for form in readings if form.tense not in FINITE)
    return finite[0] if finite else readings[0]


def _by_ending(word: str) -> tuple[Form, ...]:
    """Return the tense of a verb that the lexicon does not know, where its ending tells: « pourvoiraient »."""
    if word in grammar().not_conditional or len(word) < len("serait"):
        return ()
    for ending, tense in _ENDINGS:
        if word.endswith(ending):
            return (Form("", tense),)
    return ()


def _follows_noun(words: Sequence[Word], index: int) -> bool:
    """Whether an ambiguous form stands like a participle: « produit », « détruit » before « par » or « en »."""
    after = words[index + 1].lower if index + 1 < len(words) else ""
    return after in {"par", "en"}


def _is_noun(words: Sequence[Word], index: int) -> bool:
    if index == 0:
        return False
    words_of, before = grammar(), words[index - 1].lower
    readings = verb_forms().get(words[index].lower, ())
    if before == "l'" and any(form.lemma == "avoir" for form in readings):
        return False
    if before in _NOUN_MARKERS:
        earlier = words[index - 2].lower if index > 1 else ""
        if before == "l'" and _says_it(words[index].lower):
            return False
        if earlier == "comme" and words[index].lower not in event_nouns():
            return False  # « comme le souligne X »
        return earlier not in words_of.pronouns | words_of.negations | {"qui", "lui", "de"}
    if any(form.tense in {Tense.INFINITIVE, Tense.GERUND} for form in readings):
        return False
    if before in _BEFORE_NOUNS and readings and all(form.tense in FINITE for form in readings):
        return True  # « sous contrôle », « sans limite »
    if any(form.tense == Tense.INFINITIVE for form in verb_forms().get(before, ())):
        return all(form.tense == Tense.PRESENT for form in readings)
    return before in words_of.determiners or before in {
        "de",
        "d'",
        "par",
        "sur",
        "sous",
        "avec",
        "sans",
        "chez",
    }


_SAID = frozenset(
    {"annonce", "avance", "estime", "écrit", "entendu", "affirmé", "accord", "accusé", "énoncé"}
)


def _says_it(word: str) -> bool:
    """Whether a form behind « l' » can only be a verb of saying: « X l'assure : »."""
    return word not in _SAID and any(
        form.tense in FINITE and form.lemma in reporting_verbs() for form in verb_forms().get(word, ())
    )


def _governed(
    words: Sequence[Word], verb: Form, last: int, opaque: frozenset[int]
) -> tuple[int, Form] | None:
    """Return the end and the reading of the participle or infinitive that a verb governs."""
    wanted = _wanted(verb)
    if not wanted:
        return None
    is_causative, is_limiting = verb.lemma in _CAUSATIVE, verb.lemma in _limiting()
    for index in _candidates(words, last):
        if is_causative and words[index].lower in {"à", "de", "d'", ","}:
            return None
        if index in opaque:
            return None
        # « en février », « rappelle Olivier Martin »: no infinitive follows « en », and none has a capital.
        is_noun = words[index - 1].lower == "en" or words[index].text[:1].isupper()
        known = verb_forms().get(words[index].lower, ())
        for form in known or (() if is_noun else _unknown(words[index].lower, wanted)):
            if form.tense in wanted and (not is_limiting or form.lemma in _telling()):
                return index + 1, form
    return None


def _unknown(word: str, wanted: frozenset[Tense]) -> tuple[Form, ...]:
    """Return the reading of a verb that the lexicon does not know, by its ending: « remplumer », « égarés »."""
    if word in grammar().adverbs:
        return ()
    if (
        Tense.INFINITIVE in wanted
        and word.endswith(("er", "ir", "oir", "dre", "tre", "ire"))
        and len(word) > len("cher")
    ):
        return (Form("", Tense.INFINITIVE),)
    if Tense.PARTICIPLE in wanted and word.endswith(("é", "ée", "és", "ées")):
        return (Form("", Tense.PARTICIPLE),)
    return ()


def _wanted(verb: Form) -> frozenset[Tense]:
    if verb.lemma in AUXILIARIES:
        return frozenset({Tense.PARTICIPLE})
    if verb.lemma in modal_verbs() or verb.lemma in reporting_verbs() or verb.lemma in _CAUSATIVE:
        return frozenset({Tense.INFINITIVE})
    if verb.lemma in _limiting():
        return frozenset({Tense.INFINITIVE})
    return frozenset()


@cache
def _limiting() -> frozenset[str]:
    """Return the verbs that only tell how something is said: « s'est borné à évoquer »."""
    return frozenset(load(Attributions).limiting.words)


@cache
def _telling() -> frozenset[str]:
    """Return the verbs of saying, those that say with another word included: « faire état »."""
    verbs = (lemma.partition(" ")[0] for entry in load(Attributions).verb for lemma in entry.lemmas)
    return frozenset(verbs)


def _candidates(words: Sequence[Word], last: int) -> Iterator[int]:
    """Yield the places where the governed verb may stand: after adverbs, clitics, « à », « de », an insertion."""
    skipped = (
        grammar().adverbs
        | grammar().clitics
        | grammar().pronouns
        | {"à", "de", "d'", "que", "-t-il", "-il", "ne", "n'", "«", "“", '"'}
    )
    index, limit = last, min(len(words), last + _REACH)
    while index < limit:
        lower = words[index].lower
        if lower == "," and index + 1 < len(words):
            closing = next((at for at in range(index + 1, limit) if words[at].lower == ","), None)
            if closing is None:
                return
            index = closing + 1
            continue
        inserted = insertions().find([word.lower for word in words[index : index + _INSERTION]], 0)
        if inserted:
            index += inserted[0]
            continue
        yield index
        if lower in skipped or lower.endswith("ment") or lower.startswith("-"):
            index += 1
            continue
        return


def _negation(words: Sequence[Word], first: int, last: int) -> tuple[bool, bool]:
    """Return whether the group is negated, and whether it is only restricted (« ne … que »)."""
    before = [word.lower for word in words[max(0, first - 4) : first]]
    if not any(word in grammar().negations for word in before):
        return False, False
    if any(word.lower in {"que", "qu'"} for word in words[last : last + 1]):  # « n'a jamais reconnu que »
        return False, True
    around = [word.lower for word in words[first : last + 3]]
    if any(word in grammar().negators for word in around):
        return True, False
    return False, any(word.lower in {"que", "qu'"} for word in words[last : last + 6])
