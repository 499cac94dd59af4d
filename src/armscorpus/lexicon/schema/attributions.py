"""The shapes of `sources.toml` and `modality.toml`."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.schema.words import Words
from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import Modality, SourceKind


class ReportingVerbs(Entry):
    """Verbs of saying; the object of those with `number` may be the figure itself (« avance 3 000 »)."""

    lemmas: tuple[str, ...]
    number: bool = False
    examples: tuple[str, ...]


class Via(Entry):
    """How an outlet is brought in.

    Words `before` its name, of a `frame` with which the sentence begins, and prepositions (`at`) after a verb of saying.
    """

    before: tuple[str, ...]
    frame: tuple[str, ...]
    at: tuple[str, ...]


class Attributions(Table):
    """`sources.toml`: words of attribution; `kinds` are those of the bodies that a noun refers back to."""

    file: ClassVar[str] = "sources"
    preposition: tuple[Words, ...]
    opening: Words
    verb: tuple[ReportingVerbs, ...]
    quoting: Words
    feeling: Words
    limiting: Words
    publication: tuple[Words, ...]
    speaker: tuple[Words, ...]
    outlet: tuple[Words, ...]
    via: Via
    anaphor: Words
    body: Words
    person: Words
    witness: Words
    manner: Words
    frame: Words
    origin: Words
    letter: Words
    closing: Words
    handing: Words
    extraction: Words
    accusation: Words
    insertion: Words
    likeness: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[SourceKind, ...]]
    titles: dict[str, tuple[str, ...]]


class ModalVerbs(Entry):
    """Verbs that bend the modality of the infinitive that they govern.

    With `object` they bend that of a noun too (« prévoit 12 avions »); those that are said of others' words `denies`.
    """

    lemmas: tuple[str, ...]
    modality: Modality
    object: bool = False
    denies: bool = False
    examples: tuple[str, ...]


class Pledges(Entry):
    """Verbs whose object is planned.

    `only_money`: those of which only an amount of money is; `only_active`: those that pledge nothing in the passive.
    """

    lemmas: tuple[str, ...]
    only_money: tuple[str, ...]
    only_active: tuple[str, ...]
    examples: tuple[str, ...]


class ModalPhrases(Entry):
    """Words and phrases by the modality they give."""

    possible: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    negated: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


class Modalities(Table):
    """`modality.toml`: what bends the modality of a figure."""

    file: ClassVar[str] = "modality"
    verb: tuple[ModalVerbs, ...]
    pledge: Pledges
    adverb: ModalPhrases
    phrase: ModalPhrases
    beside: ModalPhrases
    qualifier: ModalPhrases
    noun: ModalPhrases
    hypothesis: Words
    withholding: Words
    need: Words
    wish: Words
    aim: Words
    goal: Words
