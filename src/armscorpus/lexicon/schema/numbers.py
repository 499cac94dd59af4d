"""The shapes of the files that quantities are read with."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from armscorpus.lexicon.schema.words import WordList
from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import Bound, Rate, Statistic


class NumberWord(Entry):
    """A word of the numbers; `forms` are its spellings, the plural among them.

    `translated` is what a singular is worth after two and more, where French has a plural: « 2.5 billion » is English.
    """

    forms: tuple[str, ...]
    value: Decimal
    translated: Decimal | None = None
    examples: tuple[str, ...]


class NumberWords(Table):
    """`numerals.toml`: the words that numbers are made of.

    `unit` is 0 to 16, `ten` the tens, `hundred` multiplies what is below a hundred, `scale` multiplies what is before
    it, `abbreviation` does so after digits only, `collective` is a noun (« une dizaine d'obus »), `denominator` divides
    (« deux cinquièmes »).
    """

    file: ClassVar[str] = "numerals"
    unit: tuple[NumberWord, ...]
    ten: tuple[NumberWord, ...]
    hundred: tuple[NumberWord, ...]
    scale: tuple[NumberWord, ...]
    abbreviation: tuple[NumberWord, ...]
    collective: tuple[NumberWord, ...]
    denominator: tuple[NumberWord, ...]


class Qualifier(Entry):
    """Words next to a number that say how far they commit to it.

    `before` precede the number, `after` follow it or its noun. An approximation spans `low` to `high` times the number.
    """

    bound: Bound
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    low: Decimal = Decimal("0.9")
    high: Decimal = Decimal("1.1")
    examples: tuple[str, ...]


class BoundingVerb(Entry):
    """Verbs whose object is bounded (« dépasser 300 »); `negated` is the bound under a negation (« ne dépasse pas »).

    `particles` are what may stand between the verb and the number (« la barre de »), nothing being one of them.
    """

    verbs: tuple[str, ...]
    bound: Bound
    negated: Bound
    low: Decimal = Decimal("0.9")
    high: Decimal = Decimal("1.1")
    particles: tuple[str, ...] = ("",)
    examples: tuple[str, ...]


class Quantifiers(Table):
    """`quantifiers.toml`: what bounds a number: words beside it, verbs that govern it, determiners of a round number.

    `size` adjectives shift a round number (« une bonne centaine »), `definite` determiners make it one (« le million »),
    `partitive` ones are part of an unspecified plural (« plusieurs milliers »). `counting` qualifiers make « un » a
    number (« au moins un mort »). `fake` phrases only begin like a
    qualifier (« au plus tard »). `equivalence` phrases restate a quantity (« soit »). `change` verbs govern two
    figures and no range (« passer de 300 à 500 »).
    """

    file: ClassVar[str] = "quantifiers"
    qualifier: tuple[Qualifier, ...]
    verb: tuple[BoundingVerb, ...]
    size: tuple[Qualifier, ...]
    definite: WordList
    partitive: WordList
    counting: WordList
    fake: WordList
    equivalence: WordList
    change: WordList
    move: WordList


class Measure(Entry):
    """A unit of measure: its code in `unit`, its words and symbols.

    `of` says that « de » and a noun may follow (« tonnes de blé »), `size` that it tells kinds of things apart, so that it
    belongs to their noun (« obus de 152 mm »).
    """

    unit: str
    forms: tuple[str, ...]
    of: bool = False
    size: bool = False
    examples: tuple[str, ...]


class Measures(Table):
    """`units.toml`: units of measure, time and shares among them."""

    file: ClassVar[str] = "units"
    measure: tuple[Measure, ...]


class Currency(Entry):
    """A currency in the words of the press: nouns, which adjectives may follow, and signs.

    `code` is that of the bare noun, None where it needs an adjective (« couronnes »). `with_scale` is a noun that is a
    currency only after millions or milliards (« 300 livres » may be books). `adjectives` say which code
    they make; the others come from CLDR (« dinars algériens »). `elsewhere` says which code it has in a sentence that
    names one of the places listed for it (the franc CFA of Chad is not that of Mali).
    """

    nouns: tuple[str, ...] = ()
    code: str | None = None
    with_scale: bool = False
    signs: tuple[str, ...] = ()
    adjectives: dict[str, str] = {}  # noqa: RUF012 - pydantic copies defaults
    elsewhere: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - pydantic copies defaults
    examples: tuple[str, ...]


class Currencies(Table):
    """`currencies.toml`: names and signs of currencies; `adjective` are endings of adjectives of nationality."""

    file: ClassVar[str] = "currencies"
    adjective: WordList
    currency: tuple[Currency, ...]


class RateWords(Entry):
    """What makes a rate for one length of time.

    `after` are phrases behind the number or its noun, `within` those that are a date instead where more follows
    (« en une nuit de septembre »), `adjacent` those that count only right behind it (« 3 milliards l'an »), `anywhere`
    those that may also come before the number, `adjectives` agree with the counted noun, `interval` is the unit of
    « tous les deux jours ». The number is multiplied by `times` where the words name another length (a minute is
    a sixtieth of an hour).
    """

    per: Rate
    times: Decimal = Decimal(1)
    interval: str | None = None
    after: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    adjacent: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    examples: tuple[str, ...]


class StatisticWords(Entry):
    """Phrases that make a statistic of the number, in its clause; with `rated`, only of a rate.

    Before one of the words `qualified` they only tell the kind of a thing (« missiles de moyenne portée »).
    """

    statistic: Statistic
    phrases: tuple[str, ...]
    qualified: tuple[str, ...] = ()
    rated: bool = False
    examples: tuple[str, ...]


class Rates(Table):
    """`rates.toml`: rates and statistics.

    `blocked` are the words after which « en une nuit » or « l'an » is a date (« l'an dernier »). `flow` are nouns that an
    adjective of time makes a rate (« la production annuelle est de 300 chars »).
    """

    file: ClassVar[str] = "rates"
    rate: tuple[RateWords, ...]
    statistic: tuple[StatisticWords, ...]
    blocked: WordList
    flow: WordList


class NoQuantities(Table):
    """`no_quantities.toml`: the words that tell numbers which are no quantities.

    A number after a `label` names its thing (« l'article 4 »), a small one after a `numbered` noun too (« le secteur 3 »);
    after a `name` it belongs to it (« Leopard 2 »). Four digits
    after one of `year` are a year. `street` words follow a house number. `clock_before` and `clock_after` make hours a time of
    day; `age` words before years make them an age. `alone` are the words before a number word that counts nothing
    itself but refers back (« dont six »). After a `definite` article a bare number is a name (« le 155 »), after a
    `plural` one a reminder (« les deux »). `calibre` are the numbers that need no unit (« des obus de 155 »).
    """

    file: ClassVar[str] = "no_quantities"
    calibre: WordList
    definite: WordList
    plural: WordList
    label: WordList
    numbered: WordList
    name: WordList
    year: WordList
    street: WordList
    clock_before: WordList
    clock_after: WordList
    age: WordList
    alone: WordList
