"""The shapes of `topics.toml` and `national_currencies.toml`."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict, Field

from armscorpus.lexicon.schema.words import Words
from armscorpus.lexicon.table import Entry, Table


class QualifiedHeads(Entry):
    """Nouns that denote a topic only with one of the words `with` in their complement."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    heads: tuple[str, ...]
    words: tuple[str, ...] = Field(alias="with")


class Topic(Entry):
    """A topic of the catalogue: the nouns and names that denote it (singular), and its whole (`parent`).

    `adjectives` are the heads that are adjectives as often as nouns, `civilians` people who count only where they
    are sent or lost, `workers` those who count where arms are made, `substances` what tonnes are of.
    """

    slug: str
    label: str
    parent: str | None = None
    heads: tuple[str, ...] = ()
    phrases: tuple[QualifiedHeads, ...] = ()
    models: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    substances: tuple[str, ...] = ()
    demonyms: bool = False
    adjectives: tuple[str, ...] = ()
    civilians: tuple[str, ...] = ()
    workers: tuple[str, ...] = ()
    examples: tuple[str, ...]


class Surroundings(Entry):
    """Words before or after a number that change what it is.

    `nouns` do so anywhere in its clause before it, `verbs` in any form but the participle, which tells a total.
    """

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    before: tuple[str, ...]
    after: tuple[str, ...]
    examples: tuple[str, ...]


class WorkWords(Words):
    """Words that tell of makers, and verbs that tell of their workers."""

    verbs: tuple[str, ...]


class Topics(Table):
    """`topics.toml`: the catalogue of things counted; what makes a price of an amount, and a variation of a number."""

    file: ClassVar[str] = "topics"
    topic: tuple[Topic, ...]
    price: Surroundings
    variation: Surroundings
    weight: Words
    number: Words
    work: WorkWords
    whole: Words
    trade: Words
    arms: Words
    counter: Words
    grounded: Words
    property: Words


class SharedCurrency(Entry):
    """A currency whose name or sign others have too, meant by an amount with one of `endings` where `states` tell.

    That is, where the article names one of them and none of `unless`, or, `by_payer`, where one of them pays,
    or nobody and it marks the other currencies with one of `marked`.
    """

    endings: tuple[str, ...]
    code: str
    states: tuple[str, ...]
    unless: tuple[str, ...] = ()
    by_payer: bool = False
    marked: tuple[str, ...] = ()
    examples: tuple[str, ...]


class NationalCurrencies(Table):
    """`national_currencies.toml`: currencies that share a name or a sign."""

    file: ClassVar[str] = "national_currencies"
    shared: tuple[SharedCurrency, ...]
