"""The shape of `problems.toml`, apart from the other schemas: the reports of the check need it alone."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Table


class ProblemWords(Table):
    """`problems.toml`: the words of a report of the check.

    `noun` has each noun for one and for several, the levels among them; `singular` are the numbers that take the one.
    `where` says where a problem is accepted.
    """

    file: ClassVar[str] = "problems"
    heading: dict[str, str]
    sentence: dict[str, str]
    noun: dict[str, tuple[str, str]]
    where: dict[str, str]
    singular: tuple[int, ...]
