"""Claims made at random."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from armscorpus.models import (
    Article,
    Bound,
    Claim,
    Event,
    Evidence,
    Modality,
    Period,
    Quantity,
    Rate,
    Source,
    Span,
    Statistic,
)

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
maybe_words = st.none() | words
dates = st.none() | st.dates()
spans = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6))
numbers = st.none() | st.one_of(
    st.integers(-(10**21), 10**21).map(Decimal),
    st.decimals(-(10**15), 10**15, places=6),
    st.decimals(0, 1, places=25),
    st.floats(allow_nan=False, allow_infinity=False).map(lambda number: Decimal(str(number))),
)
quantities = st.builds(
    Quantity,
    bound=st.sampled_from(Bound),
    value=numbers,
    low=numbers,
    high=numbers,
    unit=maybe_words,
    per=st.none() | st.sampled_from(Rate),
    statistic=st.sampled_from(Statistic),
)
evidences = st.builds(
    Evidence,
    sentence=spans,
    spans=st.dictionaries(words, spans, max_size=3),
    rules=st.dictionaries(words, words, max_size=3),
    implied=st.lists(words, max_size=3).map(tuple),
)


def claims_of(article: Article) -> st.SearchStrategy[list[Claim]]:
    """Return the strategy for the claims of one article, in the order in which a store gives them."""
    claim = st.builds(
        Claim,
        id=words,
        article=st.just(article.ref),
        span=spans,
        text=words,
        topics=st.sets(words, max_size=3).map(lambda topics: tuple(sorted(topics))),
        object=maybe_words,
        quantity=quantities,
        event=st.sampled_from(Event),
        supplier=maybe_words,
        recipient=maybe_words,
        period=st.builds(Period, text=maybe_words, start=dates, end=dates),
        source=st.none()
        | st.builds(Source, name=maybe_words, acronym=maybe_words, via=maybe_words, person=maybe_words),
        modality=st.sampled_from(Modality),
        evidence=st.none() | evidences,
    )
    claims = st.lists(claim, max_size=4, unique_by=lambda claim: claim.id)
    return claims.map(lambda made: sorted(made, key=lambda claim: (claim.span, claim.id)))
