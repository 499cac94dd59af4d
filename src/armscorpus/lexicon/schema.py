"""The shape of each file of `lexicon/fr/`: one `Table` a file, of entries that carry their examples."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import ConfigDict, Field

from armscorpus.lexicon.table import Entry, Table
from armscorpus.models import Bound, Event, Modality, Rate, SourceKind, Statistic


class ConjugationPattern(Entry):
    """How the verbs with this ending of the infinitive are conjugated; `~` is what precedes the ending."""

    ending: str
    present: tuple[str, str]
    imperfect: str
    future: str
    past: tuple[str, str]
    participle: str
    also: tuple[str, ...] = ()
    examples: tuple[str, ...]


class Conjugations(Table):
    """`conjugations.toml`: the patterns of French verbs."""

    file: ClassVar[str] = "conjugations"
    pattern: tuple[ConjugationPattern, ...]


class Words(Entry):
    """Words that do the same, with examples."""

    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


class State(Entry):
    """A state: what CLDR does not say of it in French; `demonyms` as « grec:grecque » where the feminine is irregular."""

    demonyms: tuple[str, ...]
    capital: str
    names: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class Nickname(Entry):
    """A name that stands for `state` only in an article that names one of `where` otherwise, and none of `unless`."""

    name: str
    state: str
    where: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    example: str


class Group(Entry):
    """A party that is no state, by its names and adjectives; a `company` makes and sells.

    `state` is that for which it fights, or in which it makes what it sells: their figures are of one side.
    """

    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    company: bool = False
    state: str | None = None


class Parties(Table):
    """`states.toml`: states, nicknames and parties that are no states."""

    file: ClassVar[str] = "states"
    state: dict[str, State]
    nickname: tuple[Nickname, ...]
    group: tuple[Group, ...]


class SharedCurrency(Entry):
    """A currency whose name or sign others have too, meant by an amount with one of `endings` where `states` tell.

    That is, where the article names one of them and none of `unless`, or, `by_payer`, where one of them pays.
    """

    endings: tuple[str, ...]
    code: str
    states: tuple[str, ...]
    unless: tuple[str, ...] = ()
    by_payer: bool = False
    examples: tuple[str, ...]


class NationalCurrencies(Table):
    """`national_currencies.toml`: currencies that share a name or a sign."""

    file: ClassVar[str] = "national_currencies"
    shared: tuple[SharedCurrency, ...]


class QualifiedHeads(Entry):
    """Nouns that denote a topic only with one of the words `with` in their complement."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    heads: tuple[str, ...]
    words: tuple[str, ...] = Field(alias="with")


