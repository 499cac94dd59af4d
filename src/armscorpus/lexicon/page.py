"""The shape of `page.toml`, apart from the other schemas: the page of a report needs it alone."""

from __future__ import annotations

from typing import ClassVar

from armscorpus.lexicon.table import Table


class PageWords(Table):
    """`page.toml`: the words of the page of a report, those of the template and those of its scripts."""

    file: ClassVar[str] = "page"
    template: dict[str, str]
    script: dict[str, str]
