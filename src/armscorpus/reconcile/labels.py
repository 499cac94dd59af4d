"""Labels of groups, in French: « Obus livrés, Corée du Nord → Russie »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from armscorpus.lexicon import load
from armscorpus.lexicon.schema import Reasons
from armscorpus.models import Claim, Statistic
from armscorpus.reconcile.reading import Reading
from armscorpus.reconcile.scope import facet_label, silent_facets
from armscorpus.reconcile.wording import render_parties, render_topics


def label_of(readings: Sequence[Reading]) -> str:
    """Return what the claims of a group are about, as a heading."""
    parts = [_what(readings), _who(readings)]
    return ", ".join(part for part in parts if part)


def _what(readings: Sequence[Reading]) -> str:
    subject, words = readings[0].subject, load(Reasons)
    topics = render_topics(subject.topics)
    happened = words.word["expected"] if subject.planned else words.happened[subject.event]
    says_it = not subject.planned and any(f"{slug} {subject.event}" in words.plain for slug in subject.topics)
    named = (
        topics if says_it or not happened or subject.noun else f"{topics} {_agree(happened, subject.topics)}"
    )
    details = [*_details(readings)]
    return f"{named} ({', '.join(details)})" if details else named


def _details(readings: Sequence[Reading]) -> list[str]:
    """Return what sets the group apart from others of its topic: people, statistic, noun."""
    subject = readings[0].subject
    values = [
        facet_label(name, part) for name in sorted(silent_facets()) for part in _parts(readings, name)[:1]
    ]
    if subject.statistic is not Statistic.TOTAL:
        values.append(load(Reasons).word[subject.statistic.value])
    nouns = [reading.claim.object for reading in readings if subject.noun and reading.claim.object]
    return [value for value in (*values, *nouns[:1]) if value]


def _parts(readings: Sequence[Reading], facet: str) -> list[frozenset[str]]:
    found = [part.values for reading in readings if (part := reading.scope.get(facet)) and not part.whole]
    return [values for values, _ in Counter(found).most_common()]


def _agree(participle: str, topics: tuple[str, ...]) -> str:
    """Return a participle in the gender and number of the topics: « livrés », « livrées », « livrée »."""
    words = load(Reasons)
    counted = [slug for slug in topics if slug != "part"]
    agreed = f"{participle[:-1]}es" if all(slug in words.feminine for slug in counted) else participle
    is_singular = len(counted) == 1 and counted[0] in words.singular
    return agreed.removesuffix("s") if is_singular else agreed


def _who(readings: Sequence[Reading]) -> str:
    """Return the parties: of each side the name that most claims give it."""
    claims = [reading.claim for reading in readings]
    supplier, recipient = _usual(claims, "supplier"), _usual(claims, "recipient")
    return render_parties(supplier, recipient) if supplier or recipient else ""


def _usual(claims: Sequence[Claim], side: str) -> str | None:
    names = Counter(name for claim in claims if (name := getattr(claim, side)))
    return max(names, key=lambda name: (names[name], name)) if names else None
