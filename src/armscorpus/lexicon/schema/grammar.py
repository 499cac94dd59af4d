"""The shapes of `grammar.toml`, `press.toml`, `nouns.toml` and `clauses.toml`."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.schema.words import WordList
from armscorpus.lexicon.table import Table


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
