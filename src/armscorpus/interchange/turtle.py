"""Claims as RDF in Turtle: amounts as in Wikidata, articles as in schema.org, quotations as Web Annotations.

What no known vocabulary says is in one of our own, `urn:armscorpus:vocabulary:`. No node is blank, so that the parts of a
long file can be written one after the other, and files of several desks merge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from armscorpus.errors import MissingExtraError
from armscorpus.interchange.citing import Cited
from armscorpus.interchange.wikidata import members, wikidata
from armscorpus.models import ArticleRef, Period, Quantity, Source

try:
    from rdflib import Literal, Namespace, URIRef
    from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, XSD
except ModuleNotFoundError as error:
    raise MissingExtraError("rdf", "rdflib") from error

OA = Namespace("http://www.w3.org/ns/oa#")
ARMS = Namespace("urn:armscorpus:vocabulary:")
CLAIM = Namespace("urn:armscorpus:claim:")
ARTICLE = Namespace("urn:armscorpus:article:")
TOPIC = Namespace("urn:armscorpus:topic:")
PARTY = Namespace("urn:armscorpus:party:")
ITEM = Namespace("http://www.wikidata.org/entity/")
SCHEMA = Namespace("https://schema.org/")
WIKIBASE = Namespace("http://wikiba.se/ontology#")

PREFIXES = {
    "arms": ARMS,
    "dcterms": DCTERMS,
    "oa": OA,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "wd": ITEM,
    "wikibase": WIKIBASE,
    "xsd": XSD,
}

HEADING = "# Claims of armscorpus\n"
BETWEEN = " ;\n    "
LOCAL = re.compile(r"[A-Za-z]\w*", re.ASCII)
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def turtle(claims: Iterable[Cited]) -> Iterator[str]:
    """Yield a document of Turtle in parts: the prefixes, then each claim, an article before the first of its claims.

    It is written term by term: a graph of rdflib, and its serializer, take three times as long.
    """
    yield HEADING + "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    before = None
    for cited in claims:
        article = cited.claim.article
        if article != before:
            yield _paragraphs(_article(_node(ARTICLE, article.id), article, cited))
            before = article
        yield _paragraphs(_claim(cited))


def _paragraphs(triples: Iterable[Triple]) -> str:
    """Return triples as Turtle, those of a subject together."""
    of: dict[URIRef, list[str]] = {}
    for subject, predicate, thing in triples:
        of.setdefault(subject, []).append(f"{_name(predicate)} {_term(thing)}")
    text = "".join(f"\n{_name(subject)} {BETWEEN.join(told)} .\n" for subject, told in of.items())
    return STEERING.sub(lambda match: f"\\u{ord(match[0]):04X}", text)


def _term(term: URIRef | Literal) -> str:
    if isinstance(term, URIRef):
        return _name(term)
    words = Literal(str(term)).n3()
    return words if term.datatype is None else f"{words}^^{_name(term.datatype)}"


@lru_cache(maxsize=1024)
def _name(name: URIRef) -> str:
    """Return a name with its prefix, if there is one for it."""
    for prefix, namespace in PREFIXES.items():
        local = name.removeprefix(str(namespace))
        if local != name and LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return name.n3()


def _node(namespace: Namespace, name: str) -> URIRef:
    """Return the name of a thing, with what no name may hold percent-encoded."""
    return namespace[quote(name, safe="")]


def _claim(cited: Cited) -> Iterator[Triple]:
    claim = cited.claim
    node, article = _node(CLAIM, claim.id), _node(ARTICLE, claim.article.id)
    yield (node, RDF.type, SCHEMA.Claim)
    yield (node, DCTERMS.identifier, Literal(claim.id))
    yield (node, SCHEMA.text, Literal(claim.text))
    yield (node, PROV.wasQuotedFrom, article)
    for name, value in (
        ("event", claim.event),
        ("modality", claim.modality),
        ("statistic", claim.quantity.statistic),
        ("bound", claim.quantity.bound),
        ("per", claim.quantity.per),
    ):
        if value:
            yield (node, ARMS[name], ARMS[value.value])
    for topic in claim.topics:
        yield (node, DCTERMS.subject, _node(TOPIC, topic))
    if claim.object is not None:
        yield (node, ARMS.object, Literal(claim.object))
    for role, parties in ((ARMS.supplier, claim.supplier), (ARMS.recipient, claim.recipient)):
        yield from _parties(node, role, parties)
    yield from _quantity(node, claim.quantity)
    yield from _period(node, claim.period)
    if claim.source:
        yield from _source(node, claim.source)
    yield from _quotation(node, article, cited)


def _parties(node: URIRef, role: URIRef, parties: str | None) -> Iterator[Triple]:
    """Yield the parties of a role, states as items of Wikidata with their codes, others by name."""
    states = wikidata().state
    for party in members(parties):
        if party in states:
            named = ITEM[states[party]]
            yield (named, DCTERMS.identifier, Literal(party))
        else:
            named = _node(PARTY, party)
            yield (named, SCHEMA.name, Literal(party))
        yield (node, role, named)


def _quantity(claim: URIRef, quantity: Quantity) -> Iterator[Triple]:
    """Yield the amount and its bounds, inclusive; what is open or not said is left out."""
    known, node = wikidata(), URIRef(f"{claim}#quantity")
    yield (claim, ARMS.quantity, node)
    yield (node, RDF.type, WIKIBASE.QuantityValue)
    for name, number in (
        (WIKIBASE.quantityAmount, quantity.value),
        (WIKIBASE.quantityLowerBound, quantity.low),
        (WIKIBASE.quantityUpperBound, quantity.high),
    ):
        if number is not None:
            yield (node, name, _decimal(number))
    if quantity.unit is not None:
        yield (node, SCHEMA.unitText, Literal(quantity.unit))
        unit = known.one if quantity.unit == "count" else known.unit.get(quantity.unit)
        if unit:
            yield (node, WIKIBASE.quantityUnit, ITEM[unit])


def _decimal(number: Decimal) -> Literal:
    return Literal(format(number, "f"), datatype=XSD.decimal)


def _period(claim: URIRef, period: Period) -> Iterator[Triple]:
    if period.text is None and period.start is None and period.end is None:
        return
    node = URIRef(f"{claim}#period")
    yield (claim, DCTERMS.temporal, node)
    yield (node, RDF.type, DCTERMS.PeriodOfTime)
    if period.text is not None:
        yield (node, RDFS.label, Literal(period.text))
    for name, day in ((SCHEMA.startDate, period.start), (SCHEMA.endDate, period.end)):
        if day:
            yield (node, name, Literal(day.isoformat(), datatype=XSD.date))


def _source(claim: URIRef, source: Source) -> Iterator[Triple]:
    node = URIRef(f"{claim}#source")
    yield (claim, PROV.wasAttributedTo, node)
    yield (node, RDF.type, PROV.Agent)
    for name, value in (
        (SCHEMA.name, source.name),
        (SCHEMA.alternateName, source.acronym),
        (ARMS.via, source.via),
        (ARMS.person, source.person),
        (SCHEMA.jobTitle, source.function),
        (SCHEMA.affiliation, source.institution),
    ):
        if value is not None:
            yield (node, name, Literal(value))
    if source.kind:
        yield (node, ARMS.kind, ARMS[source.kind.value])
    yield from _parties(node, ARMS.state, source.state)
    yield (node, ARMS.isParty, Literal(source.is_party))


def _article(node: URIRef, article: ArticleRef, cited: Cited) -> Iterator[Triple]:
    yield (node, RDF.type, SCHEMA.NewsArticle)
    for name, value in (
        (DCTERMS.identifier, article.path),
        (SCHEMA.headline, article.title),
        (SCHEMA.publisher, article.publisher),
        (SCHEMA.inLanguage, cited.article and cited.article.lang),
    ):
        if value is not None:
            yield (node, name, Literal(value))
    if article.published is not None:
        grain = XSD.date if len(article.published) > len("2022-09") else XSD.gYearMonth
        yield (node, SCHEMA.datePublished, Literal(article.published, datatype=grain))
    if cited.url:
        yield (node, SCHEMA.url, URIRef(cited.url))


def _quotation(claim: URIRef, article: URIRef, cited: Cited) -> Iterator[Triple]:
    """Yield where the claim stands: its words with what is around them, and their offsets in the article's text."""
    annotation, target, words, place = (
        URIRef(f"{claim}#{part}") for part in ("annotation", "target", "words", "place")
    )
    yield (annotation, RDF.type, OA.Annotation)
    yield (annotation, OA.hasBody, claim)
    yield (annotation, OA.hasTarget, target)
    yield (target, OA.hasSource, article)
    yield (target, OA.hasSelector, words)
    yield (target, OA.hasSelector, place)
    yield (words, RDF.type, OA.TextQuoteSelector)
    for name, text in zip((OA.prefix, OA.suffix), cited.around, strict=True):
        if text:
            yield (words, name, Literal(text))
    yield (words, OA.exact, Literal(cited.claim.text))
    yield (place, RDF.type, OA.TextPositionSelector)
    for name, offset in zip((OA.start, OA.end), cited.claim.span, strict=True):
        yield (place, name, Literal(offset, datatype=XSD.nonNegativeInteger))
