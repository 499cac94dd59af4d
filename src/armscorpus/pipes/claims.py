"""The stage that turns figures into claims: `doc._.armscorpus_claims`.

`doc._.armscorpus_article`, an ArticleRef, says which article the document is; without it the claims belong to an
unnamed one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from armscorpus.models import ArticleRef, Claim, Event, Evidence, Quantity, Span, claim_id
from armscorpus.pipes.dating import Dater
from armscorpus.pipes.reading import Figure, Reading, reading_of
from armscorpus.pipes.speakers import mark_party

Doc.set_extension("armscorpus_claims", getter=lambda doc: reading_of(doc).claims, force=True)


@Language.factory(
    "armscorpus_claims",
    requires=["doc._.armscorpus_figures", "doc._.armscorpus_periods"],
    assigns=["doc._.armscorpus_claims"],
)
def create_claims(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the stage; it dates the figures and makes a claim of each."""
    return annotate_claims


def annotate_claims(doc: Doc) -> Doc:
    """Date the figures of a document and make a claim of each."""
    reading = reading_of(doc)
    article = doc._.armscorpus_article or _unnamed(reading)
    dater = Dater(reading)
    for figure in reading.figures:
        dater.date(figure)
    reading.claims = [_claim(figure, article) for figure in reading.figures]
    return doc


def _unnamed(reading: Reading) -> ArticleRef:
    digest = hashlib.sha256(reading.whole_text.encode("utf-8", "surrogatepass")).hexdigest()
    return ArticleRef(id=digest[:16], path="", published=reading.published)


def _claim(figure: Figure, article: ArticleRef) -> Claim:
    return Claim(
        id=claim_id(article.id, figure.quantity.number.start),
        article=article,
        span=figure.span,
        text=figure.sentence.source[figure.span.start : figure.span.end],
        topics=figure.topics,
        object=figure.thing,
        quantity=_quantity(figure),
        event=figure.event or Event.OTHER,
        supplier=figure.supplier,
        recipient=figure.recipient,
        period=figure.period,
        source=figure.source and mark_party(figure.source, figure.supplier, figure.recipient),
        modality=figure.modality,
        evidence=Evidence(
            sentence=Span(figure.sentence.start, figure.sentence.end),
            spans=figure.spans,
            rules=figure.rules | ({"restates": "quantity.equals"} if figure.quantity.equals else {}),
            implied=tuple(sorted(figure.implied)),
        ),
    )


def _quantity(figure: Figure) -> Quantity:
    found = figure.quantity
    unit = "count" if found.unit in {None, "bbl"} else found.unit
    return Quantity(
        bound=found.bound, value=found.value, low=found.low, high=found.high,
        unit=unit, per=found.per, statistic=found.statistic,
    )  # fmt: skip
