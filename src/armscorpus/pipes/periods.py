"""The stage that finds periods: `doc._.armscorpus_periods`.

Relative expressions resolve against `doc._.armscorpus_published`, an ISO date to the day or the month; without it they
keep their text and have no dates.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.pipes.reading import reading_of
from armscorpus.values.periods import find_periods

Doc.set_extension("armscorpus_published", default=None, force=True)
Doc.set_extension("armscorpus_periods", getter=lambda doc: reading_of(doc).periods, force=True)


@Language.factory("armscorpus_periods", assigns=["doc._.armscorpus_periods"])
def create_periods(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it keeps the periods of the text, by offsets in `doc.text`."""
    return annotate_periods


def annotate_periods(doc: Doc) -> Doc:
    """Find the periods of a document."""
    reading = reading_of(doc)
    reading.published = doc._.armscorpus_published
    reading.periods = find_periods(reading.text, reading.published)
    return doc