class Topic(Entry):
    """A topic of the catalogue: the nouns and names that denote it (singular), and its whole (`parent`).

    `adjectives` are the heads that are adjectives as often as nouns, `civilians` people who count only where they
    are sent or lost, `substances` what tonnes are of.
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
    examples: tuple[str, ...]


class Surroundings(Entry):
    """Words before or after a number that change what it is; `nouns` do so anywhere in its clause before it."""

    nouns: tuple[str, ...] = ()
    before: tuple[str, ...]
    after: tuple[str, ...]
    examples: tuple[str, ...]


class Topics(Table):
    """`topics.toml`: the catalogue of things counted; what makes a price of an amount, and a variation of a number."""

    file: ClassVar[str] = "topics"
    topic: tuple[Topic, ...]
    price: Surroundings
    variation: Surroundings
    weight: Words
    number: Words


Side = Literal["supplier", "recipient", "both", "things", "enemy"]


class Frame(Entry):
    """Which side of an event the subject, the direct object and each preposition bring."""

    subject: Side
    object: Side | None = None
    prepositions: dict[str, Side]


class EventVerbs(Entry):
    """Verbs that evoke an event in a frame.

    `weak` ones give way to others; the subject of a `carrier` only holds the things; a ship that `docks` is a call;
    `transitive` ones have the things for their object; one of the words `near` must stand in the sentence;
    `reflexive` ones are so only with a reflexive pronoun (« se sont abattus »).
    """

    lemmas: tuple[str, ...]
    event: Event
    frame: str
    weak: bool = False
    carrier: bool = False
    docks: bool = False
    transitive: bool = False
    reflexive: bool = False
    near: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    examples: tuple[str, ...]


class EventNouns(Entry):
    """Nouns that evoke an event in a frame."""

    words: tuple[str, ...]
    event: Event
    frame: str
    examples: tuple[str, ...]


class Events(Table):
    """`events.toml`: frames, verbs and nouns of events; the event of a topic by default, and how topics bend events."""

    file: ClassVar[str] = "events"
    frame: dict[str, Frame]
    verb: tuple[EventVerbs, ...]
    noun: tuple[EventNouns, ...]
    default: dict[str, Event]
    default_frame: dict[Event, str]
    shift: dict[str, dict[Event, Event]]
    shooters: Words
    awaiting: Words
    payments: Words
    own_acts: Words
    own_losses: Words
    service: Words
    origins: Words
    reversal: Words
    loading: Words


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
    publication: tuple[Words, ...]
    speaker: tuple[Words, ...]
    outlet: tuple[Words, ...]
    via: Via
    anaphor: Words
    body: Words
    person: Words
    manner: Words
    origin: Words
    accusation: Words
    insertion: Words
    likeness: dict[str, tuple[str, ...]]
    kinds: dict[str, tuple[SourceKind, ...]]


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


class Grammar(Table):
    """`grammar.toml`: the small words that hold a sentence together."""

    file: ClassVar[str] = "grammar"
    determiners: frozenset[str]
    contracted: dict[str, str]
    prepositions: tuple[str, ...]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    negations: frozenset[str]
    negators: frozenset[str]
    clitics: frozenset[str]
    verbs: tuple[str, ...]
    adverbs: frozenset[str]
    pronouns: frozenset[str]
    organs: frozenset[str]
    epithets: frozenset[str]
    titles: frozenset[str]
    breaks: frozenset[str]
    not_conditional: frozenset[str]
    stations: frozenset[str]


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


class TimeWord(Entry):
    """Words of time of one kind; `value` is the number of the month, of the weekday and so on."""

    kind: str
    words: tuple[str, ...]
    value: int = 0
    examples: tuple[str, ...]


class FutureWords(Entry):
    """What shows that a clause is about what is to come, as regular expressions.

    `verbs` stand anywhere in the clause, besides the endings of the future; `participles` right before the date.
    `never` are words that only look like verbs in the future.
    """

    verbs: tuple[str, ...]
    participles: tuple[str, ...]
    never: tuple[str, ...]
    examples: tuple[str, ...]


class TimeWords(Table):
    """`periods.toml`: the words of periods; every period has a word of one of the kinds `anchors`."""

    file: ClassVar[str] = "periods"
    future: FutureWords
    anchors: tuple[str, ...]
    word: tuple[TimeWord, ...]


class WordList(Entry):
    """Words of one kind, with examples of quantities that show what the kind does."""

    words: tuple[str, ...]
    examples: tuple[str, ...]


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


class Institution(Entry):
    """A body that states figures, and the people who speak for it; `state` is an ISO 3166-1 alpha-2 code or EU.

    `alone` are names that mean it only where nothing else is said. `counts` is `documented` where only what is proved
    one by one is counted, so that its figures are floors.
    """

    name: str
    aliases: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    state: str | None = None
    kind: SourceKind
    counts: Literal["documented"] | None = None
    examples: tuple[str, ...]


class Organ(Entry):
    """An organ that every state has, by the words that name it beside those of the state."""

    name: str
    words: tuple[str, ...]
    kind: SourceKind
    examples: tuple[str, ...]


class Institutions(Table):
    """`institutions.toml`: who states figures; `anonymous` words begin the names of sources without a name."""

    file: ClassVar[str] = "institutions"
    anonymous: tuple[str, ...]
    organ: tuple[Organ, ...]
    institution: tuple[Institution, ...]


class Facet(Entry):
    """One respect in which counted things differ: the words of each value, and of the `whole`.

    `topics` restricts it; `silence` is what the absence of any of its words means. A `definition` says how the things
    are delimited or counted, so that it explains a gap between two figures; other facets make them different things.
    """

    name: str
    topics: tuple[str, ...] = ()
    silence: Literal["whole", "unknown"] = "whole"
    definition: bool = False
    whole: tuple[str, ...] = ()
    value: dict[str, tuple[str, ...]]
    examples: tuple[str, ...]


class Scopes(Table):
    """`scopes.toml`: the words of a counted noun phrase that say which part of the topic is counted."""

    file: ClassVar[str] = "scopes"
    facet: tuple[Facet, ...]


class Reasons(Table):
    """`reasons.toml`: why two claims relate as they do, a sentence per rule, and the words that render claims in it.

    `finding` holds the sentences of what claims say together. `topic` names the topics where the catalogue does not, in
    languages other than its own.
    """

    file: ClassVar[str] = "reasons"
    rule: dict[str, str]
    finding: dict[str, str]
    number: dict[str, str]
    topic: dict[str, str] = Field(default_factory=dict)
    word: dict[str, str]
    bound: dict[Bound, str]
    unit: dict[str, str]
    per: dict[Rate, str]
    scale: dict[str, str]
    happened: dict[Event, str]
    feminine: tuple[str, ...]
    singular: tuple[str, ...]
    plain: tuple[str, ...]


class PressWords(Table):
    """`press.toml`: the words by which a text is known to be French, and its date of publication found.

    `function_words` are frequent in French and rare in the languages near it; `publication_cues` begin the line
    that gives the date (« Publié le 12 mai 2025 »); `months` are abbreviations that dateparser does not know.
    """

    file: ClassVar[str] = "press"
    function_words: frozenset[str]
    publication_cues: tuple[str, ...]
    months: dict[str, str]


class NounWords(Table):
    """`nouns.toml`: the words that decide where a counted noun starts and ends.

    `function` words, prepositions and `auxiliary` verbs are no noun and no adjective. `prenominal` adjectives
    stand before their noun, `determiner` words between « de » and the noun, those of `partitive` after a plain
    number too (« trois de leurs navires »), `interposed` words between the number and « de ». A `participle`
    right behind a number is an ellipsis (« 300 livrés »). `size` nouns are measures behind another noun
    (« bombes de 2 000 livres »). `à` and `sans` attach a noun without article (« à longue portée ») unless it
    is one of `not_attached` (« à bord »). `adjective` and `demonym` are endings, the latter of adjectives of
    nationality, `enclitic` those of a verb with its subject (« demande-t-il »); `like_infinitive` nouns only
    look like infinitives. `invariable` nouns take no s in the plural.
    """

    file: ClassVar[str] = "nouns"
    invariable: WordList
    function: tuple[WordList, ...]
    preposition: WordList
    auxiliary: WordList
    prenominal: WordList
    determiner: WordList
    partitive: WordList
    interposed: WordList
    participle: WordList
    size: WordList
    not_attached: WordList
    like_infinitive: WordList
    enclitic: WordList
    adjective: WordList
    demonym: WordList


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
    """Phrases that make a statistic of the number, in its clause; with `rated`, only of a rate."""

    statistic: Statistic
    phrases: tuple[str, ...]
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


class Clauses(Table):
    """`clauses.toml`: the small words that hold the clauses of figures together, or part them."""

    file: ClassVar[str] = "clauses"
    separator: WordList
    listing: WordList
    comparing: WordList
    perfect: WordList
    negative: WordList
    barrier: WordList
    adverb: WordList


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
