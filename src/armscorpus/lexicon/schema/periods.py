"""The shape of `periods.toml`."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Entry, Table


class TimeWord(Entry):
    """Words of time of one kind; `value` is the number of the month, of the weekday and so on."""

    kind: str
    words: tuple[str, ...]
    value: int = 0
    examples: tuple[str, ...]


class FutureWords(Entry):
    """What shows that a clause is about what is to come, as regular expressions.

    `verbs` stand anywhere in the clause, besides the endings of the future; `participles` right before the date.
    `done` are participles of the past right before it, unless one of `auxiliaries` puts them off;
    `never` are words that only look like verbs in the future.
    """

    verbs: tuple[str, ...]
    participles: tuple[str, ...]
    done: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    never: tuple[str, ...]
    examples: tuple[str, ...]


class TimeWords(Table):
    """`periods.toml`: the words of periods; every period has a word of one of the kinds `anchors`."""

    file: ClassVar[str] = "periods"
    future: FutureWords
    anchors: tuple[str, ...]
    word: tuple[TimeWord, ...]
