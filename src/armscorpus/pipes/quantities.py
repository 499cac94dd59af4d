"""The stage that finds quantities: `doc._.armscorpus_quantities`."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.pipes.reading import reading_of
from armscorpus.values.quantities import find_quantities

Doc.set_extension("armscorpus_quantities", getter=lambda doc: reading_of(doc).quantities, force=True)


@Language.factory("armscorpus_quantities", assigns=["doc._.armscorpus_quantities"])
def create_quantities(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it keeps the quantities of the text, by offsets in `doc.text`."""
    return annotate_quantities


def annotate_quantities(doc: Doc) -> Doc:
    """Find the quantities of a document."""
    reading = reading_of(doc)
    reading.quantities = find_quantities(reading.text)
    return doc
