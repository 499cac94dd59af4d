"""Reports of the check for tests of its formats: an ordinary one, and one that wants to be more than text."""

from __future__ import annotations

from armscorpus.check.options import Level
from armscorpus.check.places import Region
from armscorpus.check.problems import Acceptance, Accepted, Problem
from armscorpus.check.reporting import Report
from armscorpus.models import ArticleRef, Bound, Claim, Event, Modality, Period, Quantity, Span

HOSTILE = (
    "\x1b[31m\x9b2J\u202e\u2066 a\r\nb\u2028c %0A %25 ::error::x, ]]> <script>alert(1)</script> &amp; | `x` **b** "
    "[l](http://evil.example) ![i](x) {0} www.evil.example @everyone \x00\ufffe\ud800 😀 𝟙"
)
"""What could end a line, a cell, a command, a comment or a quotation in one of the formats, and leave it."""

HOSTILE_PATH = "dossier é/a b:c,d%0A\n<x>|😀.md"


def claim(text: str, path: str = "corpus/old.md", title: str | None = None) -> Claim:
    """Return a claim with these words."""
    return Claim(
        id="0" * 12,
        article=ArticleRef(id="1" * 12, path=path, title=title),
        span=Span(0, len(text)),
        text=text,
        topics=(),
        object=None,
        quantity=Quantity(bound=Bound.EXACT, value=None, low=None, high=None, unit=None),
        event=Event.OTHER,
        supplier=None,
        recipient=None,
        period=Period(),
        source=None,
        modality=Modality.ASSERTED,
    )


PLAIN = Problem(
    rule="ARM001",
    name="conflict",
    level=Level.ERROR,
    path="new.md",
    line=4,
    column=10,
    end_line=4,
    end_column=20,
    sentence=Region(line=4, column=1, end_line=4, end_column=30),
    quotation="Ils ont 10 000 obus en stock.",
    why="10,000; 7,000",
    claim=claim("10\u202f000 obus"),
    others=(claim("7 000 obus"),),
    fingerprint="0123456789abcdef",
)
NOTE = PLAIN.model_copy(
    update={
        "rule": "ARM006",
        "name": "figure-without-date",
        "level": Level.NOTE,
        "others": (),
        "fingerprint": "f",
    }
)
ACCEPTED = PLAIN.model_copy(
    update={
        "accepted": Acceptance(where=Accepted.IN_ARTICLE, reason="both counts stand"),
        "fingerprint": "a",
    }
)
KNOWN = PLAIN.model_copy(
    update={"accepted": Acceptance(where=Accepted.IN_BASELINE), "path": "old.md", "fingerprint": "b"}
)
UNDATED = Problem(
    rule="ARM008",
    name="article-without-date",
    level=Level.WARNING,
    path="new.md",
    why="no date",
    fingerprint="c",
)
MIXED = Report((PLAIN, NOTE, ACCEPTED, UNDATED, KNOWN), ("new.md", "old.md", "clean.md"))

WILD = Problem(
    rule="ARM001",
    name="conflict",
    level=Level.ERROR,
    path=HOSTILE_PATH,
    line=3,
    column=5,
    end_line=3,
    end_column=5 + len(HOSTILE),
    sentence=Region(line=2, column=1, end_line=4, end_column=2),
    quotation=f"avant {HOSTILE} après",
    why=HOSTILE,
    claim=claim(HOSTILE, HOSTILE_PATH),
    others=(claim(HOSTILE, "/abs/" + HOSTILE_PATH, HOSTILE),),
    fingerprint="d",
)
WILD_REPORT = Report(
    (WILD, WILD.model_copy(update={"accepted": Acceptance(where=Accepted.IN_ARTICLE, reason=HOSTILE)})),
    (HOSTILE_PATH,),
)
EMPTY = Report()
