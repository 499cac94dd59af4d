"""The shape of `review.toml`, apart from the other schemas: the screen on which people judge claims needs it alone."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Table


class ReviewWords(Table):
    """`review.toml`: what the screen says on which people judge claims.

    `doubt` says why a claim is doubtful, `guess` how a rule came to what the words do not state. `key` names what the
    keys do, `help` says more of it.
    """

    file: ClassVar[str] = "review"
    doubt: dict[str, str]
    guess: dict[str, str]
    field: dict[str, str]
    screen: dict[str, str]
    key: dict[str, str]
    help: dict[str, str]
