"""Lists of words with examples, which the other schemas hold."""

from __future__ import annotations

from armscorpus.lexicon.table import Entry


class Words(Entry):
    """Words that do the same, with examples."""

    words: tuple[str, ...]
    examples: tuple[str, ...] = ()


class WordList(Entry):
    """Words of one kind, with examples of quantities that show what the kind does."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
